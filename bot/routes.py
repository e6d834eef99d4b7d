"""The one table of who may do what: every command, button and file, with the roles that it is for.

Deny by default: what is not in a table does not exist, and what is not for you answers as if it did not exist.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot import absence, retention, strangers
from bot.expert import nominating, voting
from bot.house import Asked, House, Turn, refuse
from bot.incoming import Attachment, Crowd, Edited, Incoming, Left, Nothing, Other, Returned, Tap, Words
from bot.juror import (
    asking,
    conversation,
    hiding,
    leaving,
    listing,
    own,
    own_data,
    reminding,
    training,
    waiting,
    zone,
)
from bot.juror import assignments as tasks
from bot.messages import Send, plain, thaw
from bot.organiser import (
    announcing,
    answering,
    appealing,
    awards,
    barring,
    calibration,
    checking,
    concerns,
    council,
    dates,
    desk,
    editing,
    entrants,
    files,
    granting,
    handmade,
    honours,
    inviting,
    judged,
    juror_card,
    keeping,
    nudging,
    offering,
    opinions,
    overview,
    pages,
    panel,
    people,
    picturing,
    plan,
    proving,
    publishing,
    queue,
    quoting,
    ranking,
    recusing,
    refreezing,
    returning,
    side_by_side,
    simulating,
    templates,
    who,
    withdrawing,
)
from bot.photos import Cleaned, clean
from bot.roles import CHECKER, DECIDING, EVERYBODY, EXPERT, JUROR, ORGANISER, OWNER, PLANNER, TABLE
from storage import outbox
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Command:
    """`/word rest of the line`."""

    roles: frozenset[str]
    act: Callable[[Turn, str], Awaitable[None]]
    prepare: Callable[[House, Asked], Awaitable[object]] | None = None
    """What takes long, before the transaction; the act finds it in `Turn.prepared`."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button whose data starts with `word:`; the act gets the parts after it."""

    roles: frozenset[str]
    act: Callable[[Turn, list[str]], Awaitable[None]]
    prepare: Callable[[House, Asked], Awaitable[object]] | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A typed reply to a message that asked `word`; the act gets what the message was bound to, and the text."""

    roles: frozenset[str]
    act: Callable[[Turn, Mapping[str, str | int], str], Awaitable[None]]


async def _start(turn: Turn, _: str) -> None:
    await own.start(turn, _open_to(turn))


async def _help(turn: Turn, _: str) -> None:
    await own.help_(turn, _open_to(turn))


async def _panel(turn: Turn, _: str) -> None:
    await panel.show_panel(turn, _open_to(turn))


async def _panel_tapped(turn: Turn, parts: list[str]) -> None:
    await panel.screen(turn, parts, _open_to(turn))


async def _vote(turn: Turn, rest: str) -> None:
    """/glosuj: an owner sees the experts' table, an expert the papers; who is both, both."""
    if turn.person.roles & OWNER:
        await council.table(turn, rest)
    if turn.person.roles & EXPERT:
        await voting.listing(turn, rest)


def _open_to(turn: Turn) -> list[str]:
    """The commands that this person may use; /start is not worth telling."""
    return [word for word, one in COMMANDS.items() if one.roles & turn.person.roles and word != "start"]


