"""Who may take which slot: the hard rules as a table of slots by jurors, and the first rule that leaves nobody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from contest.mistakes import Mistake, mistake
from contest.planning.demand import Juror, Slot, Standing
from contest.planning.rules import Rules
from contest.planning.travel import Floats, distances

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Field:
    """The demand, numbered. `may[s, j]`: juror j may take slot s; `km[s, j]`: the way there, nan where nobody goes."""

    slots: tuple[Slot, ...]
    jurors: tuple[Juror, ...]
    rules: Rules
    may: Bools
    km: Floats
    room: tuple[int, ...]
    """Assignments that each juror can still be given: what is left of the limit, and no more than there are slots for them."""
    here: Mapping[int, int]
    """At each entrant, how many contacts one juror may have."""
    standing: Mapping[tuple[int, int], tuple[int, int]]
    """What a juror (by number) has at an entrant already: visible contacts, all contacts."""

    def visible_left(self, juror: int, entrant: int) -> int:
        return self.rules.visible_contacts - self.standing.get((juror, entrant), (0, 0))[0]

    def contacts_left(self, juror: int, entrant: int) -> int:
        return self.here[entrant] - self.standing.get((juror, entrant), (0, 0))[1]

    def why(self, number: int) -> Mistake:
        """The first rule, from the widest to the narrowest, that leaves nobody for this slot."""
        slot = self.slots[number]
        able = [juror for juror in self.jurors if slot.channel in juror.channels]
        if not able:
            return mistake("no-juror-for-channel", channel=slot.channel)
        able = [juror for juror in able if slot.skills <= juror.skills]
        if not able:
            return mistake("no-juror-skilled", skills=", ".join(sorted(slot.skills)))
        able = [juror for juror in able if not slot.on_site or slot.region in juror.regions]
        if not able:
            shown = slot.place.voivodeship or slot.region
            return mistake("no-juror-in-region", region=shown) if slot.region else mistake("no-region")
        way = {juror.code: self.km[number, place] for place, juror in enumerate(self.jurors)}
        able = [juror for juror in able if not _too_far(juror, way[juror.code])]
        if not able:
            return mistake("no-juror-in-reach")
        if slot.only is not None:
            return mistake("chosen-juror-cannot", juror=slot.only)
        if all(slot.entrant in juror.conflicts for juror in able):
            return mistake("no-juror-without-conflict", jurors=len(able))
        if not self.may[number].any():
            return mistake("no-juror-unseen", jurors=len(able))
        return mistake("no-juror-free", jurors=len(able))


def number(
    slots: Sequence[Slot], jurors: Sequence[Juror], standing: Sequence[Standing], rules: Rules
) -> Field:
    """The table for these slots and jurors; `standing` counts for rotation, and its load is in `Juror.load` already."""
    km = _ways(slots, jurors)
    places = {juror.code: place for place, juror in enumerate(jurors)}
    stands = _standing(standing, places)
    here = _here(slots, standing, rules)
    may = _able(slots, jurors) & ~_conflicts(slots, jurors, km) & ~_seen(slots, jurors)
    field = Field(
        tuple(slots),
        tuple(jurors),
        rules,
        may,
        km,
        tuple(
            max(0, min(juror.capacity - juror.load, slots))
            for juror, slots in zip(jurors, may.sum(axis=0).tolist(), strict=True)
        ),
        here,
        stands,
    )
    _rotate(field)
    return field


def _able(slots: Sequence[Slot], jurors: Sequence[Juror]) -> Bools:
    """By channel, skills, for a visit by region, and by a planner's own choice: few different demands, each answered once for all jurors."""
    known: dict[object, Bools] = {}
    rows = []
    for slot in slots:
        wanted = (slot.channel, slot.skills, slot.region if slot.on_site else None, slot.only)
        if wanted not in known:
            known[wanted] = np.array(
                [
                    slot.channel in juror.channels
                    and slot.skills <= juror.skills
                    and (not slot.on_site or slot.region in juror.regions)
                    and slot.only in (None, juror.code)
                    for juror in jurors
                ],
                dtype=bool,
            )
        rows.append(known[wanted])
    return np.array(rows, dtype=bool).reshape(len(slots), len(jurors))


def _conflicts(slots: Sequence[Slot], jurors: Sequence[Juror], km: Floats) -> Bools:
    barred = np.zeros((len(slots), len(jurors)), dtype=bool)
    rows = _rows_of(slots)
    for column, juror in enumerate(jurors):
        for entrant in juror.conflicts | juror.barred:
            barred[rows.get(entrant, []), column] = True
        if juror.reach is not None:
            barred[:, column] |= np.nan_to_num(km[:, column]) > juror.reach
    return barred


def _seen(slots: Sequence[Slot], jurors: Sequence[Juror]) -> Bools:
    """No visible contact where the juror was visible in the last round."""
    barred = np.zeros((len(slots), len(jurors)), dtype=bool)
    rows = _rows_of([slot if slot.visible else None for slot in slots])
    for column, juror in enumerate(jurors):
        for entrant in juror.seen:
            barred[rows.get(entrant, []), column] = True
    return barred


def _rotate(field: Field) -> None:
    """What a juror has at an entrant already may leave no room for another contact there."""
    rows = _rows_of(field.slots)
    for juror, entrant in field.standing:
        for row in rows.get(entrant, []):
            full = field.contacts_left(juror, entrant) <= 0
            if full or (field.slots[row].visible and field.visible_left(juror, entrant) <= 0):
                field.may[row, juror] = False


def _rows_of(slots: Sequence[Slot | None]) -> Mapping[int, list[int]]:
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for row, slot in enumerate(slots):
        if slot is not None:
            rows[slot.entrant].append(row)
    return rows


def _standing(
    standing: Sequence[Standing], places: Mapping[str, int]
) -> Mapping[tuple[int, int], tuple[int, int]]:
    has: dict[tuple[int, int], tuple[int, int]] = {}
    for one in standing:
        if one.juror in places:
            pair = places[one.juror], one.entrant
            seen, total = has.get(pair, (0, 0))
            has[pair] = seen + one.visible, total + 1
    return has


def _here(slots: Sequence[Slot], standing: Sequence[Standing], rules: Rules) -> Mapping[int, int]:
    contacts = Counter(slot.entrant for slot in slots if not slot.double)
    contacts.update(one.entrant for one in standing if not one.double)
    entrants = {slot.entrant for slot in slots}
    return {entrant: rules.most_here(contacts[entrant]) for entrant in entrants}


def _ways(slots: Sequence[Slot], jurors: Sequence[Juror]) -> Floats:
    """Kilometres, known for those slots to which somebody goes."""
    km = np.full((len(slots), len(jurors)), np.nan)
    goes = [row for row, slot in enumerate(slots) if slot.on_site]
    if goes and jurors:
        km[goes] = distances([slots[row].place for row in goes], [juror.home for juror in jurors])
    return km


def _too_far(juror: Juror, way: float) -> bool:
    return juror.reach is not None and bool(way > juror.reach)
