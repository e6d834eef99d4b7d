"""An appeal is entered once about an answer and judged once; the votes and the journal as they are handed over."""

from __future__ import annotations

import pytest

from contest.mistakes import Mistakes
from contest.session import Session
from contest.voting import Outcome, Topic
from storage import appeals, audits, ballots, export, journal, snapshots
from storage.database import Reading
from tests.storage.desk import NOON, Pen, cast, offer


async def _submitted(write: Pen) -> int:
    await cast(write)
    task = await offer(write)
    return await write(
        audits.submit,
        task,
        Session("telefon@3", "gmina"),
        {},
        started_at=NOON,
        submitted_at=NOON,
        by="J-10",
    )


async def test_an_appeal_is_entered_once_and_judged_once(write: Pen, look: Reading) -> None:
    audit = await _submitted(write)

    number = await write(appeals.enter, audit, "czas", "Dzwonił krócej", by="O-10", at=NOON)
    with pytest.raises(Mistakes) as caught:
        await write(appeals.enter, audit, "czas", "Jeszcze raz", by="O-10", at=NOON)
    assert (caught.value.found[0].code, caught.value.found[0].facts) == ("appeal-known", {"number": number})

    assert await write(appeals.judge, number, "upheld", None, "", by="O-10", at=NOON) is True
    assert await write(appeals.judge, number, "dismissed", None, "", by="O-10", at=NOON) is False
    [found] = await appeals.everything(look)
    assert (found.audit, found.entrant, found.channel, found.verdict) == (audit, 1, "telefon", "upheld")

    assert await appeals.decided_by(look, audit) is None
    await write(audits.decide, audit, "approved", "", by="O-10", at=NOON)
    assert await appeals.decided_by(look, audit) == "O-10"


async def test_votes_are_handed_over_as_counts_and_only_of_closed_ballots(write: Pen, look: Reading) -> None:
    await cast(write)
    await write(snapshots.keep, "{}", "d" * 64, by="O-10", at=NOON)
    for about in ("a", "b"):
        await write(
            ballots.open_ballot,
            Topic("statuette", about, (1,)),
            (1,),
            {"O-10": True},
            number=1,
            snapshot=1,
            closes_at=NOON,
            by="O-10",
            at=NOON,
        )
    await write(ballots.close, 1, Outcome("rejected"), by="O-10", at=NOON)

    assert [row.ballot for row in await export.ballots(look)] == [1, 2]
    assert {(row.ballot, row.votes) for row in await export.votes(look)} == {(1, 0)}
    assert [(row.ballot, row.state) for row in await export.electors(look)] == [
        (1, "entitled"),
        (2, "entitled"),
    ]


async def test_the_journal_is_searched_by_act_person_day_and_subject_without_hidden_entrants(
    write: Pen, look: Reading
) -> None:
    await _submitted(write)

    async def found(word: str, **wanted: object) -> list[str]:
        entries = await journal.search(look, word, limit=50, **wanted)  # type: ignore[arg-type] # what the test asks
        return [f"{entry.action} {entry.subject}" for entry in entries]

    every = await found("")
    assert await found("2026-05-04") == every
    assert all(line.startswith("audit.") for line in await found("audit"))
    assert await found("j-10") == await found("audit")
    assert len(await found("", before=2)) == 1
    assert not any(line.startswith(("audit.", "assignment.")) for line in await found("", hidden={1}))
    assert await found("nothing such") == []
