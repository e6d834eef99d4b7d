"""Pictures on request: drawn in the worker beside the chat, sent when ready, and kept no longer than that.

    channels:light:0:O-12     what, on which ground, from which line or peer group on, for whom

Each is a row of `due`. A picture shows what its reader may see at the moment of drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot import labels, workshop
from bot.drawn import Bars, Drawing, Top, draw
from bot.house import House, Turn, refuse
from bot.messages import Button, SendPicture, shorten
from bot.organiser import figures, judged
from bot.organiser.glance import Sight
from contest.mistakes import Say
from contest.ranking import GroupTable
from contest.snapshot import Snapshot
from reports.course import Course
from reports.pictures import Line, total
from storage import documents, due, people, recusals
from storage.due import Row as Due
from storage.people import Person

KINDS = ("channels", "regions", "jurors", "time", "standings")
SCREENS = ("light", "dark")
LISTED = 20
"""Jurors in one picture, and in one table."""
TOP = 12
"""Entrants in the picture of a peer group."""
_LABEL = 24


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished picture; `others`: what else there is of the kind, by label, as the number to ask for."""

    png: bytes
    caption: str
    others: tuple[tuple[str, int], ...] = ()


async def order(turn: Turn, kind: str, screen: str, start: int) -> None:
    """Ask for a picture."""
    subject = f"{kind}:{screen}:{start}:{turn.person.code}"
    await due.plan(turn.tx, f"picture:{subject}:{turn.key}", "picture", subject, turn.at)
    turn.house.soon()


async def asked(turn: Turn, parts: list[str]) -> None:
    """A tap on *picture*, on another ground or on another group."""
    kind, screen, start = parts
    if kind not in KINDS or screen not in SCREENS:
        raise refuse("dead-button")
    await order(turn, kind, screen, max(int(start), 0))
    turn.toast(turn.say("toast-drawing"))


async def make(house: House, row: Due) -> Drawn | None:
    """Draw it; None when whoever asked is no longer here."""
    kind, screen, start, code = row.subject.split(":")
    reader = await people.find(house.db.reading, code)
    if reader is None or not reader.roles:
        return None
    say = house.phrases.plain(reader.language)
    hidden = await recusals.hidden_from(house.db.reading, code)
    if kind == "standings":
        return await _standings(house, reader, say, hidden, dark=screen == "dark", number=int(start))
    what, caption = await _figures(house, say, kind, hidden, int(start))
    png = await workshop.run(draw, Drawing(what, _title(house), reader.language, screen == "dark"))
    return Drawn(png, caption)


async def keep(turn: Turn, row: Due, made: object) -> None:
    """Promise it to whoever asked."""
    kind, screen, start, code = row.subject.split(":")
    reader = await people.find(turn.tx, code)
    if reader is None:
        return
    if not isinstance(made, Drawn):
        await turn.write("picture-nothing", to=reader)
        return
    name = f"{row.key.replace(':', '-')}.png"
    await documents.keep(turn.tx, name, "picture", None, None, made.png, turn.at)
    say = turn.house.phrases.plain(reader.language)
    other = "light" if screen == "dark" else "dark"
    buttons = [
        Button(label=shorten(label, _LABEL), data=f"pg:{kind}:{screen}:{number}")
        for label, number in made.others
    ]
    ground = Button(label=say(f"button-ground-{other}"), data=f"pg:{kind}:{other}:{start}")
    await turn.tell(
        SendPicture(name=name, caption=made.caption, rows=(*labels.rows(buttons), (ground,))), to=reader
    )


async def _figures(
    house: House, say: Say, kind: str, hidden: frozenset[int], start: int
) -> tuple[Bars | Course, str]:
    """What to draw of the progress, and the same in a line of words."""
    db = house.db.reading
    sight = await Sight.of(house, db, hidden)
    channels = figures.by_channel(house, sight)
    whole = total(channels, say)
    share = 100 * whole.approved // max(whole.planned, 1)
    caption = say("picture-caption", done=whole.approved, planned=whole.planned, share=share)
    match kind:
        case "channels":
            return Bars(tuple(channels)), caption
        case "regions":
            return Bars((whole, *figures.by_region(sight)), say("picture-regions")), caption
        case "jurors":
            every = await figures.by_juror(db, sight)
            page = every[start : start + LISTED] or every[:LISTED]
            return Bars(tuple(page), say("picture-jurors")), caption
        case _:
            return await figures.course(house, db, hidden), caption


async def _standings(
    house: House, reader: Person, say: Say, hidden: frozenset[int], *, dark: bool, number: int
) -> Drawn | None:
    """The best of one peer group, with the other groups a tap away."""
    found = await judged.prepare(house)
    tables = [table for table in found.both.tables if table.places]
    if not tables:
        return None
    number = min(number, len(tables) - 1)
    group, lines = _group(tables[number], say), _lines(found.state, tables[number], hidden)
    name = _title(house)
    title = name if found.frozen else say("document-preliminary", title=name)
    png = await workshop.run(draw, Drawing(Top(group, tuple(lines[:TOP])), title, reader.language, dark))
    caption = say("picture-standings", group=group, shown=min(len(lines), TOP), count=len(lines))
    others = tuple((_group(table, say), at) for at, table in enumerate(tables) if at != number)
    return Drawn(png, caption, others)


def _lines(state: Snapshot, table: GroupTable, hidden: frozenset[int]) -> Sequence[Line]:
    names = {entrant.id: entrant.name for entrant in state.entrants}
    threshold = state.settings.awards.licence_threshold
    return [
        Line(place.number, names[place.result.entrant], place.points, place.points >= threshold)
        for place in table.places
        if place.result.entrant not in hidden
    ]


def _group(table: GroupTable, say: Say) -> str:
    return table.group.name if table.group else say("entrants-no-group")


def _title(house: House) -> str:
    return f"{house.rules.settings.name} {house.rules.settings.year}"
