"""The export: everything from which the ranking can be counted again without our code, as CSV and JSON.

The files and their columns are described in `docs/eksport.md`. Fractions are written exactly, as `p/q`. Nobody's name or
account is in it: jurors and organisers stand under their codes.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

from bot.counting import Counted, counted
from bot.house import Rules
from bot.organiser import worded
from bot.weighing import weigh
from contest.edition import PeerGroup, group_of
from contest.entrants import Entrant
from contest.ranking import GroupTable, compared_with, rank
from contest.session import freeze_answer
from contest.snapshot import Snapshot, take
from contest.training import compare
from reports.comparison import Words
from storage import appeals, awards, entrants, journal, nominations, publications, sessions
from storage import export as rows
from storage.database import Reading
from storage.sessions import Stored

Row = Sequence[object]
_WHENEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Results do not depend on when they are counted."""


Weigh = Callable[[Snapshot], Awaitable[Mapping[str, bytes]]]


async def here(snapshot: Snapshot) -> Mapping[str, bytes]:
    """Count the calibrated result in this process, as the command line does."""
    return weigh(snapshot)


async def export(db: Reading, rules: Rules, folder: Path, *, weighed: Weigh = here) -> list[Path]:
    """Write the files into the folder; their paths. `weighed` says where the calibrated result is counted."""
    folder.mkdir(parents=True, exist_ok=True)
    made = await files(db, rules, weighed=weighed)
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in made]


async def files(db: Reading, rules: Rules, *, weighed: Weigh = here) -> dict[str, bytes]:
    """The files by name."""
    known = await entrants.everything(db)
    approved = await counted(db, rules)
    contacts = [one.contact for one in approved]
    tables = rank(rules.settings, known, contacts)
    head = await journal.head(db)
    source = await publications.source(db, "edition", rules.settings.id, rules.settings.version)
    assert source is not None, "an edition is published before it is exported"
    state = take(source, known, contacts=contacts, seq=head.seq, made_at=_WHENEVER)
    return {
        "edycja.json": _json(rules.settings.model_dump(mode="json")),
        "checklisty.json": _json(
            {name: each.model_dump(mode="json") for name, each in rules.checklists.items()}
        ),
        "uczestnicy.csv": _entrants(known, rules),
        "wycofani.csv": await _withdrawn(db),
        "terminy.csv": _records(await rows.moved_dates(db)),
        "zlecenia.csv": _records(await rows.assignments(db)),
        "odpowiedzi.csv": _records(await rows.answers(db)),
        "werdykty.csv": _records(await rows.verdicts(db)),
        "opinie.csv": _records(await rows.opinions(db)),
        "cytaty.csv": _quotes(await worded.words(db, rules)),
        "kontakty.csv": _contacts(approved, tables),
        "punkty.csv": _points(approved),
        "ranking.csv": _ranking(tables, rules),
        **await weighed(state),
        "kalibracja.csv": _calibration(await sessions.finished(db, "calibration"), rules),
        "nagrody.csv": _records(await awards.listing(db)),
        "nominacje.csv": _records(await nominations.everything(db)),
        "glosowania.csv": _records(await rows.ballots(db)),
        "glosy.csv": _records(await rows.votes(db)),
        "uprawnieni.csv": _records(await rows.electors(db)),
        "odwolania.csv": _records(await appeals.everything(db)),
        "dziennik.csv": _records(await journal.entries(db, limit=10**9)),
        "dziennik-czolo.json": _json({"seq": head.seq, "hash": head.hash}),
    }


def _entrants(known: Iterable[Entrant], rules: Rules) -> bytes:
    head = ("id", "nazwa", "rodzaj", "wojewodztwo", "powiat", "miejscowosc", "teryt", "ludnosc", "grupa")
    everybody = tuple(known)
    together = compared_with(rules.settings, everybody)
    return _csv(head, [_entrant(each, rules, together) for each in everybody])


async def _withdrawn(db: Reading) -> bytes:
    """Those who take part no more, and why: their contacts are among the others, and in no ranking."""
    listed, reasons = await entrants.known(db)
    rows = [(each.id, each.name, each.kind, reasons[each.id]) for each in listed if each.id in reasons]
    return _csv(("id", "nazwa", "rodzaj", "powod"), rows)


