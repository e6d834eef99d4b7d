"""How text is set in Polish: what may not be parted, where lines break, how large a line may be."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reports import fonts
from reports.fonts import Face

_HAIR = 1e-9
"""What a sum of widths may differ from the width of the sum."""
NBSP = "\N{NO-BREAK SPACE}"
_SHORTEST = 1 / 6
"""Of a column: what a last line of running text should at least fill."""
_NARROWER = (0.97, 0.94, 0.91, 0.88, 0.85)
"""Of a column: how narrow running text may be set for that."""

Measure = Callable[[str], float]
"""The width of a line of text in mm."""

_SHORT = re.compile(
    r"(?<![\w-])([aiouwzAIOUWZ]|nr|Nr|ul\.|al\.|pl\.|św\.|bł\.|im\.|gm\.|pow\.|woj\.|dr|prof\.|inż\.|mgr) +(?=\S)"
)
_SPACE = re.compile(r"[ \t\n]+")
_UNIT = re.compile(r"(?<=\d) +(?=(?:%|zł|km|min|s|r\.|p\.p\.|pkt)(?!\w))")
_DASH = re.compile(r" +(?=[–—](?: |$))")
_OPENING = re.compile(r'(?<![^\s(\[„])["\u201c\u201f](?=\S)')
_CLOSING = re.compile(r'["\u201c\u201f]')


@dataclass(frozen=True, slots=True)
class Fitted:
    """Text made to fit: its lines and the size in points at which they do."""

    lines: tuple[str, ...]
    size: float


def measured(face: Face, size: float) -> Measure:
    """How wide lines are in this face at this size."""
    return lambda text: fonts.width(text, face, size)


def tidy(text: str) -> str:
    """One clean line: no control characters, single spaces, „ ” for straight quotes, a dash between words."""
    plain = "".join(" " if unicodedata.category(each) in ("Cc", "Zl", "Zp") else each for each in text)
    return re.sub(r"(?<=\s)-(?=\s)", "–", _quoted(" ".join(plain.split())))


def bound(text: str) -> str:
    """One-letter words and common abbreviations held to the next word, units to their number, dashes to the word before."""
    return _DASH.sub(NBSP, _UNIT.sub(NBSP, _SHORT.sub(rf"\1{NBSP}", _SHORT.sub(rf"\1{NBSP}", text))))


def wrapped(text: str, measure: Measure, width: float) -> tuple[str, ...]:
    """The text in lines of at most this width, each as full as it can be."""
    held = bound(text)
    if measure(held) <= width:
        whole = " ".join(word for word in _SPACE.split(held) if word)
        return (whole,) if whole else ()
    words = _pieces(held, measure, width)
    return _filled(words, [measure(word) for word in words], measure(" "), width)


def running(text: str, measure: Measure, width: float) -> tuple[str, ...]:
    """The same, without a short word alone in the last line where a slightly narrower column brings it company."""
    full = wrapped(text, measure, width)
    for share in _NARROWER:
        narrow = wrapped(text, measure, width * share)
        if len(full) < 2 or measure(full[-1]) >= width * _SHORTEST or len(narrow) > len(full):
            return full
        if measure(narrow[-1]) >= width * _SHORTEST and " ".join(narrow) == " ".join(full):
            return narrow
    return full


@lru_cache(maxsize=4096)
def set_in(text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
    """Text from outside, tidied and wrapped; in a long table most of it comes again and again."""
    return wrapped(tidy(text), measured(face, size), width)


def balanced(text: str, measure: Measure, width: float) -> tuple[str, ...]:
    """The text in as few lines as fit, all about equally long: the narrowest measure that needs no more lines."""
    words = _pieces(bound(text), measure, width)
    widths, space = [measure(word) for word in words], measure(" ")
    full = _filled(words, widths, space, width)
    if len(full) < 2:
        return full
    narrow, wide = max(measure(bound(text)) / len(full), *widths), width
    best = full
    for _ in range(12):  # halves the doubt to a fraction of a millimetre
        middle = (narrow + wide) / 2
        attempt = _filled(words, widths, space, middle)
        if len(attempt) == len(full):
            best, wide = attempt, middle
        else:
            narrow = middle
    return best


def _filled(words: Sequence[str], widths: Sequence[float], space: float, limit: float) -> tuple[str, ...]:
    """The words in lines, each as full as it can be. No pair of letters is kerned, so widths add up."""
    lines: list[list[str]] = []
    reach = 0.0
    for word, wide in zip(words, widths, strict=True):
        if lines and reach + space + wide <= limit + _HAIR:
            lines[-1].append(word)
            reach += space + wide
        else:
            lines.append([word])
            reach = wide
    return tuple(" ".join(line) for line in lines)


@lru_cache(maxsize=512)
def fitted(text: str, face: Face, *, width: float, sizes: tuple[float, ...], most: int) -> Fitted:
    """The text balanced at the largest size that needs few enough lines and cuts no word.

    One line is preferred at any of the sizes; after that two, then three, the largest size first. What does not fit
    so is set at the smallest size, in as many lines as it takes.
    """
    for lines in range(1, most + 1):
        for size in sizes:
            full = wrapped(text, measured(face, size), width)
            if len(full) <= lines and " ".join(full) == bound(text):
                return Fitted(balanced(text, measured(face, size), width), size)
    return Fitted(wrapped(text, measured(face, sizes[-1]), width), sizes[-1])


def _pieces(text: str, measure: Measure, width: float) -> list[str]:
    """Words; one that is wider than a line is cut, at a hyphen or a slash when it has one."""
    pieces: list[str] = []
    for word in _SPACE.split(text.strip()):
        while measure(word) > width and len(word) > 1:
            end = max(bisect_right(range(1, len(word)), width, key=lambda size: measure(word[:size])), 1)
            seam = max(word.rfind(mark, 0, end) for mark in f"-/@._{NBSP}") + 1
            end = seam if seam > 1 else end
            pieces.append(word[:end].rstrip(NBSP))
            word = word[end:]  # noqa: PLW2901 -- what is left of the word
        pieces.append(word)
    return [piece for piece in pieces if piece]


def _quoted(text: str) -> str:
    """A straight quote opens at the start of a word and closes anywhere else."""
    return _CLOSING.sub("”", _OPENING.sub("„", text))
