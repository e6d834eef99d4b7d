"""Results frozen anew after upheld appeals: by an owner's name, with what changes shown first; the older freeze stays in the files."""

from __future__ import annotations

from bot.house import Turn, refuse
from bot.organiser import appealing, results
from bot.organiser.proposing import propose
from bot.organiser.ranking import plan_documents
from bot.roles import ORGANISER
from contest.simulation import effects
from contest.snapshot import Snapshot, digest, fingerprint, freeze_snapshot
from storage import people, snapshots


async def propose_refreeze(turn: Turn, _: list[str]) -> None:
    """What the upheld appeals change: places and licences, by official points."""
    upheld = await _ready(turn)
    before = await results.frozen(turn.tx)
    assert before is not None, "settled says so"
    after = await results.now(turn.tx, turn.house.rules, turn.at)
    found = effects(before.snapshot, after, Snapshot.official, hidden=await turn.hidden())
    lines = [
        turn.say("refreeze-head", count=upheld),
        turn.say(
            "refreeze-changes",
            moved=found.moved,
            gained=len(found.gained),
            lost=len(found.lost),
            firsts=len(found.firsts),
        ),
        turn.say("refreeze-meaning"),
    ]
    body = fingerprint(after)
    yes, no = turn.say("button-refreeze"), turn.say("button-not-yet")
    await propose(turn, "refreeze", body, lines=lines, yes=yes, no=no)


async def refreeze(turn: Turn, shown: str) -> None:
    """The confirmed act, if nothing has moved since it was shown; its trace names the freeze before it."""
    upheld = await _ready(turn)
    before = await results.frozen(turn.tx)
    assert before is not None, "settled says so"
    state = await results.now(turn.tx, turn.house.rules, turn.at)
    if fingerprint(state) != shown:
        raise refuse("freeze-moved")
    seal = digest(state)
    await snapshots.keep(turn.tx, freeze_snapshot(state), seal, by=turn.person.code, at=turn.at)
    await turn.note("edition.refreeze", seal, before=before.digest, appeals=upheld)
    for person in await people.everybody(turn.tx):
        if person.roles & ORGANISER:
            await turn.write(
                "refreeze-done", to=person, by=turn.person.code, count=upheld, digest=results.eights(seal)
            )
    await plan_documents(turn, "standings")


async def _ready(turn: Turn) -> int:
    """How many appeals the new freeze takes in. Raises Mistakes when it may not be, or there are none."""
    await appealing.settled(turn)
    upheld = await appealing.fresh(turn)
    if not upheld:
        raise refuse("refreeze-nothing")
    return len(upheld)
