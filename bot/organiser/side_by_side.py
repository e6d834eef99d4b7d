"""Opinions on one contact side by side, and the decision on which of them count.

What counts takes the place of the doubted contact, so that nothing is planned anew; two that count are two contacts, whose
plain mean is the channel's result.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from bot import answered
from bot.house import Turn, refuse
from bot.in_place import disarm
from bot.messages import Button, Rows, shorten
from bot.organiser import verdicts
from bot.organiser.flagging import flags_of, shortly
from bot.organiser.opinions import MOST, matter_of
from bot.organiser.showing import show
from contest.assignment import State
from contest.scoring import score
from reports.numbers import decimal, percent
from storage import assignments, audits, entrants, opinions
from storage.assignments import Assignment
from storage.audits import Audit


async def compared(turn: Turn, parts: list[str]) -> None:
    """The opinions side by side: their results, what is odd about each, and every answer that differs."""
    audit = await verdicts.undecided(turn, int(parts[0]))
    task = await verdicts.task_of(turn, audit)
    matter = await matter_of(turn, task)
    if matter is None or not matter.ready:
        raise refuse("opinion-none", label=task.label)
    beside = [(await _newest(turn, one), one) for one in matter.members]
    flags = await flags_of(turn.house, turn.tx, beside, hidden=await turn.hidden())
    name = turn.house.rules.channel_name(task.channel)
    entrant = await entrants.find(turn.tx, task.entrant)
    assert entrant is not None
    lines = [turn.say("opinion-head", count=len(beside), channel=name, name=entrant.name)]
    for number, (each, one) in enumerate(beside, start=1):
        scored = _scored(turn, each)
        result = percent(turn.say, scored) if scored is not None else "–"
        lines.append(turn.say("opinion-line", number=number, label=one.label, code=one.juror, score=result))
        if flags[each.id]:
            lines.append(turn.say("check-line-flags", flags=shortly(turn, flags[each.id])))
    apart, many = _apart(turn, [each for each, _ in beside]), len(beside)
    if apart is not None:
        far = apart >= turn.house.rules.settings.checking.disagreement and many < MOST
        lines.append(turn.say("opinion-far" if far else "opinion-apart", points=decimal(turn.say, apart)))
    lines += _differences(turn, [each for each, _ in beside])
    await show(turn, lines, _choices(turn, audit, beside))


async def decided(turn: Turn, parts: list[str]) -> None:
    """Which of the opinions count: those of the mask are approved, the others are excluded."""
    mask, ids = int(parts[0]), [int(one) for one in parts[1].split("-")]
    audit = await verdicts.undecided(turn, ids[0])
    task = await verdicts.task_of(turn, audit)
    matter = await matter_of(turn, task)
    if matter is None or not matter.ready or not 0 <= mask < 1 << len(ids):
        raise refuse("opinion-changed")
    beside = [(await _newest(turn, one), one) for one in matter.members]
    if [each.id for each, _ in beside] != ids:
        raise refuse("opinion-changed")
    await opinions.settle(turn.tx, matter.doubted, by=turn.person.code, at=turn.at)
    counted = [pair for place, pair in enumerate(beside) if mask >> place & 1]
    left_out = [pair for pair in beside if pair not in counted]
    reason = turn.house.phrases.plain(turn.house.rules.settings.language)(
        "opinion-reason" if counted else "opinion-reason-none"
    )
    for each, one in left_out:
        await verdicts.exclude(turn, each, reason, freed=not counted and one.id == matter.doubted)
    await _take_place(turn, matter.doubted, [one for _, one in counted])
    for each, _ in counted:
        await verdicts.approve(turn, each)
    await disarm(turn)
    done = turn.say("opinion-decided", labels=", ".join(one.label for _, one in counted), count=len(counted))
    await verdicts.following(turn, done)


async def _take_place(turn: Turn, doubted: int, counted: Sequence[Assignment]) -> None:
    """The first that counts stands where the doubted one stood, if that is excluded."""
    first = await assignments.find(turn.tx, doubted)
    assert first is not None
    if counted and first.state is State.EXCLUDED:
        await assignments.stand_in(turn.tx, counted[0].id, first.id, by=turn.person.code, at=turn.at)


def _choices(turn: Turn, audit: Audit, beside: Sequence[tuple[Audit, Assignment]]) -> Rows:
    """Each opinion alone, each two together, all, another one, none."""
    ids = "-".join(str(each.id) for each, _ in beside)

    def choice(places: Sequence[int], phrase: str) -> Button:
        mask = sum(1 << place for place in places)
        which = "+".join(str(place + 1) for place in places)
        return Button(label=turn.say(phrase, which=which), data=f"vd:{mask}:{ids}")

    every = range(len(beside))
    rows: list[tuple[Button, ...]] = [tuple(choice((one,), "button-counts") for one in every)]
    if len(beside) < MOST:
        more = Button(label=turn.say("button-third-opinion"), data=f"vo:{audit.id}")
        rows.append((choice(tuple(every), "button-mean"), more))
    else:
        rows.append(tuple(choice(pair, "button-mean") for pair in combinations(every, 2)))
        rows.append((choice(tuple(every), "button-mean"),))
    look = tuple(Button(label=one.label, data=f"c:{each.id}") for each, one in beside)
    return (*rows, look, (choice((), "button-none-counts"),))


def _differences(turn: Turn, beside: Sequence[Audit]) -> Iterator[str]:
    """The questions that were answered differently, with every answer; times and texts differ by nature."""
    plain = turn.house.phrases.plain(turn.person.language)
    checklist = turn.house.rules.checklists[beside[0].checklist]
    if any(each.checklist != checklist.name for each in beside):
        yield turn.say("opinion-versions")
        return
    found = []
    for number, question in enumerate(checklist.questions(), start=1):
        if question.type in ("text", "photo", "acknowledge"):
            continue
        said = [
            answered.answer_text(question, each.session.answers.get(question.id), plain)
            if question in checklist.visible(each.session.answers, each.session.kind)
            else "–"
            for each in beside
        ]
        if len(set(said)) > 1:
            sides = " · ".join(f"{place}: {shorten(one, 60)}" for place, one in enumerate(said, start=1))
            found.append(
                turn.say("opinion-differs", number=number, question=shorten(question.text, 90), sides=sides)
            )
    yield turn.say("opinion-differences", count=len(found))
    yield from found


def _scored(turn: Turn, audit: Audit) -> Fraction | None:
    return score(
        turn.house.rules.checklists[audit.checklist], audit.session.answers, audit.session.kind
    ).percent


def _apart(turn: Turn, beside: Sequence[Audit]) -> Fraction | None:
    """Percentage points between the highest and the lowest result."""
    results = [found for each in beside if (found := _scored(turn, each)) is not None]
    return max(results) - min(results) if len(results) > 1 else None


async def _newest(turn: Turn, task: Assignment) -> Audit:
    found = await audits.newest_of(turn.tx, task.id)
    assert found is not None, "what is submitted has an audit"
    return found
