"""Every document: what is read back is what was laid out, it fits its pages, and the same facts give the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from reports import diploma, feedback, fonts, invitations, practices, press, standings
from reports.marks import Page, texts_of
from tests.reports import samples

Drawn = tuple[tuple[Page, ...], bytes]
Document = Callable[[], Drawn]


def _diploma(entrant: str) -> Drawn:
    value = samples.diploma(entrant)
    return diploma.layout(value, samples.SAY), diploma.draw(value, samples.SAY, samples.MADE_AT)


def _standings(many: int) -> Drawn:
    value = samples.standings(many)
    return standings.layout(value, samples.SAY), standings.draw(value, samples.SAY, samples.MADE_AT)


def _feedback(*, classified: bool) -> Drawn:
    value = samples.feedback(classified=classified)
    return feedback.layout(value, samples.SAY), feedback.draw(value, samples.SAY, samples.MADE_AT)


def _invitations(many: int) -> Drawn:
    value = samples.invitations(many)
    return invitations.layout(value, samples.SAY), invitations.draw(value, samples.SAY, samples.MADE_AT)


def _press(many: int) -> Drawn:
    value = samples.press(many)
    return press.layout(value, samples.SAY), press.draw(value, samples.SAY, samples.MADE_AT)


def _catalogue(many: int) -> Drawn:
    value = samples.catalogue(many)
    return practices.layout(value, samples.SAY), practices.draw(value, samples.SAY, samples.MADE_AT)


DOCUMENTS: dict[str, Document] = {
    "shortest diploma": lambda: _diploma("Żary"),
    "longest diploma": lambda: _diploma(samples.LONGEST),
    "diploma with every Polish letter": lambda: _diploma(samples.PANGRAM),
    "one word of 140 letters": lambda: _diploma("Ż" * 140),
    "letters that no face has": lambda: _diploma("Urząd 市役所 ☃ w Łodzi\x00\x1f"),
    "standings of one": lambda: _standings(1),
    "standings of sixty": lambda: _standings(60),
    "feedback": lambda: _feedback(classified=True),
    "feedback of an unclassified": lambda: _feedback(classified=False),
    "press note of sixty winners": lambda: _press(60),
    "press note of nobody": lambda: _press(0),
    "catalogue": lambda: _catalogue(3),
    "catalogue of nothing": lambda: _catalogue(0),
    "one invitation": lambda: _invitations(1),
    "invitations on two pages": lambda: _invitations(13),
}
documents = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)


@documents
def test_what_is_read_is_what_was_laid_out(document: Document) -> None:
    pages, data = document()

    assert samples.read_back(data) == samples.laid_out(pages)


@documents
def test_every_letter_has_a_glyph(document: Document) -> None:
    pages, _ = document()

    texts = [mark for page in pages for mark in texts_of(page)]
    missing = {
        letter for mark in texts for letter in mark.text if ord(letter) not in fonts.cut(mark.face).widths
    }
    assert missing == set()


@documents
def test_every_line_is_within_its_page(document: Document) -> None:
    pages, _ = document()

    outside = [
        mark.text
        for page in pages
        for mark in texts_of(page)
        if not (
            mark.x >= 15
            and mark.x + mark.width <= page.size.width - 15
            and 10 < mark.y < page.size.height - 9
        )
    ]
    assert outside == []


@documents
def test_the_same_facts_give_the_same_bytes(document: Document) -> None:
    assert document()[1] == document()[1]


def test_another_process_gives_the_same_bytes() -> None:
    script = (
        "import hashlib; from tests.reports.test_documents import DOCUMENTS; "
        "print(hashlib.sha256(b''.join(d()[1] for d in DOCUMENTS.values())).hexdigest())"
    )
    here = hashlib.sha256(b"".join(document()[1] for document in DOCUMENTS.values())).hexdigest()

    there = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert there.stdout.strip() == here


def test_widths_are_those_that_a_viewer_shows() -> None:
    """The reader's own box of the name, against our measure of it; ink is a little narrower than its advance."""
    pages, data = _diploma("Urząd Miejski w Wałczu")
    name = next(mark for mark in texts_of(pages[0]) if mark.text.startswith("Urząd"))

    with samples.opened(data) as document:
        text = document[0].get_textpage()
        start = text.get_text_range().index("Urząd")
        left, right = text.get_charbox(start)[0], text.get_charbox(start + len(name.text) - 1)[2]

    shown = (right - left) * fonts.MM_PER_POINT
    assert name.width - 1.5 < shown <= name.width


