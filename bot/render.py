"""From effects of the interview to messages: pure, so that a transcript covers wording, escaping and buttons.

A juror reads texts, hints and labels; never a weight, a point or an answer key.
"""

from __future__ import annotations

from bot import labels
from bot.messages import LIMIT, Button, Rows, Send, pages, shorten
from bot.moments import dated, day, moment, until
from bot.phrases import Html
from contest.answers import (
    NOT_APPLICABLE,
    Amount,
    Answer,
    Chosen,
    Clocked,
    Dated,
    Photos,
    Replied,
    Several,
    Timed,
    Written,
)
from contest.checklist import (
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
    Model,
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
from contest.clock import to_local
from contest.mistakes import Say
from contest.replies import hour
from contest.stopwatch import REASONS
from contest.talk import Ask, AskEvidence, AskReason, Proven, ShowSummary
from contest.training import agreement, model_answer
from contest.workdays import WEEKDAYS, WorkCalendar, counts_from

_OPEN = 7
"""Lines of a summary that stand open; more are folded, and a tap unfolds them."""
_TAGS = 60
"""Characters that tags of a fold take on a page."""
_LINE = 40
"""Letters of a line of text there; a hint that is longer is folded."""


def ask(
    effect: Ask,
    say: Say,
    *,
    session: int,
    intro: str = "",
    note: str = "",
    calendar: WorkCalendar = WEEKDAYS,
) -> Send:
    """The question on the table, with the buttons that fit its kind; above it `note`, finished HTML.

    Moments are told by the clock of the calendar's reader; a time of day that is asked for is the institution's.
    """
    question = effect.question
    head = say(
        "prompt-head",
        section=effect.section.title,
        number=effect.section_number,
        of=effect.sections,
        question=effect.number_in_section,
    )
    lines = [head, *_to_read(effect, say), *_worded(question, say)]
    waits = isinstance(effect.answer, Replied) and effect.answer.outcome == "waiting"
    lines += _waiting(effect, say, calendar) if waits else _explanation(effect, say)
    if isinstance(question, Time) and calendar.wall != calendar.zone:
        lines.append(say("prompt-time-there"))
    if question.hint:
        folded = len(question.hint) > _LINE or "\n" in question.hint
        lines += [say("prompt-hint" if folded else "prompt-hint-short", hint=question.hint)]
    if effect.answer is not None and not waits:
        lines += ["", say("prompt-given", answer=answer_text(question, effect.answer, say))]
    if intro:
        lines = [say("prompt-intro", text=intro), "", *lines]
    if note:
        lines = [note, *lines]
    buttons = _Buttons(session, question.id, effect.revision)
    rows = (*_answers(effect, say, buttons), *_moves(effect, say, buttons))
    return Send(text="\n".join(lines), rows=rows)


def ask_reason(effect: AskReason, say: Say, *, session: int) -> Send:
    """Why a duration was typed or changed: three common reasons, or words."""
    buttons = _Buttons(session, effect.question.id, effect.revision)
    given = seconds_text(int(effect.question.seconds(effect.answer)), say)
    before = effect.answer.before
    head = (
        say("reason-ask-typed", time=given)
        if before is None
        else say("reason-ask-changed", time=given, before=seconds_text(before, say))
    )
    rows = [(buttons.tap(say(f"reason-{one}"), one),) for one in REASONS]
    return Send(text="\n".join((head, say("reason-how"))), rows=(*rows, (buttons.back(say("button-back")),)))


def ask_evidence(effect: AskEvidence, say: Say, *, session: int) -> Send:
    """What an answer still owes: a photo. At first with the answer, in whose place it may stand."""
    buttons = _Buttons(session, effect.question.id, effect.revision)
    lines = [say("evidence-ask", text=effect.evidence.text)]
    if not effect.given:
        lines = [ticked(effect.question, effect.answer, say), "", *lines]
    row: tuple[Button, ...] = ()
    if effect.given:
        lines += ["", say("evidence-given", count=effect.given, most=effect.evidence.most)]
        row = (
            buttons.tap(say("button-done"), DONE),
            buttons.drop(say("button-drop-photo"), effect.given),
        )
    elif not effect.evidence.required:
        row = (buttons.skip(say("button-skip")),)
    back = buttons.back(say("button-back"))
    rows = (*labels.rows(row), (back,)) if effect.given else ((*row, back),)
    return Send(text="\n".join(lines), rows=rows)


def proven(effect: Proven, say: Say) -> str:
    """The question with its answer and so many photos, as it stays in the chat."""
    text = ticked(effect.question, effect.answer, say)
    if not effect.photos:
        return text
    return f"{text}\n{say('evidence-attached', photos=say('answer-photos', count=effect.photos))}"


def photos_complete(count: int, say: Say) -> str:
    """What stands where photos were asked for, once no more fit."""
    return say("photos-complete", count=count)


def summary(effect: ShowSummary, say: Say, *, session: int) -> list[Send]:
    """Everything that was answered, before it is sent; in as many messages as it takes.

    Of a returned interview only what could be corrected, under the numbers that it always had.
    """
    locked = sum(line.locked for line in effect.lines)
    head = say("summary-head-some" if locked else "summary-head")
    foot = [*([say("summary-rest", count=locked)] if locked else []), say("summary-foot")]
    texts = _given(effect, say, head=[head, ""], foot=["", *foot])
    rows: Rows = (
        (Button(label=say("button-submit"), data=f"x:{session}:{effect.revision}"),),
        (Button(label=say("button-correct"), data=f"e:{session}"),),
    )
    last = len(texts) - 1
    return [Send(text=text, rows=rows if n == last else ()) for n, text in enumerate(texts)]


def sent(effect: ShowSummary, say: Say) -> str:
    """The last message of a summary as it stays in the chat once everything is sent: without buttons."""
    return _given(effect, say, head=[say("summary-sent"), ""], foot=[])[-1]


def _given(effect: ShowSummary, say: Say, *, head: list[str], foot: list[str]) -> list[str]:
    """Every answer that is not locked, a line each, in as many texts as it takes; many lines are folded."""
    lines = [
        say(
            "summary-line",
            number=number,
            question=shorten(gist(line.question.text), 90),
            answer=shorten(
                say("answer-skipped")
                if line.answer is None
                else answer_text(line.question, line.answer, say),
                160,
            ),
        )
        for number, line in enumerate(effect.lines, start=1)
        if not line.locked
    ]
    if len(lines) <= _OPEN:
        return pages([*head, *lines, *foot])
    folded = pages(lines, LIMIT - _TAGS - sum(len(line) + 1 for line in (*head, *foot)))
    texts = [say("fold", text=Html(text)) for text in folded]
    texts[0] = "\n".join([*head, texts[0]])
    texts[-1] = "\n".join([texts[-1], *foot])
    return texts


def corrections(effect: ShowSummary, say: Say, *, session: int) -> Rows:
    """A number a question: tap to go to it."""
    numbers = [
        Button(label=str(number), data=f"g:{session}:{line.question.id}")
        for number, line in enumerate(effect.lines, start=1)
        if not line.locked
    ]
    return (*labels.rows(numbers), (Button(label=say("button-summary"), data=f"q:{session}:::"),))


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


def gist(text: str) -> str:
    """The last paragraph of a question: what stands before it is there to be read once."""
    return " ".join(text.strip().split("\n\n")[-1].split())


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


def seconds_text(seconds: int, say: Say) -> str:
    minutes, rest = divmod(seconds, 60)
    return (
        say("time-minutes", minutes=minutes, seconds=f"{rest:02}")
        if minutes
        else say("time-seconds", seconds=rest)
    )


def option_text(question: Question, option: str, say: Say) -> str:
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


class _Buttons:
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


def _worded(question: Question, say: Say) -> list[str]:
    """The question; paragraphs before its last one are there to be read once, and folded."""
    *before, asked = question.text.strip().split("\n\n")
    told = [say("prompt-hint", hint="\n\n".join(before))] if before else []
    words = "prompt-read" if isinstance(question, Acknowledge) else "prompt-question"
    return [*told, say(words, text=asked)]


def _explanation(effect: Ask, say: Say) -> list[str]:  # noqa: C901 -- one case a kind
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


def _days_between(question: Date, say: Say) -> list[str]:
    first, last = question.min, question.max
    if first and last:
        return [say("prompt-date-between", first=dated(first, say), last=dated(last, say))]
    if first or last:
        known = first or last
        assert known is not None
        return [say("prompt-date-from" if first else "prompt-date-until", day=dated(known, say))]
    return []


def _to_read(effect: Ask, say: Say) -> list[str]:
    """What the section gives to read: whole above its first question, folded above the others."""
    text = effect.section.intro
    if not text:
        return [""]
    return [say("prompt-section" if effect.number_in_section == 1 else "prompt-section-folded", text=text)]


def _waiting(effect: Ask, say: Say, calendar: WorkCalendar) -> list[str]:
    """Since when and until when a reply is waited for."""
    assert isinstance(effect.answer, Replied)
    assert isinstance(effect.question, Reply)
    sent, from_ = effect.answer.sent, counts_from(effect.answer.sent, calendar)
    end = until(effect.answer.until, calendar, say)
    lines = [say("reply-sent", sent=moment(sent, calendar, say))]
    if effect.question.unit == "working_days" and from_ != to_local(sent, calendar.zone).date():
        lines.append(say("reply-counts-from", day=day(from_, say)))
    return [*lines, say("reply-until", until=end), say("reply-how-came")]


def _how_to_wait(question: Reply, answer: Answer | None, say: Say) -> str:
    if isinstance(answer, Replied):
        return say("reply-how-corrected")
    if question.unit == "working_days":
        return say("reply-how-days", sent=question.sent)
    opens, closes = question.hours
    return say("reply-how-hours", sent=question.sent, opens=opens, closes=closes)


def _plain(value: object) -> str:
    return str(value).replace(".", ",")


def _long(texts: list[str]) -> bool:
    return not all(labels.fits(f"☐ {text}", 1) for text in texts)


def _numbered(options: tuple[Option, ...], say: Say) -> list[str]:
    """Labels too long for a button stand in the text, and the buttons carry their numbers."""
    texts = [option.label for option in options]
    if not _long(texts):
        return []
    return [
        "",
        *(say("prompt-option", number=number, label=label) for number, label in enumerate(texts, start=1)),
    ]


def _stamps(effect: Ask, say: Say) -> list[str]:
    return [say("prompt-stamp", mark=_mark(effect, mark)) for mark, _ in effect.marks]


def _mark(effect: Ask, mark: str) -> str:
    assert isinstance(effect.question, Duration)
    return next(item.label for item in effect.question.marks if item.id == mark)


def _answers(effect: Ask, say: Say, buttons: _Buttons) -> Rows:  # noqa: C901 -- one case a kind
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


def _one(mark: Mark | None, buttons: _Buttons) -> tuple[Button, ...]:
    return (buttons.tap(mark.label, mark.id),) if mark else ()


def _options(options: list[tuple[str, str]], buttons: _Buttons) -> Rows:
    """Two labels a row where they fit, else one; numbers when the labels stand in the text."""
    texts = [label for label, _ in options]
    if _long([label.lstrip("☐☑ ") for label in texts]):
        marked = [f"{label[0]} {n}" if label[0] in "☐☑" else str(n) for n, label in enumerate(texts, start=1)]
        return labels.rows([buttons.tap(m, choice) for m, (_, choice) in zip(marked, options, strict=True)])
    return labels.rows([buttons.tap(label, choice) for label, choice in options], 2)


def _moves(effect: Ask, say: Say, buttons: _Buttons) -> Rows:
    row: list[Button] = []
    if effect.may_go_back:
        row.append(buttons.back(say("button-back")))
    if effect.may_keep and not isinstance(effect.question, Choices | Photo):
        row.append(buttons.tap(say("button-unchanged"), DONE))
    if effect.may_skip:
        row.append(buttons.skip(say("button-skip")))
    return labels.rows(row)


def join(texts: list[str]) -> Html:
    """Lines of finished HTML as one fact for a phrase."""
    return Html("\n".join(texts))
