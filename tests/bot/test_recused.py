"""Who has an interest at an entrant sees nothing of it: every screen that an organiser or an expert can reach, found by
walking from each command of the table through every button, is the same as if that entrant did not exist.

Nothing that is tapped here happens: each step is a transaction that is undone when its answers have been read.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
import pytest_asyncio

from bot import dispatch, identity, planned, rulebook, workshop
from bot.config import Config, EditionTable, Organiser
from bot.house import House, Turn
from bot.incoming import Incoming, Tap, Words
from bot.messages import Edit, Message, Send, SendDocument, SendEvidence, SendText, thaw
from bot.phrases import catalogue
from bot.roles import DECIDING
from bot.routes import COMMANDS
from contest.assignment import State
from contest.entrants import Entrant
from contest.mistakes import Mistakes, tell
from storage import audits, edition, jurors, outbox, people, recusals
from storage.database import Database, Writing
from storage.due import Row
from tests.bot.conftest import EDITION, START
from tests.bot.office import CHECKER, OWNER, Office, Still, unrotated
from tests.bot.tasks import give

WALKED = [word for word, one in COMMANDS.items() if one.roles & DECIDING]
"""Every command for somebody who may have an interest."""


pytestmark = pytest.mark.asyncio(loop_scope="module")

RECUSED = "O-13"
GMINA = Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="mazowieckie", town="Wieliszew")
MIASTO = Entrant(0, "Gmina Jawna", "gmina_wiejska", voivodeship="mazowieckie", town="Jawna")
HIDDEN = Entrant(
    0,
    "Gmina Zakazana",
    "gmina_wiejska",
    voivodeship="mazowieckie",
    town="Zakazana",
    email="zakazana@example.org",
)
MOST = 80
"""Screens that are looked at from one command."""
WHOLE = {"kopia", "eksport", "dziennik"}
"""What holds everything by its nature: a copy, the numbers to recount, a chain that has no gaps."""
LESS = {"ranking", "publikuj", "ogloszenie", "ukryj"}
"""Where a recused person reads less than others do, or counts of readers and of one's own messages: only names are told apart."""
OWN = {"konflikt", "moje_dane"}
"""Where one reads what one told oneself."""
_CHANCE = re.compile(
    r"ziarno losowania [\d\u00a0\u202f ]+|<code>[0-9a-f… ]+</code>|start=[\w-]+|dostaje zadanie <b>\d+/\w+</b>"
)
"""What chance says; and the number of a new contact, which counts all of them."""
_NONCE = re.compile(r"[\w-]{12,}")
_STEPS = 3
"""Taps away from a command."""


class _Undone(Exception):  # noqa: N818 -- not an error: the way back
    """The transaction is not kept."""


async def _world(folder: Path, *, hidden: bool, frozen: bool) -> Office:
    """An edition in which something of everything happened; with or without the entrant that must not be seen."""
    config = Config(
        home=folder,
        edition=EditionTable(folder=str(EDITION)),
        organisers=(Organiser(telegram_id=1, name="Biuro", roles=("owner",)),),
    )
    db = await Database.open(config.database, key=identity.own_key(config))
    rules = unrotated(replace(await rulebook.publish(EDITION, db, START), steps={}))
    clock = Still(START)
    house = House(config, rules, db, clock, catalogue(), bot_name="incognito_bot", dice=Random(7))

    async def enlist(tx: Writing) -> None:
        held = {OWNER: ["owner"], CHECKER: ["checker"], RECUSED: sorted(DECIDING)}
        for number, (code, roles) in enumerate(held.items(), start=1):
            await people.enlist(tx, code, number, name="", language="pl", at=START)
            await people.grant(tx, code, roles)
        await planned.plan_dates(house, tx)

    await db.transact(enlist)
    office = Office(house, clock)
    await office.has(GMINA, MIASTO)
    for code in ("J-20", "J-21", "J-28", "J-29"):
        await office.joins(code)
    for code in ("J-28", "J-29"):
        await db.transact(lambda tx, code=code: jurors.pause(tx, code))  # type: ignore[misc] # mypy knows no default of a lambda
    await db.transact(lambda tx: edition.advance(tx, "collecting", by=OWNER, at=START))
    await _work(office, 1, ("J-20", "J-21"))
    if hidden:
        await office.has(HIDDEN)
        await db.transact(lambda tx: recusals.declare(tx, RECUSED, 3, "work", by=OWNER, at=START))
        await _work(office, 3, ("J-28", "J-29"))
        await db.transact(lambda tx: jurors.declare_conflict(tx, "J-29", 3, "offer", START))
    if frozen:
        await _freeze(office)
    return office


async def _freeze(office: Office) -> None:
    """Everything is checked, the collecting is over, the results are frozen and the awards granted."""
    for audit in await audits.waiting(office.house.db.reading):
        await office.taps_data(CHECKER, f"cy:{audit.id}")
    settings = office.house.rules.settings
    office.clock.at = settings.utc(settings.dates.collecting_until) + timedelta(hours=1)
    await office.ticks()
    for command, yes in (("/zamroz", "Zamroź"), ("/nagrody", "Przy")):
        await office.taps(OWNER, (await office.writes(OWNER, command))[-1], yes)
    assert await edition.phase(office.house.db.reading) == "frozen"


