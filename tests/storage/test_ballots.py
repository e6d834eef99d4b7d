"""The experts' table in the database: a vote is a count from the start, once, and never after the end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from contest.entrants import Entrant
from contest.mistakes import Mistakes
from contest.voting import Outcome, Topic
from storage import ballots, entrants, journal, nominations, people, recusals, snapshots
from storage.database import Reading
from tests.storage.desk import NOON, Pen

TOPIC = Topic("statuette", "gminy", (1, 2))
LATER = NOON + timedelta(hours=48)


async def _opened(write: Pen) -> int:
    """Three experts, one of them recused, and a ballot on two entrants."""
    for number in (1, 2, 3):
        code = f"E-0{number}"
        await write(people.enlist, code, 100 + number, name="", language="pl", at=NOON)
        await write(people.grant, code, ["expert"])
    named = [Entrant(id=0, name=f"Gmina {name}", kind="gmina_wiejska") for name in ("Adamów", "Baboszewo")]
    await write(entrants.add_all, named, "E-01", NOON)
    await write(snapshots.keep, "{}", "d" * 64, by="E-01", at=NOON)
    roll = {"E-01": True, "E-02": True, "E-03": False}
    opened = await write(
        ballots.open_ballot,
        TOPIC,
        TOPIC.candidates,
        roll,
        number=1,
        snapshot=1,
        closes_at=LATER,
        by="E-01",
        at=NOON,
    )
    assert opened == 1
    for expert in ("E-01", "E-02", "E-03"):
        tokens = {f"{expert}:{choice}": choice for choice in ("1", "2", "against", "abstain")}
        await write(ballots.hand_out, 1, expert, tokens)
    return 1


async def _refused(write: Pen, token: str, by: str) -> str:
    with pytest.raises(Mistakes) as caught:
        await write(ballots.cast, token, by=by, at=NOON)
    return caught.value.found[0].code


async def test_a_vote_is_counted_once_and_leaves_nothing_that_says_whose_it_was(
    write: Pen, look: Reading
) -> None:
    ballot = await _opened(write)

    assert await write(ballots.cast, "E-01:2", by="E-01", at=NOON) == ballot

    assert await _refused(write, "E-01:1", "E-01") == "ballot-voted"
    assert await _refused(write, "E-02:1", "E-01") == "ballot-voted"  # somebody else's paper
    assert await ballots.votes(look, ballot) == {"1": 0, "2": 1, "abstain": 0, "against": 0}
    assert [(each.expert, each.state) for each in await ballots.roll(look, ballot)] == [
        ("E-01", "voted"),
        ("E-02", "entitled"),
        ("E-03", "recused"),
    ]
    assert await ballots.paper(look, "E-01:2") is None
    [cast] = [entry for entry in await journal.entries(look, 20) if entry.action == "ballot.vote"]
    assert (cast.actor, cast.subject, cast.details) == ("E-01", "1", {})


async def test_who_is_recused_cannot_vote_even_with_a_paper(write: Pen, look: Reading) -> None:
    ballot = await _opened(write)
    await write(recusals.declare, "E-02", 2, "rodzina", by="E-02", at=NOON)

    assert await _refused(write, "E-03:1", "E-03") == "ballot-recused"
    assert await _refused(write, "E-02:1", "E-02") == "ballot-recused"

    await write(ballots.recuse, ballot, ["E-02"])
    assert [each.state for each in await ballots.roll(look, ballot)] == ["entitled", "recused", "recused"]


async def test_a_ballot_is_closed_once_and_takes_no_vote_after_it(write: Pen, look: Reading) -> None:
    ballot = await _opened(write)
    outcome = Outcome("elected", (2,))

    assert await write(ballots.close, ballot, outcome, by="E-01", at=NOON) is True
    assert await write(ballots.close, ballot, outcome, by="E-01", at=NOON) is False

    found = await ballots.find(look, ballot)
    assert found is not None
    assert (found.outcome, found.candidates) == (outcome, (1, 2))
    assert await look.all(str, "SELECT token FROM papers") == []
    assert await _refused(write, "E-02:1", "E-02") == "ballot-voted"


async def test_the_time_of_a_ballot_ends_it_even_before_it_is_closed(write: Pen) -> None:
    await _opened(write)

    with pytest.raises(Mistakes) as caught:
        await write(ballots.cast, "E-01:2", by="E-01", at=LATER)

    assert caught.value.found[0].code == "ballot-closed"


async def test_a_topic_has_one_open_ballot_at_a_time_and_they_are_numbered(write: Pen, look: Reading) -> None:
    ballot = await _opened(write)

    async def another(number: int) -> int | None:
        opened: int | None = await write(
            ballots.open_ballot,
            TOPIC,
            TOPIC.candidates,
            {},
            number=number,
            snapshot=1,
            closes_at=LATER,
            by="E-01",
            at=NOON,
        )
        return opened

    assert await another(2) is None  # the first is open
    assert await ballots.running(look, 1) == 1
    await write(ballots.close, ballot, Outcome("tie", (1, 2)), by="E-01", at=NOON)
    assert await ballots.running(look, 1) == 0
    assert await another(1) is None
    assert await another(2) == 2
    assert [each.number for each in await ballots.of_snapshot(look, 1)] == [1, 2]


async def test_a_nomination_is_kept_once_reworded_withdrawn_and_forgotten(write: Pen, look: Reading) -> None:
    await _opened(write)

    assert await write(nominations.nominate, 1, "Za ławki", by="E-01", at=NOON) is True
    assert await write(nominations.nominate, 1, "Za ławki i dialog", by="E-01", at=NOON) is False
    assert await write(nominations.nominate, 2, "Za telefon", by="E-02", at=NOON) is True
    assert await write(nominations.withdraw, 2, by="E-02", at=NOON) is True
    assert await write(nominations.withdraw, 2, by="E-02", at=NOON) is False
    assert [(one.entrant, one.reason) for one in await nominations.everything(look)] == [
        (1, "Za ławki i dialog")
    ]

    await write(nominations.forget, "E-01")
    assert [one.reason for one in await nominations.everything(look)] == [""]
