"""A code proves what it says, to anybody who has the public key, and nothing else passes for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contest.mistakes import Mistakes
from reports import proof
from reports.proof import Claim
from tests.reports import samples

KEY = bytes(range(32))
KEYS = proof.keyring([proof.public_of(KEY)])
CLAIM = Claim(
    "LJ/2026/0001",
    "Licencja Jakości",
    "Lider Zaufania Mieszkańców 2026",
    "Urząd Miejski w Wałczu",
    date(2026, 12, 4),
    date(2027, 12, 4),
)


def _code_of(complaint: pytest.ExceptionInfo[Mistakes]) -> list[str]:
    return [each.code for each in complaint.value.found]


def test_a_code_says_what_was_signed_and_is_proved_by_the_public_key_alone() -> None:
    signed = proof.read(proof.code(CLAIM, KEY))

    assert signed.claim == CLAIM
    assert proof.proved(signed, KEYS)


def test_a_code_is_read_from_the_address_that_a_camera_opens() -> None:
    code = proof.code(CLAIM, KEY)

    assert proof.read(f"https://konkurs.pl/sprawdz/#{code}") == proof.read(code)
    assert proof.read(f" incognito:{code.lower()}\n") == proof.read(code)


def test_a_name_too_long_for_a_code_is_cut_between_letters() -> None:
    signed = proof.read(proof.code(replace(CLAIM, entrant=samples.LONGEST), KEY))

    assert signed.claim.entrant.endswith("…")
    assert samples.LONGEST.startswith(signed.claim.entrant[:-1].rstrip())
    assert len(signed.claim.entrant) > 60
    assert proof.proved(signed, KEYS)


@given(st.data())
def test_no_changed_code_is_proved(data: st.DataObject) -> None:
    code = proof.code(CLAIM, KEY)
    at = data.draw(st.integers(0, len(code) - 1))
    letter = data.draw(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
    changed = code[:at] + letter + code[at + 1 :]

    try:
        signed = proof.read(changed)
        good = proof.proved(signed, KEYS)
    except Mistakes:
        good = False

    # the last letter holds bits that no byte uses: another one may be the same code
    assert good == (changed == code) or at == len(code) - 1


@given(st.text(max_size=500))
def test_no_other_text_is_a_code(text: str) -> None:
    with pytest.raises(Mistakes):
        proof.read(text)


def test_a_key_that_is_not_ours_is_not_trusted() -> None:
    foreign = proof.read(proof.code(CLAIM, bytes(32)))

    with pytest.raises(Mistakes) as refused:
        proof.proved(foreign, KEYS)

    assert _code_of(refused) == ["key-unknown"]


def test_sealed_facts_open_and_changed_ones_do_not() -> None:
    facts = proof.sealed("facts", {"number": "LJ/2026/0001", "entrant": "Żary"}, KEY)

    assert proof.opened("facts", facts, KEYS)["entrant"] == "Żary"
    with pytest.raises(Mistakes) as refused:
        proof.opened("facts", facts.replace("Żary".encode(), b"Krakow"), KEYS)
    assert _code_of(refused) == ["facts-forged"]


def test_one_kind_of_signed_text_does_not_pass_for_another() -> None:
    with pytest.raises(Mistakes) as refused:
        proof.opened("revoked", proof.sealed("facts", {"revoked": []}, KEY), KEYS)

    assert _code_of(refused) == ["facts-forged"]


def test_the_same_facts_have_the_same_code() -> None:
    assert proof.code(CLAIM, KEY) == proof.code(CLAIM, KEY)
