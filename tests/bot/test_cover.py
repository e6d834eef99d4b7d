"""What a lock screen shows of a message that nobody asked for names neither the institution nor the contest.

A phone shows the first lines of a push. Everything that comes to a juror by itself, or because of what an organiser
did, is played through here; what comes after the juror's own tap may say more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

from bot import gap
from bot.phrases import LANGUAGES
from contest.assignment import State
from contest.entrants import Entrant
from storage import assignments, due
from storage.assignments import Assignment
from storage.database import Writing
from tests.bot.office import CHECKER, OWNER, Heard, Office

LOCALE = Path(__file__).parents[2] / "bot" / "locale"
PAPERS = ("documents.ftl", "cli.ftl", "proof.ftl")
"""What is printed, or read in a terminal: never on a phone's lock screen."""
WORDS = re.compile(r"konkurs|audyt|tajemnicz|\bcontest|\baudit|mystery", re.IGNORECASE)
SHOWN = 120
"""Characters that a lock screen shows."""
GMINA = Entrant(
    0,
    "Urząd Gminy Wieliszew",
    "gmina_wiejska",
    voivodeship="mazowieckie",
    powiat="legionowski",
    town="Wieliszew",
    population=21554,
    address="Modlińska 1",
    phone="22 782 27 32",
    email="gmina@wieliszew.pl",
)


def _texts(file: Path) -> Iterator[tuple[str, str]]:
    """Each phrase of a file with all that it may say, without the names of its facts."""
    for entry in FluentParser().parse(file.read_text("utf-8")).body:
        if isinstance(entry, ast.Message) and entry.value is not None:
            yield entry.id.name, " ".join(_said(entry.value))


def _said(pattern: ast.Pattern) -> Iterator[str]:
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            yield element.value
        elif isinstance(element, ast.Placeable) and isinstance(element.expression, ast.SelectExpression):
            for variant in element.expression.variants:
                yield from _said(variant.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_of_the_chat_says_what_this_is(language: str) -> None:
    files = [file for file in sorted((LOCALE / language).glob("*.ftl")) if file.name not in PAPERS]
    found = [(phrase, text) for file in files for phrase, text in _texts(file) if WORDS.search(text)]
    assert len(files) > 4
    assert found == []


@dataclass
class Story:
    """An edition in which J-20 works; everything that reached the phone by itself."""

    office: Office
    pushes: list[str] = field(default_factory=list)

    def hear(self, heard: list[Heard]) -> list[Heard]:
        """What somebody else caused."""
        self.pushes += [one.text for one in heard if one.person == "J-20" and not one.text.startswith("(")]
        return heard

    async def until(self, moment: datetime) -> None:
        self.office.clock.at = moment
        self.hear(await self.office.ticks())

    async def returns(self, task: Assignment) -> None:
        """The checker writes a comment that would betray everything."""
        await self._decides(task, "cr")

    async def excludes(self, task: Assignment) -> None:
        await self._decides(task, "cx")

    async def approves(self, task: Assignment) -> None:
        self.hear(await self.office.taps_data(CHECKER, f"cy:{await self._audit(task)}"))

    async def _decides(self, task: Assignment, act: str) -> None:
        asked = (await self.office.taps_data(CHECKER, f"{act}:{await self._audit(task)}"))[-1]
        comment = "Urząd Gminy Wieliszew w konkursie Lider Zaufania Mieszkańców: audyt"
        self.hear(await self.office.writes(CHECKER, comment, reply_to=asked.row))

    async def _audit(self, task: Assignment) -> int:
        [number] = await self.office.house.db.reading.all(
            int, "SELECT max(id) FROM audits WHERE assignment = :task", task=task.id
        )
        return number


async def _played(office: Office) -> Story:
    story = Story(office)
    await office.has(GMINA)
    await office.joins("J-20")
    shown = (await office.writes(OWNER, "/przydzial"))[-1]
    story.hear(await office.taps(OWNER, shown, "Zatwierdź"))
    tasks = await assignments.in_state(office.house.db.reading, {State.OFFERED})
    one, two, three, four, *_ = tasks

    story.hear(await office.submits(one))
    await story.returns(one)
    story.hear(await office.submits(two))
    await story.excludes(two)
    story.hear(await office.submits(three))
    await story.approves(three)
    await office.taps_data("J-20", f"ay:{four.id}")
    await office.taps_data("J-20", f"as:{four.id}")

    asked = await office.writes("J-20", "/pytanie Czy Urząd Gminy Wieliszew wie o konkursie?")
    to_owner = next(heard for heard in asked if heard.person == OWNER)
    prompt = (await office.taps(OWNER, to_owner, "Odpowiedz"))[-1]
    answer = "Urząd Gminy Wieliszew nie wie o audycie."
    story.hear(await office.writes(OWNER, answer, reply_to=prompt.row))

    async def outage(tx: Writing) -> None:
        now = office.clock.at
        await gap.tell(office.house, tx, now - timedelta(hours=1), now)

    await office.house.db.transact(outage)
    story.hear(await office.ticks())
    for row in sorted(
        await due.ripe(office.house.db.reading, datetime.max.replace(tzinfo=office.clock.at.tzinfo)),
        key=lambda row: row.at,
    ):
        await story.until(max(row.at, office.clock.at))
    return story


async def test_nothing_that_comes_by_itself_names_the_institution_or_the_contest(office: Office) -> None:
    story = await _played(office)
    settings = office.house.rules.settings
    betraying = re.compile(
        "|".join([r"wieliszew", r"modlińska", r"782", re.escape(settings.name), r"lider", WORDS.pattern]),
        re.IGNORECASE,
    )
    seen = [re.sub(r"<[^>]+>", "", text)[:SHOWN] for text in story.pushes]
    assert [text for text in seen if betraying.search(text)] == []
    for kind in (
        "Nowe zadanie",
        "wraca z prośbą o poprawkę",
        "nie wejdzie do wyniku",
        "sprawdzone i zatwierdzone",
        "wysłane. Dziękuję",
        "Jest odpowiedź na Twoje pytanie",
        "Nie działałem od",
        "czeka. Termin",
        "Minął termin",
        "wygasła bez odpowiedzi",
    ):
        assert any(kind in text for text in seen), kind


async def test_details_come_after_the_juror_s_own_tap(office: Office) -> None:
    """The rule above is no rule if nothing ever names the institution: the details do."""
    await office.has(GMINA)
    await office.joins("J-20")
    offers = await office.plans()
    shown = await office.taps_data("J-20", f"a:{offers[0].id}")
    assert "Wieliszew" in shown[-1].text
