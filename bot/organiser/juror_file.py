"""A table of jurors: settings by code, shown as differences, applied whole; each juror concerned is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.house import House, Turn, refuse
from bot.organiser.importing import complain, told
from bot.organiser.proposing import propose
from bot.organiser.regions import region_name, regions
from bot.organiser.showing import first, show
from contest.headings import Row, spelled
from contest.juror_table import COLUMNS, JurorRow, JurorTable, read_jurors
from contest.mistakes import Mistake, mistake
from storage import jurors, people


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and how much a juror works."""

    regions: tuple[str, ...]
    channels: tuple[str, ...]
    capacity: int


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A juror before and after."""

    code: str
    before: Setting
    after: Setting


def meant(headings: Sequence[str]) -> bool:
    """Whether a table is one of jurors: it has their codes, and no names of entrants."""
    said = {spelled(heading) for heading in headings}
    return bool(said & {*COLUMNS["code"]}) and not said & {"nazwa", "name"}


def read(headings: Sequence[str], rows: Sequence[Row], house: House) -> JurorTable:
    """The table as this edition understands it."""
    channels = [(channel.id, channel.name) for channel in house.rules.settings.channels]
    return read_jurors(headings, rows, regions=regions(house), channels=channels)


async def received(turn: Turn, name: str, table: JurorTable) -> None:
    """Complaints by line, or the differences to confirm."""
    known = {juror.code: juror for juror in await jurors.everybody(turn.tx)}
    faults = (*table.complaints, *_strangers(table.rows, known))
    if faults:
        await complain(turn, name, faults)
        return
    changed = tuple(one for row in table.rows if (one := _adjusted(row, known[row.code])).before != one.after)
    lines = [
        turn.say("juror-file-head", name=name, changed=len(changed), same=len(table.rows) - len(changed)),
        *told(turn, table.warnings),
    ]
    if not changed:
        await show(turn, [*lines, "", turn.say("juror-file-nothing")])
        return
    loads = await jurors.loads(turn.tx, hidden=await turn.hidden())
    lines += ["", *first(turn, [_line(turn, one) for one in changed])]
    over = [one.code for one in changed if loads.get(one.code, 0) > one.after.capacity]
    if over:
        lines += ["", turn.say("juror-file-over", count=len(over), codes=", ".join(over))]
    yes, no = turn.say("button-import", count=len(changed)), turn.say("button-reject")
    await propose(turn, "jurors", changed, lines=lines, yes=yes, no=no)


async def apply(turn: Turn, changed: tuple[Adjusted, ...]) -> None:
    """The confirmed table, if nobody's settings are others by now."""
    known = {juror.code: juror for juror in await jurors.everybody(turn.tx)}
    readers = {person.code: person for person in await people.with_role(turn.tx, "juror")}
    for one in changed:
        juror = known.get(one.code)
        if juror is None or juror.state not in _ADJUSTABLE or _setting(juror) != one.before:
            raise refuse("juror-file-stale", code=one.code)
        after = one.after
        await jurors.adjust(
            turn.tx, one.code, regions=after.regions, channels=after.channels, capacity=after.capacity
        )
        await turn.note("juror.adjust", one.code, capacity=after.capacity)
        if reader := readers.get(one.code):
            facts = _facts(turn, after)
            await turn.write("juror-file-told", to=reader, **facts)
    await show(turn, [turn.say("juror-file-done", count=len(changed))])


_ADJUSTABLE = ("active", "paused")


def _strangers(rows: Sequence[JurorRow], known: dict[str, jurors.Juror]) -> Iterator[Mistake]:
    for row in rows:
        juror = known.get(row.code)
        if juror is None or juror.state == "removed":
            yield mistake("row-juror-unknown", code=row.code).within("line", row.line)
        elif juror.state == "registering":
            yield mistake("row-juror-registering", code=row.code).within("line", row.line)


def _setting(juror: jurors.Juror) -> Setting:
    return Setting(tuple(juror.regions), tuple(juror.channels), juror.capacity)


def _adjusted(row: JurorRow, juror: jurors.Juror) -> Adjusted:
    before = _setting(juror)
    capacity = before.capacity if row.capacity is None else row.capacity
    after = Setting(_like(before.regions, row.regions), _like(before.channels, row.channels), capacity)
    return Adjusted(juror.code, before, after)


def _like(before: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    """What was said, if anything; the same things in another order are no change."""
    return before if not said or set(said) == set(before) else said


def _line(turn: Turn, one: Adjusted) -> str:
    was, now = _facts(turn, one.before), _facts(turn, one.after)
    parts = [
        turn.say("import-field", field=turn.say(f"field-{name}"), before=was[name], after=now[name])
        for name in was
        if was[name] != now[name]
    ]
    return "\n".join([turn.say("import-change", name=one.code), *parts])


def _facts(turn: Turn, setting: Setting) -> dict[str, str]:
    channels = (turn.house.rules.channel_name(channel) for channel in setting.channels)
    return {
        "regions": ", ".join(region_name(turn, region) for region in setting.regions) or "–",
        "channels": ", ".join(channels) or "–",
        "capacity": str(setting.capacity),
    }
