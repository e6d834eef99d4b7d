"""What the documents of the experts' table are made from: the closed ballots with their counts, the reasons, the journal's head."""

from __future__ import annotations

from bot.house import House
from bot.organiser.results import Frozen
from reports.council import Held, Table
from storage import ballots, journal, nominations, people
from storage.ballots import Ballot
from storage.database import Reading

_SEAL = 16
"""Characters of the journal's seal that are printed, as many as /dziennik shows."""


async def table(house: House, db: Reading, frozen: Frozen) -> Table:
    """Everything that the protocol and the running order say, at this moment."""
    held = [each for each in await ballots.of_snapshot(db, frozen.id) if each.outcome is not None]
    rolls = {one.expert for each in held for one in await ballots.roll(db, each.id)}
    experts = {person.code for person in await people.with_role(db, "expert")} | rolls
    head = await journal.head(db)
    settings = frozen.snapshot.settings
    gala = settings.dates.gala
    return Table(
        experts=tuple(sorted(experts)),
        held=tuple([await _held(house, db, each) for each in held]),
        reasons=tuple((each.entrant, each.reason) for each in await nominations.everything(db)),
        drawn_on=house.local(
            max((each.closed_at or each.opened_at for each in held), default=frozen.snapshot.made_at)
        ).date(),
        seal=f"{head.seq} · {head.hash[:_SEAL]}",
        gala=gala,
        embargo=settings.publishing.embargo == "gala",
    )


async def _held(house: House, db: Reading, ballot: Ballot) -> Held:
    assert ballot.outcome is not None, "only closed ballots are counted"
    roll = await ballots.roll(db, ballot.id)
    states = [each.state for each in roll]
    return Held(
        honour=ballot.honour,
        about=ballot.about,
        number=ballot.number,
        candidates=ballot.candidates,
        votes=await ballots.votes(db, ballot.id),
        outcome=ballot.outcome,
        opened_on=house.local(ballot.opened_at).date(),
        entitled=len(states) - states.count("recused"),
        voted=states.count("voted"),
        recused=tuple(each.expert for each in roll if each.state == "recused"),
    )
