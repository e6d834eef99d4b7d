"""The organiser's electronic seal: another program finds it good, nothing of the document is lost by it, no change goes unseen."""

from __future__ import annotations

from io import BytesIO

import pytest
from cryptography.x509 import Certificate

from benchmarks import invented
from bot.bindery import Diplomas, Order, RankingFiles, bind
from contest.awards import LICENCE, Award
from contest.mistakes import Mistakes
from contest.snapshot import freeze_snapshot
from reports import pades, reading
from reports.pades import Seal
from reports.reading import Trust
from tests.reports import a_seal
from tests.reports.test_proof import KEY, KEYS


def _order(work: Diplomas | RankingFiles, seal: Seal | None) -> Order:
    few = invented.entrants(3)
    text = freeze_snapshot(invented.snapshot(few, invented.contacts(few)))
    return Order(work, text, (Award(LICENCE, 2, "LJ/2026/0001", None),), "pl", key=KEY, seal=seal)


def _bound(work: Diplomas | RankingFiles, seal: Seal | None) -> dict[str, bytes]:
    made = bind(_order(work, seal))
    assert isinstance(made, tuple)
    return {each.name: each.content for each in made}


def _found_good(pdf: bytes, trusted: Certificate) -> tuple[bool, bool, bool]:
    """By the validation of pyHanko: whether the seal is good and trusted, whether nothing was added, whether it covers all."""
    from asn1crypto import x509
    from cryptography.hazmat.primitives.serialization import Encoding
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    root = x509.Certificate.load(trusted.public_bytes(Encoding.DER))
    (signature,) = PdfFileReader(BytesIO(pdf)).embedded_signatures
    status = validate_pdf_signature(signature, ValidationContext(trust_roots=[root], allow_fetching=False))
    whole = status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    return status.bottom_line, status.docmdp_ok is True, whole


def test_a_sealed_diploma_is_good_to_another_program_and_loses_nothing() -> None:
    seal, certificate = a_seal.made()
    ((name, plain),) = _bound(Diplomas(invented.GRANTED), None).items()
    ((_, sealed),) = _bound(Diplomas(invented.GRANTED), seal).items()

    assert sealed.startswith(plain)
    assert _found_good(sealed, certificate) == (True, True, True)
    verdict = reading.judge_file(sealed, Trust(KEYS, (), invented.GRANTED))
    assert verdict == reading.judge_file(plain, Trust(KEYS, (), invented.GRANTED))
    assert (verdict.worth, name[:7]) == ("genuine", "licencj")


def test_a_byte_that_changed_after_the_seal_is_noticed() -> None:
    seal, certificate = a_seal.made()
    (sealed,) = _bound(Diplomas(invented.GRANTED), seal).values()
    forged = sealed.replace(b"<xmp:CreatorTool>Incognito<", b"<xmp:CreatorTool>Incognita<", 1)

    assert forged != sealed
    assert _found_good(forged, certificate)[0] is False


def test_tables_for_a_spreadsheet_carry_no_seal_and_without_one_the_same_facts_are_the_same_bytes() -> None:
    seal, _ = a_seal.made()
    plain, sealed = _bound(RankingFiles(("pdf", "csv")), None), _bound(RankingFiles(("pdf", "csv")), seal)

    assert plain == _bound(RankingFiles(("pdf", "csv")), None)
    assert [name for name in plain if plain[name] != sealed[name]] == ["ranking.pdf"]


@pytest.mark.parametrize("broken", ["password", "file"])
def test_a_seal_that_does_not_open_is_refused(broken: str) -> None:
    seal, _ = a_seal.made()
    wrong = Seal(seal.pkcs12, b"inne") if broken == "password" else Seal(b"nic", seal.password)

    with pytest.raises(Mistakes) as refused:
        pades.sealed(b"%PDF", wrong)

    assert [each.code for each in refused.value.found] == ["seal-broken"]
