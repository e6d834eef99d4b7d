"""What a step of the interview says in the chat: one message, with what there is to explain above the question."""

from __future__ import annotations

from typing import assert_never

from bot import answered, render
from bot.house import Turn
from bot.in_place import tapped_on
from bot.juror.common import binding, checklist_of, intro_of, model_of, note_of
from bot.juror.standing import sums
from bot.messages import Edit, Send, shorten
from contest.interview import current
from contest.mistakes import Mistake, tell
from contest.talk import (
    Ask,
    AskEvidence,
    AskReason,
    Detached,
    Effect,
    Event,
    Explain,
    Prompt,
    Proven,
    Routed,
    Saved,
    ShowSummary,
    Skipped,
    Submitted,
    Tapped,
    Thank,
    Wrote,
)
from storage import messages
from storage.sessions import Stored

_QUIET = frozenset({"already-saved"})
"""Complaints that a toast settles: the question need not be shown again."""
_NAMED = 3
"""Questions that a correction hid or revealed, named one by one."""


async def speak(
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
                if turn.query is not None and fault.code in _QUIET:
                    return
            case Routed(hidden=hidden, shown=shown):
                words += _routed(turn, hidden, shown)
            case Ask() | AskEvidence() | AskReason():
                message = _below(words, await prompt(turn, stored, effect))
                words = []
                await _ask(turn, stored, event, effect, message, once=once)
            case ShowSummary():
                parts = render.summary(effect, turn.say, session=stored.id)
                for number, message in enumerate((_below(words, parts[0]), *parts[1:])):
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


async def prompt(turn: Turn, stored: Stored, effect: Prompt) -> Send:
    """What is asked for, as it stands in the chat."""
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
    if _tapped_on(event, effect):
        asked = await tapped_on(turn)
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
    asked = await messages.newest_bound(turn.tx, turn.person.code, binding(stored.id, question))
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
