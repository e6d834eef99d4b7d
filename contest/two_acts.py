"""A message and the reply to it: from „Wysłane” over „Przyszła odpowiedź” to a value that counts.

Rule 1: the server stamps both moments; the juror may correct the second one in words, between sending and now.
Rule 2: no reply is not a choice: until the cap it is too early to say so, and at the cap it says itself.
Rule 3: a reply after the cap is kept as late.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from contest.answers import Replied
from contest.clock import to_local, to_utc
from contest.mistakes import Mistakes, mistake
from contest.moments import read_moment
from contest.questions import Reply
from contest.replies import clean, word
from contest.workdays import WorkCalendar, days_run_out, hours_run_out, office_seconds, working_days

UNDO = timedelta(hours=1)
"""For so long „Wysłane” can be taken back: a slip of the thumb is noticed at once."""

_SENT = frozenset({"wyslane", "wyslano", "wyslalem", "wyslalam", "sent"})
_CAME = frozenset({"przyszla", "przyszla odpowiedz", "jest", "tak", "t", "yes", "y", "came"})
_NOT = frozenset(
    {"nie", "n", "no", "brak", "brak odpowiedzi", "jeszcze nie", "nie przyszla", "none", "not yet"}
)


def send(question: Reply, at: datetime, calendar: WorkCalendar) -> Replied:
    """The first act: what was sent now waits until the cap."""
    if question.unit == "working_days":
        return Replied(at, days_run_out(at, question.cap, calendar))
    return Replied(at, hours_run_out(at, question.most * 3600, question.hours, calendar))


def arrive(
    question: Reply, reply: Replied, at: datetime, *, calendar: WorkCalendar, came: datetime | None = None
) -> Replied:
    """The second act: a reply came now, or when the juror says. A clock that was set back measures nothing."""
    stamped = max(at, reply.sent)
    moment = stamped if came is None else came
    elapsed = (
        working_days(reply.sent, moment, calendar)
        if question.unit == "working_days"
        else office_seconds(reply.sent, moment, question.hours, calendar)
    )
    return Replied(reply.sent, reply.until, stamped, came, elapsed)


def recall(reply: Replied, at: datetime, calendar: WorkCalendar) -> Replied:
    """No reply after all: waiting again before the cap, closed after it.

    Raises Mistakes (`reply-still-awaited`) when it waits already.
    """
    if at >= reply.until:
        return close(reply)
    if reply.outcome == "waiting":
        raise Mistakes([mistake("reply-still-awaited", until=_through(reply.until, calendar))])
    return Replied(reply.sent, reply.until)


def close(reply: Replied) -> Replied:
    """The cap has come."""
    return Replied(reply.sent, reply.until, closed=True)


def read_act(
    question: Reply, reply: Replied | None, text: str, *, at: datetime, calendar: WorkCalendar
) -> Replied:
    """What typed words mean: an act by its label or a short word, or the moment at which a reply came.

    Raises Mistakes with one complaint.
    """
    said = word(clean(text))
    if reply is None:
        if said in _SENT or said == word(question.sent):
            return send(question, at, calendar)
        raise Mistakes([mistake("reply-not-sent", sent=question.sent)])
    if said in _NOT:
        return recall(reply, at, calendar)
    if said in _CAME or said == word(question.came):
        return reply if reply.came is not None else arrive(question, reply, at, calendar=calendar)
    return arrive(question, reply, at, calendar=calendar, came=_moment(reply, text, at, calendar))


def written(at: datetime, calendar: WorkCalendar) -> str:
    """A moment in figures by the reader's clock, for a complaint: 12.10.2026 09:05."""
    return f"{to_local(at, calendar.wall):%d.%m.%Y %H:%M}"


def _through(until: datetime, calendar: WorkCalendar) -> str:
    """The end of a span: midnight is the last minute of the day before it."""
    midnight = to_local(until, calendar.wall).time() == time()
    return written(until - timedelta(minutes=1) if midnight else until, calendar)


def _moment(reply: Replied, text: str, at: datetime, calendar: WorkCalendar) -> datetime:
    came = to_utc(read_moment(text, to_local(at, calendar.wall)), calendar.wall)
    if came > at:
        raise Mistakes([mistake("moment-in-future", came=written(came, calendar))])
    if came + timedelta(minutes=1) <= reply.sent:  # people type whole minutes
        raise Mistakes([mistake("moment-before-sending", sent=written(reply.sent, calendar))])
    return max(came, reply.sent)


def unsend(reply: Replied, at: datetime) -> None:
    """„Wysłane” is taken back. Raises Mistakes (`reply-too-late-to-unsend`) when it stands for too long."""
    if at - reply.sent > UNDO:
        raise Mistakes([mistake("reply-too-late-to-unsend")])
