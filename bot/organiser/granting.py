"""Roles of organisers and experts, granted and taken by an owner. There is always an owner, and a juror is nothing else:
who knows points and standings must not be one who gives them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.house import Turn, refuse
from bot.labels import rows as fitted
from bot.messages import Button
from bot.organiser import recusing, who
from bot.organiser.proposing import propose
from bot.organiser.screens import redraw
from bot.organiser.showing import show
from bot.roles import EXPERT, ORGANISER
from storage import people
from storage.people import Person

ROLES = ("owner", "planner", "checker", "expert")


@dataclass(frozen=True, slots=True)
class Change:
    """What was shown: a role to grant or to take, and the roles that the person held then."""

    person: str
    role: str
    give: bool
    held: tuple[str, ...]


async def listing(turn: Turn, wish: str) -> None:
    """/role: organisers and experts by code; `/role O-12`: the card of one."""
    if wish.strip():
        await card(turn, wish.strip().upper())
        return
    found = await at_the_table(turn)
    lines = [turn.say("roles-head", count=len(found)), *(_line(turn, one) for one in found)]
    rows = fitted([Button(label=one.code, data=f"kr:card:{one.code}") for one in found])
    await redraw(turn, [*lines, turn.say("roles-how")], rows)


async def pressed(turn: Turn, parts: list[str]) -> None:
    """A tap on one of the buttons of these rooms."""
    match parts:
        case ["list"]:
            await listing(turn, "")
        case ["card", code]:
            await card(turn, code)
        case ["give", code, role] if role in ROLES:
            await _ask(turn, code, role, give=True)
        case ["take", code, role] if role in ROLES:
            await _ask(turn, code, role, give=False)
        case ["find", code]:
            await recusing.find_for(turn, await _one(turn, code))
        case ["bar", code, entrant]:
            await recusing.ask_for(turn, await _one(turn, code), int(entrant))
        case ["unbar", code, entrant]:
            await recusing.ask_lift(turn, await _one(turn, code), int(entrant))
        case _:
            raise refuse("dead-button")


async def at_the_table(turn: Turn) -> list[Person]:
    """Organisers and experts, by code."""
    return [one for one in await people.everybody(turn.tx) if one.roles & (ORGANISER | EXPERT)]


async def card(turn: Turn, code: str) -> None:
    """One person's roles and interests, each with what may be done."""
    person = await _one(turn, code)
    lines = [_line(turn, person), *await recusing.lines_of(turn, person)]
    change = [
        Button(
            label=turn.say(
                "button-take-role" if role in person.roles else "button-give-role",
                role=turn.say(f"role-{role}"),
            ),
            data=f"kr:{'take' if role in person.roles else 'give'}:{code}:{role}",
        )
        for role in ROLES
    ]
    lift = await recusing.lifting(turn, person)
    rest = [
        Button(label=turn.say("button-recuse"), data=f"kr:find:{code}"),
        who.button(turn, code),
        Button(label=turn.say("people-back"), data="kr:list"),
    ]
    await redraw(turn, lines, (*fitted(change, 2), *fitted(lift, 1), *fitted(rest)))


async def apply(turn: Turn, shown: Change) -> None:
    """The confirmed change, if the person's roles are still those that were shown."""
    person = await _one(turn, shown.person)
    if _held(person) != shown.held:
        raise refuse("roles-moved", code=person.code)
    await _refuse_impossible(turn, person, shown)
    if shown.give:
        await people.grant(turn.tx, person.code, [shown.role])
    else:
        await people.withdraw(turn.tx, person.code, shown.role)
    await turn.note("role.grant" if shown.give else "role.take", person.code, role=shown.role)
    facts = {"role": turn.house.say(person)(f"role-{shown.role}"), "give": "yes" if shown.give else "no"}
    if person.code != turn.person.code:
        await turn.write("role-changed", to=person, **facts)
    said = turn.say("role-done", code=person.code, role=turn.say(f"role-{shown.role}"), give=facts["give"])
    await show(turn, [said])


async def _ask(turn: Turn, code: str, role: str, *, give: bool) -> None:
    person = await _one(turn, code)
    if (role in person.roles) is give:
        raise refuse("roles-moved", code=code)
    change = Change(code, role, give, _held(person))
    await _refuse_impossible(turn, person, change)
    await propose(
        turn,
        "role",
        change,
        lines=[
            turn.say("role-ask", code=code, role=turn.say(f"role-{role}"), give="yes" if give else "no"),
            turn.say(f"role-may-{role}"),
        ],
        yes=turn.say("button-give" if give else "button-take"),
        no=turn.say("button-not-yet"),
    )


async def _refuse_impossible(turn: Turn, person: Person, change: Change) -> None:
    if change.give:
        return
    if change.role == "owner" and len(await people.with_role(turn.tx, "owner")) == 1:
        raise refuse("last-owner")
    chat = await people.chat_of(turn.tx, person.code)
    for organiser in turn.house.config.organisers:
        if organiser.telegram_id == chat and change.role in organiser.roles:
            # it would be back after the next start
            raise refuse("role-configured", code=person.code)


async def _one(turn: Turn, code: str) -> Person:
    found = await people.find(turn.tx, code)
    if found is None or not found.roles & (ORGANISER | EXPERT):
        raise refuse("no-such-person", code=code[:12])
    return found


def _held(person: Person) -> tuple[str, ...]:
    return tuple(sorted(person.roles))


def _line(turn: Turn, person: Person) -> str:
    roles = ", ".join(turn.say(f"role-{role}") for role in ROLES if role in person.roles)
    said = turn.say("roles-line", code=person.code, roles=roles)
    return said if person.reachable else f"{said} · {turn.say('jurors-unreachable')}"