COMMANDS: Mapping[str, Command] = {
    "zadania": Command(JUROR, listing.listing),
    "dalej": Command(JUROR, listing.proceed),
    "wstecz": Command(JUROR, conversation.go_back),
    "nie_moge": Command(JUROR, tasks.cannot),
    "pytanie": Command(JUROR, asking.question),
    "szkolenie": Command(JUROR, training.reread),
    "strefa": Command(JUROR, zone.ask),
    "panel": Command(ORGANISER, _panel),
    "uczestnicy": Command(PLANNER, entrants.listing),
    "zapros": Command(PLANNER, inviting.invite),
    "jurorzy": Command(PLANNER, people.listing),
    "przydzial": Command(PLANNER, plan.propose_plan, plan.prepare),
    "ogloszenie": Command(PLANNER, announcing.announce),
    "postep": Command(ORGANISER, overview.progress),
    "kontrola": Command(CHECKER, checking.queue, queue.prepare),
    "juror": Command(CHECKER, calibration.card, judged.prepare),
    "terminy": Command(ORGANISER, dates.listing),
    "przypomnij": Command(PLANNER, nudging.propose),
    "zamroz": Command(OWNER, ranking.propose_freeze),
    "ranking": Command(ORGANISER, ranking.show_ranking, judged.prepare),
    "symulacja": Command(ORGANISER, simulating.simulation, simulating.prepare),
    "nagrody": Command(ORGANISER, awards.show_awards, judged.prepare),
    "nominacje": Command(TABLE, nominating.listing, judged.prepare),
    "glosuj": Command(TABLE, _vote, judged.prepare),
    "odwolania": Command(ORGANISER, appealing.listing),
    "publikuj": Command(OWNER, publishing.propose_publication),
    "dziennik": Command(OWNER, pages.first),
    "sprawdz": Command(ORGANISER, proving.check),
    "kopia": Command(OWNER, keeping.backup_),
    "eksport": Command(OWNER, keeping.export_),
    "odrocz": Command(OWNER, retention.postpone),
    "role": Command(OWNER, granting.listing),
    "kto": Command(OWNER, who.opened),
    "konflikt": Command(DECIDING, recusing.interest),
    "ukryj": Command(EVERYBODY, hiding.hide),
    "moje_dane": Command(EVERYBODY, own_data.show),
    "zapomnij": Command(EVERYBODY, leaving.ask),
    "jezyk": Command(EVERYBODY, own.language),
    "pomoc": Command(EVERYBODY, _help),
    "start": Command(EVERYBODY, _start),
}
"""In the order in which /pomoc lists them."""


async def _follow(turn: Turn, parts: list[str]) -> None:
    """`go:kontrola` does what /kontrola does, for the same people."""
    command = COMMANDS.get(parts[0])
    if command is None or not command.roles & turn.person.roles:
        raise refuse("dead-button")
    await command.act(turn, "")


