"""The regions that jurors choose from, as the registration calls them."""

from __future__ import annotations

from bot.house import House, Turn
from contest.questions import Choices


def region_name(turn: Turn, region: str) -> str:
    """What the registration calls a region."""
    return next((label for option, label in regions(turn.house) if option == region), region)


def regions(house: House) -> list[tuple[str, str]]:
    """The regions that jurors choose from: id and name."""
    asked = next((q for q in house.rules.registration.questions() if q.id == "regiony"), None)
    return [(option.id, option.label) for option in asked.options] if isinstance(asked, Choices) else []
