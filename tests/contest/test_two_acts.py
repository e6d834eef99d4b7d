"""A message and the reply to it: the two acts as stories, their file, their points, and what holds for any history."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contest.answers import Answer, Chosen, Replied
from contest.checklist import Checklist
from contest.checklist_file import parse
from contest.interview import advance, current, view
from contest.mistakes import Mistake, Mistakes, mistake
from contest.position import awaited, is_settled
from contest.questions import Reply
from contest.scoring import score
from contest.session import Session, freeze, thaw
from contest.talk import (
    Ask,
    Event,
    Expired,
    Explain,
    Opened,
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

WARSAW = ZoneInfo("Europe/Warsaw")
CALENDAR = WorkCalendar(WARSAW)
MONDAY = datetime(2026, 10, 12, 9, 5, tzinfo=WARSAW).astimezone(UTC)
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)

HEAD = """
format   = 1
id       = "email"
version  = 1
channel  = "email"
title    = "E-mail"

[[sections]]
id    = "s"
title = "Pytania"

[[sections.questions]]
id   = "adres"
type = "yes_no"
text = "Czy adres jest na stronie?"

[[sections.questions]]
id        = "czas"
type      = "reply"
text      = "Wyślij i poczekaj."
sent      = "Wysłane"
came      = "Przyszła odpowiedź"
"""
REPLY = """
cap       = 3
none      = { points = 0, gate = true }
ask_after = [1, 2]
bands     = [ { up_to = 1, points = 1 }, { up_to = 2, points = "1/3" }, { up_to = 3, points = 0 } ]
"""
TAIL = """
[[sections.questions]]
id          = "tresc"
type        = "yes_no"
text        = "Czy odpowiedź jest pełna?"
show_if     = { czas = "came" }
when_hidden = "zero"

