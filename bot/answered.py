"""An answer as a person would say it, and a question as it stays in the chat with its answer.

Pure, as everything that makes messages of an interview is.
"""

from __future__ import annotations

from bot.messages import shorten
from bot.moments import dated
from contest.answers import Amount, Answer, Chosen, Clocked, Dated, Photos, Replied, Several, Timed, Written
from contest.checklist import Model
from contest.mistakes import Say
from contest.questions import Acknowledge, Choice, Choices, Duration, Number, Question, Reply, Scale, YesNo
from contest.replies import hour
from contest.stopwatch import REASONS
from contest.training import agreement, model_answer


def gist(text: str) -> str:
    """The last paragraph of a question: what stands before it is there to be read once."""
    return " ".join(text.strip().split("\n\n")[-1].split())


def ticked(question: Question, answer: Answer | None, say: Say, *, model: Model | None = None) -> str:
    """The question as it stays in the chat once its answer is saved; in a training with its model below."""
    given = say("answer-skipped") if answer is None else answer_text(question, answer, say)
    text = say("prompt-ticked", text=gist(question.text), answer=given)
    return text if model is None else f"{text}\n{modelled(question, model, say, given=answer)}"


def modelled(question: Question, model: Model, say: Say, *, given: Answer | None = None) -> str:
    """What the experts would have answered, and why; of an answer like theirs only that it is."""
    right = model_answer(question, model)
    if right is None:
        return say("model-why", why=model.why)
    if given is not None and agreement(question, given, right) == 1:
        return say("model-same", why=model.why)
    return say("model-answer", answer=answer_text(question, right, say), why=model.why)


def corrected(question: Question, answer: Answer | None, say: Say) -> str:
    """An answer that was changed from afar, said where the person is reading now."""
    return say(
        "prompt-corrected",
        question=shorten(gist(question.text), 90),
        answer=shorten(answer_text(question, answer, say), 160),
    )


def answer_text(question: Question, answer: Answer | None, say: Say) -> str:  # noqa: C901 -- one case a kind
    """An answer as a person would say it."""
    match answer:
        case None:
            return say("answer-none")
        case Chosen(option=option):
            return option_text(question, option, say)
        case Several(options=()):
            return say("answer-nothing")
        case Several(options=options):
            return ", ".join(option_text(question, option, say) for option in options)
        case Amount(value=value):
            unit = question.unit if isinstance(question, Number) else ""
            if isinstance(question, Scale):
                return f"{value} / {question.most}"
            return f"{str(value).replace('.', ',')} {unit}".strip()
        case Written(text=text):
            return text
        case Photos(keys=keys):
            return say("answer-photos", count=len(keys))
        case Timed() if isinstance(question, Duration):
            return _timed_text(question, answer, say)
        case Timed():
            return say("answer-none")
        case Dated(day=given):
            return dated(given, say)
        case Clocked(shown=shown):
            return hour(shown)
        case Replied():
            return _reply_text(question, answer, say)


def option_text(question: Question, option: str, say: Say) -> str:
    """What stood on the button of an option."""
    match question, option:
        case _, "na":
            return say("answer-na")
        case YesNo(), "yes":
            return say("answer-yes")
        case YesNo(), "no":
            return say("answer-no")
        case Choice() | Choices(), _:
            return question.option(option).label
        case Acknowledge(), _:
            return question.label or say("button-acknowledge")
    return option


def seconds_text(seconds: int, say: Say) -> str:
    """A duration in minutes and seconds, as people say it."""
    minutes, rest = divmod(seconds, 60)
    return (
        say("time-minutes", minutes=minutes, seconds=f"{rest:02}")
        if minutes
        else say("time-seconds", seconds=rest)
    )


def _timed_text(question: Duration, answer: Timed, say: Say) -> str:
    """A measurement; of one that was typed or changed also so much, and why."""
    given = seconds_text(int(question.seconds(answer)), say)
    if answer.before is not None:
        given = say("answer-time-changed", time=given, before=seconds_text(answer.before, say))
    elif answer.corrected is not None:
        given = say("answer-time-typed", time=given)
    return given if answer.reason is None else say("answer-why", answer=given, why=_why(answer.reason, say))


def _why(reason: str, say: Say) -> str:
    if reason not in REASONS:
        return reason
    label = say(f"reason-{reason}")
    return label[0].lower() + label[1:]


def _reply_text(question: Question, answer: Replied, say: Say) -> str:
    if answer.outcome in ("waiting", "none") or answer.elapsed is None or not isinstance(question, Reply):
        return say("answer-reply-none" if answer.outcome == "none" else "answer-reply-waiting")
    after = _elapsed(question, answer.elapsed, say)
    told = say("answer-reply-late", after=after) if answer.outcome == "late" else after
    return told if answer.corrected is None else say("answer-reply-typed", answer=told)


def _elapsed(question: Reply, elapsed: int, say: Say) -> str:
    if question.unit == "working_days":
        return say("answer-reply-days", count=elapsed)
    hours, minutes = divmod(elapsed // 60, 60)
    if not hours:
        return say("answer-reply-minutes", minutes=minutes)
    return say("answer-reply-hours", hours=hours, minutes=minutes)
