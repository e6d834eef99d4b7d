"""People without a role: one neutral sentence an hour, or the way in for those who hold an invitation.

Some had a role that was withdrawn, and come back under the code that they had. Strangers come this far only with an invitation that
was good at the door (`bot/door.py`).
The answer is the same for a code that is unknown, used, expired or revoked: it tells nothing about the contest. Whoever
tries more of them than `TRIES` in an hour gets no answer.
"""

from __future__ import annotations

import hashlib
import re

from bot.house import Turn
from bot.incoming import Incoming, Words
from bot.juror import registration
from bot.messages import Send, freeze
from contest.mistakes import mistake, tell
from storage import invitations, jurors, outbox, people, sessions

TRIES = 5
"""Wrong invitations of an account that are answered in an hour."""
_CODE = re.compile(r"[A-Za-z0-9_-]{16,64}")
_LETTER = {"juror": "J", "expert": "E"}


def digest(code: str) -> str:
    """What the database keeps of an invitation."""
    return hashlib.sha256(code.encode()).hexdigest()


def invitation_in(text: str) -> str:
    """What looks like an invitation in `/start INVITATION`; empty when nothing does."""
    word, _, rest = text.partition(" ")
    found = _CODE.fullmatch(rest.strip()) if word == "/start" else None
    return found[0] if found else ""


async def answer(turn: Turn, incoming: Incoming) -> None:
    if isinstance(incoming, Words) and (code := _invitation(incoming)):
        if role := await invitations.role_of(turn.tx, digest(code), turn.at):
            await _enter(turn, code, role)
        else:
            await _seldom(turn, "bad-invitation", tell(turn.say, mistake("bad-invitation")), most=TRIES)
        return
    await _seldom(turn, "stranger", turn.say("stranger"), most=1)


async def _seldom(turn: Turn, kind: str, text: str, *, most: int) -> None:
    """Say it at most so often in an hour: the key of the promise is the hour and which time it is."""
    for time in range(most):
        key = f"{kind}:{turn.person.code}:{turn.at:%Y-%m-%dT%H}:{time}"
        body = freeze(Send(text=text))
        if await outbox.promise(turn.tx, turn.person.code, key, body, not_before=turn.at, at=turn.at):
            return


def _invitation(words: Words) -> str:
    return "" if words.forwarded else invitation_in(words.text)


async def _enter(turn: Turn, code: str, role: str) -> None:
    """A new role by a code that is good in this transaction, and is used up by it."""
    newcomer = await _code(turn, role)
    redeemed = await invitations.redeem(turn.tx, digest(code), by=newcomer, at=turn.at)
    assert redeemed == role, "nobody else comes in between"
    await people.grant(turn.tx, newcomer, [role])
    known = await people.find(turn.tx, newcomer)
    assert known is not None
    turn.person = known
    await turn.note("person.enter", newcomer, role=role)
    if role == "juror":
        await jurors.begin(turn.tx, newcomer)
        if before := await sessions.own(turn.tx, newcomer, "registration"):
            await sessions.discard(turn.tx, before.id)
        await registration.begin(turn)
    else:
        await turn.write(
            "welcome-organiser",
            code=newcomer,
            role=turn.say(f"role-{role}"),
            expert="yes" if role == "expert" else "no",
        )
        for owner in await turn.holders("owner"):
            named = turn.house.say(owner)(f"role-{role}")
            await turn.write("organiser-entered", to=owner, code=newcomer, role=named)


async def _code(turn: Turn, role: str) -> str:
    """The code that the person has, or a new one for a stranger."""
    if not turn.person.code.startswith("tg:"):
        return turn.person.code
    chat = await people.chat_of(turn.tx, turn.person.code)
    fresh = await people.fresh_code(turn.tx, _LETTER.get(role, "O"), turn.house.dice)
    await people.enlist(turn.tx, fresh, chat, name="", language=turn.person.language, at=turn.at)
    return fresh
