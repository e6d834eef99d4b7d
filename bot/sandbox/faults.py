"""Trouble on order: the next call of a method goes wrong in a chosen way, or calls go wrong at random by a seed.

telegram.faults.add("sendMessage", "429", chat=7, seconds=30)
telegram.faults.add("*", "reset", times=None)          # until .clear()
telegram.faults.noise(seed=1, rate=0.1, kinds=("500", "reset-after"))
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What goes wrong. `-after`: the effect happened, only the answer is lost."""

    BAD_REQUEST = "400"
    UNAUTHORIZED = "401"
    FORBIDDEN = "403"
    CONFLICT = "409"
    TOO_MANY = "429"
    SERVER_ERROR = "500"
    BAD_GATEWAY = "502"
    TRUNCATED = "truncated"  # done, and the JSON of the answer is cut in half
    RESET = "reset"
    RESET_AFTER = "reset-after"
    HANG = "hang"
    HANG_AFTER = "hang-after"
    DELAY = "delay"
    DUPLICATE = "duplicate"  # getUpdates: what it delivers is delivered once more by the next poll


_SECONDS = {Kind.TOO_MANY: 1.0, Kind.HANG: 60.0, Kind.HANG_AFTER: 60.0, Kind.DELAY: 1.0}


@dataclass(slots=True, eq=False)
class Fault:
    """One order. `left` counts the calls that it still spoils (None: no end), `after` those that it lets pass first."""

    method: str
    kind: Kind
    left: int | None
    chat: int | None
    text: str | None
    after: int
    seconds: float

    def fits(self, method: str, chat: object, text: str) -> bool:
        return (
            self.method.lower() in {"*", method.lower()}
            and self.chat in {None, chat}
            and (self.text is None or self.text in text)
        )


@dataclass(frozen=True, slots=True)
class _Noise:
    dice: random.Random
    rate: float
    kinds: tuple[Kind, ...]
    method: str


class Faults:
    """The orders that stand, oldest first, and the noise."""

    def __init__(self) -> None:
        self._orders: list[Fault] = []
        self._noise: _Noise | None = None

    def add(
        self,
        method: str,
        kind: Kind | str | int,
        *,
        times: int | None = 1,
        chat: int | None = None,
        text: str | None = None,
        after: int | None = None,
        seconds: float | None = None,
    ) -> Fault:
        """Spoil the next `times` calls of a method (`*`: any), only in one chat or with `text` in them if given.

        `after` lets that many fitting calls pass first; `seconds` is the retry_after, the delay or how long it hangs.
        """
        chosen = Kind(str(kind))
        fault = Fault(
            method,
            chosen,
            times,
            chat,
            text,
            after or 0,
            _SECONDS.get(chosen, 0.0) if seconds is None else seconds,
        )
        self._orders.append(fault)
        return fault

    def noise(self, seed: int, rate: float, *, kinds: Sequence[Kind | str | int], method: str = "*") -> None:
        """From now on spoil each call with the probability `rate` (0..1), the kind drawn by the seed."""
        # The dice are for rehearsals that must be repeatable, not for secrets.
        dice = random.Random(seed)  # noqa: S311 -- repeatable on purpose
        self._noise = _Noise(dice, rate, tuple(Kind(str(kind)) for kind in kinds), method.lower())

    def remove(self, fault: Fault) -> None:
        if fault in self._orders:
            self._orders.remove(fault)

    def clear(self) -> None:
        """No trouble any more."""
        self._orders.clear()
        self._noise = None

    def take(self, method: str, chat: object, text: str) -> Fault | None:
        """The trouble for this call, if any; an order that is used up is forgotten."""
        for fault in self._orders:
            if fault.fits(method, chat, text):
                if fault.after:
                    fault.after -= 1
                    continue
                return self._use(fault)
        return self._roll(method) if self._noise else None

    def _use(self, fault: Fault) -> Fault:
        if fault.left is not None:
            fault.left -= 1
            if fault.left <= 0:
                self._orders.remove(fault)
        return fault

    def _roll(self, method: str) -> Fault | None:
        noise = self._noise
        if noise is None or noise.method not in {"*", method.lower()} or noise.dice.random() >= noise.rate:
            return None
        kind = noise.dice.choice(noise.kinds)
        return Fault(method, kind, 1, None, None, 0, _SECONDS.get(kind, 0.0))
