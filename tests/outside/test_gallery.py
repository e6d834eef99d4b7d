"""The whole gallery keeps PDF/UA-1 and PDF/A-3a, by the reference validator: a minute and a half of it, so `make verapdf` asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import gallery
from tests.reports import validator


@pytest.mark.skipif(bool(validator.missing()), reason=f"not installed: {validator.missing()}; `make verapdf`")
def test_every_document_of_the_gallery_passes_the_validator(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = dict(gallery.documents())

    assert validator.failures(made, tmp_path) == {}
    with capsys.disabled():
        print(
            f"veraPDF: {len(made)} documents of the gallery, 0 failures ({' and '.join(validator.FLAVOURS)})"
        )
