"""What a juror typed or tapped, as an answer to one question: the typed words mean the same as the buttons.

Case, Polish letters and a full stop at the end do not matter. Whatever is not understood is refused with one `Mistake`
that says what would be.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import assert_never

from contest.answers import NOT_APPLICABLE, Amount, Answer, Chosen, Clocked, Dated, Several, Timed, Written
from contest.clock import to_local
from contest.headings import fold
from contest.lengths import seconds
from contest.mistakes import Fact, Mistakes, mistake
from contest.moments import clock, days, says_now
from contest.questions import (
    NO,
    SEEN,
    YES,
    YESTERDAY,
    Acknowledge,
    Choice,
    Choices,
    Date,
    Duration,
    Number,
    Option,
    Photo,
    Question,
    Reply,
    Scale,
    Text,
    Time,
    YesNo,
)
from contest.stopwatch import parted
from contest.workdays import WorkCalendar

_YES = frozenset({"tak", "t", "yes", "y"})
_NO = frozenset({"nie", "n", "no"})
_NA = frozenset({"nd", "n/d", "n.d", "nie dotyczy", "na", "n/a", "not applicable"})
_SEEN = frozenset(
    {
        "rozumiem",
        "zrozumiano",
        "ok",
        "okej",
        "przeczytane",
        "przeczytalem",
        "przeczytalam",
        "i understand",
        "understood",
    }
)
_NONE = frozenset({"zadne", "zadna", "zaden", "nic", "brak", "none", "nothing", "-"})
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,6})?")
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LONGEST_SHORT = 200
"""Characters that are looked at where a word or a number is expected."""


def read(question: Question, text: str, *, at: datetime, calendar: WorkCalendar) -> Answer:  # noqa: C901 -- one case a kind
    """The answer that a typed text gives at this moment (UTC), by the clock of the calendar's zone.

    Raises `Mistakes` with one complaint.
    """
    written = clean(text)
    if not written:
        raise _complaint("reply-empty")
    if isinstance(question, Text):
        return _prose(question, written)
    said = word(written)
    if question.na and said in _NA:
        return Chosen(NOT_APPLICABLE)
    match question:
        case YesNo():
            return Chosen(_yes_or_complaint(said))
        case Choice(options=options):
            return Chosen(_option(options, said))
        case Choices():
            return Several(_options(question, written[: 10 * _LONGEST_SHORT]))
        case Scale():
            return _step(question, said)
        case Number():
            return _amount(question, said)
        case Duration():
            return _duration(question, written)
        case Date():
            return _dated(question, days(written, today := _today(at, calendar)), today)
        case Time():
            return _now(at, calendar) if question.now and says_now(written) else _clocked(question, written)
        case Acknowledge():
            return _seen_or_complaint(question, said)
        case Photo():
            raise _complaint("reply-photo")
        case Reply():
            raise _complaint("moment-not-read", value=written[:60])
        case _:
            assert_never(question)


def choose(question: Question, option_id: str, *, at: datetime, calendar: WorkCalendar) -> Answer:
    """The answer that a tapped option gives at this moment. Raises `Mistakes` when the question has no such option."""
    match question, option_id:
        case Date(), "today" | "yesterday":
            today = _today(at, calendar)
            return _dated(question, (today - timedelta(days=option_id == YESTERDAY),), today)
        case Time(now=True), "now":
            return _now(at, calendar)
    if option_id not in question.answer_ids:
        raise _complaint("no-such-answer")
    if option_id == NOT_APPLICABLE:
        return Chosen(NOT_APPLICABLE)
    match question:
        case Scale():
            return Amount(Decimal(option_id))
        case Choices():
            return Several((option_id,))
        case Reply():
            raise _complaint("no-such-answer")
        case _:
            return Chosen(option_id)


def clean(text: str) -> str:
    """The text without what no person typed on purpose: control characters, lone surrogates, turned directions."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(_seen(letter) for letter in lines).strip()


def word(text: str) -> str:
    """A short reply without what does not matter: case, Polish letters, the full stop."""
    return fold(text[:_LONGEST_SHORT]).rstrip(".! ")


def says_na(text: str) -> bool:
    return word(clean(text)) in _NA


def _seen(letter: str) -> str:
    if letter == "\n" or (unicodedata.category(letter) not in {"Cc", "Cs"} and letter not in _DIRECTION):
        return letter
    return " "


def _complaint(code: str, /, **facts: Fact) -> Mistakes:
    return Mistakes([mistake(code, **facts)])


def _prose(question: Text, written: str) -> Answer:
    if question.na and fold(written[:_LONGEST_SHORT]).rstrip(".") in _NA:
        return Chosen(NOT_APPLICABLE)
    length = len(written)
    if length < question.min_length:
        raise _complaint("reply-too-short", least=question.min_length, length=length)
    if length > question.max_length:
        raise _complaint("reply-too-long", most=question.max_length, length=length)
    return Written(written)


def _yes_or_complaint(said: str) -> str:
    if said in _YES:
        return YES
    if said in _NO:
        return NO
    raise _complaint("reply-yes-no")


