"""The organiser's desk: the edition at a glance, and the one table of what a confirmed proposal does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.house import Asked, House, Turn, refuse
from bot.messages import Button, Send, grid
from bot.moments import when
from bot.organiser import (
    announcing,
    awards,
    barring,
    council,
    dates,
    demand,
    editing,
    edition_file,
    granting,
    honours,
    importing,
    inviting,
    juror_file,
    offering,
    progress,
    publishing,
    ranking,
    recusing,
    removing,
    withdrawing,
)
from bot.organiser.showing import disarm, go
from bot.roles import CHECKER, ORGANISER, OWNER, PLANNER
from contest.assignment import RUNNING, State
from storage import assignments, audits, edition, jurors, people, proposals
from storage import entrants as register

SHORTCUTS: Mapping[str, frozenset[str]] = {
    "uczestnicy": PLANNER,
    "jurorzy": PLANNER,
    "zapros": PLANNER,
    "przydzial": PLANNER,
    "postep": ORGANISER,
    "kontrola": CHECKER,
    "terminy": ORGANISER,
    "ranking": ORGANISER,
    "symulacja": ORGANISER,
    "zamroz": OWNER,
    "nagrody": ORGANISER,
    "glosuj": OWNER,
    "publikuj": OWNER,
    "kopia": OWNER,
    "dziennik": OWNER,
}
"""The panel's buttons and who sees them: the same roles as in the table of commands."""


_LARGE = 100_000
"""Characters of a proposal whose application is announced."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a confirmed proposal does, and who may still confirm it."""

    roles: frozenset[str]
    act: Callable[[Turn, str], Awaitable[None]]
    announced: tuple[str, str] | None = None
    """What is said while a large one is applied, and what that message says afterwards (phrases)."""


EFFECTS: Mapping[str, Effect] = {
    "import": Effect(PLANNER, importing.apply, ("import-applying", "import-applied")),
    "withdraw": Effect(PLANNER, withdrawing.apply),
    "revise": Effect(PLANNER, editing.apply),
    "jurors": Effect(PLANNER, juror_file.apply),
    "version": Effect(PLANNER, edition_file.apply),
    "plan": Effect(PLANNER, offering.apply),
    "dates": Effect(PLANNER, dates.apply),
    "announcement": Effect(PLANNER, announcing.send),
    "freeze": Effect(OWNER, ranking.freeze),
    "awards": Effect(OWNER, awards.grant),
    "revoke": Effect(PLANNER, inviting.revoke_shown),
    "remove": Effect(PLANNER, removing.apply),
    "conflict": Effect(PLANNER, barring.apply),
    "conflict-lift": Effect(PLANNER, barring.lift),
    "role": Effect(OWNER, granting.apply),
    "recuse": Effect(OWNER, recusing.apply),
    "recuse-lift": Effect(OWNER, recusing.lift),
    "ballots-open": Effect(OWNER, council.open_ballots),
    "ballots-close": Effect(OWNER, council.close_ballots),
    "honours": Effect(OWNER, honours.grant),
    "results": Effect(OWNER, publishing.confirm),
    "results-second": Effect(ORGANISER, publishing.confirm_second),
}


@dataclass(frozen=True, slots=True)
class Glance:
    """The numbers of the panel."""

    phase: str
    entrants: int
    jurors: int
    registering: int
    unreachable: int
    contacts: Mapping[State, int]
    free: int
    to_check: int


async def panel(turn: Turn, _: str) -> None:
    """/panel: where the edition is, how much of it is done, and what needs somebody now."""
    now = await glance(turn)
    settings = turn.house.rules.settings
    lines = [
        turn.say(
            "panel-head", name=settings.name, year=str(settings.year), phase=turn.say(f"phase-{now.phase}")
        )
    ]
    lines += _deadline(turn, now.phase)
    lines += [
        turn.say("panel-people", entrants=now.entrants, jurors=now.jurors, registering=now.registering),
        turn.say(
            "panel-contacts",
            offered=now.contacts.get(State.OFFERED, 0),
            running=sum(now.contacts.get(state, 0) for state in RUNNING - {State.WAITING}),
            waiting=now.contacts.get(State.WAITING, 0),
            submitted=now.contacts.get(State.SUBMITTED, 0),
            approved=now.contacts.get(State.APPROVED, 0),
        ),
    ]
    needs = _needs(turn, now)
    lines += ["", turn.say("panel-now"), *needs] if needs else ["", turn.say("panel-calm")]
    await turn.tell(Send(text="\n".join(lines), rows=grid(_buttons(turn, now), 2)))


