"""`incognito plan`: who audits whom for any set of slots and jurors, without a bot, an edition or a database."""

from __future__ import annotations

import csv
import io
import math
import os
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bot.organiser.sheets import OWN, read_sheet
from bot.phrases import catalogue
from contest.headings import Row
from contest.mistakes import Mistake, Mistakes, Say, mistake, tell
from contest.planning.demand import Juror, Plan, Proposed, Slot
from contest.planning.making import make_plan
from contest.planning.rules import Rules
from contest.planning.tables import Names, read_jurors, read_plan, read_slots
from contest.planning.travel import distances

_HEADINGS = ("inst", "channel", "number", "juror", "km", "first_day", "last_day", "double", "why")
_NAMED = 5
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    slots: Path
    jurors: Path
    out: Path
    rules: Rules
    days: int
    seed: int | None = None
    previous: Path | None = None


def plan(asked: Asked) -> None:
    """Read the tables, plan, write PLAN.csv whole, and say what the plan is like. Raises Mistakes with all faults at once."""
    names = Names()
    faults: list[Mistake] = []
    slots = _table(asked.slots, faults, lambda heads, rows: read_slots(heads, rows, names))
    regions = {slot.region for slot in slots}
    jurors = _table(asked.jurors, faults, lambda heads, rows: read_jurors(heads, rows, names, regions))
    unknown = _unknown(names, slots, jurors)
    kept: tuple[Proposed, ...] = ()
    if asked.previous is not None:
        kept = _table(asked.previous, faults, lambda heads, rows: read_plan(heads, rows, names, slots))
    if faults:
        raise Mistakes(faults)
    seed = secrets.randbelow(10**9) if asked.seed is None else asked.seed
    made = make_plan(slots, jurors, seed=seed, rules=asked.rules, days=asked.days, kept=kept)
    say = catalogue().plain("pl")
    _write(asked.out, _csv(made, jurors, names, say))
    for line in (*_told(asked, made, slots, names, say), *_strangers(unknown, say)):
        print(line)


def _unknown(names: Names, slots: Sequence[Slot], jurors: Sequence[Juror]) -> dict[str, list[str]]:
    """What the jurors' table names and no slot has: of entrants and of channels. A slip of the pen would bar nobody."""
    known = {slot.entrant for slot in slots}
    said = {entrant for juror in jurors for entrant in juror.conflicts | juror.seen | juror.met}
    channels = {channel for juror in jurors for channel in juror.channels} - {slot.channel for slot in slots}
    return {
        "entrants": [names.shown[entrant] for entrant in sorted(said - known)],
        "channels": sorted(channels),
    }


def _strangers(unknown: Mapping[str, Sequence[str]], say: Say) -> list[str]:
    return [
        say(f"plan-cli-unknown-{what}", count=len(these), names=", ".join(these[:_NAMED]))
        for what, these in unknown.items()
        if these
    ]


def _table(
    file: Path,
    faults: list[Mistake],
    read: Callable[[Sequence[str], Sequence[Row]], tuple[tuple[_Read, ...], tuple[Mistake, ...]]],
) -> tuple[_Read, ...]:
    try:
        headings, rows = read_sheet(file.read_bytes(), file.name, OWN)
    except OSError as error:
        faults.append(mistake("plan-no-file", problem=str(error.strerror)).within("file", str(file)))
        return ()
    except Mistakes as refused:
        faults.extend(refused.found)
        return ()
    made, wrong = read(headings, rows)
    faults.extend(one.within("file", file.name) for one in wrong)
    return made


def _write(file: Path, text: str) -> None:
    """Whole or not at all: what stood there before stays until the new file is complete."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        part.write_text(text, "utf-8", newline="")
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        fault = mistake("plan-not-written", problem=str(error.strerror)).within("file", str(file))
        raise Mistakes([fault]) from None


def _csv(made: Plan, jurors: Sequence[Juror], names: Names, say: Say) -> str:
    known = {juror.code: juror for juror in jurors}
    rows = {one.slot.key: _given(one, known[one.juror], names) for one in made.proposed}
    for slot, reason in made.unfilled:
        rows[slot.key] = [*_contact(slot, names), "", "", "", "", "0", tell(say, reason)]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_HEADINGS)
    writer.writerows(rows[key] for key in sorted(rows))
    return text.getvalue()


def _given(one: Proposed, juror: Juror, names: Names) -> list[str]:
    first, last = one.days or ("", "")
    way = float(distances([one.slot.place], [juror.home])[0, 0]) if one.slot.on_site else float("nan")
    km = "" if math.isnan(way) else f"{way:.1f}"
    return [*_contact(one.slot, names), one.juror, km, str(first), str(last), str(int(one.slot.double)), ""]


def _contact(slot: Slot, names: Names) -> list[str]:
    return [names.shown[slot.entrant], names.channels[slot.channel], str(slot.number)]


def _told(asked: Asked, made: Plan, slots: Sequence[Slot], names: Names, say: Say) -> list[str]:
    """What the plan is like, and what could not be filled with what would help."""
    like = made.quality
    given = sum(not one.slot.double for one in made.proposed)
    lines = [
        say("plan-cli-done", file=str(asked.out), given=given, slots=len(slots), seed=str(made.seed)),
        say(
            "plan-cli-load",
            least=f"{like.load_least:.2f}",
            most=f"{like.load_most:.2f}",
            spread=f"{like.load_spread:.3f}",
        ),
    ]
    if like.visits:
        lines.append(
            say(
                "plan-cli-travel",
                mean=f"{like.travel_mean:.0f}",
                most=f"{like.travel_most:.0f}",
                visits=like.visits,
            )
        )
    if like.efficiency is not None:
        lines.append(say("plan-cli-graph", parts=like.components, efficiency=f"{like.efficiency:.2f}"))
    lines.append(say("plan-quality-barred", conflicts=like.conflicts, rotations=like.rotations))
    if like.doubles:
        lines.append(say("plan-quality-doubles", count=like.doubles))
    if like.gap_least is not None and not like.crowded:
        lines.append(say("plan-quality-gap", days=like.gap_least))
    for phrase, these in (("crowded", like.crowded), ("small", like.small), ("one-juror", like.one_juror)):
        if these:
            named = ", ".join(names.shown[one] for one in these[:_NAMED])
            lines.append(say(f"plan-quality-{phrase}", count=len(these), names=named))
    return [*lines, *_short(made, say)]


def _short(made: Plan, say: Say) -> list[str]:
    if not made.unfilled:
        return []
    lines = [say("plan-unfilled", count=len(made.unfilled))]
    reasons: dict[str, int] = {}
    for _, reason in made.unfilled:
        told = tell(say, reason)
        reasons[told] = reasons.get(told, 0) + 1
    ordered = sorted(reasons.items(), key=lambda one: -one[1])
    lines += [say("plan-reason", count=count, reason=told) for told, count in ordered]
    for short in made.shortages:
        channels = ", ".join(sorted({slot.channel for slot in short.slots}))
        lines.append(
            say(
                "plan-shortage",
                slots=len(short.slots),
                channels=channels,
                jurors=len(short.jurors),
                most=short.most,
                missing=short.missing,
            )
        )
        who = "plan-shortage-who" if short.limited else "plan-shortage-rotation"
        lines.append(say(who, jurors=", ".join(short.jurors[:12])))
    return lines
