"""What of a free text could tell who somebody is: e-mail addresses, telephone numbers, long numbers, names of people.

Found by rule, judged by a person: a checker hides what was found with one tap, and anything else by quoting it. Rules for
names, in Polish texts: capitalised words after a title („pani Anna Nowak”, „inspektor Kowalska”), a first name that is on
the list of common ones with the capitalised word after it, and initials („J. Kowalski”).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["email", "phone", "number", "name"]
Span = tuple[int, int]
"""From and to, in characters of the text."""
HIDDEN = "[…]"

_UPPER, _LOWER = "A-ZĄĆĘŁŃÓŚŹŻ", "a-ząćęłńóśźż"
_WORD = rf"[{_UPPER}][{_LOWER}]+(?:-[{_UPPER}][{_LOWER}]+)?"
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w/])(?:\+?48[ -]?)?(?:\(?\d{2}\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}|\d{3}[ -]?\d{3}[ -]?\d{3})(?![\w/])"
)
_NUMBER = re.compile(r"(?<![\w/])\d{10,}(?![\w/])")
_TITLES = (
    r"pan(?:i|ią|ia|a|u|em|ie|ów|owie|owi)?|państwo|p\.|dr|mgr|inż\.?|prof\.?|inspektor(?:a|em|ka|ki|ką)?|"
    r"referent(?:a|em|ka|ki|ką)?|kierownik(?:a|iem|u)?|kierowniczk(?:a|i|ą)|dyrektor(?:a|em|ka|ki|ką)?|"
    r"sekretarz(?:a|em)?|naczelnik(?:a|iem)?|wójt(?:a|em)?|burmistrz(?:a|em)?|starost(?:a|y|ą)|urzędnicz?k(?:a|i|ą)|urzędnik(?:a|iem)?"
)
_TITLED = re.compile(rf"\b(?i:{_TITLES})\s+((?:(?:{_WORD}|[{_UPPER}]\.)\s*)+)")
_INITIAL = re.compile(rf"\b[{_UPPER}]\.\s?{_WORD}")
_FIRST = (
    "Adam Adrian Agata Agnieszka Alicja Aleksandra Aleksander Andrzej Aneta Anna Antoni Artur Barbara Bartosz Beata Bogdan Bogusława "
    "Bożena Celina Cezary Czesław Dagmara Damian Daniel Danuta Dariusz Dawid Dominik Dominika Dorota Edward Edyta Elżbieta Emilia Ewa "
    "Ewelina Filip Franciszek Gabriela Grażyna Grzegorz Halina Hanna Helena Henryk Hubert Ilona Irena Iwona Izabela Jacek Jadwiga Jakub "
    "Jan Janina Janusz Jarosław Jerzy Joanna Jolanta Józef Julia Justyna Kamil Kamila Karol Karolina Katarzyna Kazimierz Kinga Klaudia "
    "Krystyna Krzysztof Leszek Lidia Lucyna Łukasz Maciej Magdalena Maja Małgorzata Marcin Marek Maria Mariola Mariusz Marta Marzena "
    "Mateusz Michał Mieczysław Milena Mirosław Mirosława Monika Natalia Nina Oliwia Patrycja Patryk Paulina Paweł Piotr Przemysław "
    "Radosław Rafał Regina Renata Robert Roman Ryszard Sebastian Sławomir Stanisław Stefania Sylwia Szymon Tadeusz Teresa Tomasz Urszula "
    "Wanda Weronika Wiesław Wiesława Wiktor Wioletta Witold Władysław Włodzimierz Wojciech Zbigniew Zdzisław Zenon Zofia Zuzanna"
)
_ENDINGS = r"(?:a|y|i|ie|ę|ą|o|u|owi|em|iem|e)?"
_NAMED = re.compile(
    r"\b(?:" + "|".join(re.escape(name.removesuffix("a")) for name in _FIRST.split()) + rf"){_ENDINGS}"
    rf"(?:\s+{_WORD})?(?![{_LOWER}])"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A piece of a text that should perhaps not be shown."""

    kind: Kind
    start: int
    end: int


def hits(text: str) -> tuple[Hit, ...]:
    """What was found, from the beginning to the end, no two overlapping; of two the one that starts first, then the longer."""
    found = sorted(_every(text), key=lambda hit: (hit.start, -hit.end))
    kept: list[Hit] = []
    for hit in found:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return tuple(kept)


def quoted(text: str, piece: str) -> tuple[Span, ...]:
    """Everywhere that a piece stands in a text, whatever the case of its letters; nowhere, when it does not."""
    wanted = piece.strip()
    if not wanted:
        return ()
    return tuple(found.span() for found in re.finditer(re.escape(wanted), text, re.IGNORECASE))


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """In order, with those that touch or overlap as one."""
    made: list[Span] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)


def redacted(text: str, spans: Sequence[Span]) -> str:
    """The text with `HIDDEN` in place of each span."""
    pieces, at = [], 0
    for start, end in joined(spans):
        pieces += [text[at:start], HIDDEN]
        at = end
    return "".join([*pieces, text[at:]])


def _every(text: str) -> Iterator[Hit]:
    plain: tuple[tuple[Kind, re.Pattern[str]], ...] = (
        ("email", _EMAIL),
        ("phone", _PHONE),
        ("number", _NUMBER),
    )
    for kind, rule in plain:
        for found in rule.finditer(text):
            yield Hit(kind, *found.span())
    for found in _TITLED.finditer(text):
        start, end = found.span(1)
        yield Hit("name", start, start + len(text[start:end].rstrip()))
    for rule in (_INITIAL, _NAMED):
        for found in rule.finditer(text):
            yield Hit("name", *found.span())
