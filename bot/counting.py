"""From approved audits to the contacts that a ranking is counted from: each is scored by the version it was pinned to, as upheld appeals corrected it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from bot.house import Rules
from contest.answers import NOT_APPLICABLE, Answer, Chosen
from contest.ranking import Contact
from contest.scoring import Score, score
from contest.session import thaw_answer
from storage import appeals, audits
from storage.audits import Approved
from storage.database import Reading


@dataclass(frozen=True, slots=True)
class Counted:
    """An approved audit, what it scored, and the contact that enters the ranking."""

    audit: Approved
    score: Score
    contact: Contact


async def counted(db: Reading, rules: Rules) -> list[Counted]:
    """Every approved audit in which something could be earned, by assignment."""
    upheld = await _upheld(db)
    return [one for audit in await audits.approved(db) if (one := _count(audit, rules, upheld))]


async def _upheld(db: Reading) -> dict[int, dict[str, Answer]]:
    """By audit, the answers as they should have been; a question that counts for nothing is as if it did not apply."""
    found: defaultdict[int, dict[str, Answer]] = defaultdict(dict)
    for each in await appeals.everything(db):
        if each.verdict == "upheld":
            answer = thaw_answer(each.correction) if each.correction else Chosen(NOT_APPLICABLE)
            found[each.audit][each.question] = answer
    return found


def _count(audit: Approved, rules: Rules, upheld: Mapping[int, Mapping[str, Answer]]) -> Counted | None:
    answers = {**audit.session.answers, **upheld.get(audit.audit, {})}
    made = score(rules.checklists[audit.checklist], answers, audit.session.kind)
    if made.percent is None:
        return None
    contact = Contact(
        audit.assignment, audit.entrant, audit.channel, audit.juror, made.percent, made.sections
    )
    return Counted(audit, made, contact)
