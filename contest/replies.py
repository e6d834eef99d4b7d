"""A raw reply becomes an answer, or a complaint that says what would be understood.

`choose` reads a tap, `read` reads typed words: *tak*, *T*, *3,5*, *2:30*, a label, its beginning, or its number.
Both raise `Mistakes` with one complaint and nothing else, whatever they are given.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import assert_never

from contest.answers import NOT_APPLICABLE, Amount, Answer, Chosen, Several, Timed, Written
from contest.checklist import (
    NO,
    YES,
    Choice,
    Choices,
    Duration,
    Number,
    Option,
    Photo,
    Question,
    Scale,
    Text,
    YesNo,
)
from contest.entrants import fold
from contest.mistakes import Mistakes, mistake

_YES = frozenset({"tak", "t", "yes", "y"})
_NO = frozenset({"nie", "n", "no"})
_NOT_APPLICABLE = frozenset({"nd", "n/d", "nie dotyczy", "not applicable", "n/a", "na"})
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)")
_SPAN = re.compile(
    r"(?:(\d{1,2})\s*(?:h|g|godz\.?))?\s*(?:(\d{1,3})\s*(?:m|min\.?))?\s*(?:(\d{1,5})\s*(?:s|sek\.?))?"
)
_CONTROL = {code: None for code in range(32) if code not in (9, 10)} | {0: "␀", 127: None}


def choose(question: Question, choice: str) -> Answer:
    """The answer that a button gives. Raises `Mistakes` (`stale-button`) for a button that is not there."""
    if choice == NOT_APPLICABLE and question.na:
        return Chosen(choice)
    match question:
        case YesNo() | Choice() if choice in question.own_ids:
            return Chosen(choice)
        case Scale() if choice in question.own_ids:
            return Amount(Decimal(choice))
        case _:
            raise _complaint("stale-button")


def read(question: Question, text: str) -> Answer:
    """The answer that typed words give."""
    said = clean(text).strip()
    word = fold(said).strip(" .!")
    if question.na and word in _NOT_APPLICABLE:
        return Chosen(NOT_APPLICABLE)
    match question:
        case YesNo():
            return _yes_no(word)
        case Choice():
            return Chosen(_option(question.options, word).id)
        case Choices():
            return _several(question, said)
        case Scale():
            return _scale(question, word)
        case Number():
            return _number(question, said)
        case Text():
            return _text(question, said)
        case Photo():
            raise _complaint("photo-expected")
        case Duration():
            return _duration(question, word)
        case _:
            assert_never(question)


def clean(text: str) -> str:
    """Text without control characters and halves of characters; what cannot be shown is replaced, never kept."""
    return text.translate(_CONTROL).encode("utf-8", "replace").decode("utf-8")


def _yes_no(word: str) -> Answer:
    if word in _YES:
        return Chosen(YES)
    if word in _NO:
        return Chosen(NO)
    raise _complaint("say-yes-or-no")


def _option(options: tuple[Option, ...], word: str) -> Option:
    """By its number, its label, or a beginning that only one label has."""
    if word.isascii() and word.isdigit() and 1 <= int(word) <= len(options):
        return options[int(word) - 1]
    exact = [option for option in options if fold(option.label) == word]
    starts = [option for option in options if word and fold(option.label).startswith(word)]
    for found in (exact, starts):
        if len(found) == 1:
            return found[0]
    raise _complaint("say-an-option", most=len(options))


def _several(question: Choices, said: str) -> Answer:
    parts = [part for part in (fold(part).strip(" .") for part in re.split(r"[,;\n]", said)) if part]
    if not parts:
        raise _complaint("say-options", most=len(question.options))
    try:
        chosen = {_option(question.options, part).id for part in parts}
    except Mistakes:
        raise _complaint("say-options", most=len(question.options)) from None
    alone = {option.id for option in question.options if option.alone}
    if len(chosen) > 1 and chosen & alone:
        raise _complaint("option-alone")
    return Several(tuple(option.id for option in question.options if option.id in chosen))


def _scale(question: Scale, word: str) -> Answer:
    if word in question.own_ids:
        return Amount(Decimal(word))
    raise _complaint("say-a-step", least=question.least, most=question.most)


def _number(question: Number, said: str) -> Answer:
    plain = re.sub(r"[\s\u00a0]", "", said.removesuffix(question.unit) if question.unit else said).replace(
        ",", "."
    )
    bounds = {"least": _shown(question.min), "most": _shown(question.max)}
    if not re.fullmatch(r"[+-]?\d{1,12}(\.\d{1,6})?", plain, re.ASCII):
        raise _complaint("say-a-number", **bounds)
    try:
        value = Decimal(plain)
    except InvalidOperation:
        raise _complaint("say-a-number", **bounds) from None
    if question.whole and value != value.to_integral_value():
        raise _complaint("say-a-whole-number", **bounds)
    if not question.min <= value <= question.max:
        raise _complaint("out-of-range", **bounds)
    return Amount(value.to_integral_value() if question.whole else value)


def _text(question: Text, said: str) -> Answer:
    if len(said) < max(question.min_length, 1):
        raise _complaint("text-too-short", least=max(question.min_length, 1), found=len(said))
    if len(said) > question.max_length:
        raise _complaint("answer-too-long", most=question.max_length, found=len(said))
    return Written(said)


def _duration(question: Duration, word: str) -> Answer:
    """`2:30`, `1:02:30`, `90 s`, `2 min`, or a bare number in the question's unit."""
    seconds = _seconds(question, word)
    if seconds is None:
        raise _complaint("say-a-time")
    if seconds > question.max:
        raise _complaint("time-too-long", most=question.max // 60)
    return Timed(corrected=seconds)


def _seconds(question: Duration, word: str) -> int | None:
    if clock := _CLOCK.fullmatch(word):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours * 3600 + minutes * 60 + seconds
    if re.fullmatch(r"\d{1,5}", word, re.ASCII):
        return int(word) * (60 if question.unit == "min" else 1)
    if word and (span := _SPAN.fullmatch(word)) and any(span.groups()):
        hours, minutes, seconds = (int(part or 0) for part in span.groups())
        return hours * 3600 + minutes * 60 + seconds
    return None


def _shown(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")


def _complaint(code: str, /, **facts: str | int) -> Mistakes:
    return Mistakes([mistake(code, **facts)])
