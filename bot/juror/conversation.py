"""The interview in the chat: an update becomes an event, the event a step, the step is saved and said.

Every rule about what may happen next is in `contest.interview`; this module only carries: it finds the session that a
button or a typed text is bound to, saves what changed in the same transaction, and promises the messages.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot import render
from bot.house import Turn
from bot.in_place import put
from bot.juror import finish, waiting
from bot.juror.common import checklist_of, own_session, tabled
from bot.juror.speaking import speak
from bot.juror.standing import sums
from bot.messages import Edit, Send
from contest.interview import advance, view
from contest.position import awaited
from contest.session import freeze_answer
from contest.talk import (
    Event,
    Opened,
    Saved,
    ShowSummary,
    Skipped,
    Step,
    Submitted,
    Tapped,
    Thank,
    Turned,
    WentBack,
    Wrote,
)
from storage import messages, sessions
from storage.sessions import Stored


async def show(turn: Turn, stored: Stored, *, above: str = "") -> None:
    """Put an interview on the table and show where it stands; `above`: a word before the question, finished HTML."""
    await sessions.put_on_table(turn.tx, turn.person.code, stored.id)
    await play(turn, stored, Opened(turn.at), above=above)


async def on_table(turn: Turn) -> Stored | None:
    """The interview that /dalej goes on with: the one on the table, or the one last touched.

    One that waits for a reply has no question to answer now: another comes first, if there is one in hand.
    """
    found = await tabled(turn)
    if found is None or awaited(checklist_of(turn, found), found.session) is not None:
        return await _in_hand(turn) or found
    return found


async def go_on(turn: Turn, *, above: str = "") -> None:
    """The current question, when there is one. `above`: a word before it."""
    stored = await on_table(turn)
    if stored is None:
        await turn.write("nothing-open")
    else:
        await show(turn, stored, above=above)


async def go_back(turn: Turn, _: str) -> None:
    """/wstecz: the question before."""
    stored = await tabled(turn)
    if stored is None:
        await turn.write("nothing-open")
    else:
        await play(turn, stored, WentBack(turn.at))


async def tapped(turn: Turn, parts: list[str]) -> None:
    session, question, choice, revision = parts
    stored = await own_session(turn, int(session))
    if not question:  # "back to the summary"
        step = advance(checklist_of(turn, stored), stored.session, Opened(turn.at))
        await _resummarise(turn, stored, step, correcting=False)
        return
    await play(turn, stored, Tapped(turn.at, question, choice, int(revision)))


async def back(turn: Turn, parts: list[str]) -> None:
    await play(turn, await own_session(turn, int(parts[0])), WentBack(turn.at))


async def skipped(turn: Turn, parts: list[str]) -> None:
    session, question, revision = parts
    stored = await own_session(turn, int(session))
    await play(turn, stored, Skipped(turn.at, question, int(revision)))


async def turned(turn: Turn, parts: list[str]) -> None:
    session, question = parts
    stored = await own_session(turn, int(session))
    await play(turn, stored, Turned(turn.at, question))


async def submitted(turn: Turn, parts: list[str]) -> None:
    session, revision = parts
    stored = await own_session(turn, int(session))
    await play(turn, stored, Submitted(turn.at, int(revision)))


async def corrections(turn: Turn, parts: list[str]) -> None:
    """The summary's keyboard becomes numbers, one an answer."""
    stored = await own_session(turn, int(parts[0]))
    step = advance(checklist_of(turn, stored), stored.session, Opened(turn.at))
    await _resummarise(turn, stored, step, correcting=True)


async def _resummarise(turn: Turn, stored: Stored, step: Step, *, correcting: bool) -> None:
    """The summary with its other keyboard, in place of the one that was tapped."""
    shown = next((effect for effect in step.effects if isinstance(effect, ShowSummary)), None)
    if shown is None:
        await play(turn, stored, Opened(turn.at))
        return
    message = render.summary(shown, turn.say, session=stored.id)[-1]
    rows = render.corrections(shown, turn.say, session=stored.id) if correcting else message.rows
    asked = turn.say("correct-which")
    text = message.text.removesuffix(turn.say("summary-foot")) + asked if correcting else message.text
    await put(turn, Send(text=text, rows=rows), binds=sums(stored.id))


async def wrote(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """A typed answer, to the question that it was bound to."""
    stored = await own_session(turn, int(bound["session"]))
    await play(turn, stored, Wrote(turn.at, str(bound["question"]), text))


async def play(turn: Turn, stored: Stored, event: Event, *, above: str = "") -> Step:
    """One step of the interview, saved and shown; `above`: a word before what is asked next, finished HTML."""
    checklist = checklist_of(turn, stored)
    step = advance(checklist, stored.session, event, calendar=turn.calendar)
    await save(turn, stored, step)
    await speak(turn, stored, event, step.effects, above=above)
    await waiting.follow(turn, stored, step)
    if any(isinstance(effect, Thank) for effect in step.effects):
        if stored.assignment is None:  # of an assignment nothing stays: see `standing.retire`
            await _leave_summary(turn, stored)
        await finish.submitted(turn, stored, step.session)
    return step


async def _leave_summary(turn: Turn, stored: Stored) -> None:
    """A summary that was sent keeps its answers and loses its buttons, wherever it stands."""
    binds = sums(stored.id)
    for effect in view(checklist_of(turn, stored), stored.session):
        if isinstance(effect, ShowSummary):
            for row in await messages.standing(turn.tx, turn.person.code, binds):
                text = render.sent(effect, turn.say)
                await turn.tell(Edit(of=row, text=text, must=False), binds=binds)


async def save(turn: Turn, stored: Stored, step: Step) -> None:
    """Keep what the step changed, and each answer by itself."""
    if step.session == stored.session:
        return
    await sessions.save(turn.tx, stored.id, step.session, at=turn.at)
    for effect in step.effects:
        if isinstance(effect, Saved) and effect.answer is not None:
            await sessions.record_answer(
                turn.tx,
                stored.id,
                effect.question.id,
                freeze_answer(effect.answer),
                revision=step.session.revision,
                at=turn.at,
            )


async def _in_hand(turn: Turn) -> Stored | None:
    """The interview last touched that is neither submitted nor waiting for a reply."""
    for stored in await sessions.open_of(turn.tx, turn.person.code):
        if awaited(checklist_of(turn, stored), stored.session) is None:
            return stored
    return None
