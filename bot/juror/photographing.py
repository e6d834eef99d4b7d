"""Photos in the chat: given, confirmed once an album, taken back; and whatever else was sent instead of an answer."""

from __future__ import annotations

import json

from bot import render
from bot.house import Turn
from bot.juror import waiting
from bot.juror.common import binding, checklist_of, own_session, tabled
from bot.juror.conversation import play, save
from bot.juror.speaking import prompt, speak
from bot.messages import Edit, Send
from bot.photos import Cleaned
from contest.interview import advance, current
from contest.session import photos_of
from contest.talk import Ask, AskEvidence, Attached, Detached, Explain, Opened, Proven, Step
from storage import audits, evidence, outbox
from storage.sessions import Stored

RECORDINGS = frozenset({"voice", "audio", "video", "video_note", "recording"})
"""Kinds of messages that hold a voice or a face."""


async def attached(turn: Turn, photo: Cleaned, *, album: str = "") -> None:
    """A photo, for the question that is on the table; those of an album go where the first one went, and are confirmed once."""
    stored = await tabled(turn)
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
        await speak(turn, stored, event, tuple(told), once=key)
        return
    await save(turn, stored, step)
    await evidence.keep(turn.tx, stored.id, question, photo.photo, turn.at)
    if key is None:
        await speak(turn, stored, event, step.effects)
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
    message = complete if asked is None else await prompt(turn, stored, asked)
    binds = binding(stored.id, event.question)
    if begun is None:
        await turn.tell(message, binds=binds, once=once)
    else:
        await turn.tell(Edit(of=begun.id, text=message.text, rows=message.rows), binds=binds)
    if asked is None:
        rest = tuple(effect for effect in step.effects if not isinstance(effect, Proven))  # said just now
        await speak(turn, stored, event, rest)


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
    stored = await tabled(turn) if "juror" in turn.person.roles else None
    if stored is not None:
        await play(turn, stored, Opened(turn.at), above=refused)
    else:
        await turn.tell(Send(text=refused))