def test_a_document_tells_its_title_and_language() -> None:
    data = diploma.draw(samples.diploma("Żary"), samples.SAY, samples.MADE_AT)

    with samples.opened(data) as document:
        told = document.get_metadata_dict()

    assert told["Title"] == "Licencja Jakości – Żary"
    assert told["CreationDate"] == "D:20261121093000Z"
    assert b"<dc:language><rdf:Bag><rdf:li>pl</rdf:li></rdf:Bag></dc:language>" in data


def test_a_name_that_grows_moves_what_is_below_it() -> None:
    def baseline(entrant: str) -> float:
        texts = texts_of(_diploma(entrant)[0][0])
        name = max(
            index
            for index, mark in enumerate(texts)
            if mark.size >= 18 and mark.face == fonts.Face.SERIF_SEMIBOLD
        )
        return texts[name + 1].y - texts[name].y

    assert 5 < baseline("Żary") < 9
    assert 4 < baseline(samples.LONGEST) < 9


def test_a_diploma_is_for_whom_the_form_after_dla_names() -> None:
    named = replace(samples.diploma("Gmina Starogard Gdański"), genitive="Gminy Starogard Gdański")
    texts = [text.text.replace("\u00a0", " ") for text in texts_of(diploma.layout(named, samples.SAY)[0])]

    assert texts[texts.index("dla") + 1] == "Gminy Starogard Gdański"
    assert "otrzymuje" not in texts


def test_a_diploma_has_room_for_four_signatures() -> None:
    pages = diploma.layout(samples.diploma("Żary", signatures=4), samples.SAY)

    titles = [mark for mark in texts_of(pages[0]) if "Przewodnicząca" in mark.text]
    titles.sort(key=lambda mark: mark.x)
    assert len(titles) == 4
    assert all(left.x + left.width < right.x for left, right in pairwise(titles))


def test_a_font_that_is_not_installed_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    from contest.mistakes import Mistakes, tell

    monkeypatch.setitem(fonts._PACKAGES, "Spectral", "fontpkg_absent")
    monkeypatch.setattr(fonts, "_SYSTEM", ())

    with pytest.raises(Mistakes) as refused:
        fonts.cut.__wrapped__(fonts.Face.SERIF)

    assert [tell(samples.SAY, each) for each in refused.value.found] == [
        "Brakuje czcionki Spectral-Regular.ttf. Zainstaluj pakiet fontpkg-absent (pip install fontpkg-absent) i spróbuj ponownie."
    ]


def test_a_font_whose_package_is_lost_is_taken_from_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wanted = fonts.cut(fonts.Face.SERIF)
    (tmp_path / "spectral").mkdir()
    (tmp_path / "spectral" / "Spectral-Regular.ttf").write_bytes(fonts._file(fonts.Face.SERIF))
    monkeypatch.setitem(fonts._PACKAGES, "Spectral", "fontpkg_absent")
    monkeypatch.setattr(fonts, "_SYSTEM", (tmp_path,))

    assert fonts.cut.__wrapped__(fonts.Face.SERIF).widths == wanted.widths


def test_a_nomination_has_no_end_of_validity() -> None:
    value = replace(samples.diploma("Żary"), kind="nominee", valid_until=None)

    said = "".join(samples.laid_out(diploma.layout(value, samples.SAY)))

    assert "4grudnia2026r." in said
    assert "Ważna" not in said


def test_printing_loads_nothing_that_letters_do_not_need() -> None:
    """Twenty megabytes of numpy, locks and signatures come with the printing library when somebody lets them in."""
    script = (
        "import sys\nfrom tests.reports import samples\nfrom reports import diploma\n"
        "diploma.draw(samples.diploma('Żary'), samples.SAY, samples.MADE_AT)\n"
        "print(*sorted({'cryptography', 'fpdf', 'lxml', 'numpy', 'pyhanko', 'uharfbuzz'} & sys.modules.keys()))"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert told.stdout.split() == ["fpdf"]
