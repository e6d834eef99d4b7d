"""The panel: the edition at a glance, what needs this person now, and a way to everything else by buttons.

It is one message that changes in place: the numbers, the lists behind them and the menus. What a command answers comes as
a message of its own. Everything is offered only to those who may use it: `words` are the commands open to this person.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from bot import labels
from bot.house import Turn, refuse
from bot.menu import phrase_of
from bot.messages import Button, Rows
from bot.moments import when
from bot.organiser import concerns, contacts, nudging
from bot.organiser.glance import STAGES, Glance, glance
from bot.organiser.showing import back, go, place
from bot.roles import CHECKER, OWNER, PLANNER

MENUS: Mapping[str, tuple[str, ...]] = {
    "people": ("uczestnicy", "jurorzy", "zapros", "role", "kto"),
    "work": ("przydzial", "postep", "kontrola", "terminy", "przypomnij", "ogloszenie"),
    "results": ("ranking", "symulacja", "zamroz", "nominacje", "nagrody", "protokol", "gala", "publikuj"),
    "keeping": ("dziennik", "kopia", "eksport", "sprawdz"),
}
"""What the menus of the panel offer; a word that is no command of this person is left out."""
_COUNTED = ("uczestnicy", "jurorzy", "przydzial", "kontrola")
"""Commands whose button tells a number."""


async def show_panel(turn: Turn, words: Collection[str]) -> None:
    """/panel, and a tap on *back* or *refresh*."""
    now = await glance(turn)
    settings = turn.house.rules.settings
    lines = [
        turn.say(
            "panel-head", name=settings.name, year=str(settings.year), phase=turn.say(f"phase-{now.phase}")
        ),
        *_deadline(turn, now.phase),
        turn.say("panel-people", entrants=now.entrants, jurors=now.jurors, registering=now.registering),
    ]
    if now.planned:
        done = now.contacts["approved"]
        share = 100 * done // now.planned
        lines.append(turn.say("panel-done", done=done, planned=now.planned, share=share))
    needs = await _needs(turn, now, words)
    if needs:
        lines += ["", turn.say("panel-now"), *(turn.say(phrase, count=count) for phrase, count, _ in needs)]
    else:
        lines += ["", turn.say("panel-calm")]
    urgent = tuple((button,) for _, _, button in needs if button is not None)
    await place(turn, "\n".join(lines), (*urgent, *_numbers(turn, now, words), *_menus(turn, words)))


async def screen(turn: Turn, parts: list[str], words: Collection[str]) -> None:
    """A tap on something of the panel's own: home, a menu, a list of contacts, the alarms."""
    match parts:
        case ["h"]:
            await show_panel(turn, words)
        case ["m", menu]:
            await _menu(turn, menu, words)
        case ["s", "free", start]:
            await contacts.show_free(turn, int(start), can_plan="przydzial" in words)
        case ["s", stage, start] if stage in STAGES:
            await contacts.show_stage(turn, stage, int(start), words)
        case ["a", start]:
            await concerns.show_alarms(turn, int(start))
        case _:
            raise refuse("dead-button")


def _deadline(turn: Turn, phase: str) -> list[str]:
    """The date that this phase runs towards, and how far it is."""
    dates = turn.house.rules.settings.dates
    towards: Mapping[str, tuple[str, datetime]] = {
        "preparation": ("panel-until-start", dates.collecting_from),
        "collecting": ("panel-until-close", dates.collecting_until),
        "checking": ("panel-until-checked", dates.checking_until),
        "frozen": ("panel-until-results", dates.results_at),
    }
    if phase not in towards:
        return []
    phrase, local = towards[phase]
    at = turn.house.rules.settings.utc(local)
    days = (turn.house.local(at).date() - turn.house.local(turn.at).date()).days
    left = turn.say("panel-days", days=days) if at > turn.at else turn.say("panel-past")
    return [turn.say(phrase, when=when(turn, at), left=left)]


Need = tuple[str, int, Button | None]
"""The phrase of a line, its number, and the button to where it is dealt with."""


async def _needs(turn: Turn, now: Glance, words: Collection[str]) -> list[Need]:
    """What waits for a person of these roles, the most urgent first."""
    mine = turn.person.roles
    found: list[Need] = []
    if now.alarms:
        count = len(now.alarms)
        found.append(("needs-alarms", count, _to(turn, "button-alarms", "p:a:0", count)))
    if mine & PLANNER:
        found += await _for_planner(turn, now)
    if mine & CHECKER and (count := now.contacts["submitted"]):
        found.append(("needs-check", count, _to(turn, "button-check", "go:kontrola", count)))
    if mine & OWNER and now.phase == "checking" and not now.contacts["submitted"]:
        found.append(("needs-freeze", 0, _to(turn, "button-to-freeze", "go:zamroz", 0)))
    return [
        (phrase, count, button)
        for phrase, count, button in found
        if button is None or not button.data.startswith("go:") or button.data.removeprefix("go:") in words
    ]


async def _for_planner(turn: Turn, now: Glance) -> list[Need]:
    found: list[Need] = []
    if now.asked:
        found.append(("needs-answers", now.asked, _to(turn, "button-questions", "pq:0", now.asked)))
    if now.phase not in ("preparation", "collecting"):
        return found
    if not now.entrants:
        found.append(("needs-entrants", 0, _to(turn, "button-entrants", "go:uczestnicy", 0)))
    elif not now.jurors:
        found.append(("needs-jurors", 0, _to(turn, "button-invite", "go:zapros", 0)))
    elif now.free:
        found.append(("needs-plan", now.free, _to(turn, "button-plan", "go:przydzial", now.free)))
    if late := len((await nudging.slow(turn)).readers(nudging.PRESSING)):
        found.append(("needs-nudge", late, _to(turn, "button-nudge", "go:przypomnij", late)))
    return found


def _to(turn: Turn, phrase: str, data: str, count: int) -> Button:
    return Button(label=turn.say(phrase, count=count), data=data)


def _numbers(turn: Turn, now: Glance, words: Collection[str]) -> Rows:
    """Each number is a button to where it is dealt with; a list of contacts opens in place."""
    counts = {"uczestnicy": now.entrants, "jurorzy": now.jurors}
    who = [go(turn, word, count=count) for word, count in counts.items() if word in words]
    stages = [("free", now.free), *now.contacts.items()] if now.planned else []
    where = [_to(turn, f"stage-{stage}", f"p:s:{stage}:0", count) for stage, count in stages]
    return (*labels.rows(who), *labels.rows(where))


def _menus(turn: Turn, words: Collection[str]) -> Rows:
    menus = [
        Button(label=turn.say(f"menu-{menu}"), data=f"p:m:{menu}")
        for menu, known in MENUS.items()
        if any(word in words for word in known)
    ]
    refresh = Button(label=turn.say("button-refresh"), data="p:h")
    return (*labels.rows(menus, 2), (refresh,))


async def _menu(turn: Turn, menu: str, words: Collection[str]) -> None:
    if menu not in MENUS:
        raise refuse("dead-button")
    now = await glance(turn)
    counts = dict(
        zip(
            _COUNTED,
            (now.entrants, now.jurors, now.free, now.contacts["submitted"]),
            strict=True,
        )
    )
    known = [word for word in MENUS[menu] if word in words]
    lines = [turn.say("menu-head", menu=turn.say(f"menu-{menu}")), ""]
    lines += [turn.say("menu-line", word=word, told=turn.say(phrase_of(word))) for word in known]
    buttons = [go(turn, word, count=counts.get(word, 0)) for word in known]
    await place(turn, "\n".join(lines), (*labels.rows(buttons, 2), (back(turn),)))
