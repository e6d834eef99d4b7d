"""Values that the documents are tried with, and a reader of finished PDFs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import pypdfium2

from bot.phrases import Phrases
from reports.comparison import Channel, Feedback, Measure, Standing
from reports.diploma import Diploma, Signature
from reports.invitations import Card, Sheet
from reports.marks import Page, texts_of
from reports.practices import Catalogue, Practice
from reports.press import Press, Winner
from reports.standings import Group, Ranked, Rules, Standings, Unranked

SAY = Phrases().plain("pl")
MADE_AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
DIGEST = "0123456789abcdef" * 4

LONGEST = (
    "Samodzielny Publiczny Zespół Opieki Zdrowotnej – Szpital Powiatowy im. św. Jadwigi Śląskiej "
    "i bł. Gerarda w Łęczycy-Zdroju nad Gwdą Wielką w."
)
PANGRAM = "Zażółć gęślą jaźń, ZAŻÓŁĆ GĘŚLĄ JAŹŃ „№ 5”"
NAMES = ("Urząd Miejski w Wałczu", "Starostwo Powiatowe w Żywcu", "Żary", LONGEST)

RULES = Rules(
    weights=(("Wizyta", Fraction(3)), ("Telefon", Fraction(2)), ("E-mail", Fraction(3, 2))),
    threshold=Fraction(75),
    award="Licencja Jakości",
    contacts=4,
    channels=2,
    jurors=2,
)


def diploma(entrant: str, *, signatures: int = 2) -> Diploma:
    return Diploma(
        kind="licence",
        title="Licencja Jakości",
        entrant=entrant,
        place_line="Wałcz, woj. zachodniopomorskie",
        edition_title="Lider Zaufania Mieszkańców 2026",
        number="LJ/2026/0001",
        granted=date(2026, 12, 4),
        valid_until=date(2027, 12, 4),
        organiser="Fundacja Dobrego Urzędu",
        granted_in="Warszawa",
        signatures=(Signature("dr hab. Małgorzata Źdźbłowska-Ćwik", "Przewodnicząca Kapituły"),) * signatures,
    )


def standings(many: int) -> Standings:
    """So many in one group, the 2nd and 3rd equal; two unclassified; a group of nobody."""
    points = [Fraction(9_500 - 37 * index, 100) for index in range(many)]
    if many > 2:
        points[2] = points[1]
    ranked = tuple(
        Ranked(
            place=2 if index == 2 else index + 1,
            name=NAMES[index % len(NAMES)],
            where="Kamień Pomorski, woj. zachodniopomorskie",
            points=each,
            contacts=6,
            award="Licencja Jakości" if each >= 75 else "",
        )
        for index, each in enumerate(points)
    )
    unranked = (
        Unranked("Urząd Gminy Łapsze Niżne", "Łapsze Niżne", 1, "Za mało kontaktów: 1 z 4."),
        Unranked(LONGEST, "", 0, "Nie ma jeszcze żadnego zatwierdzonego kontaktu."),
    )
    groups = (Group("Miasta powyżej 50 tysięcy mieszkańców", ranked, unranked), Group("Gminy wiejskie", ()))
    return Standings("Lider Zaufania 2026", "Fundacja", date(2026, 11, 21), groups, RULES, DIGEST)


def feedback(*, classified: bool = True) -> Feedback:
    visit = Channel(
        title="Wizyta",
        weight=Fraction(3),
        contacts=2,
        value=Fraction(823, 10),
        median=Fraction(75),
        sections=(
            Measure(
                "Dojście i oznakowanie",
                Fraction(95),
                Fraction(70),
                (Fraction(61), Fraction(80)),
                Fraction(1, 4),
            ),
            Measure("Obsługa przy stanowisku", Fraction(78), Fraction(78)),
            Measure("Wiedza", Fraction(60), Fraction(77), (Fraction(60), Fraction(81)), Fraction(1, 2)),
            Measure("Na granicy", Fraction(82), Fraction(77)),
            Measure("Bez porównania", Fraction(1), None),
        ),
    )
    phone = Channel("Telefon", Fraction(2), 3, Fraction(111, 2), Fraction(71), ())
    mail = Channel("E-mail", Fraction(3, 2), 0, None, Fraction(50), ())
    return Feedback(
        edition_title="Lider Zaufania 2026",
        organiser="Fundacja",
        results_on=date(2026, 11, 21),
        entrant=LONGEST,
        place_line="Łęczyca, woj. łódzkie",
        group="Miasta",
        group_size=14,
        standing=Standing(
            3,
            shared=True,
            points=Fraction(7421, 100),
            median=Fraction(69),
            middle=(Fraction(61), Fraction(79)),
            band=(2, 5),
        )
        if classified
        else None,
        reason="" if classified else "Za mało kontaktów: 1 z 4.",
        awards=("Licencja Jakości – LJ/2026/0003",) if classified else (),
        channels=(phone, visit, mail) if classified else (),
        rules=RULES,
        digest=DIGEST,
    )


def press(many: int) -> Press:
    """So many winners, each in a group of its own, the first with the longest name."""
    return Press(
        edition_title="Lider Zaufania 2026",
        organiser="Fundacja",
        place="Kraków",
        made_on=date(2026, 12, 1),
        contact="tel. 12 345 67 89, biuro@example.org",
        embargo="",
        lead=("W konkursie wzięło udział 60 instytucji.",),
        winners=tuple(
            Winner(f"Grupa {number}", NAMES[(number + 3) % 4], "Wałcz", "Statuetka") for number in range(many)
        ),
        measured=(PANGRAM,),
        digest=DIGEST,
    )


def catalogue(many: int) -> Catalogue:
    """So many practices in one group; the first has everything, and all that may be long is long."""
    whole = Practice(
        group="Miasta powyżej 50 tysięcy mieszkańców",
        title=PANGRAM,
        entrant=LONGEST,
        where="Wałcz, woj. zachodniopomorskie",
        awards=("Statuetka", "Wyróżnienie Nadzwyczajne"),
        description=(" ".join([PANGRAM] * 60), "Krótko."),
        reason=" ".join([PANGRAM] * 8),
        ahead=("Obsługa (Telefon): +12,3 p.p.",),
    )
    bare = Practice(whole.group, "Żary", "", "", ("Statuetka",), ())
    return Catalogue("Lider Zaufania 2026", "Fundacja", "", "", (whole, bare, whole)[:many], DIGEST)


def opened(data: bytes) -> Any:
    """The document as an independent reader sees it; it closes as a context manager."""
    return pypdfium2.PdfDocument(data)


def read_back(data: bytes) -> tuple[str, ...]:
    """The text of each page as an independent reader finds it, without white space."""
    with opened(data) as document:
        return tuple("".join(page.get_textpage().get_text_bounded().split()) for page in document)


def text_of(pages: Iterable[Page]) -> tuple[str, ...]:
    """Every line of text of a document in its order: what a reader reads."""
    return tuple(mark.text for page in pages for mark in texts_of(page))


def laid_out(pages: tuple[Page, ...]) -> tuple[str, ...]:
    """The text of each page as it was laid out, without white space."""
    return tuple("".join("".join(text_of([page])).split()) for page in pages)


def invitations(many: int) -> Sheet:
    """So many cards from number 12 on, each with a link of the length that the bot makes."""
    link = "https://t.me/incognito_konkurs_bot?start={:032}"
    cards = tuple(Card(number, link.format(number)) for number in range(12, 12 + many))
    return Sheet(cards, date(2026, 11, 28))
