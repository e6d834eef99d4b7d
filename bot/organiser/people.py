"""Who works: invitations that open once, and jurors by their codes. Names are nowhere here."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from bot.house import House, Turn, refuse
from bot.juror import training
from bot.messages import Button, Send, grid
from bot.organiser.showing import show
from bot.roles import OWNER
from bot.strangers import digest
from contest.checklist import Choices
from contest.headings import fold
from storage import invitations, jurors, people

LASTS = timedelta(days=7)
MOST = 100
"""Invitations in one go."""
ROLES = ("juror", "planner", "checker", "expert")
_OWNERS_ONLY = frozenset({"planner", "checker"})
"""Organisers see what jurors write: only an owner lets them in."""


async def invite(turn: Turn, wish: str) -> None:
    """/zapros: choose a role by a button; `/zapros 16`: so many jurors; `/zapros juror Ola z Tarnowa`: with a note."""
    word, _, note = wish.strip().partition(" ")
    if not word:
        buttons = [Button(label=turn.say(f"role-{role}"), data=f"inv:{role}") for role in _may_invite(turn)]
        await turn.tell(Send(text=turn.say("invite-which"), rows=grid(buttons, 2)))
    elif word.isdecimal() and word.isascii():
        if not 1 <= int(word[:6]) <= MOST:
            raise refuse("invite-how-many", most=MOST)
        await _issue(turn, "juror", note, count=int(word))
    else:
        await _issue(turn, _role(turn, word), note, count=1)


async def invited_role(turn: Turn, parts: list[str]) -> None:
    """A tap on a role."""
    if parts[0] not in ROLES:
        raise refuse("dead-button")
    await _issue(turn, parts[0], "", count=1)


async def listing(turn: Turn, _: str) -> None:
    """/jurorzy: each by code, with what they can do and how much they carry."""
    known = [juror for juror in await jurors.everybody(turn.tx) if juror.state != "removed"]
    loads = await jurors.loads(turn.tx)
    conflicts = await jurors.conflict_map(turn.tx)
    reachable = {person.code for person in await people.everybody(turn.tx) if person.reachable}
    pending = [
        one for one in await invitations.listing(turn.tx) if one.role == "juror" and _open(one, turn.at)
    ]
    untrained = await training.unfinished(turn.tx, turn.house)
    lines = [turn.say("jurors-head", count=len(known), pending=len(pending))]
    for juror in known:
        lines.append(
            turn.say(
                "jurors-line",
                code=juror.code,
                state=turn.say("juror-untrained" if juror.code in untrained else f"juror-{juror.state}"),
                load=loads.get(juror.code, 0),
                capacity=juror.capacity,
            )
        )
        if juror.state != "registering":
            known_channels = turn.house.rules.settings.channels
            channels = ", ".join(channel.name for channel in known_channels if channel.id in juror.channels)
            where = ", ".join(region_name(turn, region) for region in juror.regions)
            lines.append(turn.say("jurors-where", channels=channels or "–", regions=where or "–"))
        if declared := len(conflicts.get(juror.code, ())):
            lines.append(turn.say("jurors-conflicts", count=declared))
        if juror.code not in reachable:
            lines.append(turn.say("jurors-unreachable"))
    await show(turn, lines if known else [*lines, turn.say("jurors-none")])


def region_name(turn: Turn, region: str) -> str:
    """What the registration calls a region."""
    return next((label for option, label in regions(turn.house) if option == region), region)


def regions(house: House) -> list[tuple[str, str]]:
    """The regions that jurors choose from: id and name."""
    asked = next((q for q in house.rules.registration.questions() if q.id == "regiony"), None)
    return [(option.id, option.label) for option in asked.options] if isinstance(asked, Choices) else []


async def _issue(turn: Turn, role: str, note: str, *, count: int) -> None:
    if role not in _may_invite(turn):
        raise refuse("invite-owner-only")
    until = turn.at + LASTS
    lines = [turn.say("invite-head", role=turn.say(f"role-{role}"), count=count, until=_day(turn, until))]
    if note:
        lines.append(turn.say("invite-note", note=note[:100]))
    for number in range(1, count + 1):
        token = secrets.token_urlsafe(24)
        label = note[:100] if count == 1 else f"{note[:100]} {number}/{count}".strip()
        await invitations.issue(
            turn.tx, digest(token), role, label, by=turn.person.code, at=turn.at, expires_at=until
        )
        link = f"https://t.me/{turn.house.bot_name}?start={token}"
        lines.append(
            turn.say("invite-link", number=number, link=link)
            if count > 1
            else turn.say("invite-one", link=link)
        )
    await show(turn, lines, protect=False)


def _may_invite(turn: Turn) -> list[str]:
    return [role for role in ROLES if role not in _OWNERS_ONLY or turn.person.roles & OWNER]


def _role(turn: Turn, word: str) -> str:
    """The role that a typed word names: its id, or the beginning of its name."""
    wish = fold(word)
    for role in ROLES:
        if wish == role or (len(wish) >= 3 and fold(turn.say(f"role-{role}")).startswith(wish)):
            return role
    raise refuse("invite-role", said=word[:30], known=", ".join(turn.say(f"role-{role}") for role in ROLES))


def _open(one: invitations.Invitation, now: datetime) -> bool:
    return one.used_at is None and one.revoked_at is None and one.expires_at > now


def _day(turn: Turn, at: datetime) -> str:
    local = turn.house.local(at)
    return turn.say("desk-day", day=local.day, month=turn.say(f"month-{local.month}"))
