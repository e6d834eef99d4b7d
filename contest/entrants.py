"""Institutions that take part, and how a table of them is read: whole rows in, every fault named by its line."""

from __future__ import annotations

from dataclasses import dataclass

from contest.mistakes import Mistake


@dataclass(frozen=True, slots=True)
class Entrant:
    """An institution of the contest; `id` 0 until it is stored. Texts may be empty, except `name` and `kind`."""

    id: int
    name: str
    kind: str
    """Id of a kind of the edition."""
    voivodeship: str = ""
    powiat: str = ""
    town: str = ""
    teryt: str = ""
    population: int | None = None
    address: str = ""
    phone: str = ""
    email: str = ""
    www: str = ""
    social: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Import:
    """What a table would bring: entrants to add, complaints that forbid it, warnings that do not."""

    new: tuple[Entrant, ...]
    complaints: tuple[Mistake, ...] = ()
    warnings: tuple[Mistake, ...] = ()
