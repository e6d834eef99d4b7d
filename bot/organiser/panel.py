"""The panel: the edition at a glance, what needs this person now, and a way to everything else by buttons.

It is one message that changes in place: the numbers, the lists behind them and the menus. What a command answers comes as
a message of its own. Everything is offered only to those who may use it: `words` are the commands open to this person.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from bot import labels
from bot.house import Turn, refuse
from bot.menu import phrase_of
from bot.messages import Button, Rows
from bot.organiser import concerns, contacts, needs
from bot.organiser.glance import STAGES, Glance, glance
from bot.organiser.screens import redraw
from bot.organiser.showing import back, go

MENUS: Mapping[str, tuple[str, ...]] = {
    "people": ("uczestnicy", "jurorzy", "zapros", "role", "kto", "konflikt"),
    "work": ("przydzial", "postep", "kontrola", "terminy", "przypomnij", "ogloszenie"),
    "results": ("ranking", "symulacja", "zamroz", "odwolania", "nominacje", "glosuj", "nagrody", "publikuj"),
    "keeping": ("dziennik", "kopia", "eksport", "sprawdz", "odrocz"),
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
        *needs.deadline(turn, now.phase),
        turn.say("panel-people", entrants=now.entrants, jurors=now.jurors, registering=now.registering),
    ]
    if now.planned:
        done = now.contacts["approved"]
        share = 100 * done // now.planned
        lines.append(turn.say("panel-done", done=done, planned=now.planned, share=share))
    urgent = await needs.of(turn, now)
    if urgent:
        lines += ["", turn.say("panel-now"), *(turn.say(one.phrase, count=one.count) for one in urgent)]
    else:
        lines += ["", turn.say("panel-calm")]
    first = tuple((one.button,) for one in urgent)
    await redraw(turn, lines, (*first, *_numbers(turn, now, words), *_menus(turn, words)))


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


def _to(turn: Turn, phrase: str, data: str, count: int) -> Button:
    return Button(label=turn.say(phrase, count=count), data=data)


def _numbers(turn: Turn, now: Glance, words: Collection[str]) -> Rows:
    """Each number is a button to where it is dealt with; a list of contacts opens in place."""
    counts = {"uczestnicy": now.entrants, "jurorzy": now.jurors}
    who = [go(turn, word, count=count) for word, count in counts.items() if word in words]
    stages = [("free", now.free), *now.contacts.items()] if now.planned else []
    where = [_to(turn, f"stage-{stage}", f"p:s:{stage}:0", count) for stage, count in stages]
    if now.promised and "przydzial" in words:
        where.insert(1, _to(turn, "stage-promised", "go:przydzial", now.promised))
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
    await redraw(turn, lines, (*labels.rows(buttons, 2), (back(turn),)))
