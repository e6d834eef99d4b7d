"""Erasing who a person is, so that not a byte of it stays, while what was approved keeps its place under the code.

    erase           in the transaction of the act: every row that names the person or was theirs alone
    part            a little later: the last sentence has left, so the account that it went to is erased as well
    scrub           last: the file is written anew and the log emptied, for erased bytes outlive their rows

Each step is planned in the transaction of the one before; a crash in between only puts the next one off.
"""

from __future__ import annotations

import logging
import sqlite3
from datetime import timedelta

from bot import backups
from bot.house import House, Turn
from bot.messages import Send, SetMenu, freeze
from contest.assignment import State
from storage import (
    assignments,
    due,
    evidence,
    inbox,
    invitations,
    jurors,
    nominations,
    outbox,
    people,
    plans,
    questions,
    recusals,
    sessions,
)
from storage.due import Row as Due
from storage.people import Person
from storage.sessions import Stored

log = logging.getLogger(__name__)

SOON = timedelta(seconds=3)
"""What the last sentence gets to leave."""
AGAIN = timedelta(minutes=1)


async def erase(turn: Turn, last_word: str) -> None:
    """Forget the person of this turn; `last_word` (a phrase) goes to a chat that belongs to nobody known."""
    code, language = turn.person.code, turn.person.language
    chat = await people.chat_of(turn.tx, code)
    assert chat is not None, "who writes has an account"
    for stored in await sessions.of_person(turn.tx, code):
        await _erase_interview(turn, stored)
    await assignments.forget_reasons(turn.tx, code)
    await questions.forget(turn.tx, code)
    await plans.forget(turn.tx, code)
    await jurors.forget(turn.tx, code)
    await invitations.forget(turn.tx, code)
    await recusals.forget(turn.tx, code)
    await nominations.forget(turn.tx, code)
    await people.forget(turn.tx, code)
    await inbox.forget(turn.tx, chat)
    await outbox.forget(turn.tx, code)
    turn.person = Person(await people.stranger(turn.tx, chat), language, frozenset(), reachable=True)
    await turn.tell(SetMenu(commands=()))
    await outbox.promise(
        turn.tx,
        turn.person.code,
        _last(code),
        freeze(Send(text=turn.say(last_word, code=code))),
        not_before=turn.at,
        at=turn.at,
    )
    await due.plan(turn.tx, f"part:{code}", "part", code, turn.at + SOON)


async def part(turn: Turn, row: Due, _: object) -> None:
    """The account goes too, once nothing waits to be sent to it."""
    last = await outbox.find_key(turn.tx, _last(row.subject))
    if last is not None and await outbox.waits(turn.tx, last.person):
        await _plan(turn, "part", row.subject, AGAIN)
        return
    if last is not None:
        await outbox.forget(turn.tx, last.person)
    await _plan(turn, "checkpoint", row.subject, timedelta())
    turn.house.soon()


async def scrub(house: House, _: Due) -> bool:
    """Whether the file is clean now."""
    try:
        backups.drop_set_aside(house.config)
        await house.db.scrub()
    except (sqlite3.Error, OSError) as error:
        log.error("erased data cannot be scrubbed yet: %s", error)
        return False
    return True


async def scrubbed(turn: Turn, row: Due, made: object) -> None:
    if made:
        await turn.note("person.erased", row.subject)
    else:
        await _plan(turn, "checkpoint", row.subject, AGAIN)


async def _erase_interview(turn: Turn, stored: Stored) -> None:
    """An approved one stays as it is, one that waits for its check without its photos, all others go."""
    task = await assignments.find(turn.tx, stored.assignment) if stored.assignment is not None else None
    match task.state if task else None:
        case State.APPROVED:
            pass
        case State.SUBMITTED:
            await evidence.drop_all(turn.tx, stored.id)
        case _:
            await sessions.discard(turn.tx, stored.id)


async def _plan(turn: Turn, kind: str, code: str, after: timedelta) -> None:
    at = turn.at + after
    await due.plan(turn.tx, f"{kind}:{code}:{at:%Y%m%d%H%M%S%f}", kind, code, at)


def _last(code: str) -> str:
    """The key of the last sentence: by the code, for the key of a promise must not name the account."""
    return f"last:{code}"