[[sections.questions]]
id     = "wrazenie"
type   = "yes_no"
text   = "Czy polecasz?"
weight = 0
"""
CHECKLIST = parse(HEAD + REPLY + TAIL)
CAP = datetime(2026, 10, 16, 0, 0, tzinfo=WARSAW).astimezone(UTC)
"""Three working days after that Monday are over with Thursday."""


def complaints(lines: str) -> list[Mistake]:
    with pytest.raises(Mistakes) as refused:
        parse(HEAD + lines + TAIL)
    return [Mistake(one.code, one.facts) for one in refused.value.found]


class Talk:
    """An interview up to the reply, frozen and thawed between all steps."""

    def __init__(self, checklist: Checklist = CHECKLIST, at: datetime = MONDAY) -> None:
        self.checklist, self.at = checklist, at
        self.session = Session(checklist.name)
        self.does(Opened(at))
        self.taps("adres", "yes")

    def does(self, event: Event) -> list[object]:
        step = advance(self.checklist, self.session, event, calendar=CALENDAR)
        self.session = thaw(freeze(step.session))
        assert self.session == step.session
        return list(step.effects)

    def taps(self, question: str, choice: str, *, revision: int | None = None) -> list[object]:
        now = self.session.revision if revision is None else revision
        return self.does(Tapped(self.at, question, choice, now))

    def writes(self, text: str) -> list[object]:
        return self.does(Wrote(self.at, "czas", text))

    @property
    def reply(self) -> Answer | None:
        return self.session.answers.get("czas")

    @property
    def asked(self) -> str:
        here = current(self.checklist, self.session)
        return here.id if here else ""


def sent() -> Talk:
    talk = Talk()
    talk.taps("czas", "sent")
    return talk


def test_sending_is_stamped_and_the_interview_waits_at_the_question() -> None:
    talk = Talk()
    (ask,) = talk.taps("czas", "sent")

    assert talk.reply == Replied(MONDAY, CAP)
    assert isinstance(ask, Ask)
    assert (ask.question.id, ask.answer, ask.may_skip) == ("czas", Replied(MONDAY, CAP), False)
    question = CHECKLIST.question("czas")
    assert isinstance(question, Reply)
    assert awaited(CHECKLIST, talk.session) == (question, Replied(MONDAY, CAP))


def test_a_reply_is_stamped_and_the_interview_goes_on() -> None:
    talk = sent()
    talk.at += 2 * DAY
    saved, ask = talk.taps("czas", "came")

    answer = Replied(MONDAY, CAP, stamped=talk.at, elapsed=2)
    assert saved == Saved(CHECKLIST.question("czas"), answer, changed=False)
    assert isinstance(ask, Ask)
    assert ask.question.id == "tresc"
    assert awaited(CHECKLIST, talk.session) is None


def test_the_button_of_an_old_reminder_still_means_that_a_reply_came() -> None:
    talk = sent()
    talk.does(WentBack(talk.at))
    assert talk.asked == "adres"
    talk.taps("czas", "came", revision=0)

    assert talk.reply == Replied(MONDAY, CAP, stamped=MONDAY, elapsed=0)


def test_a_second_tap_says_saved_already() -> None:
    talk = sent()

    assert talk.taps("czas", "sent", revision=talk.session.revision - 1)[0] == Explain(
        mistake("already-saved")
    )
    talk.taps("czas", "came")
    assert talk.taps("czas", "came")[0] == Explain(mistake("already-saved"))


def test_the_juror_says_when_it_came_and_the_correction_is_kept() -> None:
    talk = sent()
    talk.at += 2 * DAY
    talk.writes("wczoraj 14:35")

    came = datetime(2026, 10, 13, 14, 35, tzinfo=WARSAW).astimezone(UTC)
    assert talk.reply == Replied(MONDAY, CAP, stamped=talk.at, corrected=came, elapsed=1)


def test_a_stamped_reply_can_be_corrected_later() -> None:
    talk = sent()
    talk.at += 2 * DAY
    talk.taps("czas", "came")
    talk.taps("tresc", "yes")
    saved, *_ = talk.writes("12.10 15:00")

    came = datetime(2026, 10, 12, 15, 0, tzinfo=WARSAW).astimezone(UTC)
    answer = Replied(MONDAY, CAP, stamped=talk.at, corrected=came, elapsed=0)
    assert saved == Saved(CHECKLIST.question("czas"), answer, changed=True)
    assert talk.asked == "wrazenie"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("jutro 9:00", "moment-not-read"),
        ("12.10 9:04", "moment-before-sending"),
        ("dziś 23:59", "moment-in-future"),
        ("nie", "reply-still-awaited"),
        ("brak", "reply-still-awaited"),
        ("25.10.2026 2:30", "time-exists-twice"),
    ],
)
def test_words_that_fit_no_act_are_explained_and_change_nothing(text: str, code: str) -> None:
    talk = sent()
    before = talk.session
    talk.at += DAY
    explain, ask = talk.writes(text)

    assert isinstance(explain, Explain)
    assert explain.mistake.code == code
    assert isinstance(ask, Ask)
    assert talk.session == before


def test_the_minute_of_sending_is_not_before_sending() -> None:
    talk = Talk(at=MONDAY + 40 * timedelta(seconds=1))
    talk.taps("czas", "sent")
    talk.at += HOUR
    talk.writes("9:05")

    assert isinstance(talk.reply, Replied)
    assert talk.reply.came == talk.reply.sent


@pytest.mark.parametrize("word", ["Wysłane", "wysłane.", "wysłałam", "sent"])
def test_sending_can_be_typed(word: str) -> None:
    talk = Talk()
    talk.writes(word)

    assert talk.reply == Replied(MONDAY, CAP)


def test_before_sending_nothing_can_have_come() -> None:
    talk = Talk()
    explain, _ = talk.writes("wczoraj 14:35")

    assert explain == Explain(mistake("reply-not-sent", sent="Wysłane"))
    assert talk.taps("czas", "came")[0] == Explain(mistake("stale-button"))


def test_no_reply_cannot_be_chosen_before_the_cap() -> None:
    talk = sent()
    talk.at = CAP - MINUTE

    assert talk.taps("czas", "none")[0] == Explain(mistake("reply-still-awaited", until="15.10.2026 23:59"))
    assert talk.does(Expired(talk.at, "czas"))[0] == Explain(mistake("stale-button"))
    assert talk.reply == Replied(MONDAY, CAP)


def test_at_the_cap_the_question_closes_itself_and_hides_what_a_reply_would_bring() -> None:
    talk = sent()
    talk.at = CAP
    saved, ask = talk.does(Expired(CAP, "czas"))

    assert saved == Saved(CHECKLIST.question("czas"), Replied(MONDAY, CAP, closed=True), changed=False)
    assert isinstance(ask, Ask)
    assert ask.question.id == "wrazenie"
    assert score(CHECKLIST, talk.session.answers, "").failed == "czas"


def test_a_late_reply_is_recorded_and_still_counts_as_none() -> None:
    talk = sent()
    talk.does(Expired(CAP, "czas"))
    talk.at = CAP + DAY
    talk.taps("czas", "came", revision=0)

    assert talk.reply == Replied(MONDAY, CAP, stamped=talk.at, elapsed=4)
    assert talk.reply.outcome == "late"
    assert talk.asked == "wrazenie"
    assert score(CHECKLIST, talk.session.answers, "").failed == "czas"


def test_a_reply_in_time_that_was_noticed_late_opens_its_questions_again() -> None:
    talk = sent()
    talk.does(Expired(CAP, "czas"))
    talk.at = CAP + DAY
    talk.taps("wrazenie", "yes")
    assert isinstance(view(CHECKLIST, talk.session)[0], ShowSummary)
    effects = talk.writes("15.10 23:59")

    assert Routed((), ("Czy odpowiedź jest pełna?",)) in effects
    assert talk.asked == "tresc"
    assert score(CHECKLIST, talk.session.answers, "").failed is None


def test_a_slip_of_the_thumb_leads_back_to_waiting_or_to_no_reply() -> None:
    talk = sent()
    talk.at += DAY
    talk.taps("czas", "came")
    talk.taps("tresc", "yes")
    talk.does(Turned(talk.at, "czas"))
    effects = talk.taps("czas", "none")

    assert effects[0] == Routed(("Czy odpowiedź jest pełna?",), ())
    assert talk.reply == Replied(MONDAY, CAP)
    talk.at = CAP + MINUTE
    talk.taps("czas", "none")
    assert talk.reply == Replied(MONDAY, CAP, closed=True)


def test_sending_can_be_taken_back_for_an_hour() -> None:
    talk = sent()
    talk.at += HOUR
    talk.taps("czas", "unsent")
    assert (talk.reply, talk.asked) == (None, "czas")

    talk.taps("czas", "sent")
    talk.at += HOUR + MINUTE
    assert talk.taps("czas", "unsent")[0] == Explain(mistake("reply-too-late-to-unsend"))
    assert talk.reply == Replied(MONDAY + HOUR, CAP)


def test_nothing_is_sent_off_while_a_reply_is_awaited() -> None:
    talk = sent()

    (explain, ask) = talk.does(Submitted(talk.at, talk.session.revision))
    assert explain == Explain(mistake("not-finished", question="Wyślij i poczekaj."))
    assert isinstance(ask, Ask)


@pytest.mark.parametrize(
    ("answer", "earned", "possible", "failed"),
    [
        (Replied(MONDAY, CAP), 1, 2, None),  # still waiting: no answer yet; what hides is 0 already
        (Replied(MONDAY, CAP, stamped=MONDAY, elapsed=1), 2, 2, None),
        (Replied(MONDAY, CAP, stamped=MONDAY, elapsed=2), Fraction(4, 3), 2, None),
        (Replied(MONDAY, CAP, stamped=MONDAY, elapsed=3), 1, 2, None),
        (Replied(MONDAY, CAP, closed=True), 1, 3, "czas"),
        (Replied(MONDAY, CAP, stamped=CAP, elapsed=4), 1, 3, "czas"),
        (Replied(MONDAY, CAP, stamped=CAP, corrected=CAP - MINUTE, elapsed=3), 1, 2, None),
    ],
)
def test_points_follow_the_elapsed_time(
    answer: Replied, earned: Fraction, possible: Fraction, failed: str | None
) -> None:
    found = score(CHECKLIST, {"adres": Chosen("yes"), "czas": answer}, "")

    assert (found.earned, found.possible, found.failed) == (earned, possible, failed)


def test_office_hours_are_counted_to_the_second() -> None:
    office = parse(
        HEAD
        + 'unit = "office_hours"\nhours = [9, 17]\ncap = 1\nbands = [ { up_to = 0.5, points = 1 }, { up_to = 8, points = 0.5 } ]\n'
        + TAIL
    )
    talk = Talk(office)
    talk.taps("czas", "sent")
    talk.at += 30 * MINUTE + timedelta(seconds=1)
    talk.taps("czas", "came")

    assert isinstance(talk.reply, Replied)
    assert talk.reply.elapsed == 1801
    assert talk.reply.until == MONDAY + DAY
    assert score(office, talk.session.answers, "").earned == Fraction(3, 2)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("cap = 3\nbands = [ { up_to = 4, points = 1 } ]", [mistake("band-beyond-cap", up_to="4", most=3)]),
        ("cap = 3", [mistake("bands-missing")]),
        (
            "cap = 3\nbands = [ { up_to = 2, points = 1 }, { up_to = 1, points = 1 } ]",
            [mistake("bands-not-rising", lower="2", upper="1")],
        ),
        ("cap = 3\nweight = 0\nask_after = [4]", [mistake("ask-after-cap", value=4, cap=3)]),
        ("cap = 3\nweight = 0\nask_after = [2, 2]", [mistake("ask-after-cap", value=2, cap=3)]),
        ("cap = 3\nweight = 0\nhours = [16, 8]", [mistake("bounds-crossed", least=16, most=8)]),
        ("cap = 3\nweight = 0\nrequired = false\nnone = { gate = true }", [mistake("gate-skippable")]),
        ("weight = 0", [mistake("missing-key", key="cap")]),
    ],
)
def test_a_reply_that_contradicts_itself_is_refused(lines: str, found: list[Mistake]) -> None:
    assert complaints(lines + "\n") == found


# Any history.

ACTS = st.sampled_from(["sent", "came", "none", "unsent", "yes", "no", "na", "ok", "late"])
WORDS = st.sampled_from(["wysłane", "tak", "nie", "wczoraj 14:35", "dziś 9:30", "teraz", "nd", "?", ""])
SPANS = st.sampled_from([timedelta(), MINUTE, HOUR, DAY, 3 * DAY, -HOUR])
KINDS = st.sampled_from(
    ["tap", "tap", "tap", "old tap", "words", "words", "back", "turn", "skip", "expire", "submit"]
)


def event_of(kind: str, act: str, words: str, talk: Talk) -> Event:
    at, revision = talk.at, talk.session.revision
    match kind:
        case "tap":
            return Tapped(at, talk.asked, act, revision)
        case "old tap":
            return Tapped(at, "czas", act, revision - 1)
        case "words":
            return Wrote(at, "czas", words)
        case "back":
            return WentBack(at)
        case "turn":
            return Turned(at, "czas")
        case "skip":
            return Skipped(at, talk.asked, revision)
        case "expire":
            return Expired(at, "czas")
    return Submitted(at, revision)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(SPANS, KINDS, ACTS, WORDS), max_size=30))
def test_any_history_is_answered_and_ends(moves: list[tuple[timedelta, str, str, str]]) -> None:
    talk = Talk()
    for passed, kind, act, words in moves:
        talk.at += passed
        before = talk.session
        effects = talk.does(event_of(kind, act, words, talk))
        assert effects
        assert talk.session.revision == before.revision + (talk.session != before)
        if isinstance(effects[0], Explain):
            assert talk.session == before
        match talk.reply:
            case Replied(elapsed=elapsed, outcome="came" | "late" as outcome):
                assert elapsed is not None
                assert (outcome == "came") == (elapsed <= 3)
            case Replied() as reply:
                assert reply.elapsed is None
        result = score(CHECKLIST, talk.session.answers, "")
        assert result.percent is None or 0 <= result.percent <= 100

    for _ in range(8):
        if talk.session.submitted_at is not None:
            break
        talk.at += 9 * DAY
        (*_, here) = view(CHECKLIST, talk.session)
        match here:
            case ShowSummary(revision=revision):
                assert Thank() in talk.does(Submitted(talk.at, revision))
            case Ask(question=Reply(), answer=Replied(outcome="waiting")):
                talk.does(Expired(talk.at, "czas"))
            case Ask(question=Reply(), answer=Replied()):
                talk.taps("czas", "ok")
            case Ask(question=Reply()):
                talk.taps("czas", "sent")
            case Ask(question=question):
                talk.taps(question.id, "yes")
    assert talk.session.submitted_at is not None
    assert all(is_settled(talk.session, one) for one in CHECKLIST.visible(talk.session.answers, ""))
