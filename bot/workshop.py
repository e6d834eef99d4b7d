"""Documents, and plans of assignments, are made in a process of their own, so that the chat never waits for them.

    subject                     what is made                                    who gets it
    standings                   the frozen ranking as PDF, CSV and XLSX         all organisers
    ranking.pdf:O-12            the ranking as it is, in one format             who asked
    diplomas                    a diploma for each award                        owners, silently
    reports:25                  individual reports of 25 entrants from the 25th owners, silently
    final:25                    the same anew, with what experts granted        nobody: kept
    release                     archives with all that entrants get             all organisers
    honours                     a diploma for each decision of the experts      owners
    protocol, gala, press       the papers of the experts' table                owners
    catalogue                   awarded solutions, if any is described          owners
    protocol:O-12               one of them                                     who asked

Each is a row of `due`: made outside of any transaction, kept and promised inside one. Made twice, it is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar, get_args

from bot import bindery, rulebook, signing, stamping
from bot.bindery import Diplomas, File, Judged, Order, Paper, Papers, RankingFiles, Reports
from bot.house import House, Turn
from bot.messages import SendDocument
from bot.organiser import minutes, packing, results, worded
from bot.roles import ORGANISER, OWNER
from bot.workers import Worker
from contest.awards import BY_RULES, HONOURS
from contest.mistakes import Mistake, Mistakes
from contest.snapshot import freeze_snapshot
from storage import appeals, awards, documents, people, recusals
from storage.due import Row as Due
from storage.people import Person

Given = TypeVar("Given")
Made = TypeVar("Made")

BATCH = 25
"""Individual reports made in one go."""
_ALL = ("pdf", "csv", "xlsx")
_TOLD = frozenset({"standings", "diplomas", "honours", "release", *get_args(Paper)})
"""What a sentence says that it is there."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The files of one row, or why there are none."""

    subject: str
    snapshot: int | None
    files: tuple[File, ...]
    problem: Mistake | None = None


_workshop = Worker(bindery.be_modest)


def everything(entrants: int) -> list[str]:
    """The subjects that together make all documents of an edition with so many entrants."""
    return ["standings", "diplomas", *(f"reports:{start}" for start in range(0, entrants, BATCH))]


def close() -> None:
    """End the worker."""
    _workshop.close()


async def run(work: Callable[[Given], Made], given: Given) -> Made:
    """What the worker makes of this. Raises when the worker dies; the next attempt finds another."""
    return await _workshop.do(work, given)


async def make(house: House, row: Due) -> Bundle:
    """Make the files of a row. A worker that dies is replaced at the next attempt."""
    db, settings = house.db.reading, house.rules.settings
    frozen = await results.frozen(db)
    what, _, rest = row.subject.partition(":")
    if frozen is None:
        if not what.startswith("ranking."):
            return Bundle(row.subject, None, ())
        state = await results.now(db, house.rules, house.clock.now())
        ranking = RankingFiles(
            (_format(what),), preliminary=True, hidden=await recusals.hidden_from(db, rest)
        )
        order = Order(ranking, freeze_snapshot(state), (), settings.language)
        return await _bound(row.subject, None, order)
    given, granted_at = await results.granted(db, frozen)
    work: bindery.Work
    if what == "release":
        return Bundle(row.subject, frozen.id, await packing.archives(house, db, frozen.id))
    match what:
        case "standings":
            work = RankingFiles(_ALL)
        case "diplomas":
            work = Diplomas(house.local(granted_at or frozen.snapshot.made_at).date())
        case "reports" | "final":
            batch = frozen.snapshot.entrants[int(rest) : int(rest) + BATCH]
            work = Reports(
                tuple(entrant.id for entrant in batch),
                tuple(house.rules.checklists.values()),
                await _judged(house),
                await worded.words(db, house.rules),
            )
        case "honours":
            decided = [each for each in await awards.of_snapshot(db, frozen.id) if each.kind not in BY_RULES]
            at = max((each.granted_at for each in decided), default=frozen.snapshot.made_at)
            work = Diplomas(house.local(at).date(), HONOURS)
        case "protocol" | "gala" | "press" | "catalogue":
            checklists = tuple(house.rules.checklists.values())
            work = Papers(what, await minutes.table(house, db, frozen), checklists)
        case _:
            work = RankingFiles((_format(what),))
    picture = await rulebook.emblem_of(db, frozen.snapshot.settings)
    key = signing.own_key(house.config.data_directory)
    try:
        seal = stamping.own_seal(house.config, house.clock.now())
    except Mistakes as refused:
        return Bundle(row.subject, frozen.id, (), refused.found[0])
    order = Order(work, frozen.text, given, settings.language, picture, key, seal)
    return await _bound(row.subject, frozen.id, order)


async def keep(turn: Turn, made: object) -> None:
    """Keep the files and promise them to those who get them."""
    assert isinstance(made, Bundle), "what `make` returned"
    readers = await _readers(turn, made.subject)
    hidden = {reader.code: await recusals.hidden_from(turn.tx, reader.code) for reader in readers}
    if made.problem is not None:
        for reader in readers:
            await turn.write("documents-failed", to=reader, reason=turn.plain(made.problem))
        return
    for file in made.files:
        await documents.keep(
            turn.tx, file.name, file.kind, file.entrant, made.snapshot, file.content, turn.at
        )
        for reader in readers:
            if made.snapshot is None or not _hides(hidden[reader.code], file):
                await turn.tell(SendDocument(name=file.name, silent=True), to=reader)
    if made.subject in _TOLD and made.files:
        for reader in readers:
            phrase = "documents-withheld" if hidden[reader.code] else f"documents-{made.subject}"
            await turn.write(phrase, to=reader, count=len(made.files))


async def _judged(house: House) -> tuple[Judged, ...]:
    """What became of appeals, as reports tell it."""
    told = []
    for each in await appeals.everything(house.db.reading):
        if each.verdict is not None:
            outcome = "corrected" if each.correction else "left-out"
            channel = house.rules.channel_name(each.channel)
            told.append(Judged(each.entrant, channel, outcome if each.verdict == "upheld" else "dismissed"))
    return tuple(told)


def _hides(hidden: frozenset[int], file: File) -> bool:
    """Whether somebody with an interest at these entrants must not get a frozen file: one about them, or about everybody."""
    return file.entrant in hidden if file.entrant is not None else bool(hidden)


async def _bound(subject: str, snapshot: int | None, order: Order) -> Bundle:
    files = await run(bindery.bind, order)
    if isinstance(files, Mistake):
        return Bundle(subject, snapshot, (), files)
    return Bundle(subject, snapshot, files)


async def _readers(turn: Turn, subject: str) -> Sequence[Person]:
    what, _, asker = subject.partition(":")
    everybody = await people.everybody(turn.tx)
    if what == "final":
        return ()
    if asker and what != "reports":
        return [person for person in everybody if person.code == asker]
    wanted = ORGANISER if what in ("standings", "release") else OWNER
    return [person for person in everybody if person.roles & wanted]


def _format(what: str) -> str:
    return what.removeprefix("ranking.")
