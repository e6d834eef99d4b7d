"""The life of an assignment: the table of what may happen next, and its name in the chat.

move(state, act) -> state
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from contest.mistakes import Mistakes, mistake

Aim = Literal["planned", "double", "further", "opinion"]
"""What a contact is for: the plan's own, a check on another juror's contact, the second round, a second opinion."""


class State(StrEnum):
    """Where an assignment is in its life."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    RUNNING = "running"
    WAITING = "waiting"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    EXCLUDED = "excluded"
    DECLINED = "declined"
    HANDED_BACK = "handed_back"
    OVERDUE = "overdue"
    CANCELLED = "cancelled"


class Act(StrEnum):
    """What a person, or the schedule (`expire`), does to an assignment."""

    ACCEPT = "accept"
    DECLINE = "decline"
    START = "start"
    WAIT = "wait"
    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"
    EXCLUDE = "exclude"
    HAND_BACK = "hand_back"
    EXPIRE = "expire"
    CANCEL = "cancel"


_WITH_JUROR = {
    Act.SUBMIT: State.SUBMITTED,
    Act.HAND_BACK: State.HANDED_BACK,
    Act.EXPIRE: State.OVERDUE,
    Act.CANCEL: State.CANCELLED,
}

_MOVES: Mapping[State, Mapping[Act, State]] = {
    State.OFFERED: {
        Act.ACCEPT: State.ACCEPTED,
        Act.DECLINE: State.DECLINED,
        Act.EXPIRE: State.OVERDUE,
        Act.CANCEL: State.CANCELLED,
    },
    State.ACCEPTED: {
        Act.START: State.RUNNING,
        Act.HAND_BACK: State.HANDED_BACK,
        Act.EXPIRE: State.OVERDUE,
        Act.CANCEL: State.CANCELLED,
    },
    State.RUNNING: {**_WITH_JUROR, Act.WAIT: State.WAITING},
    State.WAITING: {**_WITH_JUROR, Act.START: State.RUNNING},
    State.SUBMITTED: {
        Act.APPROVE: State.APPROVED,
        Act.RETURN: State.RETURNED,
        Act.EXCLUDE: State.EXCLUDED,
        Act.CANCEL: State.CANCELLED,
    },
    State.RETURNED: {**_WITH_JUROR, Act.START: State.RUNNING, Act.EXCLUDE: State.EXCLUDED},
    State.APPROVED: {},
    State.EXCLUDED: {},
    State.DECLINED: {},
    State.HANDED_BACK: {},
    State.OVERDUE: {},
    State.CANCELLED: {},
}

RUNNING = frozenset({State.ACCEPTED, State.RUNNING, State.WAITING, State.RETURNED})
"""In the juror's hands: a due date ticks and reminders are sent."""

LIVE = RUNNING | {State.OFFERED, State.SUBMITTED, State.APPROVED}
"""It occupies its slot: no second assignment of the same contact may exist beside it."""


def acts(state: State) -> frozenset[Act]:
    """What may be done to an assignment in this state."""
    return frozenset(_MOVES[state])


def move(state: State, act: Act) -> State:
    """The state after the act. Raises `Mistakes` (`not-now`) when the act does not fit; nothing changes then."""
    after = _MOVES[state].get(act)
    if after is None:
        raise Mistakes([mistake("not-now", state=state.value, act=act.value)])
    return after


_WOODS = (
    "Jodła Buk Dąb Sosna Lipa Klon Brzoza Grab Olcha Wierzba Topola Jesion Wiąz Świerk Modrzew Cis Jawor Osika Kasztan "
    "Akacja Leszczyna Kalina Jarzębina Głóg Tarnina Dereń Bez Czeremcha Jałowiec Platan Orzech Grusza Jabłoń Śliwa Wiśnia "
    "Morwa Rokitnik Trzmielina Bluszcz Wrzos"
)


def label(number: int) -> str:
    """The name of an assignment in the chat: it tells neither entrant nor channel. `label(1)` is `1/Jodła`."""
    woods = _WOODS.split()
    return f"{number}/{woods[(number - 1) % len(woods)]}"
