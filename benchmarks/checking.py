"""`python -m benchmarks.checking`: what /kontrola costs a checker of a large edition, and one submission opened from it.

A database with so many submitted calls, each with its answers, texts and two photos' looks; so many of them wait for a verdict.
Copies are planted among them, and the benchmark fails when their flags are missing.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from random import Random

from rich.console import Console

from benchmarks.taps import OWNER, START
from bot import identity, rulebook
from bot.clock import Clock
from bot.config import Config, EditionTable, Organiser
from bot.demo.stage import EDITION
from bot.house import Asked, House, Turn
from bot.juror.finish import visible_answers
from bot.organiser import checking
from bot.organiser.queue import Waiting, left, prepare, waiting
from bot.phrases import catalogue
from bot.tracing import trace
from contest.answers import Amount, Answer, Chosen, Written
from contest.assignment import State
from contest.checklist import Checklist
from contest.entrants import Entrant
from contest.questions import Choice, Scale, Text, YesNo
from contest.session import Session
from storage import assignments, audits, edition, entrants, evidence, jurors, people, sessions
from storage.database import Database, Writing
from storage.evidence import Photo

_WORDS = [
    "pani",
    "pan",
    "okno",
    "pokój",
    "numer",
    "dokument",
    "opłata",
    "termin",
    "wniosek",
    "kolejka",
    "miło",
    "szybko",
    "jasno",
    "spokojnie",
    "druk",
    "kasa",
    "piętro",
]
_JURORS = 40


def _answers(dice: Random, checklist: Checklist) -> dict[str, Answer]:
    said: dict[str, Answer] = {}
    for question in checklist.questions():
        match question:
            case Text():
                said[question.id] = Written(" ".join(dice.choices(_WORDS, k=14)))
            case YesNo():
                said[question.id] = Chosen(dice.choice(("yes", "no")))
            case Choice(options=options):
                said[question.id] = Chosen(dice.choice(options).id)
            case Scale(least=least, most=most):
                said[question.id] = Amount(Decimal(dice.randint(least, most)))
            case _:
                pass
    return said


async def _fill(tx: Writing, house: House, count: int, left: int) -> None:
    """So many submissions; all but the last `left` are decided. The last two are copies of the first two, photos included."""
    dice = Random(7)
    await people.enlist(tx, OWNER, 1, name="Biuro", language="pl", at=START)
    await people.grant(tx, OWNER, ["owner", "planner", "checker"])
    for number in range(_JURORS):
        code = f"J-{20 + number}"
        await people.enlist(tx, code, 100 + number, name="", language="pl", at=START)
        await people.grant(tx, code, ["juror"])
        await jurors.begin(tx, code)
        await jurors.settle(tx, code, regions=(), channels=("telefon",), capacity=10**6)
    await entrants.add_all(
        tx,
        [Entrant(0, f"Gmina {n}", "gmina_wiejska", teryt=f"{n:07}", population=5000) for n in range(count)],
        OWNER,
        START,
    )
    await edition.advance(tx, "collecting", OWNER, START)
    checklist = house.rules.current["telefon"]
    story = next(one for one in house.rules.current_scenarios.items if one.channel == "telefon")
    first: list[tuple[dict[str, Answer], str]] = []
    for number in range(count):
        copied = number - (count - 2)
        said, look = _answers(dice, checklist), f"{dice.getrandbits(64):016x}"
        first += [(said, look)] if number < 2 else []
        if copied >= 0:
            said, look = first[copied][0], f"{int(first[copied][1], 16) ^ 5:016x}"
        at, juror = START + timedelta(minutes=number), f"J-{20 + number % _JURORS}"
        task = await assignments.offer(
            tx,
            entrant=number + 1,
            channel="telefon",
            number=1,
            juror=juror,
            scenario=story.id,
            scenarios=house.rules.current_scenarios.name,
            checklist=checklist.name,
            label="{}/Jodła".format,
            answer_by=at,
            opens_at=at,
            due_at=at,
            by=OWNER,
            at=at,
        )
        keys = (f"{number}:0", f"{number}:1")
        session = Session(
            checklist.name,
            "gmina_wiejska",
            said,
            {"polaczenie": keys},
            started_at=at,
            submitted_at=at,
        )
        stored = await sessions.begin(
            tx, juror, purpose="assignment", assignment=task, session=session, at=at
        )
        for place, question in enumerate(said):
            moment = at + timedelta(seconds=9 * place)
            await sessions.record_answer(tx, stored, question, "{}", revision=place, at=moment)
        for place, seen in enumerate((look, f"{dice.getrandbits(64):016x}")):
            photo = Photo(keys[place], f"o{number}:{place}", "image/jpeg", 1, 1, b"x" * 50_000, seen)
            await evidence.keep(tx, stored, "polaczenie", photo, at)
        kept = visible_answers(checklist, session)
        audit = await audits.submit(tx, task, session, kept, started_at=at, submitted_at=at, by=juror)
        state = State.SUBMITTED if number >= count - left else State.APPROVED
        await assignments.change(tx, task, frm=State.OFFERED, to=state, reason="", by=juror, at=at)
        await trace(house, tx, audit, task, session)
        if state is State.APPROVED:
            await audits.decide(tx, audit, "approved", "", by=OWNER, at=at)


async def _timed(house: House, what: str, console: Console) -> list[Waiting]:
    """Each screen as in the chat: weighed before the transaction, shown in one of its own; and how long it held up others."""
    checker = await people.find(house.db.reading, OWNER)
    assert checker is not None
    beats, over = [time.perf_counter()], asyncio.Event()

    async def beat() -> None:
        while not over.is_set():
            await asyncio.sleep(0.001)
            beats.append(time.perf_counter())

    pulse = asyncio.create_task(beat())
    began = time.perf_counter()
    prepared = await prepare(house, Asked(checker, "", "bench"))
    weighed = time.perf_counter()

    async def look(tx: Writing) -> tuple[list[Waiting], tuple[float, ...]]:
        turn = Turn(house, tx, checker, datetime.now(UTC), f"bench:{what}", prepared=prepared)
        spent = [time.perf_counter()]
        await checking.queue(turn, "")
        spent.append(time.perf_counter())
        await left(turn)
        spent.append(time.perf_counter())
        await checking.opened(turn, [str((await audits.numbers_waiting(tx))[0][0])])
        spent.append(time.perf_counter())
        return await waiting(turn), tuple(1000 * (after - before) for before, after in pairwise(spent))

    found, (listed, following, opened) = await house.db.transact(look)
    over.set()
    await pulse
    longest = max(after - before for before, after in pairwise(beats))
    console.print(
        f"{what}: weighing {1000 * (weighed - began):.0f} ms; in a transaction: /kontrola {listed:.0f} ms, what is next "
        f"after a verdict {following:.0f} ms, one submission {opened:.0f} ms; the chat stood still {1000 * longest:.0f} ms"
    )
    return found


async def main(count: int, undecided: int) -> None:
    """Fill, look twice, and check that what was planted was found."""
    console = Console()
    with tempfile.TemporaryDirectory() as folder:
        config = Config(
            home=Path(folder),
            edition=EditionTable(folder=str(EDITION)),
            organisers=(Organiser(telegram_id=1, name="Biuro", roles=("owner",)),),
        )
        db = await Database.open(config.database, key=identity.own_key(config))
        rules = await rulebook.publish(EDITION, db, START)
        house = House(config, rules, db, Clock(), catalogue(), bot_name="incognito_bot")
        began = time.perf_counter()
        await db.transact(lambda tx: _fill(tx, house, count, undecided))
        console.print(
            f"{count} submissions, {undecided} waiting, filled in {time.perf_counter() - began:.0f} s"
        )
        await _timed(house, "first look", console)
        found = await _timed(house, "later", console)
        await db.close()
    copies = [one for one in found if {flag.code for flag in one.flags} >= {"photo-like", "text-seen"}]
    assert len(copies) == min(2, undecided), "each planted copy has its flags"


if __name__ == "__main__":
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--submissions", type=int, default=12_000)
    wanted.add_argument("--waiting", type=int, default=300)
    asked = wanted.parse_args()
    asyncio.run(main(asked.submissions, asked.waiting))
