"""What was seen before: free texts and whole sets of ticks, as digests of what is left when case, marks and spaces are gone.

A digest finds its like among tens of thousands of audits by one look into an index, and tells nothing of the words.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from contest.answers import Amount, Chosen, Several, Written
from contest.checklist import Checklist
from contest.flags.flag import Flag
from contest.headings import fold
from contest.mistakes import Fact
from contest.questions import Scale, Text
from contest.session import Session, freeze_answer

TICKS = "*"
"""In place of a question: all that was ticked together."""
_LEAST_WORDS = 5
"""„Brak uwag” says the same in every report."""
_LEAST_TICKS = 10


@dataclass(frozen=True, slots=True)
class Twin:
    """The same trace in another audit."""

    question: str
    label: str
    own: bool
    """It is by the same juror."""


def traces(checklist: Checklist, session: Session) -> dict[str, str]:
    """The digests of a submission by question; of ticks, under `TICKS`, when there are enough of them to tell two apart."""
    found: dict[str, str] = {}
    ticks = []
    for question in checklist.visible(session.answers, session.kind):
        match question, session.answers.get(question.id):
            case Text(), Written(text=text):
                words = re.findall(r"\w+", fold(text))
                if len(words) >= _LEAST_WORDS:
                    found[question.id] = _digest(" ".join(words))
            case _, (Chosen() | Several() | Amount()) as answer:
                ticks.append((question, answer))
    judged = any(isinstance(question, Scale) for question, _ in ticks)
    if judged and len(ticks) >= _LEAST_TICKS:
        told = "\n".join(f"{question.id}={freeze_answer(answer)}" for question, answer in ticks)
        found[TICKS] = _digest(f"{checklist.id}\n{told}")
    return found


def seen(twins: list[Twin]) -> Iterator[Flag]:
    """A text is odd wherever it stands again; a whole set of ticks only when the same juror ticked it twice."""
    for question in dict.fromkeys(twin.question for twin in twins):
        these = [twin for twin in twins if twin.question == question and (twin.own or question != TICKS)]
        if not these:
            continue
        facts: dict[str, Fact] = {
            "label": these[0].label,
            "more": len(these) - 1,
            "own": "yes" if these[0].own else "no",
        }
        yield Flag("answers-seen", facts=facts) if question == TICKS else Flag("text-seen", question, facts)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
