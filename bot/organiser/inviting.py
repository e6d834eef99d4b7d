"""Invitations: a link that opens once, on the screen or on paper. Which are still open is told by number, never by code."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from bot.house import House, Turn, refuse
from bot.labels import rows as fitted
from bot.messages import Button, Send, grid
from bot.moments import when
from bot.organiser.proposing import propose
from bot.organiser.screens import buttons, page_of, redraw, turning
from bot.organiser.showing import show
from bot.roles import OWNER
from bot.strangers import digest
from contest.headings import fold
from storage import due, invitations
from storage.invitations import Invitation
from storage.people import Person

LASTS = timedelta(days=7)
MOST = 100
"""Invitations in one go."""
ROLES = ("juror", "planner", "checker", "expert")
_OWNERS_ONLY = frozenset({"planner", "checker"})
"""Organisers see what jurors write: only an owner lets them in."""
_PAPER = "arkusz"
_ON_PAPER = (10, 20, 40)
_A_PAGE = 9
_STEM = 5
"""Letters that the cases of a role's name have in common."""


async def invite(turn: Turn, wish: str) -> None:
    """/zapros: by buttons; `16`, `5 ekspertów`: so many; `juror Ola z Tarnowa`: with a note; `arkusz 6 ekspertów`: on paper."""
    word, _, rest = wish.strip().partition(" ")
    if not word:
        await _ask(turn)
    elif fold(word) == _PAPER:
        await _wish_for_paper(turn, rest)
    else:
        count, role, note = _understood(turn, wish)
        if count is None and role is None:
            known = ", ".join(turn.say(f"role-{each}") for each in ROLES)
            raise refuse("invite-role", said=word[:30], known=known)
        await _issue(turn, role or "juror", note, count=count or 1)


async def invited_role(turn: Turn, parts: list[str]) -> None:
    """A tap on a role."""
    if parts[0] not in ROLES:
        raise refuse("dead-button")
    await _issue(turn, parts[0], "", count=1)


async def pressed(turn: Turn, parts: list[str]) -> None:
    """A tap on one of the buttons of this room."""
    match parts:
        case ["list", page]:
            await _listing(turn, int(page))
        case ["one", number]:
            await _card(turn, await _open(turn, int(number)))
        case ["revoke", number]:
            await _revoke(turn, await _open(turn, int(number)))
        case ["all"]:
            await _ask_all(turn)
        case ["paper"]:
            row = tuple(Button(label=str(count), data=f"ki:make:{count}") for count in _ON_PAPER)
            await redraw(turn, [turn.say("paper-how-many")], (row,))
        case ["make", count]:
            await on_paper(turn, "juror", _number(count))
        case _:
            raise refuse("dead-button")


async def on_paper(turn: Turn, role: str, count: int) -> None:
    """A sheet is made beside the chat (`bot/invitation_sheets.py`); its invitations begin with it."""
    if role not in may_invite(turn.person):
        raise refuse("invite-owner-only")
    await due.plan(
        turn.tx, f"invitations:{turn.key}", "invitations", f"{role}:{count}:{turn.person.code}", turn.at
    )
    turn.house.soon()
    turn.toast(turn.say("toast-making"))
    await turn.write("paper-making", count=count)


async def revoke_shown(turn: Turn, shown: list[str]) -> None:
    """The confirmed withdrawal of all that were open; whoever came in meanwhile stays."""
    done = sum([await invitations.revoke(turn.tx, one, by=turn.person.code, at=turn.at) for one in shown])
    lines = [turn.say("revoked-all", count=done)]
    if late := len(shown) - done:
        lines.append(turn.say("revoked-late", count=late))
    await show(turn, lines)


def may_invite(person: Person) -> list[str]:
    """The roles that this person may hand out."""
    return [role for role in ROLES if role not in _OWNERS_ONLY or person.roles & OWNER]


def day_of(turn: Turn, at: datetime) -> str:
    """„12 października”."""
    local = turn.house.local(at)
    return turn.say("desk-day", day=local.day, month=turn.say(f"month-{local.month}"))


def link_of(house: House, token: str) -> str:
    """What opens the chat with the code of an invitation."""
    return f"https://t.me/{house.bot_name}?start={token}"


async def _ask(turn: Turn) -> None:
    mine = may_invite(turn.person)
    waiting = len(await _all_open(turn))
    asked = [Button(label=turn.say(f"role-{role}"), data=f"inv:{role}") for role in mine]
    more = [
        Button(label=turn.say("button-paper"), data="ki:paper"),
        Button(label=turn.say("button-open-invitations", count=waiting), data="ki:list:0"),
    ]
    await turn.tell(Send(text=turn.say("invite-which"), rows=(*grid(asked, 2), tuple(more))))


async def _wish_for_paper(turn: Turn, rest: str) -> None:
    count, role, _ = _understood(turn, rest)
    if not rest.strip():
        await pressed(turn, ["paper"])
    elif count is None:
        raise refuse("invite-how-many", most=MOST)
    else:
        await on_paper(turn, role or "juror", count)


