"""Where a juror sets out from, as they wrote it: a town or a powiat, never an address.

"Legionowo"                           town; its powiat and voivodeship by an entrant there, else the juror's only region
"powiat legionowski, mazowieckie"     as it says
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from contest.headings import fold
from contest.planning.demand import Place

LONGEST = 60
_POWIAT = re.compile(r"(?:powiat|pow\.?)\s+", re.IGNORECASE)


def fit_home(text: str) -> str | None:
    """What may be kept as a juror's home: at most `LONGEST` characters and no digit, so that it is no address; None: not this."""
    said = " ".join(text.split())
    return said if said and len(said) <= LONGEST and not any(letter.isdigit() for letter in said) else None


def read_home(text: str, regions: Collection[str], known: Iterable[Place]) -> Place:
    """The place that a text means; what it leaves open stays empty, and then no distance is known.

    `regions`: the voivodeships where the juror works. `known`: places of entrants, by which a town finds its powiat.
    """
    parts = [part.strip() for part in text[:LONGEST].split(",") if part.strip()]
    if not parts:
        return Place()
    places = list(known)
    voivodeships = {fold(name): name for name in (*regions, *(place.voivodeship for place in places)) if name}
    home = Place()
    for part in parts:
        if fold(part) in voivodeships and (home.town or home.powiat or len(parts) == 1):
            home = replace(home, voivodeship=voivodeships[fold(part)])
        elif found := _POWIAT.match(part):
            home = replace(home, powiat=part[found.end() :])
        else:
            home = replace(home, town=part)
    if not home.voivodeship and len(set(regions)) == 1:
        home = replace(home, voivodeship=next(iter(regions)))
    return _completed(home, places)


def _completed(home: Place, places: Iterable[Place]) -> Place:
    """A town or a powiat that only one unit of the known places has says which unit that is."""
    fits = {
        (place.voivodeship, place.powiat)
        for place in places
        if (not home.town or fold(place.town) == fold(home.town))
        and (not home.powiat or fold(place.powiat) == fold(home.powiat))
        and (not home.voivodeship or fold(place.voivodeship) == fold(home.voivodeship))
        and (home.town or home.powiat)
    }
    if home.powiat and not home.town:
        fits = {(voivodeship, home.powiat) for voivodeship, _ in fits}
    if len(fits) != 1:
        return home
    voivodeship, powiat = fits.pop()
    return replace(home, voivodeship=home.voivodeship or voivodeship, powiat=home.powiat or powiat)
