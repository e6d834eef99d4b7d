"""How far the collection is, for one reader: by channel, by voivodeship, by juror's code, and against time.

The same values are told as narrow tables and drawn as pictures (`bot.organiser.picturing`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta

from bot import labels
from bot.house import Turn, refuse
from bot.in_place import put
from bot.messages import Button, Rows, Send, shorten
from bot.organiser import picturing
from bot.organiser.figures import by_channel, by_region, codes_at_work, course
from bot.organiser.glance import STAGES, Sight, counted
from bot.organiser.showing import back, columns, monospace, paged
from contest.assignment import State
from reports.course import Course
from reports.pictures import Stretch
from storage.assignments import Assignment

VIEWS = ("channels", "regions", "jurors", "time")
_NAME, _REGION = 11, 19
_LOST = frozenset({State.DECLINED, State.HANDED_BACK, State.OVERDUE, State.CANCELLED, State.EXCLUDED})
_WEEK = timedelta(days=7)


async def progress(turn: Turn, _: str) -> None:
    """/postep: the table by channel with ways to the others, and the picture of it."""
    text, rows = await _screen(turn, "channels", 0)
    await turn.tell(Send(text=text, rows=rows))
    await picturing.order(turn, "channels", "light", 0)


async def viewed(turn: Turn, parts: list[str]) -> None:
    """A tap: another view of the same, in place."""
    view, start = parts
    if view not in VIEWS:
        raise refuse("dead-button")
    text, rows = await _screen(turn, view, int(start))
    await put(turn, Send(text=text, rows=rows))


async def _screen(turn: Turn, view: str, start: int) -> tuple[str, Rows]:
    sight = await Sight.of(turn.house, turn.tx, await turn.hidden())
    whole = sum(each.planned for each in by_channel(turn.house, sight))
    done = sum(one.state is State.APPROVED for one in sight.tasks)
    share = 100 * done // whole if whole else 0
    lines = [turn.say("progress-head", done=done, planned=whole, share=share)]
    pages: list[Button] = []
    match view:
        case "channels":
            lines += [*_channels(turn, sight), *_lost(turn, sight), "", turn.say("progress-legend")]
        case "regions":
            lines += _regions(turn, by_region(sight))
        case "jurors":
            codes = await codes_at_work(turn.tx)
            page = codes[start : start + picturing.LISTED] or codes[: picturing.LISTED]
            lines += [*_jurors(turn, sight, page), "", turn.say("progress-legend")]
            pages = paged(turn, "pv:jurors", start, picturing.LISTED, len(codes))
        case _:
            lines += _weeks(turn, await course(turn.house, turn.tx, await turn.hidden()))
    views = [
        Button(label=turn.say(f"progress-view-{other}"), data=f"pv:{other}:0")
        for other in VIEWS
        if other != view
    ]
    picture = Button(label=turn.say("button-picture"), data=f"pg:{view}:light:{start}")
    return "\n".join(lines), (*labels.rows(pages), *labels.rows(views), (picture, back(turn)))


def _channels(turn: Turn, sight: Sight) -> list[str]:
    rows = [[turn.say("progress-channel"), turn.say("progress-plan"), *_heads(turn)]]
    channels = turn.house.rules.settings.channels
    for channel, each in zip(channels, by_channel(turn.house, sight), strict=True):
        stages = _stages(one for one in sight.tasks if one.channel == channel.id)
        rows.append([shorten(channel.short or channel.name, _NAME), str(each.planned), *stages])
    return monospace(columns(rows))


def _regions(turn: Turn, found: Sequence[Stretch]) -> list[str]:
    heads = [turn.say(f"progress-{name}") for name in ("region", "plan", "running", "approved")]
    rows = [
        [shorten(each.title, _REGION), str(each.planned), str(each.waiting), str(each.approved)]
        for each in found
    ]
    return monospace(columns([heads, *rows]))


def _jurors(turn: Turn, sight: Sight, codes: Sequence[str]) -> list[str]:
    if not codes:
        return [turn.say("progress-no-jurors")]
    rows = [[code, *_stages(one for one in sight.tasks if one.juror == code)] for code in codes]
    return monospace(columns([[turn.say("progress-code"), *_heads(turn)], *rows]))


def _weeks(turn: Turn, made: Course) -> list[str]:
    """Week by week, and how much of the time and of the work is behind us."""
    today = made.first + timedelta(days=len(made.sent) - 1)
    span = max((made.last - made.first).days, 1)
    lines = [
        turn.say(
            "progress-pace",
            time=100 * (today - made.first).days // span,
            sent=100 * made.sent[-1] // max(made.planned, 1),
        )
    ]
    rows = [[turn.say(f"progress-{name}") for name in ("week", "sent", "approved")]]
    day, sent, approved = made.first, 0, 0
    while day <= today:
        end = min((day + _WEEK - made.first).days, len(made.sent)) - 1
        told = f"{day:%d.%m}–{made.first + timedelta(days=end):%d.%m}"
        rows.append([told, str(made.sent[end] - sent), str(made.approved[end] - approved)])
        day, sent, approved = day + _WEEK, made.sent[end], made.approved[end]
    return [*lines, *monospace(columns(rows))]


def _lost(turn: Turn, sight: Sight) -> list[str]:
    lost = Counter(one.state for one in sight.tasks if one.state in _LOST)
    if not lost:
        return []
    told = ", ".join(f"{turn.say(f'state-{state.value}')} {count}" for state, count in sorted(lost.items()))
    return ["", turn.say("progress-lost", states=told)]


def _heads(turn: Turn) -> list[str]:
    return [turn.say(f"progress-{stage}") for stage in STAGES]


def _stages(tasks: Iterable[Assignment]) -> list[str]:
    return [str(count) for count in counted(list(tasks)).values()]
