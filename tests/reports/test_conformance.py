"""The documents keep PDF/UA-1 and PDF/A-3a, by the reference validator; text keeps the contrast of WCAG AA."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports import pades, theme
from reports.marks import texts_of
from tests.reports import a_seal, validator
from tests.reports.test_documents import DOCUMENTS, Document

documents = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)


@pytest.mark.skipif(bool(validator.missing()), reason=f"not installed: {validator.missing()}; `make verapdf`")
def test_every_kind_of_document_passes_the_validator_also_sealed(tmp_path: Path) -> None:
    """All of the gallery: `tests/outside/test_gallery.py`, by `make verapdf`."""
    seal, _ = a_seal.made()
    made = {name: document()[1] for name, document in DOCUMENTS.items()}
    made |= {f"{name}, sealed": pades.sealed(made[name], seal) for name in ("longest diploma", "feedback")}

    assert validator.failures(made, tmp_path) == {}


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
