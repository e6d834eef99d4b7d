"""`make gallery`: every document with ordinary and extreme facts, as PDF and as pictures of its pages.

Look at them after every change of the look. Names and results are invented.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

from benchmarks import invented
from benchmarks.invented import GRANTED, KEY, LONGEST, MADE_AT, SAY
from contest.awards import LICENCE
from reports import (
    diploma,
    emblem,
    feedback,
    gala,
    invitations,
    pictures,
    practices,
    press,
    protocol,
    shifts,
    standings,
)
from reports.comparison import Words
from reports.compile import Facts, diploma_of, standings_of
from reports.council import gala_of, protocol_of
from reports.diploma import Diploma, Look, Signature
from reports.invitations import Card, Sheet
from reports.peers import feedback_of, judged_of, titles_of
from reports.pictures import Line, Screen, Stretch
from reports.published import catalogue_of, press_of
from reports.shifts import Row
from reports.theme import Colour, Palette

_CREST = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 120">
<path d="M5 5H95V65C95 95 70 110 50 117C30 110 5 95 5 65Z" fill="#7a1528" stroke="#c9a24a" stroke-width="4"/>
<path d="M50 20l9 19 21 3-15 15 4 21-19-10-19 10 4-21-15-15 21-3z" fill="#f2e3b3"/>
<rect x="20" y="86" width="60" height="6" fill="#f2e3b3"/></svg>"""
_WORDS = (
    Words("Wizyta", "Co zasługuje na pochwałę?", "Pani przy okienku sama zapytała, czy wszystko jest jasne."),
    Words("Wizyta", "Co warto poprawić?", "Numerki były schowane za drzwiami i [ukryto] musiał je pokazać."),
    Words("E-mail", "Co warto poprawić?", "Odpowiedź odsyła do regulaminu bez podania strony. " * 6),
)
_SHOWN = (
    ("diploma", "dyplom-licencja-1", 936),
    ("ranking", "ranking-zwykły-1", 579),
    ("report", "raport-najdłuższa-nazwa-2", 579),
    ("progress", "czat-postęp-jasny", 532),
)
"""In README: the picture, the page it shows, its width in pixels."""
_PEOPLE = (
    Signature("dr hab. Małgorzata Źdźbłowska-Ćwik, prof. uczelni", "Przewodnicząca Kapituły"),
    Signature("Jan Gżegżółka", "Prezes Zarządu"),
    Signature("Zofia Brzęczyszczykiewicz-Nowakowska", "Sekretarz Kapituły"),
    Signature("Stanisław Żak", "w imieniu jurorów"),
)


def documents() -> Iterator[tuple[str, bytes]]:
    """The name and the file of every document."""
    for name, made in (*_diplomas(), *_recoloured()):
        yield f"dyplom-{name}", diploma.draw(made, SAY, MADE_AT)
    yield "zaproszenia", invitations.draw(_sheet(), SAY, MADE_AT)
    for name, facts in _rankings():
        yield f"ranking-{name}", standings.draw(standings_of(facts, SAY), SAY, MADE_AT)
    yield from _deciding()
    checklists = invented.rules().current.values()
    titles, judged = titles_of(checklists), judged_of(checklists)
    for name, facts, entrant in _reports():
        words = _WORDS if name == "najlepszy" else ()
        report = feedback_of(facts, entrant, titles, say=SAY, words=words, judged=judged)
        yield f"raport-{name}", feedback.draw(report, SAY, MADE_AT)


def _sheet() -> Sheet:
    """A page and a bit of invitations."""
    link = "https://t.me/notes_terenowy_bot?start={:032}"
    return Sheet(tuple(Card(number, link.format(number)) for number in range(1, 17)), GRANTED)


def _deciding() -> Iterator[tuple[str, bytes]]:
    """What the experts' table leaves: ordinary, large with the longest names, and empty."""
    titles = titles_of(invented.rules().current.values())
    for name, facts, table in invented.tables():
        yield f"protokół-{name}", protocol.draw(protocol_of(facts, table, SAY), SAY, MADE_AT)
        yield f"gala-{name}", gala.draw(gala_of(facts, table, SAY), SAY, MADE_AT)
        yield f"prasa-{name}", press.draw(press_of(facts, table, SAY), SAY, MADE_AT)
        made = catalogue_of(facts, table, titles, SAY)
        yield f"katalog-{name}", practices.draw(made, SAY, MADE_AT)


