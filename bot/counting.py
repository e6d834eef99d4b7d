"""From approved audits to the contacts that a ranking is counted from: each is scored by the version it was pinned to."""

from __future__ import annotations

from dataclasses import dataclass

from bot.house import Rules
from contest.ranking import Contact
from contest.scoring import Score, score
from storage import audits
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
    return [one for audit in await audits.approved(db) if (one := _count(audit, rules))]


def _count(audit: Approved, rules: Rules) -> Counted | None:
    made = score(rules.checklists[audit.checklist], audit.session.answers, audit.session.kind)
    if made.percent is None:
        return None
    contact = Contact(
        audit.assignment, audit.entrant, audit.channel, audit.juror, made.percent, made.sections
    )
    return Counted(audit, made, contact)
