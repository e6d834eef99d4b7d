"""The experts' table: who is entitled, who has voted, and how many votes each choice has; never who voted for what.

A paper is what one expert's buttons hold: a random token a choice. `cast` turns it into a count and destroys all papers of
that expert, in one transaction; no row keeps a vote, so none can be laid beside a name, nor in an order beside moments.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import Json

from contest.mistakes import Mistakes, mistake
from contest.voting import Honour, Outcome, Topic, choices
from storage import journal
from storage.database import Reading, Writing

ElectorState = Literal["entitled", "voted", "recused"]


@dataclass(frozen=True, slots=True)
class Ballot:
    """One ballot; `outcome` is None while it is open."""

    id: int
    snapshot: int
    honour: Honour
    about: str
    number: int
    candidates: Json[tuple[int, ...]]
    opened_at: datetime
    opened_by: str
    closes_at: datetime
    closed_at: datetime | None
    closed_by: str | None
    outcome: Json[Outcome] | None


@dataclass(frozen=True, slots=True)
class Elector:
    """An expert and a ballot: entitled, voted, or kept away from it."""

    ballot: int
    expert: str
    state: ElectorState


@dataclass(frozen=True, slots=True)
class Paper:
    """What a button stands for, while its expert has not voted."""

    token: str
    ballot: int
    expert: str
    choice: str


async def open_ballot(
    tx: Writing,
    topic: Topic,
    candidates: Sequence[int],
    roll: Mapping[str, bool],
    *,
    number: int,
    snapshot: int,
    closes_at: datetime,
    by: str,
    at: datetime,
) -> int | None:
    """Open the `number`-th ballot on a topic; its id, None when another is open or it is not the next one.

    `roll`: expert -> whether they are entitled.
    """
    before = [each for each in await of_snapshot(tx, snapshot) if _on(each, topic)]
    if number != len(before) + 1 or any(each.outcome is None for each in before):
        return None
    ballot = await tx.add(
        """
        INSERT INTO ballots (snapshot, honour, about, number, candidates, opened_at, opened_by, closes_at)
        VALUES (:snapshot, :honour, :about, :number, :candidates, :at, :by, :closes_at)
        """,
        snapshot=snapshot,
        honour=topic.honour,
        about=topic.about,
        number=number,
        candidates=json.dumps(list(candidates)),
        at=at,
        by=by,
        closes_at=closes_at,
    )
    for expert, entitled in roll.items():
        await tx.run(
            "INSERT INTO electors (ballot, expert, state) VALUES (:ballot, :expert, :state)",
            ballot=ballot,
            expert=expert,
            state="entitled" if entitled else "recused",
        )
    for choice in choices(candidates):
        await tx.run(
            "INSERT INTO tallies (ballot, choice) VALUES (:ballot, :choice)", ballot=ballot, choice=choice
        )
    details: dict[str, str | int] = {"honour": topic.honour, "about": topic.about, "number": number}
    await journal.write(tx, at, by, "ballot.open", str(ballot), details)
    return ballot


async def hand_out(tx: Writing, ballot: int, expert: str, tokens: Mapping[str, str]) -> None:
    """A paper for an entitled expert, instead of any older one: token -> choice."""
    await _take_back(tx, ballot, expert)
    for token, choice in tokens.items():
        await tx.run(
            "INSERT INTO papers (token, ballot, expert, choice) VALUES (:token, :ballot, :expert, :choice)",
            token=token,
            ballot=ballot,
            expert=expert,
            choice=choice,
        )


async def paper(db: Reading, token: str) -> Paper | None:
    """What a button stands for."""
    return await db.maybe(
        Paper, "SELECT token, ballot, expert, choice FROM papers WHERE token = :token", token=token
    )


async def cast(tx: Writing, token: str, *, by: str, at: datetime) -> int:
    """Cast the vote of a paper, once; the ballot. Raises Mistakes (`ballot-closed`, `ballot-voted`, `ballot-recused`)."""
    held = await paper(tx, token)
    if held is None or held.expert != by:
        raise Mistakes([mistake("ballot-voted")])
    ballot = await find(tx, held.ballot)
    if ballot is None or ballot.outcome is not None or ballot.closes_at <= at:
        raise Mistakes([mistake("ballot-closed")])
    marked = await tx.run(
        """
        UPDATE electors SET state = 'voted'
        WHERE ballot = :ballot AND expert = :by AND state = 'entitled' AND NOT EXISTS (
            SELECT 1 FROM recusals
            WHERE person = :by AND entrant IN (
                SELECT value FROM ballots, json_each(ballots.candidates) WHERE ballots.id = :ballot))
        """,
        ballot=held.ballot,
        by=by,
    )
    if not marked:
        raise Mistakes([mistake("ballot-recused")])
    await tx.run(
        "UPDATE tallies SET votes = votes + 1 WHERE ballot = :ballot AND choice = :choice",
        ballot=held.ballot,
        choice=held.choice,
    )
    await _take_back(tx, held.ballot, by)
    await journal.write(tx, at, by, "ballot.vote", str(held.ballot), {})
    return held.ballot


async def recuse(tx: Writing, ballot: int, experts: Iterable[str]) -> int:
    """Take off the roll who has not voted and must not any more; how many."""
    changed = 0
    for expert in experts:
        changed += await tx.run(
            """
            UPDATE electors SET state = 'recused'
            WHERE ballot = :ballot AND expert = :expert AND state = 'entitled'
            """,
            ballot=ballot,
            expert=expert,
        )
        await _take_back(tx, ballot, expert)
    return changed


async def close(tx: Writing, ballot: int, outcome: Outcome, *, by: str, at: datetime) -> bool:
    """Close a ballot with its outcome; False when it was closed before. No paper outlives it."""
    body = json.dumps({"verdict": outcome.verdict, "entrants": list(outcome.entrants)})
    changed = await tx.run(
        """
        UPDATE ballots SET closed_at = :at, closed_by = :by, outcome = :outcome
        WHERE id = :ballot AND outcome IS NULL
        """,
        ballot=ballot,
        at=at,
        by=by,
        outcome=body,
    )
    if not changed:
        return False
    await tx.run("DELETE FROM papers WHERE ballot = :ballot", ballot=ballot)
    await journal.write(tx, at, by, "ballot.close", str(ballot), {"verdict": outcome.verdict})
    return True


async def find(db: Reading, id: int) -> Ballot | None:  # noqa: A002 -- the word of the table
    """The ballot of an id."""
    return await db.maybe(
        Ballot,
        """
        SELECT id, snapshot, honour, about, number, candidates, opened_at, opened_by, closes_at, closed_at, closed_by,
               outcome
        FROM ballots WHERE id = :id
        """,
        id=id,
    )


async def running(db: Reading, snapshot: int) -> int:
    """How many ballots about a frozen state are still open."""
    return await db.one(
        int, "SELECT count(*) FROM ballots WHERE snapshot = :snapshot AND outcome IS NULL", snapshot=snapshot
    )


async def of_snapshot(db: Reading, snapshot: int) -> list[Ballot]:
    """Every ballot about a frozen state, in the order of opening."""
    return await db.all(
        Ballot,
        """
        SELECT id, snapshot, honour, about, number, candidates, opened_at, opened_by, closes_at, closed_at, closed_by,
               outcome
        FROM ballots WHERE snapshot = :snapshot ORDER BY id
        """,
        snapshot=snapshot,
    )


async def roll(db: Reading, ballot: int) -> list[Elector]:
    """Who may vote, has voted, or is kept away; by code."""
    return await db.all(
        Elector,
        "SELECT ballot, expert, state FROM electors WHERE ballot = :ballot ORDER BY expert",
        ballot=ballot,
    )


async def votes(db: Reading, ballot: int) -> dict[str, int]:
    """How many votes each choice has: to be asked at the closing and after it, never while people vote."""
    rows = await db.all(
        tuple[str, int],
        "SELECT choice, votes FROM tallies WHERE ballot = :ballot ORDER BY choice",
        ballot=ballot,
    )
    return dict(rows)


async def _take_back(tx: Writing, ballot: int, expert: str) -> None:
    """Destroy an expert's paper."""
    await tx.run(
        "DELETE FROM papers WHERE ballot = :ballot AND expert = :expert", ballot=ballot, expert=expert
    )


def _on(ballot: Ballot, topic: Topic) -> bool:
    return (ballot.honour, ballot.about) == (topic.honour, topic.about)
