"""Contacts in the hands of chosen jurors, without a plan: who carries what is said by the story."""

from __future__ import annotations

from datetime import timedelta

from contest.assignment import Act, State, label, move
from storage import assignments
from storage.assignments import Assignment
from storage.database import Writing
from tests.bot.office import OWNER, Office

_WAY = {
    State.OFFERED: (),
    State.ACCEPTED: (Act.ACCEPT,),
    State.RUNNING: (Act.ACCEPT, Act.START),
}


async def give(
    office: Office, juror: str, entrant: int, channel: str, state: State = State.OFFERED, *, number: int = 1
) -> Assignment:
    """A contact of the juror, in this state."""
    rules, now = office.house.rules, office.clock.at

    async def act(tx: Writing) -> int:
        made = await assignments.offer(
            tx,
            entrant=entrant,
            channel=channel,
            number=number,
            juror=juror,
            scenario=rules.current_scenarios.items[0].id,
            scenarios=f"{rules.current_scenarios.id}@{rules.current_scenarios.version}",
            checklist=rules.current[channel].name,
            label=label,
            answer_by=now + timedelta(days=2),
            opens_at=now,
            due_at=now + timedelta(days=10),
            by=OWNER,
            at=now,
        )
        at = State.OFFERED
        for step in _WAY[state]:
            to = move(at, step)
            await assignments.change(tx, made, frm=at, to=to, reason="", by=juror, at=now)
            at = to
        return made

    number_of = await office.house.db.transact(act)
    found = await assignments.find(office.house.db.reading, number_of)
    assert found is not None
    return found
