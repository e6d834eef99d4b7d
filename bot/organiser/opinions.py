"""A second opinion: another juror makes the same contact, both submissions stand side by side, and the checker says which count.

When two opinions lie far apart a third is advised. Until the matter is settled none of them can be approved or excluded alone.
How they are decided is in `side_by_side`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction

from bot import labels
from bot.house import Turn, refuse
from bot.in_place import disarm
from bot.juror import training
from bot.juror.assignments import leave, offer
from bot.messages import Button, Rows, Send
from bot.moments import when
from bot.organiser import verdicts
from bot.organiser.queue import IN_HANDS
from bot.organiser.showing import show
from contest.assignment import Act, State, label
from contest.headings import fold
from storage import assignments, edition, entrants, jurors, opinions, people
from storage.assignments import Assignment
from storage.audits import Audit
from storage.jurors import Juror

MOST = 3
"""Opinions on one contact, the first included."""
_SHOWN = 6
"""Jurors to choose from."""
_LEAST = timedelta(hours=8)
"""What another juror needs at least before the end."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A doubted contact and the opinions on it that are live, the first one first."""

    doubted: int
    members: tuple[Assignment, ...]

    @property
    def open(self) -> tuple[Assignment, ...]:
        """Those that are still in somebody's hands."""
        return tuple(task for task in self.members if task.state in IN_HANDS)

    @property
    def ready(self) -> bool:
        """More than one submission, and nothing that may still come."""
        return len(self.members) > 1 and not self.open


async def matter_of(turn: Turn, task: Assignment) -> Matter | None:
    """What an assignment belongs to; None when nobody has asked for another opinion on it."""
    found = await opinions.about(turn.tx, task.id)
    if not found:
        return None
    known = [
        await assignments.find(turn.tx, number)
        for number in (found[0].doubted, *(one.assignment for one in found))
    ]
    live = tuple(one for one in known if one is not None and one.state in IN_HANDS | {State.SUBMITTED})
    return Matter(found[0].doubted, live)


async def alone(turn: Turn, task: Assignment) -> None:
    """Refuse a verdict on one submission while another opinion on it is awaited or lies beside it."""
    matter = await matter_of(turn, task)
    if matter is None:
        return
    others = [one.label for one in matter.members if one.id != task.id]
    if others:
        raise refuse("opinion-first", label=task.label, others=", ".join(others))
    await opinions.settle(turn.tx, matter.doubted, by=turn.person.code, at=turn.at)


async def asked(turn: Turn, parts: list[str]) -> None:
    """Who could make the same contact: the jurors who may and have room, those with the least to do first."""
    audit, task, matter = await _asked(turn, parts[0])
    able = await _able(turn, task, matter)
    if not able:
        raise refuse("opinion-nobody", label=task.label)
    loads = await jurors.loads(turn.tx, hidden=await turn.hidden())
    buttons = [
        Button(
            label=turn.say("opinion-juror", code=one.code, load=loads.get(one.code, 0), most=one.capacity),
            data=f"vj:{audit.id}:{one.code}",
        )
        for one in able[:_SHOWN]
    ]
    lines = [turn.say("opinion-who", label=task.label, until=when(turn, await _until(turn)))]
    await show(turn, lines, labels.rows(buttons))


async def offered(turn: Turn, parts: list[str]) -> None:
    """The chosen juror gets the offer of a further contact."""
    audit, task, matter = await _asked(turn, parts[0])
    if parts[1] not in {one.code for one in await _able(turn, task, matter)}:
        raise refuse("opinion-juror-gone", code=parts[1])
    reader = await people.find(turn.tx, parts[1])
    assert reader is not None, "an able juror is a person"
    number = await _offer(turn, task, reader.code)
    await opinions.ask(
        turn.tx, number, matter.doubted if matter else task.id, audit.id, by=turn.person.code, at=turn.at
    )
    await offer(turn, number, reader)
    await disarm(turn)
    extra = await assignments.find(turn.tx, number)
    assert extra is not None
    await turn.write("opinion-asked", label=task.label, extra=extra.label, code=reader.code)


async def _asked(turn: Turn, number: str) -> tuple[Audit, Assignment, Matter | None]:
    """The submission of a button, while a further opinion on it may be asked for."""
    audit = await verdicts.undecided(turn, int(number))
    task = await verdicts.task_of(turn, audit)
    await _in_time(turn)
    matter = await matter_of(turn, task)
    _room(task, matter)
    return audit, task, matter


async def called_off(turn: Turn, parts: list[str]) -> None:
    """What is still in somebody's hands is cancelled; what came in already stays."""
    audit = await verdicts.undecided(turn, int(parts[0]))
    task = await verdicts.task_of(turn, audit)
    matter = await matter_of(turn, task)
    away = [one for one in matter.open if one.id != task.id and one.id != matter.doubted] if matter else []
    if matter is None or not away:
        raise refuse("opinion-none", label=task.label)
    for one in away:
        await _cancel(turn, one)
    if len(matter.members) - len(away) < 2:
        await opinions.settle(turn.tx, matter.doubted, by=turn.person.code, at=turn.at)
    await disarm(turn)
    row = (Button(label=turn.say("button-back-to-audit"), data=f"c:{audit.id}"),)
    text = turn.say("opinion-called-off", labels=", ".join(one.label for one in away), count=len(away))
    await turn.tell(Send(text=text, rows=(row,)))