async def glance(turn: Turn) -> Glance:
    """The edition in numbers."""
    known = await jurors.everybody(turn.tx)
    reachable = {person.code for person in await people.with_role(turn.tx, "juror") if person.reachable}
    active = [juror.code for juror in known if juror.state == "active"]
    return Glance(
        phase=await edition.phase(turn.tx),
        entrants=len(await register.everything(turn.tx)),
        jurors=len(active),
        registering=sum(juror.state == "registering" for juror in known),
        unreachable=sum(code not in reachable for code in active),
        contacts=await assignments.by_state(turn.tx),
        free=len((await demand.open_contacts(turn.house, turn.tx)).slots),
        to_check=await audits.count_waiting(turn.tx),
    )


def _deadline(turn: Turn, phase: str) -> list[str]:
    """The date that this phase runs towards, and how far it is."""
    dates = turn.house.rules.settings.dates
    towards: Mapping[str, tuple[str, datetime]] = {
        "preparation": ("panel-until-start", dates.collecting_from),
        "collecting": ("panel-until-close", dates.collecting_until),
        "checking": ("panel-until-checked", dates.checking_until),
        "frozen": ("panel-until-results", dates.results_at),
    }
    if phase not in towards:
        return []
    phrase, local = towards[phase]
    at = turn.house.rules.settings.utc(local)
    days = (turn.house.local(at).date() - turn.house.local(turn.at).date()).days
    left = turn.say("panel-days", days=days) if at > turn.at else turn.say("panel-past")
    return [turn.say(phrase, when=when(turn, at), left=left)]


def _needs(turn: Turn, now: Glance) -> list[str]:
    """What waits for a person of these roles."""
    mine = turn.person.roles
    open_phase = now.phase in ("preparation", "collecting")
    found = []
    if mine & PLANNER and not now.entrants:
        found.append(turn.say("needs-entrants"))
    if mine & PLANNER and now.entrants and not now.jurors:
        found.append(turn.say("needs-jurors"))
    if mine & PLANNER and open_phase and now.free and now.jurors:
        found.append(turn.say("needs-plan", count=now.free))
    if mine & PLANNER and now.unreachable:
        found.append(turn.say("needs-unreachable", count=now.unreachable))
    if mine & CHECKER and now.to_check:
        found.append(turn.say("needs-check", count=now.to_check))
    if mine & OWNER and now.phase == "checking" and not now.to_check:
        found.append(turn.say("needs-freeze"))
    return found


def _buttons(turn: Turn, now: Glance) -> list[Button]:
    counts = {
        "uczestnicy": now.entrants,
        "jurorzy": now.jurors,
        "przydzial": now.free,
        "kontrola": now.to_check,
    }
    mine = [word for word, roles in SHORTCUTS.items() if roles & turn.person.roles]
    return [go(turn, word, count=counts.get(word, 0)) for word in mine]


async def announce(house: House, asked: Asked) -> int | None:
    """Before a large proposal is applied: a word that it is under way; the row of that message."""
    found = await proposals.show(house.db.reading, asked.said, by=asked.person.code)
    effect = EFFECTS.get(found[0]) if found else None
    if found is None or effect is None or effect.announced is None or len(found[1]) < _LARGE:
        return None
    return await progress.begin(house, asked, house.say(asked.person)(effect.announced[0]))


async def confirmed(turn: Turn, parts: list[str]) -> None:
    """A tap on *yes*: used up and applied in this one transaction, or neither."""
    taken = await proposals.take(turn.tx, parts[0], by=turn.person.code, at=turn.at)
    if taken is None:
        raise refuse("proposal-gone")
    kind, body = taken
    effect = EFFECTS.get(kind)
    if effect is None or not effect.roles & turn.person.roles:
        raise refuse("proposal-gone")
    await disarm(turn)
    await effect.act(turn, body)
    if effect.announced and isinstance(turn.prepared, int):
        await progress.end(turn, turn.prepared, turn.say(effect.announced[1]))


async def dismissed(turn: Turn, parts: list[str]) -> None:
    """A tap on *no*: nothing happens, and cannot happen any more."""
    if await proposals.take(turn.tx, parts[0], by=turn.person.code, at=turn.at) is None:
        raise refuse("proposal-gone")
    await disarm(turn)
    await turn.write("proposal-dismissed")
