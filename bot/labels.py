"""How wide a label is on a phone, and how many buttons fit side by side without „…” at the end of any.

The narrowest phone that we care for is 360 points wide. Telegram for Android writes buttons in Roboto Medium of 15 points
(its `botButtonPaint`), a keyboard there is as wide as the widest message, 80 points less than the screen, buttons are 5
points apart and a label keeps about 15 points free of its edges. Widths of letters are Roboto Medium's, rounded up, in
groups; Polish letters are as wide as their Latin ones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from bot.messages import Button, Rows, grid

MOST = 3
"""Buttons in a row: with more, a thumb misses."""
_KEYBOARD, _GAP, _EDGES, _TYPE = 280.0, 5.0, 15.0, 15.0
"""Points."""
_EMS = {
    **dict.fromkeys("ijlI.,:;|'!’", 0.27),
    **dict.fromkeys(" frt()-/„”", 0.37),
    **dict.fromkeys("mwMW☐☑✔–—…", 0.89),
    **dict.fromkeys("ABCDGHKNOQRUVXYZ", 0.69),
}
_OTHER = 0.57
"""Small letters, digits, the rest of the capitals."""
_PLAIN = str.maketrans("łŁ", "lL")


def ems(label: str) -> float:
    """The width of a label, in ems."""
    letters = unicodedata.normalize("NFD", label.translate(_PLAIN))
    return sum(_EMS.get(letter, _OTHER) for letter in letters if not unicodedata.combining(letter))


def fits(label: str, side_by_side: int) -> bool:
    """Whether a label shows whole on one of so many buttons of a row."""
    button = (_KEYBOARD - _GAP * (side_by_side - 1)) / side_by_side
    return ems(label) * _TYPE <= button - _EDGES


def whole(label: str) -> str:
    """A label for a row of its own, with an ellipsis in place of what such a button has no room for."""
    if fits(label, 1):
        return label
    length = next(n for n in range(len(label) - 1, 0, -1) if fits(label[:n].rstrip() + "…", 1))
    return label[:length].rstrip() + "…"


def rows(buttons: Sequence[Button], most: int = MOST) -> Rows:
    """As few rows as labels allow, at most `most` buttons in each; one too long even for a row of its own gets one."""
    wide = next((n for n in range(most, 1, -1) if all(fits(button.label, n) for button in buttons)), 1)
    return grid(list(buttons), wide)
