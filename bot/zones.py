"""Time zones as people name them: by a city they know, or by the name of the IANA tables."""

from __future__ import annotations

from zoneinfo import available_timezones

from bot.phrases import LANGUAGES, Phrases
from contest.headings import fold
from contest.mistakes import Say

CITIES = (
    "Europe/Warsaw",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Lisbon",
    "Europe/Kyiv",
    "Europe/Vilnius",
    "Europe/Helsinki",
    "Europe/Athens",
    "America/New_York",
    "America/Chicago",
    "America/Los_Angeles",
    "Australia/Sydney",
)
"""Zones that have a name in every language of ours."""

_OF_A_MACHINE = frozenset({"localtime", "Factory"})
"""Files among the tables that are no place."""


def place(zone: str, say: Say) -> str:
    """„Londyn”; of a zone that has no name of ours, the city in its own: „Buenos Aires”."""
    return say(_phrase(zone)) if zone in CITIES else zone.rpartition("/")[2].replace("_", " ")


def named(text: str, phrases: Phrases) -> str | None:
    """The zone that a text means: one of our cities in any language, or a whole IANA name. None: neither."""
    said = fold(text).strip(". ")
    cities = {fold(place(zone, phrases.plain(language))): zone for zone in CITIES for language in LANGUAGES}
    tables = {fold(zone): zone for zone in available_timezones() - _OF_A_MACHINE}
    return cities.get(said) or tables.get(said.replace(" ", "_"))


def _phrase(zone: str) -> str:
    return f"city-{zone.replace('/', '-').replace('_', '-').casefold()}"