async def _work(office: Office, entrant: int, pair: tuple[str, str]) -> None:
    """One contact in each of the states that a screen tells of."""
    first, second = pair
    await give(office, first, entrant, "wizyta")
    await give(office, second, entrant, "social", State.RUNNING)
    for juror, channel in ((first, "www"), (second, "email"), (first, "telefon")):
        await office.submits(await give(office, juror, entrant, channel))
    newest = (await audits.waiting(office.house.db.reading))[-1]
    await office.taps_data(CHECKER, f"cy:{newest.id}")


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=("collecting", "frozen"))
async def worlds(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> AsyncIterator[tuple[Office, Office]]:
    """With the hidden entrant, and without. One pair for all: nobody changes anything there."""
    folder, frozen = tmp_path_factory.mktemp("worlds"), request.param == "frozen"
    seen = [await _world(folder / name, hidden=name == "with", frozen=frozen) for name in ("with", "without")]
    yield seen[0], seen[1]
    for office in seen:
        await office.house.db.close()


def _texts(message: Message) -> list[str]:
    match message:
        case Send(text=text, rows=rows) | Edit(text=text, rows=rows):
            return [text, *(button.label for line in rows for button in line)]
        case SendDocument(name=name, caption=caption) | SendText(name=name, caption=caption):
            return [name, caption]
        case SendEvidence(caption=caption):
            return [caption]
        case _:
            return []


async def _peek(office: Office, incoming: Incoming) -> tuple[list[str], list[str]]:
    """What the recused person would read, and the data of the buttons below it."""
    house = replace(office.house, dice=Random(7))
    person = await people.find(house.db.reading, RECUSED)
    assert person is not None
    said: list[str] = []
    data: list[str] = []

    async def act(tx: Writing) -> None:
        before = await tx.one(int, "SELECT coalesce(max(id), 0) FROM outbox")
        turn = Turn(house, tx, person, office.clock.at, "peek")
        await dispatch.answer(turn, incoming, prepared)
        rows = await tx.all(
            int, "SELECT id FROM outbox WHERE id > :before AND person = :code", before=before, code=RECUSED
        )
        for number in rows:
            row = await outbox.find(tx, number)
            assert row is not None
            message = thaw(row.body)
            said.extend(_texts(message))
            if isinstance(message, Send | Edit):
                data.extend(button.data for line in message.rows for button in line)
        raise _Undone

    try:
        prepared = await dispatch.prepare(house, person, incoming, None)
        await house.db.transact(act)
    except _Undone:
        pass
    except Mistakes as refused:
        say = house.phrases.plain(person.language)
        said = [tell(say, one) for one in refused.found]
    return said, data


async def _walk(office: Office, first: str) -> Mapping[str, list[str]]:
    """Every screen within a few taps of a command: what was tapped, and what is read there."""
    found: dict[str, list[str]] = {}
    ahead = deque([(first, 0)])
    while ahead and len(found) < MOST:
        step, depth = ahead.popleft()
        if step in found:
            continue
        incoming = Words(step, 10**6) if step.startswith("/") else Tap(step, "peek", None)
        said, data = await _peek(office, incoming)
        found[step] = [_CHANCE.sub("…", text) for text in said]
        if depth < _STEPS:
            ahead.extend((each, depth + 1) for each in data if not _elsewhere(each))
    return found


@pytest.mark.parametrize("word", WALKED)
async def test_a_recused_person_sees_neither_rows_nor_counts(
    worlds: tuple[Office, Office], word: str
) -> None:
    there, absent = worlds
    for said in (f"/{word}", f"/{word} zakaz"):
        seen = await _walk(there, said)
        if word not in OWN:
            assert [(step, text) for step, texts in seen.items() for text in texts if _named(text)] == []
        if word not in WHOLE | LESS | OWN:
            assert seen == await _walk(absent, said)


async def test_what_is_sent_to_a_recused_person_tells_nothing_of_it(worlds: tuple[Office, Office]) -> None:
    there, absent = [await _sent(office) for office in worlds]
    assert there == absent


async def test_a_preliminary_file_leaves_it_out_and_a_frozen_one_is_refused_with_the_reason(
    worlds: tuple[Office, Office],
) -> None:
    there, _ = worlds
    if await edition.phase(there.house.db.reading) == "frozen":
        said, _ = await _peek(there, Tap("d:csv", "peek", None))
        assert said[0].startswith("Ranking jest zamrożony, a plik z pieczęcią zawsze obejmuje wszystkich")
    else:
        made = await workshop.make(there.house, Row("k", "documents", f"ranking.csv:{RECUSED}", START))
        text = made.files[0].content.decode("utf-8-sig")
        assert "Gmina Wieliszew" in text
        assert "Gmina Zakazana" not in text


async def _sent(office: Office) -> list[str]:
    """What came to the recused person by itself; the files of everybody, which they do not get, left out."""
    db = office.house.db.reading
    rows = [
        await outbox.find(db, number)
        for number in await db.all(
            int, "SELECT id FROM outbox WHERE person = :code ORDER BY id", code=RECUSED
        )
    ]
    told = [thaw(row.body) for row in rows if row is not None]
    texts = [text for message in told if not isinstance(message, SendDocument) for text in _texts(message)]
    return [
        _CHANCE.sub("…", text)
        for text in texts
        if not text.startswith(("Ranking do wydruku", "Dokumenty są gotowe"))
    ]


def _elsewhere(data: str) -> bool:
    """Not followed: a proposal is gone with the step that made it, and a shortcut is a command of its own."""
    return data.startswith("go:") or any(_NONCE.fullmatch(part) for part in data.split(":")[1:])


def _named(text: str) -> bool:
    """Whether a text names the hidden entrant, rather than repeats what was typed."""
    return "gmina zakazana" in text.casefold() or "zakazana@" in text
