"""Entrants, publications, the edition's phase and assignments."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from contest.assignment import State
from contest.mistakes import Mistakes
from storage import assignments, edition, entrants, journal, publications
from storage.assignments import Assignment, Count
from storage.database import Reading
from tests.storage.desk import DAY, HOUR, KOWALOWO, NOON, ZDROJ, Pen, cast, offer


def codes(caught: pytest.ExceptionInfo[Mistakes]) -> list[str]:
    return [found.code for found in caught.value.found]


async def states(write: Pen, *path: State) -> int:
    """An assignment that went this way."""
    number = await offer(write)
    for frm, to in zip((State.OFFERED, *path), path, strict=False):
        assert await write(assignments.change, number, frm=frm, to=to, reason="", by="J-10", at=NOON)
    return number


async def test_entrants_come_back_as_they_were_added(write: Pen, look: Reading) -> None:
    await cast(write)

    assert await entrants.everything(look) == [KOWALOWO, ZDROJ]
    assert await entrants.find(look, 1) == KOWALOWO
    assert await entrants.find(look, 9) is None
    assert await entrants.keys(look) == {
        ("urzad gminy kowalowo", "gmina", "1206012"): 1,
        ("starostwo zdroj", "powiat", ""): 2,
    }


async def test_an_entrant_is_found_without_its_polish_letters(write: Pen, look: Reading) -> None:
    await cast(write)

    assert await entrants.search(look, "kowalowo") == [KOWALOWO]
    assert await entrants.search(look, "ZDRÓJ") == [ZDROJ]
    assert await entrants.search(look, "o", limit=1) == [KOWALOWO]
    assert await entrants.search(look, "nikt") == []


async def test_an_import_with_somebody_known_adds_nobody(write: Pen, look: Reading) -> None:
    await cast(write)
    known = replace(KOWALOWO, id=0, name="URZĄD GMINY  KOWAŁOWO")
    with pytest.raises(Mistakes) as caught:
        await write(entrants.add_all, [replace(ZDROJ, name="Nowe"), known], "O-10", NOON)

    assert codes(caught) == ["entrant-known"]
    assert await entrants.everything(look) == [KOWALOWO, ZDROJ]


async def test_an_entrant_is_corrected_but_not_into_another(write: Pen, look: Reading) -> None:
    await cast(write)
    moved = replace(ZDROJ, phone="111", population=5)
    assert await write(entrants.update, moved, by="O-10", at=NOON)
    assert not await write(entrants.update, replace(ZDROJ, id=9, name="Inne"), by="O-10", at=NOON)
    with pytest.raises(Mistakes) as caught:
        await write(entrants.update, replace(KOWALOWO, id=2), by="O-10", at=NOON)

    assert codes(caught) == ["entrant-known"]
    assert await entrants.find(look, 2) == moved


async def test_many_entrants_are_changed_in_one_go_or_none_of_them(write: Pen, look: Reading) -> None:
    await cast(write)
    moved = [replace(KOWALOWO, phone="111"), replace(ZDROJ, population=None, genitive="Zdroju")]
    assert await write(entrants.update_all, moved, by="O-10", at=NOON) == 2
    doubled = [replace(KOWALOWO, phone="222"), replace(KOWALOWO, id=2)]
    with pytest.raises(Mistakes) as caught:
        await write(entrants.update_all, doubled, by="O-10", at=NOON)

    assert codes(caught) == ["entrant-known"]
    assert await entrants.everything(look) == moved


async def test_a_withdrawn_entrant_can_come_back(write: Pen, look: Reading) -> None:
    await cast(write)
    assert not await write(entrants.restore, 2, by="O-10", at=NOON)
    await write(entrants.withdraw, 2, "pomyłka", by="O-10", at=NOON)
    assert await entrants.known(look) == ([KOWALOWO, ZDROJ], {2: "pomyłka"})
    assert await write(entrants.restore, 2, by="O-10", at=NOON)

    assert await entrants.known(look) == ([KOWALOWO, ZDROJ], {})


async def test_a_withdrawn_entrant_is_known_but_takes_part_no_more(write: Pen, look: Reading) -> None:
    await cast(write)
    assert await write(entrants.withdraw, 2, "likwidacja", by="O-10", at=NOON)
    assert not await write(entrants.withdraw, 2, "znowu", by="O-10", at=NOON)

    assert await entrants.everything(look) == [KOWALOWO]
    assert await entrants.find(look, 2) == ZDROJ
    assert await entrants.withdrawn(look) == {2: "likwidacja"}


async def test_a_published_version_never_changes(write: Pen, look: Reading) -> None:
    text = 'id = "telefon"\r\n# ąę\n'
    assert await write(publications.publish, "checklist", "telefon", 1, text, NOON)
    assert not await write(publications.publish, "checklist", "telefon", 1, text, NOON)
    assert await write(publications.publish, "checklist", "telefon", 4, "four", NOON, by="O-10")
    with pytest.raises(Mistakes) as caught:
        await write(publications.publish, "checklist", "telefon", 1, text + " ", NOON)

    assert [(found.code, dict(found.facts)) for found in caught.value.found] == [
        ("same-version-other-text", {"id": "telefon", "version": 1, "next": 5})
    ]
    assert await publications.source(look, "checklist", "telefon", 1) == text
    assert await publications.source(look, "checklist", "telefon", 2) is None
    assert await publications.newest(look, "checklist", "telefon") == 4
    assert await publications.newest(look, "scenarios", "telefon") is None
    assert [(one.id, one.version) for one in await publications.everything(look, "checklist")] == [
        ("telefon", 1),
        ("telefon", 4),
    ]
    assert await publications.find(look, "edition", "telefon", 1) is None


async def test_the_edition_begins_in_preparation_and_advances(write: Pen, look: Reading) -> None:
    assert await edition.since(look) == ("preparation", None)
    assert await edition.phase(look) == "preparation"
    for phase in ("collecting", "checking"):
        await write(edition.advance, phase, "O-10", NOON)

    assert await edition.phase(look) == "checking"
    assert await edition.since(look) == ("checking", NOON)
    assert [(entry.actor, entry.subject, entry.details) for entry in await journal.entries(look, 1)] == [
        ("O-10", "checking", {"from": "collecting"})
    ]


async def test_an_offered_assignment_carries_all_that_it_is_pinned_to(write: Pen, look: Reading) -> None:
    await cast(write)
    number = await offer(write)
    offered = Assignment(
        id=1,
        label="1/Jodła",
        entrant=1,
        channel="telefon",
        number=1,
        juror="J-10",
        scenario="dowod",
        scenarios="lider-zaufania@1",
        checklist="telefon@3",
        state=State.OFFERED,
        reason="",
        offered_at=NOON,
        answer_by=NOON + DAY,
        opens_at=NOON,
        due_at=NOON + 10 * DAY,
        changed_at=NOON,
    )

    assert await assignments.find(look, number) == offered
    assert await assignments.find(look, 9) is None


async def test_a_contact_has_one_live_assignment_and_may_be_offered_again(write: Pen, look: Reading) -> None:
    await cast(write)
    first = await offer(write)
    with pytest.raises(Mistakes) as caught:
        await offer(write, juror="J-11")
    assert codes(caught) == ["slot-taken"]
    assert await assignments.live_slots(look) == {(1, "telefon", 1)}

    await write(
        assignments.change,
        first,
        frm=State.OFFERED,
        to=State.DECLINED,
        reason="czas",
        by="J-10",
        at=NOON + HOUR,
    )
    assert await assignments.live_slots(look) == set()
    again = await offer(write, juror="J-11")
    assert [one.id for one in await assignments.everything(look)] == [first, again]
    assert [(one.id, one.reason) for one in await assignments.of_entrant(look, 1)] == [
        (first, "czas"),
        (again, ""),
    ]


async def test_of_many_who_change_a_state_one_succeeds(write: Pen, look: Reading) -> None:
    await cast(write)
    number = await offer(write)
    ends = (State.ACCEPTED, State.DECLINED, State.OVERDUE, State.CANCELLED)
    done = await asyncio.gather(
        *(
            write(assignments.change, number, frm=State.OFFERED, to=end, reason="", by="J-10", at=NOON)
            for end in ends
        )
    )

    assert sorted(done) == [False, False, False, True]
    assert [entry.action for entry in await journal.entries(look, 1)] == ["assignment.accepted"]


async def test_work_is_counted_by_juror_state_and_channel(write: Pen, look: Reading) -> None:
    await cast(write)
    await states(write, State.ACCEPTED, State.RUNNING)
    await offer(write, channel="wizyta")
    await offer(write, entrant=2, juror="J-11")

    assert [one.id for one in await assignments.of_juror(look, "J-10")] == [1, 2]
    assert [one.id for one in await assignments.of_juror(look, "J-10", {State.RUNNING})] == [1]
    assert [one.id for one in await assignments.in_state(look, {State.OFFERED})] == [2, 3]
    assert await assignments.by_state(look) == {State.RUNNING: 1, State.OFFERED: 2}
    assert await assignments.progress(look) == [
        Count("telefon", State.OFFERED, 1),
        Count("telefon", State.RUNNING, 1),
        Count("wizyta", State.OFFERED, 1),
    ]
    assert await assignments.played(look) == {1: frozenset({"dowod"}), 2: frozenset({"dowod"})}


async def test_only_live_work_can_be_postponed(write: Pen, look: Reading) -> None:
    await cast(write)
    number = await offer(write)
    assert await write(assignments.postpone, number, NOON + 20 * DAY, by="O-10", at=NOON)
    assert [one.due_at for one in await assignments.everything(look)] == [NOON + 20 * DAY]

    await write(
        assignments.change, number, frm=State.OFFERED, to=State.CANCELLED, reason="", by="O-10", at=NOON
    )
    assert not await write(assignments.postpone, number, NOON + 30 * DAY, by="O-10", at=NOON)
