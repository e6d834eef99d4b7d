"""Hands at a phone: somebody presses, writes and sends photos, and does again what nobody answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from bot.demo.habits import Habit
from bot.sandbox.people import Person, Press
from bot.sandbox.state import Seen


@dataclass
class Hands:
    """What one person does in a chat; what was answered, and how, is kept in `gave`."""

    person: Person
    habit: Habit
    dice: Random
    seed: int
    gave: list[tuple[str, str]] = field(default_factory=list)
    photos: list[bytes] = field(default_factory=list)
    impatience: list[str] = field(default_factory=list)
    _pressed: dict[str, tuple[Press, Seen, str]] = field(
        default_factory=dict
    )  # by query, until it is answered
    _settled: Seen | None = None  # what was answered last

    def _press_again(self) -> None:
        """What nobody answered so far is pressed once more."""
        lost = [kept for kept in self._pressed.values() if kept[0].answer is None]
        self._pressed.clear()
        for _, seen, label in lost:
            self.impatience.append(f"press lost: {label}")
            self._press(label, seen)

    def _said_before(self, seen: Seen) -> bool:
        """The same question once more, after it was answered and before anything else was said."""
        last = self._settled
        return (
            last is not None
            and seen.id != last.id
            and not seen.edited
            and (seen.text, seen.buttons) == (last.text, last.buttons)
        )

    def _tap(self, label: str, seen: Seen) -> None:
        self._press(label, seen)
        if self.dice.random() < self.habit.double_taps:
            self._press(label, seen)

    def _press(self, label: str, seen: Seen) -> None:
        try:
            press = self.person.tap(label, seen)
        except LookupError:
            return  # the button went away while it was read: what came instead is read next
        self._settled = seen
        self._pressed[press.query.id] = (press, seen, label)
        self.gave.append((seen.text, label))

    async def _say(self, text: str, seen: Seen, *, reply: bool = False) -> None:
        self._settled = seen
        self.gave.append((seen.text, text))
        await self.person.write(text, reply_to=seen if reply or self._overtaken(seen) else None)

    def _overtaken(self, seen: Seen) -> bool:
        """Something newer stands below it: whoever writes about it now replies to it."""
        below = (happening.seen for happening in self.person.history if happening.what == "said")
        return any(other is not None and not other.mine and other.id > seen.id for other in below)

    async def _show(self, picture: bytes, seen: Seen) -> None:
        self._settled = seen
        self.photos.append(picture)
        await self.person.send_photo(picture)


def labels(seen: Seen) -> list[str]:
    """Everything that can be pressed under a message."""
    return [label for row in seen.buttons for label in row]
