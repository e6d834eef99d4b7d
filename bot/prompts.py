"""The words of a question on the table: what there is to read, the question, and how to answer where the buttons do not say it."""

from __future__ import annotations

from bot.keyboard import too_long
from bot.moments import dated, day, moment, until
from contest.answers import Answer, Replied
from contest.clock import to_local
from contest.mistakes import Say
from contest.questions import (
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
from contest.replies import hour
from contest.talk import Ask
from contest.workdays import WorkCalendar, counts_from


def worded(question: Question, say: Say) -> list[str]:
    """The question; paragraphs before its last one are there to be read once, and folded."""
    *before, asked = question.text.strip().split("\n\n")
    told = [say("prompt-hint", hint="\n\n".join(before))] if before else []
    words = "prompt-read" if isinstance(question, Acknowledge) else "prompt-question"
    return [*told, say(words, text=asked)]


def explanation(effect: Ask, say: Say) -> list[str]:  # noqa: C901 -- one case a kind
    """How to answer, where the buttons do not say it."""
    match effect.question:
        case Scale(least=least, most=most, low=low, high=high):
            return [say("prompt-scale", least=least, low=low, most=most, high=high)]
        case Number(min=least, max=most, unit=unit):
            bounds = {"least": _plain(least), "most": _plain(most)}
            return [
                say("prompt-number-unit", unit=unit, **bounds) if unit else say("prompt-number", **bounds)
            ]
        case Text(max_length=most):
            return [say("prompt-text", most=most)]
        case Photo(most=1):
            return [say("prompt-photo")]
        case Photo(most=most):
            return [say("prompt-photos", most=most)]
        case Choices(options=options):
            return ["", say("prompt-choices"), *_numbered(options, say)]
        case Choice(options=options):
            return _numbered(options, say)
        case Duration():
            return [say("prompt-watch"), *_stamps(effect, say)]
        case Reply() as question:
            return [_how_to_wait(question, effect.answer, say)]
        case Date() as question:
            return [say("prompt-date"), *_days_between(question, say)]
        case Time(min=opens, max=closes, now=now):
            bounded = (opens, closes) != (Time.model_fields["min"].default, Time.model_fields["max"].default)
            between = say("prompt-time-between", least=hour(opens), most=hour(closes))
            return [say("prompt-time-now" if now else "prompt-time"), *([between] if bounded else [])]
        case YesNo() | Acknowledge():
            return []


def to_read(effect: Ask, say: Say) -> list[str]:
    """What the section gives to read: whole above its first question, folded above the others."""
    text = effect.section.intro
    if not text:
        return [""]
    return [say("prompt-section" if effect.number_in_section == 1 else "prompt-section-folded", text=text)]


def waiting(effect: Ask, say: Say, calendar: WorkCalendar) -> list[str]:
    """Since when and until when a reply is waited for."""
    assert isinstance(effect.answer, Replied)
    assert isinstance(effect.question, Reply)
    sent, from_ = effect.answer.sent, counts_from(effect.answer.sent, calendar)
    end = until(effect.answer.until, calendar, say)
    lines = [say("reply-sent", sent=moment(sent, calendar, say))]
    if effect.question.unit == "working_days" and from_ != to_local(sent, calendar.zone).date():
        lines.append(say("reply-counts-from", day=day(from_, say)))
    return [*lines, say("reply-until", until=end), say("reply-how-came")]


def _numbered(options: tuple[Option, ...], say: Say) -> list[str]:
    """Labels too long for a button stand in the text, and the buttons carry their numbers."""
    texts = [option.label for option in options]
    if not too_long(texts):
        return []
    return [
        "",
        *(say("prompt-option", number=number, label=label) for number, label in enumerate(texts, start=1)),
    ]


def _days_between(question: Date, say: Say) -> list[str]:
    first, last = question.min, question.max
    if first and last:
        return [say("prompt-date-between", first=dated(first, say), last=dated(last, say))]
    if first or last:
        known = first or last
        assert known is not None
        return [say("prompt-date-from" if first else "prompt-date-until", day=dated(known, say))]
    return []


def _how_to_wait(question: Reply, answer: Answer | None, say: Say) -> str:
    if isinstance(answer, Replied):
        return say("reply-how-corrected")
    if question.unit == "working_days":
        return say("reply-how-days", sent=question.sent)
    opens, closes = question.hours
    return say("reply-how-hours", sent=question.sent, opens=opens, closes=closes)


def _stamps(effect: Ask, say: Say) -> list[str]:
    return [say("prompt-stamp", mark=_mark(effect, mark)) for mark, _ in effect.marks]


def _mark(effect: Ask, mark: str) -> str:
    assert isinstance(effect.question, Duration)
    return next(item.label for item in effect.question.marks if item.id == mark)


def _plain(value: object) -> str:
    return str(value).replace(".", ",")
