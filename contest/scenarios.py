"""Scenarios: the cover stories of an edition, each with the question to ask and the answer key that only a checker sees."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from contest.fields import Ident, Line, Shape, Slug, Text, Version
from contest.mistakes import mistake
from contest.shape import Faults, doubled_ids, sound, unknown, whole
from contest.toml import Document, as_list, read, within


class Scenario(Shape):
    """One cover story for one channel; without `kinds` it suits every kind of entrant."""

    id: Slug
    channel: Ident
    kinds: tuple[Ident, ...] = ()
    title: Line
    story: Text
    question: Text
    key: Text
    words: tuple[Line, ...] = ()
    """What a full answer cannot do without, each as beginnings of words parted by `|`: „opłat|bezpłat|zł”."""


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


def parse_scenarios(
    source: str, *, file: str = "", channels: Iterable[str], kinds: Iterable[str] | None = None
) -> Scenarios:
    """Read the scenarios of an edition with these channels (and kinds of entrants, when given).

    Raises `Mistakes` with everything that is wrong, also a channel that has no scenario.
    """
    document = read(source, file=file, steps={"scenarios": "scenario"})
    return whole(
        Scenarios, document, _meaning(document, tuple(channels), None if kinds is None else tuple(kinds))
    )


def _meaning(document: Document, channels: tuple[str, ...], kinds: tuple[str, ...] | None) -> Faults:
    yield from doubled_ids(document, "scenarios")
    elements = as_list(document.table.get("scenarios"))
    told = {str(within(element, ("channel",))) for element in elements}
    for index, scenario in sound(Scenario, elements):
        if scenario.channel not in channels:
            yield ("scenarios", index, "channel"), unknown("unknown-channel", scenario.channel, channels)
        for kind in scenario.kinds:
            if kinds is not None and kind not in kinds:
                yield ("scenarios", index, "kinds"), unknown("unknown-kind", kind, kinds)
    for channel in channels:
        if elements and channel not in told:
            yield (), mistake("channel-without-scenario", channel=channel)