PRESSES: Mapping[str, Press] = {
    "q": Press(JUROR, conversation.tapped),
    "b": Press(JUROR, conversation.back),
    "s": Press(JUROR, conversation.skipped),
    "g": Press(JUROR, conversation.turned),
    "e": Press(JUROR, conversation.corrections),
    "x": Press(JUROR, conversation.submitted),
    "rn": Press(JUROR, waiting.not_yet),
    "tr": Press(JUROR, training.begun),
    "a": Press(JUROR, tasks.opened),
    "ab": Press(JUROR, tasks.detailed),
    "tl": Press(JUROR, listing.listed),
    "ay": Press(JUROR, tasks.accepted),
    "an": Press(JUROR, tasks.asked_why),
    "ar": Press(JUROR, tasks.declined),
    "as": Press(JUROR, tasks.started),
    "u": Press(JUROR, conversation.dropped),
    "z": Press(JUROR, reminding.put_off),
    "aw": Press(JUROR, tasks.excluded),
    "qs": Press(JUROR, asking.shown),
    "tz": Press(JUROR, zone.chosen),
    "fy": Press(EVERYBODY, leaving.confirmed),
    "fn": Press(EVERYBODY, leaving.stayed),
    "lang": Press(EVERYBODY, own.language_chosen),
    "go": Press(ORGANISER | EXPERT, _follow),
    "p": Press(ORGANISER, _panel_tapped),
    "pv": Press(ORGANISER, overview.viewed),
    "pg": Press(ORGANISER, picturing.asked),
    "pq": Press(PLANNER, concerns.show_questions),
    "pn": Press(PLANNER, nudging.toggled),
    "px": Press(ORGANISER, concerns.closed),
    "d": Press(ORGANISER, ranking.document),
    "ok": Press(ORGANISER, desk.confirmed, desk.announce),
    "no": Press(ORGANISER, desk.dismissed),
    "i": Press(PLANNER, entrants.opened),
    "is": Press(PLANNER, entrants.asked),
    "it": Press(PLANNER, templates.offered),
    "ix": Press(PLANNER, templates.asked),
    "ie": Press(PLANNER, editing.fields),
    "if": Press(PLANNER, editing.asked),
    "ik": Press(PLANNER, editing.chosen),
    "io": Press(PLANNER, withdrawing.asked_one),
    "iw": Press(PLANNER, withdrawing.asked),
    "ir": Press(PLANNER, withdrawing.reasoned),
    "ib": Press(PLANNER, withdrawing.restored),
    "inv": Press(PLANNER, inviting.invited_role),
    "ki": Press(PLANNER, inviting.pressed),
    "kj": Press(PLANNER, people.pressed),
    "kr": Press(OWNER, granting.pressed),
    "kw": Press(OWNER, who.pressed),
    "kd": Press(DECIDING, recusing.pressed),
    "qa": Press(PLANNER, answering.opened),
    "l2": Press(PLANNER, plan.propose_further, plan.prepare_further),
    "lr": Press(PLANNER, plan.propose_anew, plan.prepare_anew),
    "ls": Press(PLANNER, offering.stopped),
    "ld": Press(PLANNER, dates.asked),
    "lm": Press(PLANNER, dates.by_days),
    "la": Press(PLANNER, announcing.addressed),
    "lq": Press(PLANNER, announcing.stopped),
    "lh": Press(PLANNER, handmade.opened),
    "le": Press(PLANNER, handmade.entrant),
    "lj": Press(PLANNER, handmade.juror),
    "lc": Press(PLANNER, handmade.contact),
    "lw": Press(PLANNER, handmade.swapped),
    "lp": Press(PLANNER, handmade.pinned),
    "lx": Press(PLANNER, handmade.excluded),
    "lb": Press(PLANNER, handmade.benched),
    "lg": Press(PLANNER, handmade.homed),
    "lz": Press(PLANNER, handmade.lifted),
    "jc": Press(CHECKER, calibration.opened, judged.prepare),
    "c": Press(CHECKER, checking.opened),
    "cp": Press(CHECKER, checking.photos),
    "cy": Press(CHECKER, checking.approved),
    "cr": Press(CHECKER, returning.asked),
    "ct": Press(CHECKER, returning.ticked),
    "cw": Press(CHECKER, returning.closed),
    "cx": Press(CHECKER, checking.asked_reason),
    "we": Press(ORGANISER, appealing.asked),
    "wu": Press(ORGANISER, appealing.contacts),
    "wa": Press(ORGANISER, appealing.questions),
    "wq": Press(ORGANISER, appealing.claimed),
    "wk": Press(CHECKER, appealing.judging),
    "wl": Press(CHECKER, appealing.judged),
    "wz": Press(OWNER, refreezing.propose_refreeze),
    "wj": Press(OWNER, pages.turned),
    "ws": Press(ORGANISER, simulating.pressed, simulating.prepare),
    "wt": Press(OWNER, council.pressed, judged.prepare),
    "wd": Press(OWNER, honours.paper),
    "wb": Press(EXPERT, voting.opened, judged.prepare),
    "wv": Press(EXPERT, voting.chosen, judged.prepare),
    "wc": Press(EXPERT, voting.cast, judged.prepare),
    "wn": Press(EXPERT, nominating.asked),
    "wf": Press(EXPERT, nominating.picked),
    "wx": Press(EXPERT, nominating.withdrawn),
    "vx": Press(CHECKER, checking.excluded_for),
    "vc": Press(CHECKER, returning.commented),
    "vo": Press(CHECKER, opinions.asked),
    "vj": Press(CHECKER, opinions.offered),
    "vk": Press(CHECKER, opinions.called_off),
    "vm": Press(CHECKER, side_by_side.compared),
    "vd": Press(CHECKER, side_by_side.decided),
    "vt": Press(CHECKER, quoting.opened),
    "vr": Press(CHECKER, quoting.released),
}

