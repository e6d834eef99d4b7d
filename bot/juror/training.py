"""Before the first assignment: a training with model answers, then cases that everybody judges; each is an interview of its own.

What is ahead follows from the interviews that were sent, so a step is never offered twice and nothing has to be kept in step.
What a calibration came to is for checkers (`bot.organiser.calibration`); the juror reads thanks and no number.
"""

from __future__ import annotations

from bot import answered, digest
from bot.house import House, Turn, refuse
from bot.juror import conversation
from bot.messages import Button, Rows, Send
from bot.organiser.showing import show as show_lines
from bot.planned import plan_training
from contest.mistakes import Say
from contest.session import Session
from contest.training import Step
from storage import due, evidence, jurors, people, sessions
from storage.database import Reading, Writing
from storage.due import Row
from storage.sessions import Stored


async def ahead(db: Reading, house: House, code: str) -> tuple[Step, ...]:
    """The steps that a juror has not finished, in order."""
    left = []
    for step in house.rules.steps:
        stored = await sessions.own(db, code, step)
        if stored is None or stored.session.submitted_at is None:
            left.append(step)
    return tuple(left)


async def unfinished(db: Reading, house: House) -> frozenset[str]:
    """Codes of the active jurors with something still ahead."""
    codes = frozenset(juror.code for juror in await jurors.active(db))
    trained = codes
    for step in house.rules.steps:
        trained &= {stored.person for stored in await sessions.finished(db, step)}
    return codes - trained


async def welcome(turn: Turn) -> None:
    """Straight after the registration: what comes first, and reminders of it; nothing where the edition asks for nothing."""
    left = await ahead(turn.tx, turn.house, turn.person.code)
    if left:
        await turn.tell(_invitation(turn.house, turn.say, left[0]))
        await plan_training(turn.house, turn.tx, turn.person.code, turn.at)


async def instead(turn: Turn) -> None:
    """Nothing to do: or is there something that comes before the first assignment?"""
    left = await ahead(turn.tx, turn.house, turn.person.code)
    if left:
        await turn.tell(_invitation(turn.house, turn.say, left[0]))
    else:
        await turn.write("tasks-none")


async def begun(turn: Turn, parts: list[str]) -> None:
    """A tap on the invitation: the step begins, or goes on where it stopped."""
    step = next((one for one in turn.house.rules.steps if one == parts[0]), None)
    if step is None:
        raise refuse("dead-button")
    left = await ahead(turn.tx, turn.house, turn.person.code)
    if step not in left:
        raise refuse("step-done")
    await _begin(turn, left[0])


async def resumed(turn: Turn) -> bool:
    """Whether there was a step to go on with, when nothing else is open."""
    left = await ahead(turn.tx, turn.house, turn.person.code)
    juror = await jurors.find(turn.tx, turn.person.code)
    if not left or juror is None or juror.state != "active":
        return False
    await _begin(turn, left[0])
    return True


async def finished(turn: Turn, stored: Stored) -> None:
    """A step was sent: what comes next, or that assignments may come now."""
    if stored.purpose == "training":
        await evidence.drop_all(turn.tx, stored.id)  # a practice photo has done its work
    left = await ahead(turn.tx, turn.house, turn.person.code)
    done = turn.say(f"{stored.purpose}-done")
    if left:
        following = _invitation(turn.house, turn.say, left[0])
        await turn.tell(Send(text=f"{done}\n\n{following.text}", rows=following.rows))
        return
    await due.cancel_of(turn.tx, "training", turn.person.code, at=turn.at)
    await turn.note("juror.trained", turn.person.code)
    await turn.tell(Send(text=f"{done}\n{turn.say('training-over')}"))
    if turn.house.rules.settings.training.required:
        await digest.ready_soon(turn)


async def remind(turn: Turn, row: Row, _: object) -> None:
    """The schedule: something is still ahead. After an outage the newest reminder only."""
    if any(later.at <= turn.at for later in await due.of(turn.tx, row.kind, row.subject)):
        return
    juror, reader = await jurors.find(turn.tx, row.subject), await people.find(turn.tx, row.subject)
    left = await ahead(turn.tx, turn.house, row.subject)
    if not left or juror is None or juror.state != "active" or reader is None or not reader.reachable:
        return
    say = turn.house.say(reader)
    needed = turn.house.rules.settings.training.required
    text = say("training-waits" if needed else "training-waits-optional")
    await turn.tell(Send(text=text, rows=_button(say, left[0])), to=reader)


async def reread(turn: Turn, _: str) -> None:
    """/szkolenie: the training, or once it is done its questions with the model answers."""
    checklist = turn.house.rules.steps.get("training")
    left = await ahead(turn.tx, turn.house, turn.person.code)
    if "training" in left and await resumed(turn):
        return
    if checklist is None or "training" in left:
        await turn.write("training-none")
        return
    lines = [turn.say("training-models")]
    for section in checklist.sections:
        if section.intro:
            lines += ["", turn.say("prompt-section-folded", text=section.intro)]
        for question in section.questions:
            lines += ["", turn.say("prompt-question", text=question.text)]
            if (model := checklist.models.get(question.id)) is not None:
                lines.append(answered.modelled(question, model, turn.say))
    await show_lines(turn, lines)


async def plan_for_all(house: House, tx: Writing) -> None:
    """At the start of the program: reminders also for those who registered before the edition had a training."""
    for code in sorted(await unfinished(tx, house)):
        await plan_training(house, tx, code, house.clock.now())


async def _begin(turn: Turn, step: Step) -> None:
    stored = await sessions.own(turn.tx, turn.person.code, step)
    if stored is None:
        session = Session(turn.house.rules.steps[step].name)
        await sessions.begin(
            turn.tx, turn.person.code, purpose=step, assignment=None, session=session, at=turn.at
        )
        stored = await sessions.own(turn.tx, turn.person.code, step)
    assert stored is not None
    await conversation.show(turn, stored)


def _invitation(house: House, say: Say, step: Step) -> Send:
    checklist = house.rules.steps[step]
    count = len(checklist.sections) if step == "calibration" else sum(1 for _ in checklist.questions())
    return Send(text=say(f"{step}-invite", count=count), rows=_button(say, step))


def _button(say: Say, step: Step) -> Rows:
    return ((Button(label=say(f"button-{step}"), data=f"tr:{step}"),),)