def chat_pictures() -> Iterator[tuple[str, bytes]]:
    """The pictures of the chat, in light and in dark."""
    settings = invented.rules().settings
    done = ((40, 6, 31), (40, 12, 20), (40, 0, 40), (40, 9, 0), (0, 0, 0))
    stretches = [
        Stretch(channel.name, *numbers) for channel, numbers in zip(settings.channels, done, strict=True)
    ]
    facts = _ordinary()
    table = facts.tables[0]
    named = [LONGEST, *(facts.entrants[place.result.entrant].name for place in table.places[1:])]
    lines = [
        Line(place.number, name, place.result.total or Fraction(0), (place.result.total or 0) >= 75)
        for place, name in zip(table.places, named, strict=True)
    ]
    for name, screen in (("jasny", pictures.LIGHT), ("ciemny", pictures.DARK)):
        yield f"czat-postęp-{name}", pictures.progress(facts.title, stretches, SAY, screen=screen)
        group = table.group.name if table.group else ""
        yield f"czat-ranking-{name}", pictures.standings(facts.title, group, lines[:10], SAY, screen=screen)
        yield f"czat-symulacja-{name}", _simulated(facts, screen)
    yield "czat-ranking-pusty", pictures.standings(facts.title, "Powiaty", [], SAY, screen=pictures.LIGHT)


def _simulated(facts: Facts, screen: Screen) -> bytes:
    """The first group as it is, and with every third entrant three places lower."""
    names = [facts.entrants[place.result.entrant].name for place in facts.tables[0].places[:12]]
    then = sorted(range(len(names)), key=lambda index: index + (3.5 if index % 3 == 0 else 0))
    rows = [
        Row(
            LONGEST if index == 1 else name,
            index + 1,
            then.index(index) + 1,
            (index < 4, then.index(index) < 5),
        )
        for index, name in enumerate(names)
    ]
    return shifts.shifts("Telefon waży 30", "Gminy wiejskie", rows, SAY, screen=screen)


def _ordinary() -> Facts:
    taking_part = invented.entrants(40)
    return invented.facts(taking_part, invented.contacts(taking_part))


def _diplomas() -> Iterator[tuple[str, Diploma]]:
    facts = _ordinary()
    award = next(each for each in facts.awards if each.kind == LICENCE)
    plain = diploma_of(facts, award, SAY, granted=GRANTED, key=KEY)
    yield "licencja", plain
    yield "najkrótsza-nazwa", replace(plain, entrant="Żyto.")
    yield "najdłuższa-nazwa", replace(plain, entrant=LONGEST, signatures=_PEOPLE)
    yield "jedno-długie-słowo", replace(plain, entrant="Ż" * 140)
    yield "bez-kodu-i-miejsca", replace(plain, code="", facts=b"", place_line="", signatures=_PEOPLE[:1])
    titles: dict[diploma.Kind, str] = {
        "nominee": "Statuetka",
        "statuette": "Statuetka",
        "extraordinary": "Wyróżnienie Nadzwyczajne",
        "mark": "Znak Jakości",
        "winner": "Samorządowy Lider Zarządzania",
        "distinction": "Wyróżnienie",
    }
    for kind, title in titles.items():
        group = "W grupie miast na prawach powiatu i miast powyżej 50 tys. mieszkańców, w dziedzinie kultury"
        lasting = plain.valid_until if kind == "mark" else None
        grouped = group if kind in ("winner", "distinction") else ""
        made = replace(
            plain, kind=kind, title=title, valid_until=lasting, group=grouped, signatures=_PEOPLE[:3]
        )
        yield kind, made


