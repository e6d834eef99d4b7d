"""Which entrants may end without enough contacts: what is done or in hand, and what can still be done, against the minimums.

    has      with everything that is approved or in somebody's hands
    could    if every open contact that can still be made were made as well

Below the minimum with `could` an entrant is lost unless somebody else comes to help; below it with `has` alone the open
contacts must be planned. A contact that nobody has can still be made when a juror may take it and enough working days are left before the close.
What a juror can carry is not shared out among entrants here: `could` is never less than what is possible, so nobody is
called lost who is not; how many can be helped at once is for the plan to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal

from contest.checklist import Checklist
from contest.edition import Minimums
from contest.planning.demand import Juror, Slot
from contest.questions import Reply
from contest.workdays import WorkCalendar

Lack = Literal["contacts", "channels", "jurors"]


@dataclass(frozen=True, slots=True)
class Held:
    """A contact that counts already or still may: approved, or in the hands of this juror."""

    entrant: int
    channel: str
    juror: str


@dataclass(frozen=True, slots=True)
class Risk:
    """An entrant that may stay unclassified, by the first minimum that it misses."""

    entrant: int
    lacks: Lack
    has: int
    could: int
    needs: int

    @property
    def lost(self) -> bool:
        """The jurors that there are cannot help in the time that is left."""
        return self.could < self.needs


def at_risk(
    entrants: Iterable[int],
    held: Iterable[Held],
    slots: Iterable[Slot],
    jurors: Sequence[Juror],
    minimums: Minimums,
) -> list[Risk]:
    """Each entrant that misses a minimum with what it has; `slots` are the open contacts for which there is time left."""
    has: defaultdict[int, list[Held]] = defaultdict(list)
    for one in held:
        has[one.entrant].append(one)
    free: defaultdict[int, list[Slot]] = defaultdict(list)
    for slot in slots:
        free[slot.entrant].append(slot)
    able = _Able(jurors)
    found = (_risk(entrant, has[entrant], free[entrant], able, minimums) for entrant in entrants)
    return [one for one in found if one is not None]


def working_days(checklist: Checklist) -> int:
    """The least working days that a contact takes: one; where a reply is waited for, until the bot first asks about it."""
    asked = [q.ask_after[0] for q in checklist.questions() if isinstance(q, Reply) and q.ask_after]
    return max([1, *asked])


def time_left(today: date, close: date, days: int, calendar: WorkCalendar) -> bool:
    """Whether so many working days lie between today and the day of the close, which counts."""
    return calendar.after(today, days) <= close


class _Able:
    """Who may take a slot; few different demands, each answered once."""

    def __init__(self, jurors: Sequence[Juror]) -> None:
        self._jurors = [juror for juror in jurors if juror.load < juror.capacity]
        self._known: dict[object, list[Juror]] = {}

    def of(self, slot: Slot) -> Iterator[str]:
        """The codes of those who may take it."""
        return (
            juror.code
            for juror in self._demanded(slot)
            if not any(slot.entrant in these for these in (juror.conflicts, juror.seen, juror.barred))
        )

    def _demanded(self, slot: Slot) -> Sequence[Juror]:
        wanted = (slot.channel, slot.skills, slot.region if slot.on_site else None)
        if wanted not in self._known:
            self._known[wanted] = [
                juror
                for juror in self._jurors
                if slot.channel in juror.channels
                and slot.skills <= juror.skills
                and (not slot.on_site or slot.region in juror.regions)
            ]
        return self._known[wanted]


def _risk(
    entrant: int, held: Sequence[Held], free: Sequence[Slot], able: _Able, minimums: Minimums
) -> Risk | None:
    mine = {one.juror for one in held}
    channels = {one.channel for one in held}
    if len(held) >= minimums.contacts and len(channels) >= minimums.channels and len(mine) >= minimums.jurors:
        return None
    most = len(mine) + len(free)  # with so many to choose from, further ones change nothing
    takers = {slot.key: codes for slot in free if (codes := list(islice(able.of(slot), most)))}
    doable = [slot for slot in free if slot.key in takers]
    fresh = _different({key: [code for code in codes if code not in mine] for key, codes in takers.items()})
    measures: tuple[tuple[Lack, int, int, int], ...] = (
        ("contacts", len(held), len(held) + len(doable), minimums.contacts),
        (
            "channels",
            len(channels),
            len(channels | {slot.channel for slot in doable}),
            minimums.channels,
        ),
        ("jurors", len(mine), len(mine) + fresh, minimums.jurors),
    )
    missed = [Risk(entrant, *each) for each in measures if each[1] < each[3]]
    return next((one for one in missed if one.lost), missed[0])


def _different(takers: Mapping[object, Sequence[str]]) -> int:
    """The most different jurors that can be given one of these contacts each (augmenting paths)."""
    holder: dict[str, object] = {}

    def place(key: object, seen: set[str]) -> bool:
        for code in takers[key]:
            if code not in seen:
                seen.add(code)
                if code not in holder or place(holder[code], seen):
                    holder[code] = key
                    return True
        return False

    return sum(place(key, set()) for key in takers)
