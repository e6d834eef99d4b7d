"""From approved audits to the contacts that a ranking is counted from: each is scored by the version it was pinned to, as upheld appeals corrected it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from bot.house import Rules, Worth
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
    found = []
    for audit in await audits.approved(db):
        made = _score(audit, rules, upheld)
        if contact := _contact(audit, (made.percent, made.sections)):
            found.append(Counted(audit, made, contact))
    return found


async def contacts(db: Reading, rules: Rules) -> list[Contact]:
    """The contacts alone. What answers are worth is remembered with the rules, for neither ever changes."""
    upheld = await _upheld(db)
    found = [_contact(audit, _worth(audit, rules, upheld)) for audit in await audits.approved(db)]
    return [contact for contact in found if contact]


def _worth(audit: Approved, rules: Rules, upheld: Mapping[int, Mapping[str, Answer]]) -> Worth:
    key = audit.checklist, hashlib.sha256(audit.state.encode()).digest()
    known = rules.worth.get(key) if audit.audit not in upheld else None
    if known is None:
        made = _score(audit, rules, upheld)
        known = made.percent, made.sections
        if audit.audit not in upheld:
            rules.worth[key] = known
    return known


async def _upheld(db: Reading) -> dict[int, dict[str, Answer]]:
    """By audit, the answers as they should have been; a question that counts for nothing is as if it did not apply."""
    found: defaultdict[int, dict[str, Answer]] = defaultdict(dict)
    for each in await appeals.everything(db):
        if each.verdict == "upheld":
            answer = thaw_answer(each.correction) if each.correction else Chosen(NOT_APPLICABLE)
            found[each.audit][each.question] = answer
    return found


def _score(audit: Approved, rules: Rules, upheld: Mapping[int, Mapping[str, Answer]]) -> Score:
    session = audit.session
    answers = {**session.answers, **upheld.get(audit.audit, {})}
    return score(rules.checklists[audit.checklist], answers, session.kind)


def _contact(audit: Approved, worth: Worth) -> Contact | None:
    percent, sections = worth
    if percent is None:
        return None
    return Contact(audit.assignment, audit.entrant, audit.channel, audit.juror, percent, sections)