def _recoloured() -> Iterator[tuple[str, Diploma]]:
    plain = next(_diplomas())[1]
    crest = emblem.read(_CREST, "znak.svg")
    wine = Palette(Colour.from_hex("#5A1020"), Colour.from_hex("#8C6A3A"), Colour.from_hex("#FFFDF8"))
    night = Palette(Colour.from_hex("#F4ECD8"), Colour.from_hex("#C9A45C"), Colour.from_hex("#16233F"))
    yield "barwy-i-znak", replace(plain, look=Look(wine, crest))
    yield "ciemny-papier", replace(plain, look=Look(night))


def _rankings() -> Iterator[tuple[str, Facts]]:
    yield "zwykły", _ordinary()
    many = invented.entrants(60, kinds={"gmina_wiejska": "Gmina"})
    yield "60-w-grupie", invented.facts(many, invented.contacts(many))
    alone = invented.entrants(1)
    yield "jeden-uczestnik", invented.facts(alone, invented.contacts(alone))
    few = invented.entrants(6, kinds={"powiat": "Powiat"})
    yield "remisy", invented.facts(few, invented.tied(invented.contacts(few), 80))
    yield "bez-nagród", invented.facts(few, invented.tied(invented.contacts(few), 40))
    named = (replace(few[0], name=LONGEST), *few[1:])
    yield "bez-kontaktów", invented.facts(named, ())


def _reports() -> Iterator[tuple[str, Facts, int]]:
    facts = _ordinary()
    order = [place.result.entrant for table in facts.tables for place in table.places]
    yield "zwykły", facts, order[len(order) // 2]
    yield "najlepszy", facts, order[0]
    few = invented.entrants(6, kinds={"powiat": "Powiat"})
    named = (replace(few[0], name=LONGEST), *few[1:])
    met = invented.contacts(named)
    yield "najdłuższa-nazwa", invented.facts(named, met), 1
    lonely = tuple(each for each in met if each.entrant != 1 or each.channel == "wizyta")
    yield "niesklasyfikowany", invented.facts(named, lonely), 1
    alone = invented.entrants(1)
    yield "jeden-w-grupie", invented.facts(alone, invented.contacts(alone)), 1
    only = tuple(each for each in met if each.entrant != 1 or each.channel in ("wizyta", "telefon"))
    yield "brak-kanałów", invented.facts(named, only), 1
    yield "remis", invented.facts(few, invented.tied(invented.contacts(few), 80)), 1


def rasters(data: bytes, *, dpi: int) -> Iterator[bytes]:
    """The pages as PNG."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            out = BytesIO()
            page.render(scale=dpi / 72).to_pil().save(out, "PNG")
            yield out.getvalue()


def hang(folder: Path, *, dpi: int, say: Callable[[str], None] = print) -> int:
    """Write them all; how many there are. What hung there before comes down: a page too many would mislead."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in (*folder.glob("*.pdf"), *folder.glob("*.png")):
        old.unlink()
    count = 0
    for name, data in documents():
        (folder / f"{name}.pdf").write_bytes(data)
        for number, picture in enumerate(rasters(data, dpi=dpi), 1):
            (folder / f"{name}-{number}.png").write_bytes(picture)
        say(f"{name}: {len(data) // 1024} kB")
        count += 1
    for name, picture in chat_pictures():
        (folder / f"{name}.png").write_bytes(picture)
        count += 1
    return count


def picture_book(gallery: Path, folder: Path) -> None:
    """The pictures of README, each as wide as it is shown there, from pages that hang in the gallery."""
    for name, page, width in _SHOWN:
        with Image.open(gallery / f"{page}.png") as opened:
            height = round(opened.height * width / opened.width)
            opened.convert("RGB").resize((width, height), Image.Resampling.LANCZOS).save(
                folder / f"{name}.png", optimize=True
            )


if __name__ == "__main__":
    asked = argparse.ArgumentParser(
        description="Every document with ordinary and extreme facts, as PDF and PNG."
    )
    asked.add_argument("--out", type=Path, default=Path("gallery"))
    asked.add_argument("--dpi", type=int, default=90)
    asked.add_argument(
        "--book", type=Path, help="write the four pictures of README there (--dpi 180 for fine ones)"
    )
    given = asked.parse_args()
    print(f"{hang(given.out, dpi=given.dpi)} documents in {given.out}")
    if given.book:
        picture_book(given.out, given.book)