async def _issue(turn: Turn, role: str, note: str, *, count: int) -> None:
    if role not in may_invite(turn.person):
        raise refuse("invite-owner-only")
    until = turn.at + LASTS
    lines = []
    for number in range(1, count + 1):
        token = secrets.token_urlsafe(24)
        label = note[:100] if count == 1 else f"{note[:100]} {number}/{count}".strip()
        issued = await invitations.issue(
            turn.tx, digest(token), role, label, by=turn.person.code, at=turn.at, expires_at=until
        )
        link = link_of(turn.house, token)
        lines.append(turn.say("invite-link", number=str(issued), link=link) if count > 1 else link)
    head = [turn.say("invite-head", role=turn.say(f"role-{role}"), count=count, until=day_of(turn, until))]
    if note:
        head.append(turn.say("invite-note", note=note[:100]))
    await show(turn, [*head, *lines], protect=False, fleeting=True)


async def _listing(turn: Turn, asked: int) -> None:
    """Those that are open, as many as fit a screen; each number is a button to its card."""
    found = await _all_open(turn)
    if not found:
        await redraw(turn, [turn.say("open-none")])
        return
    page, pages = page_of([one.digest for one in found], asked, _A_PAGE)
    shown = found[page * _A_PAGE : (page + 1) * _A_PAGE]
    numbers = [Button(label=f"{one.number}", data=f"ki:one:{one.number}") for one in shown]
    everything = (Button(label=turn.say("button-revoke-all", count=len(found)), data="ki:all"),)
    await redraw(
        turn,
        [turn.say("open-head", count=len(found)), *(_line(turn, one) for one in shown)],
        (*fitted(numbers), *turning(page, pages, "ki:list:{}".format), everything),
    )


async def _card(turn: Turn, one: Invitation) -> None:
    lines = [
        turn.say("open-card", number=str(one.number), role=turn.say(f"role-{one.role}")),
        turn.say("open-issued", code=one.issued_by, when=when(turn, one.issued_at)),
        turn.say("open-until", when=when(turn, one.expires_at)),
    ]
    if one.label:
        lines.append(turn.say("invite-note", note=one.label))
    rows = buttons(turn, ("button-revoke", f"ki:revoke:{one.number}"), ("people-back", "ki:list:0"))
    await redraw(turn, lines, rows)


async def _revoke(turn: Turn, one: Invitation) -> None:
    await invitations.revoke(turn.tx, one.digest, by=turn.person.code, at=turn.at)
    turn.toast(turn.say("toast-revoked", number=str(one.number)))
    await _listing(turn, 0)


async def _ask_all(turn: Turn) -> None:
    found = await _all_open(turn)
    if not found:
        raise refuse("no-open-invitations")
    await propose(
        turn,
        "revoke",
        [one.digest for one in found],
        lines=[turn.say("revoke-all", count=len(found))],
        yes=turn.say("button-revoke-all", count=len(found)),
        no=turn.say("button-not-yet"),
    )


async def _all_open(turn: Turn) -> list[Invitation]:
    """Those that this person could have issued."""
    mine = may_invite(turn.person)
    return [one for one in await invitations.open_now(turn.tx, turn.at) if one.role in mine]


async def _open(turn: Turn, number: int) -> Invitation:
    found = next((one for one in await _all_open(turn) if one.number == number), None)
    if found is None:
        raise refuse("invitation-closed", number=str(number))
    return found


def _line(turn: Turn, one: Invitation) -> str:
    return turn.say(
        "open-line",
        number=str(one.number),
        role=turn.say(f"role-{one.role}"),
        until=day_of(turn, one.expires_at),
        note=f" · {one.label}" if one.label else "",
    )


def _understood(turn: Turn, wish: str) -> tuple[int | None, str | None, str]:
    """How many, which role, and a note: the number and the role come first, in either order, each where it is said."""
    count, role, rest = None, None, wish.split()
    while rest:
        if count is None and rest[0].isdecimal() and rest[0].isascii():
            count = _number(rest.pop(0))
        elif role is None and (role := _role(turn, rest[0])) is not None:
            rest.pop(0)
        else:
            break
    return count, role, " ".join(rest)


def _role(turn: Turn, word: str) -> str | None:
    """The role that a typed word names: its id, the beginning of its name, or the name in another case („ekspertów”)."""
    wish = fold(word)
    for role in ROLES:
        name = fold(turn.say(f"role-{role}"))
        stem = len(wish) >= _STEM and name[:_STEM] == wish[:_STEM]
        if wish == role or stem or (len(wish) >= 3 and name.startswith(wish)):
            return role
    return None


def _number(word: str) -> int:
    if not 1 <= int(word[:6]) <= MOST:
        raise refuse("invite-how-many", most=MOST)
    return int(word)
