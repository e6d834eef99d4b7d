"""Files to fill in, on request: the list as it is, the jurors as they are, the edition as it was published.

What is sent is what would change nothing if it came back: the surest template is one's own data.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from bot import labels
from bot.house import House, Turn, refuse
from bot.messages import Button, Send, SendText
from bot.organiser.regions import region_name
from contest import juror_table
from contest.checklist import Checklist
from contest.edition import EditionSettings
from contest.entrants import COLUMNS, Entrant
from contest.mistakes import Say
from contest.scenarios import Scenarios
from reports.tables import Cell, Table, as_csv
from storage import documents, due, entrants, jurors, people, publications, recusals
from storage.due import Row as Due
from storage.publications import Kind

FORMATS = ("csv", "xlsx")
_NAME = "uczestnicy"
_JURORS = "jurorzy"


@dataclass(frozen=True, slots=True)
class Made:
    """The list of entrants as a file for one person."""

    name: str
    content: bytes
    person: str


async def offered(turn: Turn, _: list[str]) -> None:
    """A tap on *files*: which one?"""
    buttons = [Button(label=turn.say(f"button-list-{name}"), data=f"ix:{name}") for name in FORMATS]
    buttons.append(Button(label=turn.say("button-list-jurors"), data=f"ix:{_JURORS}"))
    files = [
        Button(
            label=turn.say("button-document", kind=kind, name=one.id, version=one.version),
            data=f"ix:{kind}:{one.id}",
        )
        for kind, one in _documents(turn.house)
    ]
    await turn.tell(Send(text=turn.say("files-which"), rows=(*labels.rows(buttons), *labels.rows(files))))


async def asked(turn: Turn, parts: list[str]) -> None:
    """A tap on a file."""
    match parts:
        case ["csv" | "xlsx" as ending]:
            subject = f"{_NAME}-{turn.person.code}.{ending}:{turn.person.code}"
            await due.plan(turn.tx, f"register:{subject}:{turn.key}", "register", subject, turn.at)
            turn.house.soon()
            turn.toast(turn.say("toast-making"))
        case ["jurorzy"]:
            await _jurors(turn)
        case [kind, name]:
            await _document(turn, kind, name)
        case _:
            raise refuse("dead-button")


async def make(house: House, row: Due) -> Made:
    """The whole list, as the person who asked may see it."""
    name, code = row.subject.split(":")
    hidden = await recusals.hidden_from(house.db.reading, code)
    listed = [one for one in await entrants.everything(house.db.reading) if one.id not in hidden]
    content = await asyncio.to_thread(_drawn, name, house, listed, row)
    return Made(name, content, code)


def _drawn(name: str, house: House, listed: list[Entrant], row: Due) -> bytes:
    say = house.phrases.plain("pl")
    table = register_table(listed, house.rules.settings, say)
    if name.endswith("csv"):
        return as_csv(table, say)
    from reports.workbook import as_xlsx  # noqa: PLC0415 -- half a second that only a workbook is worth

    return as_xlsx([table], row.at)


async def made(turn: Turn, _: Due, made: object) -> None:
    """Keep the file and send it to whoever asked."""
    assert isinstance(made, Made), "what `make` returns"
    await documents.keep(turn.tx, made.name, "register", None, None, made.content, turn.at)
    reader = await people.find(turn.tx, made.person)
    if reader is not None:
        await turn.document(made.name, caption=turn.house.say(reader)("files-list"), to=reader)


def register_table(listed: list[Entrant], settings: EditionSettings, say: Say) -> Table:
    """The list in the columns in which it is read."""
    rows = tuple(tuple(_cell(entrant, column, settings) for column in COLUMNS) for entrant in listed)
    return Table(say("files-sheet"), tuple(names[0] for names in COLUMNS.values()), rows)


def _cell(entrant: Entrant, column: str, settings: EditionSettings) -> Cell:
    kind = settings.kind(entrant.kind)
    value: Cell = getattr(entrant, column)
    return kind.name if column == "kind" and kind else value


async def _jurors(turn: Turn) -> None:
    """Jurors by code, with what they have set."""
    rows = [
        (
            one.code,
            ", ".join(region_name(turn, region) for region in one.regions),
            ", ".join(one.channels),
            one.capacity,
        )
        for one in await jurors.everybody(turn.tx)
        if one.state in ("active", "paused")
    ]
    say = turn.house.phrases.plain("pl")
    headings = tuple(names[0] for names in juror_table.COLUMNS.values())
    text = as_csv(Table(_JURORS, headings, tuple(rows)), say).decode()
    await turn.tell(SendText(name=f"{_JURORS}.csv", text=text, caption=turn.say("files-jurors")))


async def _document(turn: Turn, kind: str, name: str) -> None:
    for known, one in _documents(turn.house):
        if (known, one.id) == (kind, name):
            source = await publications.source(turn.tx, known, one.id, one.version)
            if source is not None:
                caption = turn.say("files-document", name=f"{one.id}@{one.version}")
                await turn.tell(SendText(name=f"{one.id}.toml", text=source, caption=caption))
                return
    raise refuse("dead-button")


def _documents(house: House) -> list[tuple[Kind, Checklist | Scenarios | EditionSettings]]:
    """Everything that an organiser may send back changed."""
    rules = house.rules
    checklists = {one.id: one for one in (*rules.current.values(), rules.registration, *rules.steps.values())}
    held: list[tuple[Kind, Checklist | Scenarios | EditionSettings]] = [("edition", rules.settings)]
    held.append(("scenarios", rules.current_scenarios))
    return [*held, *(("checklist", one) for one in checklists.values())]
