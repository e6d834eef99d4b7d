"""Who takes part: a table sent as a file is read whole, shown, and applied whole or not at all; one found by its name."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence

from pydantic import TypeAdapter

from bot.house import Turn, refuse
from bot.organiser.sheets import read_sheet
from bot.organiser.showing import first, propose, show
from contest.edition import EditionSettings, group_of
from contest.entrants import Entrant, Import, fold, read_table
from contest.mistakes import Mistake, Mistakes, tell
from storage import edition, entrants

_ENTRANTS: TypeAdapter[tuple[Entrant, ...]] = TypeAdapter(tuple[Entrant, ...])
_OPEN = ("preparation", "collecting")


async def read(data: bytes, name: str, settings: EditionSettings) -> Import:
    """What a file would bring. It may take seconds, so it is read in a thread, before any transaction."""
    return await asyncio.to_thread(_read, data, name, settings)


def _read(data: bytes, name: str, settings: EditionSettings) -> Import:
    try:
        headings, rows = read_sheet(data, name)
    except Mistakes as refused:
        return Import((), refused.found)
    return read_table(headings, rows, settings)


async def received(turn: Turn, name: str, table: Import) -> None:
    """A file: complaints by line, or a preview to confirm."""
    if await edition.phase(turn.tx) not in _OPEN:
        raise refuse("import-too-late")
    if table.complaints:
        await show(
            turn,
            [
                turn.say("import-faults", name=name, count=len(table.complaints)),
                *_told(turn, table.complaints),
            ],
        )
        return
    known = await entrants.keys(turn.tx)
    new = tuple(entrant for entrant in table.new if _key(entrant) not in known)
    lines = [
        turn.say("import-head", name=name),
        turn.say("import-counts", new=len(new), known=len(table.new) - len(new)),
    ]
    lines += _told(turn, table.warnings)
    if not new:
        await show(turn, [*lines, "", turn.say("import-nothing-new")])
        return
    lines += ["", *by_group(turn, new)]
    body = _ENTRANTS.dump_json(new).decode()
    await propose(
        turn,
        "import",
        body,
        lines=lines,
        yes=turn.say("button-import", count=len(new)),
        no=turn.say("button-reject"),
    )


async def apply(turn: Turn, body: str) -> None:
    """The confirmed import. Who came in by another way meanwhile is not added twice."""
    if await edition.phase(turn.tx) not in _OPEN:
        raise refuse("import-too-late")
    shown = _ENTRANTS.validate_json(body)
    known = await entrants.keys(turn.tx)
    new = [entrant for entrant in shown if _key(entrant) not in known]
    added = await entrants.add_all(turn.tx, new, turn.person.code, turn.at)
    total = len(await entrants.everything(turn.tx))
    lines = [turn.say("import-done", count=added, total=total)]
    if len(shown) > added:
        lines.append(turn.say("import-left-out", count=len(shown) - added))
    await show(turn, lines)


async def listing(turn: Turn, part: str) -> None:
    """/uczestnicy: how many in each peer group; `/uczestnicy wielisz`: those whose name or town holds the words."""
    if part.strip():
        await _found(turn, part.strip())
        return
    known = await entrants.everything(turn.tx)
    lines = [turn.say("entrants-head", count=len(known)), *by_group(turn, known)]
    await show(turn, [*lines, "", turn.say("entrants-how")])


async def _found(turn: Turn, part: str) -> None:
    found = await entrants.search(turn.tx, part, limit=1000)
    if not found:
        await turn.write("entrants-none", part=part[:60])
        return
    lines = [turn.say("entrants-found", count=len(found), part=part[:60])]
    await show(turn, [*lines, *first(turn, [_card(turn, entrant) for entrant in found])])


def _card(turn: Turn, entrant: Entrant) -> str:
    settings = turn.house.rules.settings
    group = group_of(settings, entrant.kind, entrant.population)
    kind = settings.kind(entrant.kind)
    where = ", ".join(
        dict.fromkeys(part for part in (entrant.town, entrant.powiat, entrant.voivodeship) if part)
    )
    contact = " · ".join(
        part for part in (entrant.address, entrant.phone, entrant.email, entrant.www) if part
    )
    return turn.say(
        "entrants-card",
        name=entrant.name,
        kind=kind.name if kind else entrant.kind,
        group=group.name if group else turn.say("entrants-no-group"),
        where=where or "–",
        contact=contact or "–",
    )


def by_group(turn: Turn, these: Iterable[Entrant]) -> list[str]:
    """How many of them each peer group has, and of which kinds."""
    settings = turn.house.rules.settings
    kinds: dict[str, Counter[str]] = {}
    for entrant in these:
        group = group_of(settings, entrant.kind, entrant.population)
        kinds.setdefault(group.id if group else "", Counter())[entrant.kind] += 1
    names = {kind.id: kind.name for kind in settings.kinds}
    lines = []
    for group_id, title in (
        *((group.id, group.name) for group in settings.groups),
        ("", turn.say("entrants-no-group")),
    ):
        if found := kinds.get(group_id):
            lines.append(turn.say("entrants-group", group=title, count=found.total()))
            if len(found) > 1:
                lines += [
                    turn.say("entrants-kind", kind=names.get(kind, kind), count=n)
                    for kind, n in found.most_common()
                ]
    return lines


def _told(turn: Turn, found: Sequence[Mistake]) -> list[str]:
    return first(
        turn,
        [
            turn.say("import-fault", fault=tell(turn.house.phrases.plain(turn.person.language), one))
            for one in found
        ],
    )


def _key(entrant: Entrant) -> tuple[str, str, str]:
    return fold(entrant.name), entrant.kind, entrant.teryt
