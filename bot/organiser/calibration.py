"""A juror's card, by the code alone: what the calibration said before the first task, and what the contacts say since.

For checkers, who read with it what the juror sends. Agreement with the experts and the leaning on scales are described in
`contest.training`: jurors never see them, and no ranking knows of them.
"""

from __future__ import annotations

from fractions import Fraction

from bot.house import Turn
from bot.messages import Button, grid
from bot.organiser import watched
from bot.organiser.measured import measured
from bot.organiser.showing import show
from contest.mistakes import Say
from contest.training import Calibration
from contest.training import calibration as compared
from reports.numbers import decimal, percent, rounded
from storage import jurors, sessions


async def card(turn: Turn, wish: str) -> None:
    """/juror J-37: how the juror judged the cases; without a code those to choose from."""
    code = wish.strip().upper()
    if code:
        await _show(turn, code)
        return
    known = {stored.person for stored in await sessions.finished(turn.tx, "calibration")}
    found = watched.prepared(turn)
    sent = sorted(known | {each.juror for each in found.judged.both.jurors})
    buttons = [Button(label=one, data=f"jc:{one}") for one in sent]
    lines = [turn.say("calibration-which", count=len(sent)) if sent else turn.say("calibration-nobody")]
    alike = Button(label=turn.say("button-alike"), data="ja:")
    await show(turn, lines, (*grid(buttons, 3), (alike,)) if found.conducts else grid(buttons, 3))


async def opened(turn: Turn, parts: list[str]) -> None:
    """A tap on a code."""
    await _show(turn, parts[0])


async def line_of(turn: Turn, code: str) -> str | None:
    """One line above what the juror sent; None when there is no calibration of theirs."""
    found = await _result(turn, code)
    if found is None:
        return None
    return turn.say(
        "calibration-line", code=code, share=_share(turn.say, found.share), leaning=_leaning(turn.say, found)
    )


async def _show(turn: Turn, code: str) -> None:
    juror = await jurors.find(turn.tx, code)
    if juror is None:
        await turn.write("calibration-no-juror", code=code[:20])
        return
    stored = await sessions.own(turn.tx, code, "calibration")
    found = await _result(turn, code)
    lines = [turn.say("calibration-head", code=code, state=turn.say(f"juror-{juror.state}"))]
    seen = watched.prepared(turn)
    contacts = measured(turn, code, seen.judged.both, seen.conducts.get(code))
    if stored is None or found is None:
        await show(turn, [*lines, turn.say("calibration-missing"), "", *contacts])
        return
    checklist = turn.house.rules.checklists[stored.session.checklist]
    titles = {section.id: section.title for section in checklist.sections}
    lines += [
        turn.say(
            "calibration-case",
            title=titles[case.section],
            share=_share(turn.say, case.share),
            count=case.questions,
        )
        for case in found.cases
    ]
    lines.append(turn.say("calibration-whole", share=_share(turn.say, found.share)))
    if found.leaning is not None:
        lines.append(turn.say("calibration-scales", leaning=_leaning(turn.say, found)))
    await show(turn, [*lines, turn.say("calibration-note"), "", *contacts])


async def _result(turn: Turn, code: str) -> Calibration | None:
    stored = await sessions.own(turn.tx, code, "calibration")
    if stored is None or stored.session.submitted_at is None:
        return None
    return compared(turn.house.rules.checklists[stored.session.checklist], stored.session.answers)


def _share(say: Say, share: Fraction) -> str:
    return percent(say, share * 100, places=0)


def _leaning(say: Say, found: Calibration) -> str:
    """„o 0,7 stopnia łagodniej niż wzór”; below half a tenth there is no difference."""
    if found.leaning is None:
        return say("leaning-unknown")
    steps = rounded(abs(found.leaning))
    if not steps:
        return say("leaning-none")
    return say("leaning-milder" if found.leaning > 0 else "leaning-harsher", steps=decimal(say, steps))
