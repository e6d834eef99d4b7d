"""From effects of the interview to messages: pure, so that a transcript covers wording, escaping and buttons.

A juror reads texts, hints and labels; never a weight, a point or an answer key. The words of a question are in `prompts`, its
buttons in `keyboard`, answers in words in `answered`.
"""

from __future__ import annotations

from bot import answered, labels
from bot.keyboard import Keys, answers, moves
from bot.messages import LIMIT, Button, Rows, Send, pages, shorten
from bot.phrases import Html
from bot.prompts import explanation, to_read, waiting, worded
from contest.answers import Replied
from contest.mistakes import Say
from contest.questions import DONE, Time
from contest.stopwatch import REASONS
from contest.talk import Ask, AskEvidence, AskReason, Proven, ShowSummary
from contest.workdays import WEEKDAYS, WorkCalendar

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
    lines = [head, *to_read(effect, say), *worded(question, say)]
    waits = isinstance(effect.answer, Replied) and effect.answer.outcome == "waiting"
    lines += waiting(effect, say, calendar) if waits else explanation(effect, say)
    if isinstance(question, Time) and calendar.wall != calendar.zone:
        lines.append(say("prompt-time-there"))
    if question.hint:
        folded = len(question.hint) > _LINE or "\n" in question.hint
        lines += [say("prompt-hint" if folded else "prompt-hint-short", hint=question.hint)]
    if effect.answer is not None and not waits:
        lines += ["", say("prompt-given", answer=answered.answer_text(question, effect.answer, say))]
    if intro:
        lines = [say("prompt-intro", text=intro), "", *lines]
    if note:
        lines = [note, *lines]
    buttons = Keys(session, question.id, effect.revision)
    rows = (*answers(effect, say, buttons), *moves(effect, say, buttons))
    return Send(text="\n".join(lines), rows=rows)


def ask_reason(effect: AskReason, say: Say, *, session: int) -> Send:
    """Why a duration was typed or changed: three common reasons, or words."""
    buttons = Keys(session, effect.question.id, effect.revision)
    given = answered.seconds_text(int(effect.question.seconds(effect.answer)), say)
    before = effect.answer.before
    head = (
        say("reason-ask-typed", time=given)
        if before is None
        else say("reason-ask-changed", time=given, before=answered.seconds_text(before, say))
    )
    rows = [(buttons.tap(say(f"reason-{one}"), one),) for one in REASONS]
    return Send(text="\n".join((head, say("reason-how"))), rows=(*rows, (buttons.back(say("button-back")),)))


def ask_evidence(effect: AskEvidence, say: Say, *, session: int) -> Send:
    """What an answer still owes: a photo. At first with the answer, in whose place it may stand."""
    buttons = Keys(session, effect.question.id, effect.revision)
    lines = [say("evidence-ask", text=effect.evidence.text)]
    if not effect.given:
        lines = [answered.ticked(effect.question, effect.answer, say), "", *lines]
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
    text = answered.ticked(effect.question, effect.answer, say)
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
            question=shorten(answered.gist(line.question.text), 90),
            answer=shorten(
                say("answer-skipped")
                if line.answer is None
                else answered.answer_text(line.question, line.answer, say),
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