REPLIES: Mapping[str, Reply] = {
    "answer": Reply(JUROR, conversation.wrote),
    "why": Reply(JUROR, tasks.explained),
    "question": Reply(JUROR, asking.asked),
    "zone": Reply(JUROR, zone.written),
    "limit": Reply(PLANNER, juror_card.limit_written),
    "conflict": Reply(PLANNER, barring.written),
    "recuse": Reply(OWNER, recusing.written_for),
    "interest": Reply(DECIDING, recusing.written),
    "reply": Reply(PLANNER, answering.answered),
    "entrant": Reply(PLANNER, entrants.sought),
    "field": Reply(PLANNER, editing.written),
    "leaving": Reply(PLANNER, withdrawing.explained),
    "announce": Reply(PLANNER, announcing.written),
    "date": Reply(PLANNER, dates.typed),
    "home": Reply(PLANNER, handmade.moved),
    "hand": Reply(PLANNER, handmade.searched),
    "return": Reply(CHECKER, returning.returned),
    "exclude": Reply(CHECKER, checking.excluded),
    "appellant": Reply(ORGANISER, appealing.looked_for),
    "claim": Reply(ORGANISER, appealing.entered),
    "nominate": Reply(EXPERT, nominating.looked_for),
    "merit": Reply(EXPERT, nominating.reasoned),
    "hide": Reply(CHECKER, quoting.hid),
}


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
            return COMMANDS.get(_word(text)), text.partition(" ")[2].strip()
        case Tap(data=data) if data.startswith("go:"):
            return COMMANDS.get(data.removeprefix("go:")), ""
        case Tap(data=data):
            word, _, rest = data.partition(":")
            return PRESSES.get(word), rest
        case _:
            return None, ""


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
            await conversation.unexpected(turn, kind)


async def _command(turn: Turn, text: str) -> None:
    rest = text.partition(" ")[2]
    command = COMMANDS.get(_word(text))
    if command is None or not command.roles & turn.person.roles:
        await turn.write("unknown-command", command=text.split(maxsplit=1)[0][:40])
        return
    await command.act(turn, rest.strip())


async def _press(turn: Turn, data: str) -> None:
    word, *parts = data.split(":")
    press = PRESSES.get(word)
    if press is None or not press.roles & turn.person.roles:
        raise refuse("dead-button")
    try:
        await press.act(turn, parts)
    except (ValueError, IndexError, OverflowError):
        # Data is whatever a client sends: what does not parse is no button of ours.
        raise refuse("dead-button") from None


async def _written(turn: Turn, text: str) -> None:
    """Bound to the message that it replies to, or to the newest question that stood above it."""
    bound = await _asked(turn)
    reply = REPLIES.get(str(bound.get("ask", ""))) if bound else None
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
        await conversation.attached(turn, prepared, album=file.album)
    elif isinstance(prepared, proving.Proof):
        await proving.told(turn, prepared)
    elif isinstance(prepared, files.Arrived):
        await files.received(turn, prepared)
    elif "juror" in turn.person.roles:
        await conversation.unexpected(turn, file.what)
    else:
        await turn.write("file-not-expected")


async def _asked(turn: Turn, *, edited: bool = False) -> Mapping[str, str | int] | None:
    """What a text answers; None when it answers nothing, or when that cannot be told."""
    if turn.reply_to is not None:
        row = await outbox.bound_to(turn.tx, turn.person.code, turn.reply_to) or await _copied(
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
    row = await outbox.next_above(turn.tx, turn.person.code, message_id)
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
    row = await outbox.prompt_before(turn.tx, turn.person.code, message_id)
    newest = await outbox.newest_prompt(turn.tx, turn.person.code, REPLIES)
    if row is None or newest is None or newest.id <= row.id or newest.binds == row.binds:
        return row
    return row if newest.message_id is not None and (edited or newest.message_id <= message_id) else None


async def settled(house: House, person: Person, incoming: Incoming) -> bool:
    """Whether it is known which questions stand above a text; soon after a question was sent it is not."""
    if not isinstance(incoming, Words) or incoming.reply_to is not None or not person.roles:
        return True
    newest = await outbox.newest_prompt(house.db.reading, person.code, REPLIES)
    return newest is None or newest.message_id is not None
