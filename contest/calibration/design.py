"""Whether these contacts can say anything about jurors: who is connected with whom, who rests on one juror, is there enough.

Jurors are compared through entrants that several of them met. Every contact beyond those that a tree of meetings needs is one
independent comparison; with fewer comparisons than jurors a correction would be invented, so none is made.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from contest.calibration.contacts import Contacts
from contest.mistakes import Mistake, mistake

LEAST_JURORS = 3
LEAST_ENTRANTS = 4
MOST_JURORS = 1000
"""The equations are dense in jurors; contests have tens of them, and beyond this a table is not one of jurors."""


@dataclass(frozen=True, slots=True)
class Island:
    """Entrants and jurors who are connected by meetings, and with nobody else."""

    entrants: tuple[str, ...]
    jurors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Design:
    """The meetings as a graph."""

    islands: tuple[Island, ...]
    """The largest first. More than one: jurors of different islands cannot be compared, only assumed alike on average."""
    on_one_juror: tuple[str, ...]
    """Entrants all of whose contacts were made by one juror."""
    comparisons: int
    """Independent comparisons of jurors: contacts beyond those that a tree of meetings needs."""

    @property
    def warnings(self) -> tuple[Mistake, ...]:
        """What a person should know before believing the result."""
        found = []
        if len(self.islands) > 1:
            apart = sum(len(island.entrants) for island in self.islands[1:])
            found.append(mistake("jurors-apart", islands=len(self.islands), entrants=apart))
        if self.on_one_juror:
            found.append(mistake("on-one-juror", count=len(self.on_one_juror)))
        return tuple(found)


def design(contacts: Contacts) -> Design:
    """The graph of these contacts."""
    met: defaultdict[int, set[int]] = defaultdict(set)
    for entrant, juror in zip(contacts.entrant.tolist(), contacts.juror.tolist(), strict=True):
        met[entrant].add(juror)
    islands = _islands(contacts, met)
    alone = tuple(contacts.entrants[entrant] for entrant in sorted(met) if len(met[entrant]) == 1)
    tree = len(contacts.entrants) + len(contacts.jurors) - len(islands)
    return Design(islands, alone, len(contacts) - tree)


def too_little(contacts: Contacts, made: Design) -> Mistake | None:
    """Why severity cannot be corrected here, or None when it can."""
    if len(contacts.jurors) < LEAST_JURORS:
        return mistake("correction-few-jurors", count=len(contacts.jurors), least=LEAST_JURORS)
    if len(contacts.jurors) > MOST_JURORS:
        return mistake("correction-many-jurors", count=len(contacts.jurors), most=MOST_JURORS)
    if len(contacts.entrants) < LEAST_ENTRANTS:
        return mistake("correction-few-entrants", count=len(contacts.entrants), least=LEAST_ENTRANTS)
    if made.comparisons < len(contacts.jurors):
        return mistake("correction-few-links", count=made.comparisons, jurors=len(contacts.jurors))
    if float(contacts.score.max() - contacts.score.min()) < 1e-9:
        return mistake("correction-all-equal")
    return None


def _islands(contacts: Contacts, met: dict[int, set[int]]) -> tuple[Island, ...]:
    parent = list(range(len(contacts.jurors)))

    def root(juror: int) -> int:
        while parent[juror] != juror:
            parent[juror] = parent[parent[juror]]
            juror = parent[juror]
        return juror

    for jurors in met.values():
        first, *others = sorted(jurors)
        for other in others:
            parent[root(other)] = root(first)
    inside: defaultdict[int, list[str]] = defaultdict(list)
    for entrant, jurors in sorted(met.items()):
        inside[root(min(jurors))].append(contacts.entrants[entrant])
    panel: defaultdict[int, list[str]] = defaultdict(list)
    for juror, name in enumerate(contacts.jurors):
        panel[root(juror)].append(name)
    islands = [Island(tuple(inside[at]), tuple(panel[at])) for at in inside]
    return tuple(sorted(islands, key=lambda island: (-len(island.entrants), island.entrants)))
