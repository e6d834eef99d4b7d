"""A small edition, its entrants and contacts, for the tests of what is counted from them."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from contest.edition import EditionSettings
from contest.edition_file import parse_edition
from contest.entrants import Entrant
from contest.ranking import Contact

EDITION = """
format = 1
id = "lider"
version = 1
name = "Lider Zaufania Mieszkańców"
year = 2026
least_in_group = 2

[organiser]
name = "Centrum"
place = "Kraków"

[[kinds]]
id = "gmina"
name = "gmina"

[[kinds]]
id = "muzeum"
name = "muzeum"

[[groups]]
id = "male"
name = "Małe gminy"
kinds = ["gmina"]
max_population = 50000

[[groups]]
id = "muzea"
name = "Muzea"
kinds = ["muzeum"]

[[channels]]
id = "wizyta"
name = "Wizyta"
weight = 30
checklist = "wizyta.toml"
needs = "voivodeship"

[[channels]]
id = "telefon"
name = "Telefon"
weight = 20
contacts = 2
checklist = "telefon.toml"
needs = "phone"

[[channels]]
id = "mail"
name = "E-mail"
weight = 50
checklist = "mail.toml"

[minimums]
contacts = 2
channels = 2
jurors = 2

[awards]
licence_threshold = 75

[dates]
collecting_from = 2026-10-01T08:00:00
collecting_until = 2026-11-20T20:00:00
checking_until = 2026-11-27T20:00:00
results_at = 2026-12-01T12:00:00
"""


@cache
def settings(*, edition: str = EDITION) -> EditionSettings:
    return parse_edition(edition)


def commune(number: int, name: str = "", *, population: int | None = 10_000) -> Entrant:
    return Entrant(number, name or f"Gmina {number}", "gmina", population=population)


def museum(number: int) -> Entrant:
    return Entrant(number, f"Muzeum {number}", "muzeum")


def contact(
    assignment: int, entrant: int, channel: str, juror: str, percent: Fraction | int | str
) -> Contact:
    return Contact(
        assignment,
        entrant,
        channel,
        juror,
        Fraction(percent),
        {"calosc": (Fraction(percent) / 100, Fraction(1))},
    )


def pair(entrant: int, percent: Fraction | int | str) -> tuple[Contact, Contact]:
    """Two contacts, enough to be classified, that give this total."""
    return (
        contact(entrant * 10, entrant, "telefon", "A", percent),
        contact(entrant * 10 + 1, entrant, "mail", "B", percent),
    )
