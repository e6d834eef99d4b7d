"""The buttons under a question: what answers it, and what leads on or back. Each knows session, question and revision."""

from __future__ import annotations

from bot import labels
from bot.messages import Button, Rows
from contest.answers import NOT_APPLICABLE, Answer, Photos, Replied
from contest.mistakes import Say
from contest.questions import (
    CAME,
    DONE,
    NO,
    NO_REPLY,
    NOW,
    SEEN,
    SENT,
    TODAY,
    UNSENT,
    YES,
    YESTERDAY,
    Acknowledge,
    Choice,
    Choices,
    Date,
    Duration,
    Mark,
    Number,
    Photo,
    Reply,
    Scale,
    Text,
    Time,
    YesNo,
)
from contest.talk import Ask


class Keys:
    """Buttons of one question at one revision."""

    def __init__(self, session: int, question: str, revision: int) -> None:
        self._session, self._question, self._revision = session, question, revision

    def tap(self, label: str, choice: str) -> Button:
        return Button(label=label, data=f"q:{self._session}:{self._question}:{choice}:{self._revision}")

    def skip(self, label: str) -> Button:
        return Button(label=label, data=f"s:{self._session}:{self._question}:{self._revision}")

    def drop(self, label: str, given: int) -> Button:
        """Take the last of so many photos back; when there are others by now, the button is stale."""
        return Button(label=label, data=f"u:{self._session}:{self._question}:{given}")

    def back(self, label: str) -> Button:
        return Button(label=label, data=f"b:{self._session}")


def answers(effect: Ask, say: Say, buttons: Keys) -> Rows:  # noqa: C901 -- one case a kind
    """The buttons that answer the question."""
    question = effect.question
    na = (buttons.tap(say("answer-na"), NOT_APPLICABLE),) if question.na else ()
    match question:
        case YesNo():
            yes_no = (buttons.tap(say("answer-yes"), YES), buttons.tap(say("answer-no"), NO))
            return labels.rows((*yes_no, *na))
        case Choice(options=options):
            rows = _options([(option.label, option.id) for option in options], buttons)
            return (*rows, na) if na else rows
        case Choices(options=options):
            chosen = set(effect.pending)
            toggles = [
                (f"{'☑' if option.id in chosen else '☐'} {option.label}", option.id) for option in options
            ]
            done = (buttons.tap(say("button-done"), DONE),)
            return (*_options(toggles, buttons), *labels.rows((*done, *na)))
        case Scale(least=least, most=most):
            steps = [buttons.tap(str(step), str(step)) for step in range(least, most + 1)]
            rows = labels.rows(steps)
            return (*rows, na) if na else rows
        case Duration(marks=marks):
            stamped = {mark for mark, _ in effect.marks}
            following = next((mark for mark in marks if mark.id not in stamped), None)
            return tuple(line for line in (_one(following, buttons), na) if line)
        case Reply():
            acts = [(buttons.tap(label, act),) for label, act in _acts(question, effect.answer, say)]
            return (*acts, na) if na else tuple(acts)
        case Photo():
            given = isinstance(effect.answer, Photos) or bool(effect.pending)
            closing = (buttons.tap(say("button-done"), DONE),) if given else ()
            if effect.pending:
                closing = (*closing, buttons.drop(say("button-drop-photo"), len(effect.pending)))
                return (*labels.rows(closing), *labels.rows(na))
            return labels.rows((*closing, *na))
        case Date():
            days = (buttons.tap(say("button-today"), TODAY), buttons.tap(say("button-yesterday"), YESTERDAY))
            return (days, na) if na else (days,)
        case Time(now=now):
            stamp = (buttons.tap(say("button-now"), NOW),) if now else ()
            return tuple(line for line in (stamp, na) if line)
        case Acknowledge(label=label):
            seen = (buttons.tap(label or say("button-acknowledge"), SEEN),)
            return (seen, na) if na else (seen,)
        case Number() | Text():
            return (na,) if na else ()


def moves(effect: Ask, say: Say, buttons: Keys) -> Rows:
    """What leads back, on, or leaves a returned answer as it was."""
    row: list[Button] = []
    if effect.may_go_back:
        row.append(buttons.back(say("button-back")))
    if effect.may_keep and not isinstance(effect.question, Choices | Photo):
        row.append(buttons.tap(say("button-unchanged"), DONE))
    if effect.may_skip:
        row.append(buttons.skip(say("button-skip")))
    return labels.rows(row)


def _acts(question: Reply, answer: Answer | None, say: Say) -> list[tuple[str, str]]:
    """What can be said now of a message and its reply."""
    match answer:
        case Replied(outcome="waiting"):
            return [(question.came, CAME), (say("button-unsent"), UNSENT)]
        case Replied(outcome="none"):
            return [(question.came, CAME)]
        case Replied():
            return [(say("button-not-came"), NO_REPLY)]
    return [(question.sent, SENT)]


def _one(mark: Mark | None, buttons: Keys) -> tuple[Button, ...]:
    return (buttons.tap(mark.label, mark.id),) if mark else ()


def _options(options: list[tuple[str, str]], buttons: Keys) -> Rows:
    """Two labels a row where they fit, else one; numbers when the labels stand in the text."""
    texts = [label for label, _ in options]
    if too_long([label.lstrip("☐☑ ") for label in texts]):
        marked = [f"{label[0]} {n}" if label[0] in "☐☑" else str(n) for n, label in enumerate(texts, start=1)]
        return labels.rows([buttons.tap(m, choice) for m, (_, choice) in zip(marked, options, strict=True)])
    return labels.rows([buttons.tap(label, choice) for label, choice in options], 2)


def too_long(texts: list[str]) -> bool:
    """Whether any of these labels is too long for a button, so that all stand in the text and the buttons carry numbers."""
    return not all(labels.fits(f"☐ {text}", 1) for text in texts)
