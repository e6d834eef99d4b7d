"""The documents keep PDF/UA-1 and PDF/A-3a, by the reference validator; text keeps the contrast of WCAG AA."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import gallery
from reports import theme
from reports.marks import texts_of
from tests.reports import validator
from tests.reports.test_documents import DOCUMENTS, Document

documents = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)


@pytest.mark.skipif(bool(validator.missing()), reason=f"not installed: {validator.missing()}; `make verapdf`")
def test_every_document_of_the_gallery_passes_the_validator(tmp_path: Path) -> None:
    files = []
    made = {f"{number}": document()[1] for number, document in enumerate(DOCUMENTS.values())}
    for name, data in (*made.items(), *gallery.documents()):
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(data)

    assert validator.failures(files) == {}


@documents
def test_every_text_has_the_contrast_of_wcag(document: Document) -> None:
    """On the darkest ground that text stands on: 4.5, or 3 from 18 pt on (WCAG 2.1, 1.4.3)."""
    pages = document()[0]
    ground = theme.IVORY if pages[0].size == theme.A4_LANDSCAPE else theme.MIST

    faint = {
        (line.text, round(theme.contrast(line.colour, ground), 2))
        for page in pages
        for line in texts_of(page)
        if theme.contrast(line.colour, ground) < (3 if line.size >= 18 else 4.5)
    }
    assert faint == set()


@pytest.mark.parametrize("paper", [(255, 255, 255), (20, 30, 40), (120, 120, 120)])
def test_a_colour_is_made_legible_on_any_ground(paper: tuple[int, int, int]) -> None:
    ground = theme.Colour(*paper)

    assert theme.contrast(theme.legible(theme.GOLD, ground), ground) >= 4.5
