"""Transcripts: an interview as text that a person can read and write. Between any two lines the session is JSON.

    > [yes]          a tap on a choice of the question on the table     > [yes] @2        on a keyboard of revision 2
    > words          a typed answer                                     > czekanie: 45 s  a reply to an earlier question
    > (photo a)      a photo      > (minus a)      it is taken away     > (5 min)         time passes
    > /wstecz        > /pomin     > /dalej         > /popraw odebrano   > /wyslij

Lines with < are what the juror is shown: the number of the section, of the question in it, its text, what is given so far.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.phrases import catalogue
from contest.answers import Amount, Answer, Chosen, Clocked, Dated, Photos, Replied, Several, Timed, Written
from contest.checklist import Checklist
from contest.interview import advance, current
from contest.mistakes import tell
from contest.questions import Choices, Date, Duration, Question, Time
from contest.session import Session, freeze, thaw
from contest.stopwatch import REASONS
from contest.talk import (
    Ask,
    AskEvidence,
    AskReason,
    Attached,
    Detached,
    Effect,
    Event,
    Explain,
    Opened,
    Proven,
    Routed,
    Saved,
    ShowSummary,
    Skipped,
    Submitted,
    Tapped,
    Thank,
    Turned,
    WentBack,
    Wrote,
)
from contest.workdays import WorkCalendar

CALENDAR = WorkCalendar(ZoneInfo("Europe/Warsaw"))
NOON = datetime(2026, 11, 3, 11, 0, tzinfo=UTC)


class Player:
    """One interview, line by line."""

    def __init__(self, checklist: Checklist, kind: str = "") -> None:
        self.checklist = checklist
        self.session = Session(checklist.name, kind=kind)
        self.at = NOON
        self._say = catalogue().plain("pl")

    def play(self, lines: list[str]) -> Iterator[str]:
        for line in lines:
            yield f"> {line}"
            passed = re.fullmatch(r"\((\d+) (s|min|h)\)", line)
            if passed:
                self.at += timedelta(seconds=int(passed[1]) * {"s": 1, "min": 60, "h": 3600}[passed[2]])
                continue
            step = advance(self.checklist, self.session, self.event(line), calendar=CALENDAR)
            self.session = thaw(freeze(step.session))
            assert self.session == step.session
            for effect in step.effects:
                yield from (f"< {shown}" for shown in self.shown(effect))

    def event(self, line: str) -> Event:
        here = current(self.checklist, self.session)
        question, revision = here.id if here else "", self.session.revision
        if line == "/dalej":
            return Opened(self.at)
        if line == "/wstecz":
            return WentBack(self.at)
        if line == "/pomin":
            return Skipped(self.at, question, revision)
        if line == "/wyslij":
            return Submitted(self.at, revision)
        if line.startswith("/popraw"):
            return Turned(self.at, line.removeprefix("/popraw").strip())
        if tap := re.fullmatch(r"(?:(\w+): )?\[(\w+)\](?: @(\d+))?", line):
            return Tapped(self.at, tap[1] or question, tap[2], int(tap[3] or revision))
        if photo := re.fullmatch(r"\((photo|minus) (\w+)\)", line):
            return (Attached if photo[1] == "photo" else Detached)(self.at, question, photo[2])
        if bound := re.fullmatch(r"([a-z_]+): (.*)", line):
            return Wrote(self.at, bound[1], bound[2])
        return Wrote(self.at, question, line)

    def shown(self, effect: Effect) -> Iterator[str]:
        match effect:
            case Ask(question=question, section_number=section, sections=of, number_in_section=number):
                yield f"{section}/{of} · {number}  {question.text}"
                given = [f"jest: {words(effect.answer)}"] if effect.answer is not None else []
                ticks = (
                    [f"zaznaczone: {', '.join(effect.pending)}"]
                    if isinstance(question, Choices) and effect.pending
                    else []
                )
                marks = [f"stoper: {', '.join(mark for mark, _ in effect.marks)}"] if effect.marks else []
                if given or ticks or marks:
                    yield "  " + "; ".join(given + ticks + marks)
                yield "  " + " ".join(buttons(question, effect))
            case AskEvidence(evidence=evidence, given=count):
                yield f"{evidence.text} ({count}/{evidence.most})"
            case AskReason(answer=answer):
                yield f"Powód? ({words(answer)})"
                yield "  " + " ".join(f"[{one}]" for one in REASONS)
            case Saved(question=question, answer=answer, changed=changed):
                sign = "✎" if changed else "✔"
                yield f"{sign} {question.id}: {words(answer)}"
            case Proven(question=question, photos=photos):
                yield f"✔ {question.id}: zdjęć {photos}"
            case Explain(mistake=fault):
                yield f"! {tell(self._say, fault)}"
            case Routed(hidden=hidden, shown=shown):
                yield from (f"znika: {text}" for text in hidden)
                yield from (f"dochodzi: {text}" for text in shown)
            case ShowSummary(lines=lines):
                yield "Podsumowanie"
                yield from (f"  {line.question.id}: {words(line.answer)}" for line in lines)
            case Thank():
                yield "Dziękuję."


def buttons(question: Question, effect: Ask) -> Iterator[str]:
    if isinstance(question, Duration):
        stamped = dict(effect.marks)
        yield from [f"[{mark.id}]" for mark in question.marks if mark.id not in stamped][:1]
    if isinstance(question, Date):
        yield from ("[today]", "[yesterday]")
    if isinstance(question, Time) and question.now:
        yield "[now]"
    yield from (f"[{option}]" for option in question.answer_ids)
    yield from ["/wstecz"] if effect.may_go_back else []
    yield from ["/pomin"] if effect.may_skip else []
    yield from ["[ok]"] if effect.may_keep else []


def words(answer: Answer | None) -> str:
    match answer:
        case None:
            return "pominięte"
        case Chosen(option=option):
            return option
        case Several(options=options):
            return ", ".join(options) or "nic"
        case Amount(value=value):
            return str(value)
        case Written(text=text):
            return text
        case Photos(keys=keys):
            return f"zdjęcia {', '.join(keys)}"
        case Replied(outcome=outcome):
            return outcome
        case Dated(day=day):
            return str(day)
        case Clocked(shown=shown, stamped=stamped):
            return f"{shown:%H:%M}" + (" (stempel)" if stamped else "")
        case Timed(marks=marks, corrected=corrected, before=before, reason=reason):
            given = (
                f"stoper {', '.join(mark for mark, _ in marks)}" if corrected is None else f"{corrected} s"
            )
            given += "" if before is None else f", było {before} s"
            return given + ("" if reason is None else f" ({reason})")