def _option(options: Sequence[Option], said: str) -> str:
    """By its label, its number, or the beginning of one label only."""
    exact = [option.id for option in options if _label(option) == said]
    if exact:
        return exact[0]
    if re.fullmatch(r"[0-9]{1,2}", said) and 1 <= int(said) <= len(options):
        return options[int(said) - 1].id
    begun = [option for option in options if said and _label(option).startswith(said)]
    if len(begun) == 1:
        return begun[0].id
    if begun:
        raise _complaint("reply-which-option", options=_labels(begun))
    raise _complaint("reply-option", count=len(options), options=_labels(options))


def _label(option: Option) -> str:
    return fold(option.label).rstrip(".! ")


def _labels(options: Sequence[Option]) -> str:
    return "; ".join(f"„{option.label}”" for option in options)


def _options(question: Choices, written: str) -> tuple[str, ...]:
    """Labels or numbers, with commas, semicolons or lines between them."""
    alone = [option.id for option in question.options if option.alone]
    said = fold(written).rstrip(".! ")
    if said in _NONE:
        return tuple(alone[:1])
    chosen = set(_named(question.options, said, written))
    if len(chosen) > 1 and not chosen.isdisjoint(alone):
        raise _complaint(
            "reply-alone", option=question.option(next(one for one in alone if one in chosen)).label
        )
    return tuple(option for option in question.own_ids if option in chosen)


def _named(options: Sequence[Option], said: str, written: str) -> Iterator[str]:
    whole = [option.id for option in options if _label(option) == said]
    if whole:
        yield whole[0]
        return
    between = r"[\s,;i]+" if re.fullmatch(r"[0-9\s,;i]+", said) else r"[,;\n]+"
    for part in re.split(between, written):
        if part.strip():
            yield _option(options, fold(part).rstrip(".! "))


def _seen_or_complaint(question: Acknowledge, said: str) -> Chosen:
    if said in _SEEN | _YES or (question.label and said == word(question.label)):
        return Chosen(SEEN)
    raise _complaint("reply-acknowledge", label=question.label or "none")


def _today(at: datetime, calendar: WorkCalendar) -> date:
    return to_local(at, calendar.zone).date()


def _dated(question: Date, meant: Sequence[date], today: date) -> Dated:
    """The nearest day that the question allows; when there is none, the nearest is complained about."""
    if not meant:
        raise _complaint("reply-date")
    by_distance = sorted(meant, key=lambda day: abs(day - today))
    allowed = [day for day in by_distance if question.allows(day, today=today)]
    if allowed:
        return Dated(allowed[0])
    nearest = by_distance[0]
    if nearest > today and not question.future:
        raise _complaint("date-in-future", day=_day(nearest))
    first, last = question.min, question.max if question.future else min(question.max or today, today)
    raise _complaint(
        "date-out-of-range",
        day=_day(nearest),
        first=_day(first) if first else "none",
        last=_day(last) if last else "none",
    )


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _now(at: datetime, calendar: WorkCalendar) -> Clocked:
    """As the server stamps it, whatever the bounds: they are there to catch slips of typing."""
    return Clocked(to_local(at, calendar.zone).time().replace(second=0, microsecond=0), at)


def _clocked(question: Time, written: str) -> Clocked:
    meant = clock(written)
    if meant is None:
        raise _complaint("reply-time")
    if not question.min <= meant <= question.max:
        raise _complaint("time-out-of-range", least=hour(question.min), most=hour(question.max))
    return Clocked(meant)


def _step(question: Scale, said: str) -> Amount:
    step = said.removesuffix(f"/{question.most}").strip()
    if step in question.own_ids:
        return Amount(Decimal(step))
    raise _complaint("reply-step", least=question.least, most=question.most)


def _amount(question: Number, said: str) -> Amount:
    bare = said.removesuffix(fold(question.unit)).replace(" ", "")
    if not _NUMBER.fullmatch(bare):
        raise _complaint("reply-number", least=shown(question.min), most=shown(question.max))
    value = _plain(Decimal(bare.replace(",", ".")))
    if question.whole and value != value.to_integral_value():
        raise _complaint("reply-whole-number")
    if not question.min <= value <= question.max:
        raise _complaint("reply-out-of-range", least=shown(question.min), most=shown(question.max))
    return Amount(value)


def _plain(value: Decimal) -> Decimal:
    """3 for 3.00: the same number, the same text."""
    return Decimal(format(value.normalize(), "f")) + 0


def hour(clock: time) -> str:
    """A time of day as people write it: 7:05."""
    return f"{clock.hour}:{clock:%M}"


def shown(value: Decimal) -> str:
    """A number as Polish writes it."""
    return format(value, "f").replace(".", ",")


def _duration(question: Duration, written: str) -> Timed:
    """„45 s”, or with its reason at once: „45 s, zapomniałam nacisnąć”."""
    try:
        return Timed(corrected=_seconds(question, word(written)))
    except Mistakes:
        for span, reason in parted(written):
            if _spoken(question, word(span)) is not None:
                return Timed(corrected=_seconds(question, word(span)), reason=reason)
        raise


def _spoken(question: Duration, said: str) -> Decimal | None:
    return seconds(said, minutes=question.unit == "min")


def _seconds(question: Duration, said: str) -> int:
    spoken = _spoken(question, said)
    if spoken is None:
        raise _complaint("reply-duration")
    if spoken > question.max:
        raise _complaint("duration-too-long", minutes=question.max // 60)
    return int(spoken + Decimal("0.5"))
