"""A table of entrants: what it would change is shown first, then applied whole or not at all.

Whoever is on the list and not in the table stays: withdrawing them is another act with a reason of its own (`withdrawing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.house import Turn, refuse
from bot.messages import Button, Rows
from bot.organiser import withdrawing
from bot.organiser.proposing import propose
from bot.organiser.register import by_group, field_name, group_name, value_of
from bot.organiser.showing import first, show
from contest.differences import Change, Differences, compare
from contest.entrants import Entrant, Import
from contest.mistakes import Mistake, tell
from storage import edition, entrants

_OPEN = ("preparation", "collecting")
_FEW = 5
"""Of those who are only mentioned."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file as they wait for the tap, and the digest of what was shown."""

    rows: tuple[Entrant, ...]
    shown: str


async def received(turn: Turn, name: str, table: Import) -> None:
    """A file: complaints by line, or the differences to confirm."""
    if await edition.phase(turn.tx) not in _OPEN:
        raise refuse("import-too-late")
    if table.complaints:
        await complain(turn, name, table.complaints)
        return
    found = await _compared(turn, table.new)
    lines = [turn.say("import-head", name=name, rows=len(table.new)), _counts(turn, found)]
    lines += told(turn, table.warnings)
    if found.new:
        lines += ["", *by_group(turn, found.new)]
    lines += _changes(turn, found.changed)
    lines += _left(turn, "import-withdrawn", found.withdrawn)
    lines += _left(turn, "import-absent", found.absent)
    more = await _absent_row(turn, found)
    if found.nothing:
        await show(turn, [*lines, "", turn.say("import-nothing-new")], more)
        return
    await propose(
        turn,
        "import",
        Table(table.new, found.digest()),
        lines=lines,
        yes=turn.say("button-import", count=len(found.new) + len(found.changed)),
        no=turn.say("button-reject"),
        more=lambda _: more,
    )


async def apply(turn: Turn, table: Table) -> None:
    """The confirmed table, if it would still do what was shown."""
    if await edition.phase(turn.tx) not in _OPEN:
        raise refuse("import-too-late")
    found = await _compared(turn, table.rows)
    if found.digest() != table.shown:
        raise refuse("import-stale")
    by, at = turn.person.code, turn.at
    if found.new:
        await entrants.add_all(turn.tx, found.new, by, at)
    if found.changed:
        await entrants.update_all(turn.tx, [change.after for change in found.changed], by=by, at=at)
    total = len(await entrants.everything(turn.tx)) - len(await turn.hidden())
    done = turn.say("import-done", added=len(found.new), changed=len(found.changed), total=total)
    await show(turn, [done], await _absent_row(turn, found))


async def complain(turn: Turn, name: str, faults: Sequence[Mistake]) -> None:
    """Everything that is wrong with a file, by its lines; nothing was taken from it."""
    await show(turn, [turn.say("import-faults", name=name, count=len(faults)), *told(turn, faults)])


def told(turn: Turn, found: Sequence[Mistake]) -> list[str]:
    """Complaints as lines, the first of many."""
    plain = turn.house.phrases.plain(turn.person.language)
    return first(turn, [turn.say("import-fault", fault=tell(plain, one)) for one in found])


async def _compared(turn: Turn, rows: Sequence[Entrant]) -> Differences:
    """The table beside the list as this person may see it."""
    listed, withdrawn = await entrants.known(turn.tx)
    return compare(listed, withdrawn, rows).without(await turn.hidden())


def _counts(turn: Turn, found: Differences) -> str:
    return turn.say("import-counts", new=len(found.new), changed=len(found.changed), same=len(found.same))


def _changes(turn: Turn, changed: Sequence[Change]) -> list[str]:
    """Field by field; new names first, for a renamed entrant may be another one."""
    if not changed:
        return []
    ordered = sorted(changed, key=lambda change: "name" not in change.columns)
    lines = ["", turn.say("import-changes", count=len(changed))]
    if renamed := sum("name" in change.columns for change in changed):
        lines.append(turn.say("import-renamed", count=renamed))
    return [*lines, *first(turn, [change_line(turn, change) for change in ordered])]


def change_line(turn: Turn, change: Change) -> str:
    """One entrant: every field as it was and as it would be, and the peer group if that changes too."""
    before, after = group_name(turn, change.before), group_name(turn, change.after)
    parts = [
        turn.say(
            "import-field",
            field=field_name(turn, column),
            before=value_of(turn, change.before, column),
            after=value_of(turn, change.after, column),
        )
        for column in change.columns
    ]
    if before != after:
        parts.append(turn.say("import-field", field=turn.say("field-group"), before=before, after=after))
    return "\n".join([turn.say("import-change", name=change.before.name), *parts])


def _left(turn: Turn, phrase: str, these: Sequence[Entrant]) -> list[str]:
    if not these:
        return []
    names = [turn.say("import-name", name=entrant.name) for entrant in these]
    return ["", turn.say(phrase, count=len(these)), *first(turn, names, _FEW)]


async def _absent_row(turn: Turn, found: Differences) -> Rows:
    """The second choice: to withdraw those whom the table does not name."""
    if not found.absent:
        return ()
    nonce = await withdrawing.gather(turn, [entrant.id for entrant in found.absent], by_file=True)
    label = turn.say("button-withdraw-absent", count=len(found.absent))
    return ((Button(label=label, data=f"iw:{nonce}"),),)