def _entrant(each: Entrant, rules: Rules, together: Mapping[str, PeerGroup]) -> Row:
    own = group_of(rules.settings, each.kind, each.population)
    group = own and together[own.id]
    place = (each.voivodeship, each.powiat, each.town, each.teryt, each.population)
    return (each.id, each.name, each.kind, *place, group.id if group else "")


def _quotes(found: Mapping[int, tuple[Words, ...]]) -> bytes:
    """What reports quote, as they quote it: without contact, juror or date."""
    head = ("uczestnik", "kanal", "pytanie", "tekst")
    return _csv(
        head,
        [
            (entrant, one.channel, one.question, one.text)
            for entrant, these in sorted(found.items())
            for one in these
        ],
    )


def _contacts(approved: Iterable[Counted], tables: Iterable[GroupTable]) -> bytes:
    """One approved contact a row: what it is worth, and with whom its entrant is compared."""
    group = {
        result.entrant: table.group.id
        for table in tables
        if table.group is not None
        for result in (*(place.result for place in table.places), *table.unclassified)
    }
    head = (
        "zgloszenie",
        "zlecenie",
        "uczestnik",
        "kanal",
        "juror",
        "checklista",
        "bramka",
        "zdobyte",
        "mozliwe",
        "procent",
        "grupa",
    )
    return _csv(
        head,
        [
            (
                one.audit.audit,
                one.audit.assignment,
                one.audit.entrant,
                one.audit.channel,
                one.audit.juror,
                one.audit.checklist,
                one.score.failed or "",
                exact(one.score.earned),
                exact(one.score.possible),
                exact(one.contact.percent),
                group.get(one.audit.entrant, ""),
            )
            for one in approved
        ],
    )


def _points(approved: Iterable[Counted]) -> bytes:
    """What each question of each contact brought, of what was possible."""
    head = ("zgloszenie", "sekcja", "pytanie", "zdobyte", "mozliwe")
    return _csv(
        head,
        [
            (one.audit.audit, line.section, line.question, exact(line.earned), exact(line.possible))
            for one in approved
            for line in one.score.lines
        ],
    )


def _ranking(tables: Iterable[GroupTable], rules: Rules) -> bytes:
    channels = [channel.id for channel in rules.settings.channels]
    head = ("grupa", "miejsce", "uczestnik", "wynik", "kontakty", "jurorzy", "powod", *channels)
    lines: list[Row] = []
    for table in tables:
        group = table.group.id if table.group else ""
        for number, result in [
            *((place.number, place.result) for place in table.places),
            *(("", result) for result in table.unclassified),
        ]:
            total = exact(result.total) if result.total is not None else ""
            reason = result.reason.code if result.reason else ""
            shares = [
                exact(result.channels[channel]) if channel in result.channels else "" for channel in channels
            ]
            lines.append(
                (group, number, result.entrant, total, result.contacts, result.jurors, reason, *shares)
            )
    return _csv(head, lines)


def _calibration(sent: Iterable[Stored], rules: Rules) -> bytes:
    """Each answer of each calibration beside its model."""
    head = ("juror", "checklista", "przypadek", "pytanie", "odpowiedz", "wzor", "zgodnosc", "stopnie")
    return _csv(
        head,
        [
            (
                stored.person,
                stored.session.checklist,
                line.section,
                line.question,
                freeze_answer(line.answer) if line.answer is not None else "",
                freeze_answer(line.model),
                exact(line.share),
                exact(line.steps) if line.steps is not None else "",
            )
            for stored in sent
            for line in compare(rules.checklists[stored.session.checklist], stored.session.answers)
        ],
    )


def exact(value: Fraction) -> str:
    """A fraction as `p/q`, a whole number as itself."""
    return str(value)


def _records(records: Sequence[object]) -> bytes:
    """Plain dataclasses as a table: their fields are the columns."""
    if not records:
        return b""
    head = tuple(type(records[0]).__dataclass_fields__)  # type: ignore[attr-defined] # they are dataclasses
    return _csv(head, [[getattr(record, name) for name in head] for record in records])


def _csv(head: Sequence[str], lines: Iterable[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(lines)
    return out.getvalue().encode()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n").encode()
