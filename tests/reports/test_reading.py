"""A printed diploma is checked from its file, from a photo, and by the page: all three agree."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from bot.phrases import Phrases
from contest.awards import propose
from contest.mistakes import Mistakes
from contest.snapshot import take
from reports import checkpage, diploma, proof, reading
from reports.compile import diploma_of, facts_of
from reports.reading import Trust, Verdict
from tests.contest.an_edition import EDITION, commune
from tests.reports import samples
from tests.reports.test_compile import GRANTED, _contact
from tests.reports.test_proof import KEY, KEYS

TODAY = date(2027, 1, 1)
TRUST = Trust(KEYS, (), TODAY)
NAMES = ("Żary", samples.LONGEST)
SCRIPT = Path("reports/page/check.js")


@cache
def _made(name: str) -> tuple[bytes, bytes, str]:
    """A diploma of such an entrant: its file, its attached facts and its code."""
    contacts = [
        _contact(index, 1, channel, 90, juror=juror)
        for index, (channel, juror) in enumerate((("telefon", "A"), ("wizyta", "B")))
    ]
    snapshot = take(
        EDITION, [replace(commune(1), name=name)], contacts=contacts, seq=1, made_at=samples.MADE_AT
    )
    facts = facts_of(snapshot, propose(snapshot.settings, snapshot.official(), granted=GRANTED))
    value = diploma_of(facts, facts.awards[0], samples.SAY, granted=GRANTED, key=KEY)
    return diploma.draw(value, samples.SAY, samples.MADE_AT), value.facts, value.code


def _page(data: bytes, dpi: int) -> Image.Image:
    with samples.opened(data) as document:
        picture: Image.Image = document[0].render(scale=dpi / 72).to_pil()
    return picture


def _photo(picture: Image.Image) -> bytes:
    """As a phone takes it: askew, a little blurred, compressed."""
    out = BytesIO()
    picture.rotate(6, expand=True, fillcolor="grey").filter(ImageFilter.GaussianBlur(0.8)).save(
        out, "JPEG", quality=60
    )
    return out.getvalue()


@pytest.mark.parametrize("name", NAMES)
def test_a_file_proves_itself(name: str) -> None:
    verdict = reading.judge_file(_made(name)[0], TRUST)

    assert verdict.worth == "genuine"
    assert verdict.told["entrant"] == name
    assert verdict.claim.granted == GRANTED


@pytest.mark.parametrize("name", NAMES)
def test_a_photo_of_a_printed_diploma_proves_it(name: str) -> None:
    data, _, code = _made(name)

    assert reading.code_in(_photo(_page(data, 220))) == code
    assert reading.judge_file(_photo(_page(data, 220)), TRUST).worth == "genuine"


def test_the_code_is_read_at_the_resolution_of_a_screen() -> None:
    data, _, code = _made("Żary")
    out = BytesIO()
    _page(data, 130).save(out, "PNG")

    assert reading.code_in(out.getvalue()) == code


def test_what_was_taken_back_or_has_ended_is_said_so() -> None:
    code = _made("Żary")[2]
    number = proof.read(code).claim.number

    def worth(trust: Trust) -> str:
        return reading.judge(code, trust).worth

    assert worth(replace(TRUST, revoked={number})) == "revoked"
    assert worth(replace(TRUST, today=date(2027, 12, 4))) == "genuine"
    assert worth(replace(TRUST, today=date(2027, 12, 5))) == "expired"


def test_other_letters_over_a_good_code_are_noticed() -> None:
    """Somebody keeps the code and the facts of one diploma and draws another name."""
    contacts = [
        _contact(index, 1, channel, 90, juror=juror)
        for index, (channel, juror) in enumerate((("telefon", "A"), ("wizyta", "B")))
    ]
    snapshot = take(EDITION, [commune(1)], contacts=contacts, seq=1, made_at=samples.MADE_AT)
    facts = facts_of(snapshot, propose(snapshot.settings, snapshot.official(), granted=GRANTED))
    value = diploma_of(facts, facts.awards[0], samples.SAY, granted=GRANTED, key=KEY)
    forged = diploma.draw(replace(value, entrant="Gmina Podrobiona"), samples.SAY, samples.MADE_AT)

    with pytest.raises(Mistakes) as refused:
        reading.judge_file(forged, TRUST)

    assert [each.code for each in refused.value.found] == ["proof-other-letters"]


def test_a_picture_without_a_code_says_so() -> None:
    out = BytesIO()
    Image.new("RGB", (300, 200), "white").save(out, "PNG")

    for data, code in (
        (out.getvalue(), "proof-no-code"),
        (b"nothing", "proof-no-picture"),
        (b"%PDF-1.7 nothing", "proof-no-picture"),
    ):
        with pytest.raises(Mistakes) as refused:
            reading.judge_file(data, TRUST)
        assert [each.code for each in refused.value.found] == [code]


def test_the_same_award_has_the_same_bytes_with_its_proof() -> None:
    first = _made("Żary")[0]
    _made.cache_clear()

    assert _made("Żary")[0] == first


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_page_judges_as_the_program_does(tmp_path: Path) -> None:
    """Good and changed codes, a foreign key, an end of validity, a signed list and a changed one: one verdict."""
    code = _made(samples.LONGEST)[2]
    number = proof.read(code).claim.number
    bare = code.removeprefix("INCOGNITO:")
    changed = bare[:60] + ("A" if bare[60] != "A" else "B") + bare[61:]
    foreign = proof.code(proof.read(code).claim, bytes(32))
    listed = proof.sealed(
        "revoked",
        {"made_at": "2027-01-01", "revoked": [{"number": number, "on": "2027-01-01", "reason": "Błąd „ó”"}]},
        KEY,
    )
    asked = {
        "codes": [code, bare.lower(), f"https://a.pl/x#{bare}", changed, foreign, "nic"],
        "keys": {name: key.hex() for name, key in KEYS.items()},
        "list": json.loads(listed),
        "bad": {**json.loads(listed), "made_at": "2028-01-01"},
    }
    (tmp_path / "asked.json").write_text(json.dumps(asked), "utf-8")
    (tmp_path / "ask.js").write_text(
        "const page = require(process.argv[2]); const asked = JSON.parse(require('fs').readFileSync(process.argv[3]));"
        "const said = asked.codes.map((code) => { const read = page.readCode(code);"
        " return read && [page.judge(read, asked.keys, [], '2027-01-01'), read.entrant, read.number, read.granted, read.validUntil]; });"
        "const good = page.readCode(asked.codes[0]);"
        "console.log(JSON.stringify({said, late: page.judge(good, asked.keys, [], '2027-12-05'),"
        " back: page.judge(good, asked.keys, page.revokedOf(asked.list, asked.keys), '2027-01-01'), bad: page.revokedOf(asked.bad, asked.keys)}));",
        "utf-8",
    )

    run = subprocess.run(
        ["node", str(tmp_path / "ask.js"), str(SCRIPT.resolve()), str(tmp_path / "asked.json")],
        capture_output=True,
        text=True,
        check=True,
    )

    def by_program(text: str) -> list[object] | None:
        try:
            verdict: Verdict = reading.judge(text, TRUST)
        except Mistakes as refused:
            if refused.found[0].code == "code-broken":
                return None
            verdict = Verdict("forged", proof.read(text).claim, {})
            worth = "unknown"
        else:
            worth = verdict.worth
        claim = verdict.claim
        until = claim.valid_until.isoformat() if claim.valid_until else None
        return [worth, claim.entrant, claim.number, claim.granted.isoformat(), until]

    told = json.loads(run.stdout)
    assert told["said"] == [by_program(text) for text in asked["codes"]]
    assert [said and said[0] for said in told["said"]][:3] == ["genuine"] * 3
    assert (told["late"], told["back"], told["bad"]) == ("expired", "revoked", None)


def test_the_page_is_one_file_that_holds_all_it_needs() -> None:
    says = {language: Phrases().plain(language) for language in ("pl", "en")}
    listed = proof.sealed("revoked", {"made_at": "2027-01-01", "revoked": []}, KEY)

    made = checkpage.page("Fundacja </script> Dobrego Urzędu", KEYS, listed, says=says).decode()

    assert "Sprawdź dyplom" in made
    assert next(iter(KEYS.values())).hex() in made
    assert "Fundacja <\\/script>" in made
    assert made.count("<script>") == made.count("</script>") == 2
    assert "src=" not in made
    assert "http" not in made.replace("http-equiv", "")
