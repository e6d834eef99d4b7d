"""What an update asks for, found in the table of `bot.routes` and done: one dispatch for commands, buttons, replies and files."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bot import absence, routes, strangers
from bot.house import Asked, House, Turn, refuse
from bot.incoming import Attachment, Crowd, Edited, Incoming, Left, Nothing, Other, Returned, Tap, Words
from bot.juror import conversation, own, photographing
from bot.limits import Cost
from bot.messages import Send, plain, thaw
from bot.organiser import files, proving
from bot.photos import Cleaned, clean
from bot.roles import EXPERT, JUROR, ORGANISER, PLANNER
from bot.routes import Command, Press
from contest.mistakes import Mistakes
from storage import messages, outbox
from storage.people import Person


def wanted(person: Person, file: Attachment) -> bool:
    """Whether there is any use for a file: pictures of jurors, tables of planners, diplomas that organisers have doubts about."""
    match file.what:
        case "picture":
            return bool((JUROR | ORGANISER) & person.roles)
        case "file":
            return bool(ORGANISER & person.roles)
        case "recording":
            return False


async def prepare(
    house: House, person: Person, incoming: Incoming, data: bytes | None, *, key: str = ""
) -> object:
    """What takes long, before the transaction: a photo is made clean, a table is read, a plan is drafted.

    `key` is that of the turn to come.
    """
    asked, said = _asked_for(incoming)
    if asked is not None:
        if asked.prepare is None or not asked.roles & person.roles:
            return None
        return await asked.prepare(house, Asked(person, said, key))
    if data is None or not isinstance(incoming, Attachment):
        return data
    if incoming.what == "picture" and JUROR & person.roles:
        return await clean(data)
    if ORGANISER & person.roles and (incoming.what == "picture" or proving.meant(data, incoming.name)):
        return await proving.prove_file(house, data)
    if PLANNER & person.roles:
        return await files.read(data, house, Asked(person, incoming.name, key))
    return data


def _asked_for(incoming: Incoming) -> tuple[Command | Press | None, str]:
    """The command that is written, or that a button stands for, or the button itself; and what is said after its word."""
    match incoming:
        case Words(text=text, forwarded=False) if text.startswith("/"):
            return routes.COMMANDS.get(_word(text)), text.partition(" ")[2].strip()
        case Tap(data=data) if data.startswith("go:"):
            return routes.COMMANDS.get(data.removeprefix("go:")), ""
        case Tap(data=data):
            word, _, rest = data.partition(":")
            return routes.PRESSES.get(word), rest
        case _:
            return None, ""


def cost_of(person: Person, incoming: Incoming) -> Cost:
    """What a wish costs. Whatever may be an answer is free, and so is what is refused anyway."""
    asked, _ = _asked_for(incoming)
    if asked is not None and not asked.roles & person.roles:
        asked = None
    match incoming:
        case Words(text=text, forwarded=False) if text.startswith("/"):
            return "dear" if asked is not None and asked.dear else "cheap"
        case Tap() if asked is not None and asked.dear:
            return "dear"
        case Tap(data=data) if data.startswith("go:"):
            return "cheap"
        case Attachment() if wanted(person, incoming) and not JUROR & person.roles:
            return "dear"
        case _:
            return "free"


def _word(text: str) -> str:
    word = text.removeprefix("/").partition(" ")[0]
    return word.partition("@")[0].casefold().replace("-", "_")


async def answer(turn: Turn, incoming: Incoming, prepared: object) -> None:
    """Find what an update asks for, and do it. Everything that a known person sends is answered by something."""
    turn.prepared = prepared
    if not turn.person.reachable and not isinstance(incoming, Crowd | Nothing | Left):
        await absence.heard(turn)
    match incoming:
        case Crowd() | Nothing():
            return
        case Left():
            await absence.gone(turn, turn.person.code)
        case Returned():
            await absence.back(turn)
        case _ if not turn.person.roles:
            await strangers.answer(turn, incoming)
        case Tap(data=data, query=query, message_id=number):
            turn.query, turn.message_id = query, number
            await _press(turn, data)
        case Words(text=text, message_id=number, reply_to=reply, forwarded=forwarded, quoted=quoted):
            turn.message_id, turn.reply_to, turn.quoted = number, reply, quoted
            if text.startswith("/") and not forwarded:
                await _command(turn, text)
            else:
                await _written(turn, text)
        case Attachment(message_id=number, reply_to=reply):
            turn.message_id, turn.reply_to = number, reply
            await _file(turn, incoming, prepared)
        case Edited(text=text, message_id=number, reply_to=reply):
            turn.message_id, turn.reply_to = number, reply
            await _rewritten(turn, text)
        case Other(kind=kind, message_id=number):
            turn.message_id = number
            await photographing.unexpected(turn, kind)


async def _command(turn: Turn, text: str) -> None:
    rest = text.partition(" ")[2]
    command = routes.COMMANDS.get(_word(text))
    if command is None or not command.roles & turn.person.roles:
        await turn.write("unknown-command", command=text.split(maxsplit=1)[0][:40])
        return
    await command.act(turn, rest.strip())


async def _press(turn: Turn, data: str) -> None:
    word, *parts = data.split(":")
    press = routes.PRESSES.get(word)
    try:
        if press is None or not press.roles & turn.person.roles:
            raise refuse("dead-button")
        await press.act(turn, parts)
    except Mistakes as refused:
        if refused.found[0].code != "dead-button":
            raise
        raise _dead(turn.person, press) from None
    except (ValueError, IndexError, OverflowError):
        # Data is whatever a client sends: what does not parse is no button of ours.
        raise _dead(turn.person, press) from None


def _dead(person: Person, press: Press | None) -> Mistakes:
    """The button leads nowhere any more; where to go instead, by what it was and who tapped it."""
    mine = person.roles & press.roles if press is not None else frozenset()
    mine = mine or person.roles
    if mine & JUROR or not mine & (ORGANISER | EXPERT):
        return refuse("dead-button")
    return refuse("dead-button-panel" if mine & ORGANISER else "dead-button-expert")


async def _written(turn: Turn, text: str) -> None:
    """Bound to the message that it replies to, or to the newest question that stood above it."""
    bound = await _asked(turn)
    reply = routes.REPLIES.get(str(bound.get("ask", ""))) if bound else None
    if bound is None or reply is None or not reply.roles & turn.person.roles:
        await own.lost(turn)
        return
    await reply.act(turn, bound, text)


async def _rewritten(turn: Turn, text: str) -> None:
    """An edited message corrects the answer that it once was, and nothing else; never a command."""
    bound = None if text.startswith("/") else await _asked(turn, edited=True)
    if "juror" in turn.person.roles and bound is not None and bound.get("ask") == "answer":
        await conversation.wrote(turn, bound, text)
    else:
        await turn.write("edit-ignored")


async def _file(turn: Turn, file: Attachment, prepared: object) -> None:
    if isinstance(prepared, Cleaned) and "juror" in turn.person.roles:
        await photographing.attached(turn, prepared, album=file.album)
    elif isinstance(prepared, proving.Proof):
        await proving.told(turn, prepared)
    elif isinstance(prepared, files.Arrived):
        await files.received(turn, prepared)
    elif "juror" in turn.person.roles:
        await photographing.unexpected(turn, file.what)
    else:
        await turn.write("file-not-expected")


async def _asked(turn: Turn, *, edited: bool = False) -> Mapping[str, str | int] | None:
    """What a text answers; None when it answers nothing, or when that cannot be told."""
    if turn.reply_to is not None:
        row = await messages.bound_to(turn.tx, turn.person.code, turn.reply_to) or await _copied(
            turn, turn.reply_to
        )
    elif turn.message_id is not None:
        row = await _above(turn, turn.message_id, edited=edited)
    else:
        row = None
    if row is None or row.binds is None:
        return None
    bound: Mapping[str, str | int] = json.loads(row.binds)
    return bound


async def _copied(turn: Turn, message_id: int) -> outbox.Row | None:
    """The message that came twice, when this number of ours is that of its uncounted copy.

    Telegram took it, its answer was lost, and it went out again. For each person messages leave in order, so the copy that
    counts is the next one of ours in the chat; and it must have said the same, word for word.
    """
    row = await messages.next_above(turn.tx, turn.person.code, message_id)
    match thaw(row.body) if row is not None and row.body != "{}" else None:
        case Send(text=text) if plain(text).split() == turn.quoted.split():
            return row
    return None


async def _above(turn: Turn, message_id: int, *, edited: bool) -> outbox.Row | None:
    """The question above a text, unless a newer one may have stood there too.

    A question that was promised already but is not known to have arrived before the text was perhaps read, its number
    lost in a crash, and perhaps not: rather than guess which of the two was answered, we ask. An edited text is older
    than the questions that have arrived below it.
    """
    row = await messages.prompt_before(turn.tx, turn.person.code, message_id)
    newest = await messages.newest_prompt(turn.tx, turn.person.code, routes.REPLIES)
    if row is None or newest is None or newest.id <= row.id or newest.binds == row.binds:
        return row
    return row if newest.message_id is not None and (edited or newest.message_id <= message_id) else None


async def settled(house: House, person: Person, incoming: Incoming) -> bool:
    """Whether it is known which questions stand above a text, or what was tapped; soon after it was sent it is not."""
    if isinstance(incoming, Tap) and incoming.message_id is not None:
        db = house.db.reading
        known = await messages.bound_to(db, person.code, incoming.message_id)
        return known is not None or not await outbox.waits(db, person.code)
    if not isinstance(incoming, Words) or incoming.reply_to is not None or not person.roles:
        return True
    newest = await messages.newest_prompt(house.db.reading, person.code, routes.REPLIES)
    return newest is None or newest.message_id is not None