def buttons(turn: Turn, audit: Audit, task: Assignment, matter: Matter | None) -> Rows:
    """What the card of a submission offers about opinions."""
    if matter is not None and matter.ready:
        return ((Button(label=turn.say("button-compare"), data=f"vm:{audit.id}"),),)
    if matter is not None and any(one.id != task.id for one in matter.open):
        return ((Button(label=turn.say("button-call-off"), data=f"vk:{audit.id}"),),)
    return ((Button(label=turn.say("button-second-opinion"), data=f"vo:{audit.id}"),),)


async def line_of(turn: Turn, task: Assignment, matter: Matter | None) -> str | None:
    """What a checker reads about the other opinions under a submission."""
    if matter is None:
        return None
    others = [one for one in matter.members if one.id != task.id]
    if not others:
        return turn.say("opinion-lost")
    waits = [one for one in others if one.state in IN_HANDS]
    if not waits:
        return turn.say("opinion-ready", labels=", ".join(one.label for one in others))
    first = waits[0]
    return turn.say(
        "opinion-awaited",
        label=first.label,
        code=first.juror,
        state=first.state.value,
        due=when(turn, first.due_at),
    )


def _room(task: Assignment, matter: Matter | None) -> None:
    """Raises when another opinion is under way already, or there are enough."""
    if matter is None:
        return
    if any(one.id != task.id for one in matter.open):
        raise refuse("opinion-awaited-already", label=task.label)
    if len(matter.members) >= MOST:
        raise refuse("opinion-enough", label=task.label)


async def _in_time(turn: Turn) -> None:
    if (
        await edition.phase(turn.tx) not in ("collecting", "checking")
        or await _until(turn) < turn.at + _LEAST
    ):
        raise refuse("opinion-too-late")


async def _until(turn: Turn) -> datetime:
    """The end of a further contact: with the collecting, or with the checking when that is over."""
    settings = turn.house.rules.settings
    phase = await edition.phase(turn.tx)
    end = settings.dates.collecting_until if phase == "collecting" else settings.dates.checking_until
    return min(turn.at + timedelta(days=settings.work_days.days), settings.utc(end))


async def _able(turn: Turn, task: Assignment, matter: Matter | None) -> list[Juror]:
    """Those who may make the contact: by channel, region, conflicts, training and room; never one who was seen there."""
    settings = turn.house.rules.settings
    channel, entrant = settings.channel(task.channel), await entrants.find(turn.tx, task.entrant)
    assert entrant is not None
    visible = channel is None or channel.visible
    on_site = channel is not None and channel.needs in {"voivodeship", "address"}
    loads, met = await jurors.loads(turn.tx), await jurors.met_map(turn.tx)
    conflicts = await jurors.conflict_map(turn.tx)
    untrained = await training.unfinished(turn.tx, turn.house) if settings.training.required else frozenset()
    reachable = {person.code for person in await people.with_role(turn.tx, "juror") if person.reachable}
    judged = {one.juror for one in (matter.members if matter else (task,))}
    been = {code for code, these in met.items() if task.entrant in these}
    able = [
        juror
        for juror in await jurors.active(turn.tx)
        if task.channel in juror.channels
        and (not on_site or fold(entrant.voivodeship) in {fold(one) for one in juror.regions})
        and task.entrant not in conflicts.get(juror.code, frozenset())
        and juror.code not in judged | untrained
        and juror.code in reachable
        and not (visible and juror.code in been)
        and loads.get(juror.code, 0) < juror.capacity
    ]
    return sorted(
        able, key=lambda one: (one.code in been, Fraction(loads.get(one.code, 0), one.capacity), one.code)
    )


async def _offer(turn: Turn, task: Assignment, code: str) -> int:
    """The same contact once more, above the numbers that the channel plans; another story where somebody may remember."""
    rules = turn.house.rules
    channel = rules.settings.channel(task.channel)
    planned = channel.contacts if channel else 0
    highest = await assignments.highest(turn.tx, task.entrant, task.channel)
    until = await _until(turn)
    return await assignments.offer(
        turn.tx,
        entrant=task.entrant,
        channel=task.channel,
        number=max(planned, highest) + 1,
        juror=code,
        scenario=await _story(turn, task),
        scenarios=task.scenarios,
        checklist=task.checklist,
        label=label,
        aim="opinion",
        answer_by=min(turn.at + timedelta(hours=rules.settings.offers.hours), until),
        opens_at=turn.at,
        due_at=until,
        by=turn.person.code,
        at=turn.at,
    )


async def _story(turn: Turn, task: Assignment) -> str:
    """The same where nobody sees the juror, for then both look for the same; else one not told there before, if there is."""
    channel = turn.house.rules.settings.channel(task.channel)
    if channel is not None and not channel.visible:
        return task.scenario
    entrant = await entrants.find(turn.tx, task.entrant)
    assert entrant is not None
    played = (await assignments.played(turn.tx)).get(task.entrant, frozenset())
    suiting = turn.house.rules.scenarios[task.scenarios].suiting(task.channel, entrant.kind)
    return next((item.id for item in suiting if item.id not in played), task.scenario)


async def _cancel(turn: Turn, task: Assignment) -> None:
    await leave(turn, task, Act.CANCEL, "opinion")
    juror = await people.find(turn.tx, task.juror)
    if juror is not None:
        await turn.write("opinion-cancelled-juror", to=juror, label=task.label)
