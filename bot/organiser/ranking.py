"""The ranking in the chat, and the freeze after which it moves no more.

Before the freeze everything shown is marked preliminary. The freeze shows what it will mean, is refused while a contact
waits for a check, and stores the facts with a digest that every organiser reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot import labels
from bot.house import Turn, refuse
from bot.juror.assignments import leave
from bot.messages import Button, Rows, shorten
from bot.organiser import judged, results
from bot.organiser.certainty import certainty
from bot.organiser.proposing import propose
from bot.organiser.showing import go, monospace, show
from contest.assignment import RUNNING, Act, State
from contest.entrants import Entrant
from contest.mistakes import tell
from contest.ranking import GroupTable, Place, Result, without
from contest.snapshot import Snapshot, digest, fingerprint, freeze_snapshot
from reports.numbers import decimal
from storage import assignments, audits, due, edition, people, recusals, snapshots
from storage.assignments import Assignment

FORMATS = ("pdf", "csv", "xlsx")
_FROZEN = ("frozen", "published", "archived")
_NAME = 24
_UNPLACED = 10


async def show_ranking(turn: Turn, _: str) -> None:
    """/ranking: by peer group; from the frozen facts, or preliminary from those of now."""
    found = judged.prepared(turn)
    frozen, state = found.frozen, found.state
    name = state.settings.name
    lines = [turn.say("ranking-head", name=name) if frozen else turn.say("ranking-preliminary", name=name)]
    hidden = await turn.hidden()
    lines += _tables(turn, state, without(found.both.tables, hidden))
    if found.both.doubts is not None and not hidden:  # what is told there counts everybody
        lines += certainty(turn, found)
    if frozen:
        lines += ["", turn.say("ranking-digest", digest=results.eights(frozen.digest))]
    buttons = [Button(label=name.upper(), data=f"d:{name}") for name in FORMATS]
    buttons.append(Button(label=turn.say("button-picture"), data="pg:standings:light:0"))
    await show(turn, lines, labels.rows(buttons))


async def document(turn: Turn, parts: list[str]) -> None:
    """A tap on PDF, CSV or XLSX: the file is made beside the chat and sent when it is ready.

    A preliminary file leaves out what its reader must not see, and says so. The frozen ranking is a document with a seal,
    which is printed, sent on and quoted: with a line left out it would be taken for the whole, so it is not made.
    """
    if parts[0] not in FORMATS:
        raise refuse("dead-button")
    if await turn.hidden() and await edition.phase(turn.tx) in _FROZEN:
        raise refuse("ranking-file-whole")
    await plan_documents(turn, f"ranking.{parts[0]}:{turn.person.code}")
    turn.toast(turn.say("toast-making"))


async def plan_documents(turn: Turn, subject: str) -> None:
    """Files to make as soon as possible, outside of any transaction."""
    await due.plan(turn.tx, f"documents:{subject}:{turn.key}", "documents", subject, turn.at)
    turn.house.soon()


async def propose_freeze(turn: Turn, _: str) -> None:
    """/zamroz: what the freeze would mean, and the button that does it."""
    await _ready(turn)
    if await audits.count_waiting(turn.tx):
        mine = await audits.count_waiting(turn.tx, hidden=await turn.hidden())
        rows: Rows = ((go(turn, "kontrola", count=mine),),) if mine else ()
        await show(turn, [turn.say("freeze-blocked", count=mine)], rows)
        return
    state = await results.now(turn.tx, turn.house.rules, turn.at)
    hidden = await turn.hidden()
    tables = without(state.official(), hidden)
    placed = sum(len(table.places) for table in tables)
    unplaced = [result for table in tables for result in table.unclassified]
    under_way = await assignments.in_state(turn.tx, {State.OFFERED, *RUNNING})
    lines = [
        turn.say(
            "freeze-head",
            contacts=sum(each.entrant not in hidden for each in state.contacts),
            placed=placed,
            of=sum(each.id not in hidden for each in state.entrants),
        ),
        turn.say("freeze-unfinished", count=sum(task.entrant not in hidden for task in under_way)),
    ]
    if unplaced:
        lines += [
            "",
            turn.say("freeze-unplaced", count=len(unplaced)),
            *_unplaced(turn, unplaced, _names(state)),
        ]
    lines += ["", turn.say("freeze-meaning")]
    body = fingerprint(state)
    await propose(
        turn, "freeze", body, lines=lines, yes=turn.say("button-freeze"), no=turn.say("button-not-yet")
    )


async def freeze(turn: Turn, shown: str) -> None:
    """The confirmed freeze, if nothing has moved since it was shown."""
    await _ready(turn)
    if await audits.count_waiting(turn.tx):
        raise refuse("freeze-waiting", count=await audits.count_waiting(turn.tx, hidden=await turn.hidden()))
    state = await results.now(turn.tx, turn.house.rules, turn.at)
    if fingerprint(state) != shown:
        raise refuse("freeze-moved")
    await _seal(turn)


async def compile_at_date(turn: Turn) -> None:
    """The date of the results: the ranking is frozen by the schedule, unless something is still to be decided."""
    phase = await edition.phase(turn.tx)
    if phase == "checking" and not await audits.count_waiting(turn.tx):
        await _seal(turn)
        await turn.tell_role("owner", "results-awards")
    elif phase in ("collecting", "checking"):
        for owner in await turn.holders("owner"):
            hidden = await recusals.hidden_from(turn.tx, owner.code)
            mine = await audits.count_waiting(turn.tx, hidden=hidden)
            await turn.write("results-blocked", to=owner, count=mine)
    elif phase == "frozen":
        state = await results.frozen(turn.tx)
        given, _ = await results.granted(turn.tx, state) if state else ((), None)
        await turn.tell_role("owner", "results-ready" if given else "results-awards")


async def _ready(turn: Turn) -> None:
    phase = await edition.phase(turn.tx)
    if phase in _FROZEN:
        raise refuse("already-frozen")
    if phase != "checking":
        raise refuse("freeze-too-early")


async def _seal(turn: Turn) -> None:
    """Close what is open, keep the facts, enter the phase, tell the digest, and have the ranking printed."""
    for task in await assignments.in_state(turn.tx, {State.OFFERED, *RUNNING}):
        await _close(turn, task)
    state = await results.now(turn.tx, turn.house.rules, turn.at)
    seal = digest(state)
    await snapshots.keep(turn.tx, freeze_snapshot(state), seal, by=turn.person.code, at=turn.at)
    await edition.advance(turn.tx, "frozen", turn.person.code, turn.at)
    await turn.note("edition.freeze", seal, contacts=len(state.contacts), seq=state.seq)
    for person in await people.everybody(turn.tx):
        if person.roles & {"owner", "planner", "checker"}:
            await turn.write("freeze-done", to=person, digest=results.eights(seal), by=turn.person.code)
    await plan_documents(turn, "standings")


async def _close(turn: Turn, task: Assignment) -> None:
    offered = task.state is State.OFFERED
    await leave(turn, task, Act.CANCEL if offered else Act.EXPIRE, "frozen")
    juror = await people.find(turn.tx, task.juror)
    if juror is not None:
        await turn.write("closed-offer" if offered else "closed-running", to=juror, label=task.label)


def _tables(turn: Turn, state: Snapshot, tables: Iterable[GroupTable]) -> list[str]:
    names = _names(state)
    lines: list[str] = []
    for table in tables:
        if not table.places and not table.unclassified:
            continue
        title = table.group.name if table.group else turn.say("entrants-no-group")
        lines += ["", turn.say("ranking-group", group=title)]
        lines += monospace([_place(turn, place, names) for place in table.places])
        if table.unclassified:
            lines.append(turn.say("ranking-unplaced", count=len(table.unclassified)))
            lines += _unplaced(turn, table.unclassified, names)
    return lines or ["", turn.say("ranking-empty")]


def _unplaced(turn: Turn, results: Iterable[Result], names: Mapping[int, Entrant]) -> list[str]:
    """Each reason once, with those whom it keeps out."""
    voice = turn.house.phrases.plain(turn.person.language)
    by_reason: dict[str, list[str]] = {}
    for result in results:
        reason = tell(voice, result.reason).rstrip(".") if result.reason else ""
        by_reason.setdefault(reason, []).append(shorten(names[result.entrant].name, 60))
    lines = []
    for reason, kept_out in by_reason.items():
        told = ", ".join(kept_out[:_UNPLACED])
        rest = len(kept_out) - _UNPLACED
        more = f" {turn.say('desk-more', count=rest)}" if rest > 0 else ""
        lines.append(turn.say("ranking-unplaced-line", reason=reason, names=told + more))
    return lines


def _place(turn: Turn, place: Place, names: Mapping[int, Entrant]) -> str:
    """`  1. Gmina Wielka Wieś            87,5`: 36 letters, which a phone shows in one line."""
    points = decimal(turn.say, place.points)
    return f"{place.number:>3}. {shorten(names[place.result.entrant].name, _NAME):<{_NAME}} {points:>5}"


def _names(state: Snapshot) -> dict[int, Entrant]:
    return {entrant.id: entrant for entrant in state.entrants}
