"""Scenarios: the cover stories of an edition, each with the question to ask and the answer key that only a checker sees."""

from __future__ import annotations

from pydantic import Field

from contest.shape import Ident, Line, Shape, Slug, Text, Version


class Scenario(Shape):
    """One cover story for one channel; without `kinds` it suits every kind of entrant."""

    id: Slug
    channel: Ident
    kinds: tuple[Ident, ...] = ()
    title: Line
    story: Text
    question: Text
    key: Text


class Scenarios(Shape):
    """All the scenarios of an edition, in the order of the file."""

    id: Slug
    version: Version
    items: tuple[Scenario, ...] = Field(alias="scenarios", min_length=1)

    @property
    def name(self) -> str:
        """The pinned version: `lider-zaufania@1`."""
        return f"{self.id}@{self.version}"

    def item(self, scenario: str) -> Scenario | None:
        return next((item for item in self.items if item.id == scenario), None)

    def suiting(self, channel: str, kind: str) -> tuple[Scenario, ...]:
        """Those that a juror may play on this channel at an entrant of this kind."""
        return tuple(
            item for item in self.items if item.channel == channel and (not item.kinds or kind in item.kinds)
        )
