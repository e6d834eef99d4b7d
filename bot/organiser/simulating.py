"""/symulacja: what other settings would change, counted in the worker from the approved contacts; it decides nothing.

    ws:prog=70          the same by a tap         ws:dark:prog=70        with the picture on a dark ground

The text holds everything; the picture below it shows the peer group in which most would be different.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from bot import workshop
from bot.drawn import Drawing, Shifted, draw
from bot.house import Asked, House, Turn
from bot.messages import Button, Rows, Send, SendPicture, shorten
from bot.organiser import results
from bot.simulated import Question, simulate
from contest.edition import EditionSettings
from contest.entrants import Entrant
from contest.mistakes import Say
from contest.simulation import Change, Effects, First, read
from contest.simulation import Shifted as Most
from reports.numbers import digits, weight
from reports.shifts import Row
from storage import documents, recusals

_NAMED = 5
_NAME = 48
_STEP, _WEIGHT = 5, 10
_DARK, _LIGHT = "dark", "light"
_ROWS = 12
"""Entrants in the picture."""
_DATA = 64
"""Bytes that a button may hold."""


@dataclass(frozen=True, slots=True)
class Simulated:
    """The changes that were asked for, what it would change, and the names of the entrants."""

    settings: EditionSettings
    changes: tuple[Change, ...]
    effects: Effects
    names: dict[int, Entrant]
    frozen: bool
    picture: bytes = b""
    """Of the group in which most would be different; empty when nothing would be."""
    dark: bool = False


async def prepare(house: House, asked: Asked) -> Simulated | None:
    """Both rankings, counted in the worker; None when nothing was asked. Raises `Mistakes` for what is not understood."""
    if not asked.said:
        return None
    ground, colon, line = asked.said.partition(":")
    dark = bool(colon) and ground == _DARK
    said = line if colon and ground in (_DARK, _LIGHT) else asked.said
    frozen = await results.frozen(house.db.reading)
    state = frozen.snapshot if frozen else await results.now(house.db.reading, house.rules, house.clock.now())
    changes = read(said, state.settings)
    hidden = await recusals.hidden_from(house.db.reading, asked.person.code)
    found = await workshop.run(simulate, Question(state, changes, hidden))
    names = {each.id: each for each in state.entrants}
    made = Simulated(state.settings, changes, found, names, frozen is not None, dark=dark)
    if found.most is None:
        return made
    plain = house.phrases.plain(asked.person.language)
    title = _said(plain, state.settings, changes)
    what = Shifted(found.most.group, tuple(_shown(found.most, names)))
    drawing = Drawing(what, title[:1].upper() + title[1:], asked.person.language, dark)
    return replace(made, picture=await workshop.run(draw, drawing))


async def simulation(turn: Turn, _: str) -> None:
    """`/symulacja waga telefon=30`; without words, buttons with the usual changes."""
    found = turn.prepared
    if not isinstance(found, Simulated):
        frozen = await results.frozen(turn.tx)
        settings = frozen.snapshot.settings if frozen else turn.house.rules.settings
        await turn.tell(Send(text=turn.say("simulation-how"), rows=_rows(turn, settings)))
        return
    plain = turn.house.phrases.plain(turn.person.language)
    said = _said(plain, found.settings, found.changes)
    lines = [turn.say("simulation-head", changes=said)]
    if found.effects.nothing:
        lines.append(turn.say("simulation-nothing"))
    else:
        lines += _told(turn, found)
    lines.append(turn.say("simulation-frozen" if found.frozen else "simulation-only"))
    await turn.tell(Send(text="\n".join(lines)))
    if found.picture and found.effects.most:
        await _pictured(turn, found, found.effects.most, said)


async def _pictured(turn: Turn, found: Simulated, most: Most, said: str) -> None:
    """The picture, with the other ground a tap away where the changes fit into a button."""
    name = f"symulacja-{turn.key}.png".replace(":", "-")
    await documents.keep(turn.tx, name, "picture", None, None, found.picture, turn.at)
    other = _LIGHT if found.dark else _DARK
    data = f"ws:{other}:{_line(found.changes)}"
    button = Button(label=turn.say(f"button-ground-{other}"), data=data)
    rows: Rows = ((button,),) if len(data.encode()) <= _DATA else ()
    caption = turn.say("picture-simulation", changes=said, group=most.group)
    await turn.tell(SendPicture(name=name, caption=caption, rows=rows))


def _line(changes: Iterable[Change]) -> str:
    """The changes as they are typed."""
    words = {"threshold": "prog", "contacts": "kontakty", "channels": "kanaly", "jurors": "jurorzy"}
    return " ".join(
        f"{each.channel or words[each.what]}={digits(each.value, 4).rstrip('0').rstrip('.')}"
        for each in changes
    )


def _shown(most: Most, names: Mapping[int, Entrant]) -> Iterable[Row]:
    """Those who are or would be among the first, in the order of the places now."""
    last = len(most.shifts) + len(names)
    best = sorted(most.shifts, key=lambda each: min(each.before or last, each.after or last))[:_ROWS]
    for each in most.shifts:
        if each in best:
            yield Row(names[each.entrant].name, each.before, each.after, each.licensed)


async def pressed(turn: Turn, _: list[str]) -> None:
    """A tap on a usual change."""
    await simulation(turn, "")


def _told(turn: Turn, found: Simulated) -> list[str]:
    """Licences, first places, who would enter or leave the ranking, and how many would move."""
    effects, lines = found.effects, []
    before, after = effects.licences
    difference = "more" if after > before else "fewer" if after < before else "same"
    if effects.gained or effects.lost:
        lines.append(
            turn.say(
                f"simulation-licences-{difference}", count=abs(after - before), before=before, after=after
            )
        )
    for phrase, these in (
        ("simulation-gained", effects.gained),
        ("simulation-lost", effects.lost),
        ("simulation-placed", effects.placed),
        ("simulation-unplaced", effects.unplaced),
    ):
        if these:
            lines.append(turn.say(phrase, names=_names(turn, found, these), count=len(these)))
    if effects.firsts:
        lines.append(turn.say("simulation-firsts", count=len(effects.firsts)))
        lines += [_first(turn, found, each) for each in effects.firsts[:_NAMED]]
    if effects.moved:
        lines.append(turn.say("simulation-moved", count=effects.moved))
    return lines


def _first(turn: Turn, found: Simulated, each: First) -> str:
    before, after = _names(turn, found, each.before), _names(turn, found, each.after)
    return turn.say("simulation-first", group=each.group, before=before or "–", after=after or "–")


def _names(turn: Turn, found: Simulated, these: Iterable[int]) -> str:
    every = [shorten(found.names[one].name, _NAME) for one in these]
    rest = len(every) - _NAMED
    told = ", ".join(every[:_NAMED])
    return (
        told
        if rest <= 0
        else f"{told} {turn.house.phrases.plain(turn.person.language)('desk-more', count=rest)}"
    )


def _said(plain: Say, settings: EditionSettings, changes: Iterable[Change]) -> str:
    return ", ".join(
        plain(
            f"simulation-change-{each.what}",
            value=weight(plain, each.value),
            channel=next((one.name for one in settings.channels if one.id == each.channel), each.channel),
        )
        for each in changes
    )


def _rows(turn: Turn, settings: EditionSettings) -> Rows:
    """Each setting a step down and a step up, as it would be then."""
    plain = turn.house.phrases.plain(turn.person.language)

    def button(label: str, word: str, value: Fraction) -> Button:
        number = weight(plain, value)
        return Button(label=f"{shorten(label, 24)} {number}", data=f"ws:{word}={number}")

    threshold, contacts = settings.awards.licence_threshold, settings.minimums.contacts
    rows = [
        [
            button(plain("simulation-threshold"), "prog", value)
            for value in (threshold - _STEP, threshold + _STEP)
            if 0 <= value <= 100
        ],
        [
            button(plain("simulation-contacts"), "kontakty", Fraction(value))
            for value in (contacts - 1, contacts + 1)
            if value >= 1
        ],
        *(
            [
                button(each.name, each.id, value)
                for value in (each.weight - _WEIGHT, each.weight + _WEIGHT)
                if value >= 0
            ]
            for each in settings.channels
        ),
    ]
    return tuple(tuple(row) for row in rows if row)
