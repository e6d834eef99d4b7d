"""The interview in the chat: an update becomes an event, the event a step, the step is saved and shown.

Every rule about what may happen next is in `contest.interview`; this module only carries: it finds the session that a
button or a typed text is bound to, saves what changed in the same transaction, and promises the messages.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import assert_never

from bot import answered, render
from bot.house import Turn
from bot.juror import finish, waiting
from bot.juror.common import binding, checklist_of, intro_of, model_of, note_of, own_session, tapped_on
from bot.juror.standing import sums
from bot.messages import Edit, Send, shorten
from bot.photos import Cleaned
from contest.interview import advance, current, view
from contest.mistakes import Mistake, tell
from contest.position import awaited
from contest.session import freeze_answer, photos_of
from contest.talk import (
    Ask,
    AskEvidence,
    AskReason,
    Attached,
    Detached,
    Effect,
    Event,
    Explain,
    Opened,
    Prompt,
    Proven,
    Routed,
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
from storage import audits, evidence, outbox, sessions
from storage.sessions import Stored

RECORDINGS = frozenset({"voice", "audio", "video", "video_note", "recording"})
"""Kinds of messages that hold a voice or a face."""
QUIET = frozenset({"already-saved"})
"""Complaints that a toast settles: the question need not be shown again."""
_NAMED = 3
"""Questions that a correction hid or revealed, named one by one."""


async def show(turn: Turn, stored: Stored, *, above: str = "") -> None:
    """Put an interview on the table and show where it stands; `above`: a word before the question, finished HTML."""
    await sessions.put_on_table(turn.tx, turn.person.code, stored.id)
    await play(turn, stored, Opened(turn.at), above=above)


async def on_table(turn: Turn) -> Stored | None:
    """The interview that /dalej goes on with: the one on the table, or the one last touched.

    One that waits for a reply has no question to answer now: another comes first, if there is one in hand.
    """
    found = await _on_table(turn)
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
    stored = await _on_table(turn)
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
    tapped = await tapped_on(turn)
    if shown is None:
        await play(turn, stored, Opened(turn.at))
        return
    message = render.summary(shown, turn.say, session=stored.id)[-1]
    rows = render.corrections(shown, turn.say, session=stored.id) if correcting else message.rows
    asked = turn.say("correct-which")
    text = message.text.removesuffix(turn.say("summary-foot")) + asked if correcting else message.text
    changed = Edit(of=tapped.id, text=text, rows=rows) if tapped else Send(text=text, rows=rows)
    await turn.tell(changed, binds=sums(stored.id))


async def wrote(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """A typed answer, to the question that it was bound to."""
    stored = await own_session(turn, int(bound["session"]))
    await play(turn, stored, Wrote(turn.at, str(bound["question"]), text))


async def attached(turn: Turn, photo: Cleaned, *, album: str = "") -> None:
    """A photo, for the question that is on the table; those of an album go where the first one went, and are confirmed once."""
    stored = await _on_table(turn)
    key = f"album:{turn.person.code}:{album}" if album else None
    begun = await outbox.find_key(turn.tx, key) if key else None
    bound = json.loads(begun.binds) if begun and begun.binds else {}
    if stored is None or bound.get("session", stored.id) != stored.id:
        await turn.tell(Send(text=turn.say("photo-not-now")), once=key and f"{key}:no")
        return
    checklist = checklist_of(turn, stored)
    here = current(checklist, stored.session)
    question = str(bound.get("question", here.id if here else ""))
    event = Attached(turn.at, question, photo.key)
    step = advance(checklist, stored.session, event, calendar=turn.calendar)
    if any(isinstance(effect, Explain) for effect in step.effects):
        told = [effect for effect in step.effects if begun is None or isinstance(effect, Explain)]
        await _show(turn, stored, event, tuple(told), once=key)
        return
    await _save(turn, stored, step)
    await evidence.keep(turn.tx, stored.id, question, photo.photo, turn.at)
    if key is None:
        await _show(turn, stored, event, step.effects)
    else:
        await _confirm(turn, stored, event, step, once=key, begun=begun)
    await waiting.follow(turn, stored, step)


async def _confirm(
    turn: Turn, stored: Stored, event: Attached, step: Step, *, once: str, begun: outbox.Row | None
) -> None:
    """What is said about an album is one message: sent with its first photo, changed in place with each further one."""
    prompts = (effect for effect in step.effects if isinstance(effect, Ask | AskEvidence))
    asked = next((effect for effect in prompts if effect.question.id == event.question), None)
    count = len(photos_of(step.session, event.question))
    complete = Send(text=render.photos_complete(count, turn.say))
    message = complete if asked is None else await _prompt(turn, stored, asked)
    binds = binding(stored.id, event.question)
    if begun is None:
        await turn.tell(message, binds=binds, once=once)
    else:
        await turn.tell(Edit(of=begun.id, text=message.text, rows=message.rows), binds=binds)
    if asked is None:
        rest = tuple(effect for effect in step.effects if not isinstance(effect, Proven))  # said just now
        await _show(turn, stored, event, rest)


async def dropped(turn: Turn, parts: list[str]) -> None:
    """The last photo is taken back, if it is still the last that the button knew of."""
    session, question, given = parts
    stored = await own_session(turn, int(session))
    keys = photos_of(stored.session, question)
    last = keys[-1] if keys and len(keys) == int(given) else ""
    step = await play(turn, stored, Detached(turn.at, question, last))
    if any(isinstance(effect, Explain) for effect in step.effects):
        return
    turn.toast(turn.say("toast-photo-dropped"))
    if not await _submitted_before(turn, stored, last):
        await evidence.drop(turn.tx, stored.id, question, last)


async def _submitted_before(turn: Turn, stored: Stored, key: str) -> bool:
    """What a checker has seen once stays: an audit does not change."""
    if stored.assignment is None:
        return False
    rounds = await audits.of_assignment(turn.tx, stored.assignment)
    questions = [one.id for one in checklist_of(turn, stored).questions()]
    return any(key in photos_of(audit.session, one) for audit in rounds for one in questions)


async def unexpected(turn: Turn, kind: str) -> None:
    """A sticker, a voice note, a place, a file: said what is needed instead, and the question again."""
    allowed = turn.house.rules.settings.evidence.recordings
    if kind in RECORDINGS:
        refused = turn.say("recording-not-kept" if allowed else "recording-refused")
    else:
        refused = turn.say("file-refused" if kind == "file" else "kind-not-used")
    stored = await _on_table(turn) if "juror" in turn.person.roles else None
    if stored is not None:
        await play(turn, stored, Opened(turn.at), above=refused)
    else:
        await turn.tell(Send(text=refused))


async def play(turn: Turn, stored: Stored, event: Event, *, above: str = "") -> Step:
    """One step of the interview, saved and shown; `above`: a word before what is asked next, finished HTML."""
    checklist = checklist_of(turn, stored)
    step = advance(checklist, stored.session, event, calendar=turn.calendar)
    await _save(turn, stored, step)
    await _show(turn, stored, event, step.effects, above=above)
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
            for row in await outbox.standing(turn.tx, turn.person.code, binds):
                text = render.sent(effect, turn.say)
                await turn.tell(Edit(of=row, text=text, must=False), binds=binds)


async def _save(turn: Turn, stored: Stored, step: Step) -> None:
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


async def _show(
    turn: Turn,
    stored: Stored,
    event: Event,
    effects: tuple[Effect, ...],
    *,
    once: str | None = None,
    above: str = "",
) -> None:
    """Everything that a step says is one message: the question, and above it what there is to explain.

    `once`: the key of the prompt, and the beginning of the keys of complaints, which then stand by themselves: an album
    may earn the same one several times.
    """
    words = [above] if above else []
    in_place = any(isinstance(one, AskEvidence | AskReason) and _tapped_on(event, one) for one in effects)
    for effect in effects:
        match effect:
            case Saved():
                words += await _saved(turn, stored, event, effect, in_place=in_place)
            case Proven(question=question):
                await _tick(turn, stored, question.id, render.proven(effect, turn.say))
            case Explain(mistake=fault):
                words += await _explained(turn, event, fault, once=once)
                if turn.query is not None and fault.code in QUIET:
                    return
            case Routed(hidden=hidden, shown=shown):
                words += _routed(turn, hidden, shown)
            case Ask() | AskEvidence() | AskReason():
                message = _below(words, await _prompt(turn, stored, effect))
                words = []
                await _ask(turn, stored, event, effect, message, once=once)
            case ShowSummary():
                messages = render.summary(effect, turn.say, session=stored.id)
                for number, message in enumerate((_below(words, messages[0]), *messages[1:])):
                    binds = sums(stored.id) if message.rows else None
                    await turn.tell(message, binds=binds, once=once and f"{once}:summary:{number}")
                words = []
            case Thank():
                pass
            case _:
                assert_never(effect)
    if words:
        await turn.tell(Send(text="\n\n".join(words)))


async def _explained(turn: Turn, event: Event, fault: Mistake, *, once: str | None) -> list[str]:
    """A tap is answered by a toast, words by words above the question."""
    if isinstance(event, Tapped | Skipped | Submitted | Detached):
        turn.toast(tell(turn.house.phrases.plain(turn.person.language), fault))
        return []
    if once is None:
        return [turn.plain(fault)]
    await turn.tell(Send(text=turn.plain(fault)), once=f"{once}:{fault.code}")
    return []


def _below(words: list[str], message: Send) -> Send:
    return message.model_copy(update={"text": "\n\n".join([*words, message.text])}) if words else message


async def _saved(turn: Turn, stored: Stored, event: Event, effect: Saved, *, in_place: bool) -> list[str]:
    """Ticked where it was asked, and said again to whoever answered from afar.

    `in_place`: what the answer still owes is asked for under its own question, with the tick.
    """
    question, answer = effect.question, effect.answer
    turn.toast(turn.say("toast-changed" if effect.changed else "toast-saved"))
    if not in_place:
        text = answered.ticked(question, answer, turn.say, model=model_of(turn, stored, question))
        await _tick(turn, stored, question.id, text)
    far = isinstance(event, Wrote) and _from_afar(turn, stored, event)
    return [answered.corrected(question, answer, turn.say)] if far else []


async def _prompt(turn: Turn, stored: Stored, effect: Prompt) -> Send:
    if isinstance(effect, AskReason):
        return render.ask_reason(effect, turn.say, session=stored.id)
    if isinstance(effect, AskEvidence):
        return render.ask_evidence(effect, turn.say, session=stored.id)
    intro, note = await intro_of(turn, stored, effect), await note_of(turn, stored, effect)
    return render.ask(effect, turn.say, session=stored.id, intro=intro, note=note, calendar=turn.calendar)


def _from_afar(turn: Turn, stored: Stored, event: Wrote) -> bool:
    """The words were for an earlier question, whose tick may be far above on the screen."""
    here = current(checklist_of(turn, stored), stored.session)
    return here is None or here.id != event.question


async def _ask(
    turn: Turn,
    stored: Stored,
    event: Event,
    effect: Prompt,
    message: Send,
    *,
    once: str | None,
) -> None:
    """The same question again after a tap on it changes in place; any other comes as a message of its own.

    A message asks one question as long as it stands: what is typed as a reply to it can mean nothing else.
    """
    binds = binding(stored.id, effect.question.id)
    if _tapped_on(event, effect) and turn.message_id is not None:
        asked = await outbox.bound_to(turn.tx, turn.person.code, turn.message_id)
        if asked is not None and asked.binds == binds:
            if not isinstance(event, Detached):  # that says more: what was removed
                turn.toast()
            await turn.tell(Edit(of=asked.id, text=message.text, rows=message.rows), binds=binds)
            return
    await turn.tell(message, binds=binds, once=once)


def _tapped_on(event: Event, effect: Prompt) -> bool:
    """Whether a tap was on this question; what its answer still owes stands in the same place."""
    match event, effect:
        case ((Detached(question=question) | Tapped(question=question)), _):
            return question == effect.question.id
    return False


async def _tick(turn: Turn, stored: Stored, question: str, text: str) -> None:
    """The question's newest message shows what was saved, without buttons."""
    asked = await outbox.newest_bound(turn.tx, turn.person.code, binding(stored.id, question))
    if asked is not None:
        await turn.tell(Edit(of=asked.id, text=text), binds=binding(stored.id, question))


def _routed(turn: Turn, hidden: tuple[str, ...], shown: tuple[str, ...]) -> list[str]:
    told = (("routed-hidden", hidden), ("routed-shown", shown))
    return [
        turn.say(phrase, count=len(texts), questions=_list(turn, texts)) for phrase, texts in told if texts
    ]


def _list(turn: Turn, texts: tuple[str, ...]) -> str:
    """The first few, each on a line; how many there are is said above them."""
    lines = [f"• {shorten(answered.gist(text), 90)}" for text in texts[:_NAMED]]
    more = [turn.say("routed-more", count=len(texts) - _NAMED)] if len(texts) > _NAMED else []
    return "\n".join([*lines, *more])


async def _in_hand(turn: Turn) -> Stored | None:
    """The interview last touched that is neither submitted nor waiting for a reply."""
    for stored in await sessions.open_of(turn.tx, turn.person.code):
        if awaited(checklist_of(turn, stored), stored.session) is None:
            return stored
    return None


async def _on_table(turn: Turn) -> Stored | None:
    number = await sessions.on_table(turn.tx, turn.person.code)
    return await sessions.find(turn.tx, number) if number is not None else None
