"""A diploma read back: from its file, from a photo of its code, or from the code as text; and what it is worth."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any, Literal

import pypdfium2
import zxingcpp
from PIL import Image, ImageOps, UnidentifiedImageError

from contest.mistakes import Mistakes, mistake
from reports import proof
from reports.proof import Claim

Worth = Literal["genuine", "expired", "revoked", "forged"]
MOST_BYTES = 20_000_000
_MOST_PIXELS = 60_000_000
_DPI = 200
_FACTS = "dyplom.json"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a code is worth, and what it says; `told` are the attached facts in full, where a file has them."""

    worth: Worth
    claim: Claim
    told: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Trust:
    """What a check relies on: public keys by their ids, the numbers that were taken back, and the day."""

    keys: Mapping[str, bytes]
    revoked: Collection[str]
    today: date


def judge(code: str, trust: Trust) -> Verdict:
    """The verdict on a code. Raises `Mistakes`: `code-broken`, `key-unknown`."""
    signed = proof.read(code)
    return Verdict(_worth(signed, trust), signed.claim, {})


def judge_file(data: bytes, trust: Trust) -> Verdict:
    """The verdict on a PDF or a picture. Raises `Mistakes` also for a file without a code, or one that says two things.

    What a PDF proves is its attached facts and the code on its page, which must say the same; and both must stand on
    the page in letters, or somebody wrote other letters over a good code.
    """
    if len(data) > MOST_BYTES:
        raise Mistakes([mistake("proof-too-large", most=MOST_BYTES // 1_000_000)])
    if data.startswith(b"%PDF"):
        return _judge_pdf(data, trust)
    return judge(code_in(data), trust)


def code_in(data: bytes) -> str:
    """The code that a photo or a scan shows. Raises `Mistakes`: `proof-no-picture`, `proof-no-code`."""
    try:
        with Image.open(BytesIO(data)) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise Mistakes([mistake("proof-too-large", most=MOST_BYTES // 1_000_000)])
            picture = ImageOps.exif_transpose(opened).convert("L")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as broken:
        raise Mistakes([mistake("proof-no-picture")]) from broken
    return _code_of(picture)


def _code_of(picture: Image.Image) -> str:
    found = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    texts = [each.text for each in found if each.valid]
    for text in texts:
        try:
            proof.read(text)
        except Mistakes:
            continue
        return text
    raise Mistakes([mistake("proof-foreign-code" if texts else "proof-no-code")])


def _judge_pdf(data: bytes, trust: Trust) -> Verdict:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as broken:
        raise Mistakes([mistake("proof-no-picture")]) from broken
    with document:
        attached = next(_attached(document), None)
        page = document[0]
        picture = page.render(scale=_DPI / 72, grayscale=True).to_pil()
        letters = _bare(page.get_textpage().get_text_bounded())
    code = _code_of(picture)
    verdict = judge(code, trust)
    told: dict[str, Any] = {
        "number": verdict.claim.number,
        "entrant": verdict.claim.entrant.removesuffix("…"),
    }
    if attached is not None:
        told = proof.opened("facts", attached, trust.keys)
        if proof.read(str(told.get("code"))) != proof.read(code):
            raise Mistakes([mistake("proof-two-things")])
    if any(_bare(str(told[name])) not in letters for name in ("number", "entrant")):
        raise Mistakes(
            [mistake("proof-other-letters", number=str(told["number"]), entrant=str(told["entrant"]))]
        )
    return Verdict(verdict.worth, verdict.claim, told if attached is not None else {})


def _attached(document: pypdfium2.PdfDocument) -> Iterator[bytes]:
    for index in range(document.count_attachments()):
        held = document.get_attachment(index)
        if held.get_name() == _FACTS:
            data = bytes(held.get_data())
            json.loads(data)
            yield data


def _worth(signed: proof.Signed, trust: Trust) -> Worth:
    if not proof.proved(signed, trust.keys):
        return "forged"
    claim = signed.claim
    if claim.number in trust.revoked:
        return "revoked"
    return "expired" if claim.valid_until is not None and claim.valid_until < trust.today else "genuine"


def _bare(text: str) -> str:
    """Without what lines and hyphens do to a text when it is read back from a page."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
