"""Too fast, too late: what the clocks of a submission say.

contact   a stopwatch whose marks lie closer together than its question believes possible (`shortest`)
answers   the median of the seconds between answers that only needed a tap, below `seconds_per_question`
late      hours from the last moment that was stamped at the institution to the first sending of the report
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from statistics import median

from contest.answers import Answer, Clocked, Replied, Timed
from contest.checklist import Checklist
from contest.flags.flag import Flag
from contest.flags.rules import CheckRules
from contest.questions import Duration, Reply, Text, Time
from contest.session import Session

LEAST_ANSWERS = 8
"""Fewer taps say nothing about a habit."""


def fast_contact(checklist: Checklist, session: Session) -> Iterator[Flag]:
    """Each stopwatch that ran shorter than its question thinks a contact can last."""
    for question in checklist.visible(session.answers, session.kind):
        answer = session.answers.get(question.id)
        if isinstance(question, Duration) and isinstance(answer, Timed) and len(answer.marks) > 1:
            seconds = int((answer.marks[-1][1] - answer.marks[0][1]).total_seconds())
            if seconds < question.shortest:
                yield Flag("fast-contact", question.id, {"seconds": seconds, "least": question.shortest})


def fast_answers(
    checklist: Checklist, given: Sequence[tuple[str, datetime]], rules: CheckRules
) -> Iterator[Flag]:
    """`given`: each answer as it came, question and moment (UTC), oldest first."""
    slow = unhurried(checklist)
    gaps = [
        (later - earlier).total_seconds()
        for (_, earlier), (question, later) in pairwise(given)
        if question not in slow
    ]
    if len(gaps) >= LEAST_ANSWERS and (usual := median(gaps)) < rules.seconds_per_question:
        yield Flag("fast-answers", facts={"seconds": int(usual), "count": len(gaps)})


def unhurried(checklist: Checklist) -> frozenset[str]:
    """Questions with a pace of their own: they wait for something outside the chat (a stopwatch, a reply) or are typed."""
    return frozenset(
        question.id
        for question in checklist.questions()
        if isinstance(question, Duration | Reply | Text | Time)
    )


def late(session: Session, submitted_at: datetime, rules: CheckRules) -> Iterator[Flag]:
    """The report was sent long after the contact."""
    ended = max((at for answer in session.answers.values() for at in _stamped(answer)), default=None)
    if ended is None or not rules.late_hours:
        return
    hours = int((submitted_at - ended).total_seconds() // 3600)
    if hours >= rules.late_hours:
        yield Flag("late", facts={"hours": hours})


def _stamped(answer: Answer) -> Iterator[datetime]:
    """The moments at which something happened at the institution."""
    match answer:
        case Timed(marks=marks):
            yield from (at for _, at in marks)
        case Clocked(stamped=datetime() as at):
            yield at
        case Replied() if answer.outcome == "none":
            yield answer.until
        case Replied(sent=sent):
            yield answer.stamped or answer.came or sent
