"""Inbox, outbox, schedule and proposals: what must happen once, and in order."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import due, facts, inbox, messages, outbox, proposals
from storage.database import Database, Reading
from storage.inbox import Row
from storage.sealing import Seal
from tests.storage.desk import DAY, HOUR, KEY, NOON, Pen, cast

SECOND = timedelta(seconds=1)


async def promise(
    write: Pen, person: str, dedupe: str, *, binds: str | None = None, not_before: datetime = NOON
) -> int | None:
    body = json.dumps({"text": dedupe})
    return await write(outbox.promise, person, dedupe, body, binds=binds, not_before=not_before, at=NOON)


async def sendable(look: Reading, person: str) -> list[str]:
    return [row.dedupe for row in await outbox.open_of(look, person, NOON, 10)]


async def test_an_update_is_kept_once_however_often_it_comes(write: Pen, look: Reading) -> None:
    assert await write(inbox.receive, [(10, 5, "a"), (11, 5, "b")], NOON) == 2
    assert await write(inbox.finish, 10, NOON)
    assert not await write(inbox.finish, 10, NOON)

    assert await write(inbox.receive, [(10, 5, "a"), (11, 5, "b"), (12, 6, "c")], NOON) == 1
    assert await inbox.oldest(look, 10) == [Row(11, 5, "b", 0), Row(12, 6, "c", 0)]
    assert (await inbox.highest(look), await inbox.waiting(look), await inbox.set_aside(look)) == (12, 2, 0)


async def test_after_silence_lower_numbers_are_new_all_the_same(write: Pen, look: Reading) -> None:
    await write(inbox.receive, [(900_000, 5, "before the silence")], NOON)
    await write(inbox.finish, 900_000, NOON)

    assert await write(inbox.receive, [(17, 5, "after it")], NOON + 8 * DAY) == 1
    assert await inbox.oldest(look, 10) == [Row(17, 5, "after it", 0)]


async def test_chats_wait_their_turn_and_each_keeps_its_order(write: Pen, look: Reading) -> None:
    await write(inbox.receive, [(1, 7, "a"), (2, 5, "b"), (3, 7, "c"), (4, None, "nobody")], NOON)

    first = [Row(1, 7, "a", 0), Row(2, 5, "b", 0), Row(4, 0, "nobody", 0)]
    assert await inbox.oldest(look, 10) == first
    assert await inbox.oldest(look, 1) == first[:1]
    await write(inbox.finish, 1, NOON)
    assert await inbox.oldest(look, 10) == [Row(2, 5, "b", 0), Row(3, 7, "c", 0), Row(4, 0, "nobody", 0)]


async def test_those_of_whom_something_waits_are_told_from_the_others(write: Pen, look: Reading) -> None:
    await write(inbox.receive, [(1, 7, "a"), (2, 8, "b")], NOON)
    await write(inbox.finish, 1, NOON)

    assert await inbox.waiting_of(look, [7, 8, 9]) == {8}


async def test_what_fails_is_counted_set_aside_and_out_of_the_way(write: Pen, look: Reading) -> None:
    await write(inbox.receive, [(1, 7, "poison"), (2, 7, "next")], NOON)
    assert [await write(inbox.fail, 1, "KeyError", NOON) for _ in range(3)] == [1, 2, 3]
    assert await inbox.oldest(look, 10) == [Row(1, 7, "poison", 3)]
    await write(inbox.bury, 1, "KeyError", NOON)

    assert await inbox.oldest(look, 10) == [Row(2, 7, "next", 0)]
    assert await inbox.dead(look) == [inbox.Dead(1, "poison", "KeyError", 3, NOON)]
    assert await write(inbox.erase_dead, NOON) == 0
    assert await write(inbox.erase_dead, NOON + DAY) == 1
    assert await inbox.dead(look) == [inbox.Dead(1, None, "KeyError", 3, NOON)]


async def test_an_answered_update_leaves_no_bytes(write: Pen, db: Database) -> None:
    def files() -> bytes:
        return b"".join(file.read_bytes() for file in db.path.parent.glob("contest.db*"))

    secret = "Jadwiga Kanarkowa " * 400
    await write(inbox.receive, [(number, 5, secret) for number in range(20)], NOON)
    sealed = (Seal(KEY).seal("update 7", secret) or b"")[-200:]
    assert sealed in files()
    for number in range(20):
        await write(inbox.finish, number, NOON)
    await db.checkpoint()

    assert sealed not in files()


async def test_a_message_is_promised_once(write: Pen, look: Reading) -> None:
    assert await promise(write, "J-10", "q:1:1") == 1
    assert await promise(write, "J-10", "q:1:1") is None

    assert await outbox.pending(look) == 1


async def test_each_person_is_served_in_order_and_nobody_waits_for_another(write: Pen, look: Reading) -> None:
    for person, dedupe in (("J-10", "a1"), ("J-11", "b1"), ("J-10", "a2")):
        await promise(write, person, dedupe)
    await write(outbox.later, 1, NOON + HOUR, "429")

    assert await outbox.recipients(look, NOON) == ["J-11"]
    assert await sendable(look, "J-10") == []
    assert await outbox.recipients(look, NOON + HOUR) == ["J-10", "J-11"]
    assert [row.dedupe for row in await outbox.open_of(look, "J-10", NOON + HOUR, 10)] == ["a1", "a2"]
    assert [row.dedupe for row in await outbox.open_of(look, "J-10", NOON + HOUR, 1)] == ["a1"]


async def test_what_was_planned_for_later_holds_up_nobody(write: Pen, look: Reading) -> None:
    await promise(write, "J-10", "in the morning", not_before=NOON + HOUR)
    await promise(write, "J-10", "now")

    assert await outbox.recipients(look, NOON) == ["J-10"]
    assert await sendable(look, "J-10") == ["now"]
    assert await sendable(look, "J-11") == []


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["sent", "later", "kill", "sending"]), st.booleans()), max_size=12))
async def test_in_any_history_nothing_overtakes_what_waits_for_its_next_attempt(
    db: Database, acts: list[tuple[str, bool]]
) -> None:
    write = Pen(db)
    await write(outbox.forget, "J-10")
    for number in range(len(acts)):
        await promise(write, "J-10", f"m{number}")
    for act, _ in acts:
        ready = await outbox.open_of(db.reading, "J-10", NOON, 1)
        if not ready:
            break
        [row] = ready
        match act:
            case "sent":
                await write(outbox.sent, {row.id: row.id}, NOON)
            case "later":
                await write(outbox.later, row.id, NOON + HOUR, "lost")
            case "kill":
                await write(outbox.kill, row.id, "no")
            case _:
                await write(outbox.sending, row.id)

    left = await outbox.open_of(db.reading, "J-10", NOON + HOUR, 100)
    ready = await outbox.open_of(db.reading, "J-10", NOON, 100)
    assert [row.id for row in left] == sorted(row.id for row in left)
    waits = [row.id for row in left if row.not_before > NOON]
    assert ready == ([] if waits else left)


async def test_a_person_who_cannot_be_reached_loses_nothing(write: Pen, look: Reading) -> None:
    for dedupe in ("a", "b"):
        await promise(write, "J-10", dedupe)
    await write(outbox.later, 1, NOON + HOUR, "lost")
    assert await write(outbox.park, "J-10") == 2
    assert await outbox.recipients(look, NOON + HOUR) == []
    assert await outbox.counts(look) == {"parked": 2}

    assert await write(outbox.unpark, "J-10") == 2
    assert await sendable(look, "J-10") == ["a", "b"]  # the attempts start anew


async def test_a_promise_can_be_taken_back_until_it_is_sent(write: Pen, look: Reading) -> None:
    for dedupe in ("a", "b"):
        await promise(write, "J-10", dedupe)
    await write(outbox.sent, {1: 100}, NOON)

    assert (await write(outbox.drop, 1), await write(outbox.drop, 2)) == (False, True)
    assert await outbox.counts(look) == {"sent": 1, "dropped": 1}


async def test_what_can_never_be_sent_is_kept_with_its_reason(write: Pen, look: Reading) -> None:
    await promise(write, "J-10", "a")
    await write(outbox.kill, 1, "chat not found")

    assert [(row.dedupe, row.problem) for row in await outbox.dead(look)] == [("a", "chat not found")]
    assert await outbox.pending(look) == 0


async def test_a_typed_text_answers_the_newest_question_above_it(write: Pen, look: Reading) -> None:
    for number, (dedupe, binds) in enumerate((("q1", '"one"'), ("note", None), ("q2", '"two"')), start=1):
        await promise(write, "J-10", dedupe, binds=binds)
        await write(outbox.sent, {number: 100 + number}, NOON)
    await promise(write, "J-11", "q9", binds='"nine"')
    await write(outbox.sent, {4: 102}, NOON)

    async def above(message: int) -> str | None:
        row = await messages.prompt_before(look, "J-10", message)
        return row.binds if row else None

    assert [await above(message) for message in (100, 101, 102, 103, 999)] == [
        None,
        '"one"',
        '"one"',
        '"two"',
        '"two"',
    ]


async def test_a_reminder_does_not_come_between_a_question_and_its_answer(write: Pen, look: Reading) -> None:
    for number, binds in enumerate(('{"ask":"answer"}', '{"reminds":7}', '{"about":7}'), start=1):
        await promise(write, "J-10", f"m{number}", binds=binds)
        await write(outbox.sent, {number: 100 + number}, NOON)

    async def above(message: int) -> int | None:
        row = await messages.prompt_before(look, "J-10", message)
        return row.id if row else None

    assert [await above(message) for message in (101, 102, 103)] == [1, 1, 3]


async def test_all_messages_that_stand_for_something_are_found_once_each(write: Pen, look: Reading) -> None:
    for number in (1, 2, 3, 4):
        await promise(write, "J-10", f"m{number}", binds='{"about":7}')
    await promise(write, "J-11", "m5", binds='{"about":7}')
    await promise(write, "J-10", "m6", binds='{"about":8}')
    for number, message in ((1, 101), (2, 102), (3, 101)):  # the third changed the first in place
        await write(outbox.sent, {number: message}, NOON)

    assert await messages.standing(look, "J-10", '{"about":7}') == [2, 3, 4]


async def test_the_next_message_above_a_number_is_the_one_that_was_sent_there_first(
    write: Pen, look: Reading
) -> None:
    for number, message in enumerate((101, 105, 105, 109), start=1):
        await promise(write, "J-10", f"m{number}")
        await write(outbox.sent, {number: message}, NOON)

    found = [await messages.next_above(look, "J-10", message) for message in (100, 101, 104, 105, 109)]
    assert [row.id if row else None for row in found] == [1, 2, 2, 4, None]


async def test_the_newest_question_asked_in_words_is_found_before_it_has_arrived(
    write: Pen, look: Reading
) -> None:
    for dedupe, ask in (("q1", "answer"), ("q2", "why"), ("q3", "about")):
        body = '{"kind":"send","text":"?"}'
        await write(
            outbox.promise, "J-10", dedupe, body, binds=f'{{"ask":"{ask}"}}', not_before=NOON, at=NOON
        )

    newest = await messages.newest_prompt(look, "J-10", ("answer", "why"))

    assert newest is not None
    assert newest.dedupe == "q2"


async def test_an_edited_message_stands_for_what_it_was_edited_to(write: Pen, look: Reading) -> None:
    await promise(write, "J-10", "q1", binds='"one"')
    await promise(write, "J-10", "edit", binds='"one"')
    await promise(write, "J-10", "toast")
    for number in (1, 2, 3):
        await write(outbox.sent, {number: 101}, NOON)

    assert await outbox.find_key(look, "edit") == await outbox.find(look, 2)
    assert await outbox.find_key(look, "none") is None
    bound = await messages.bound_to(look, "J-10", 101)
    newest = await messages.newest_bound(look, "J-10", '"one"')
    assert (bound, newest) == (await outbox.find(look, 2), await outbox.find(look, 2))
    assert (await outbox.message_id(look, 2), await outbox.message_id(look, 77)) == (101, None)
    assert await messages.bound_to(look, "J-11", 101) is None
    assert await messages.newest_bound(look, "J-10", '"two"') is None


async def test_what_a_chat_shows_is_counted_from_its_first_sending_the_newest_first(
    write: Pen, look: Reading
) -> None:
    for key in ("old", "new", "newer", "edit of old", "toast", "waiting"):
        await promise(write, "J-10", key)
    await promise(write, "J-11", "somebody else's")
    for number, message, at in ((1, 101, NOON), (2, 102, NOON + DAY), (3, 103, NOON + DAY)):
        await write(outbox.sent, {number: message}, at)
    await write(outbox.sent, {4: 101}, NOON + DAY)
    await write(outbox.sent, {5: None}, NOON + DAY)

    since = NOON + HOUR
    assert await messages.hideable(look, "J-10", since) == [6, 3, 2]
    assert await messages.older(look, "J-10", since) == 1
    assert await messages.hideable(look, "J-10", NOON) == [6, 3, 2, 4]

    assert await write(messages.gone, "J-10", [4, 3, 77]) == 3
    assert await messages.hideable(look, "J-10", NOON) == [6, 2]
    assert await messages.older(look, "J-10", since) == 0


async def test_texts_are_erased_while_keys_and_bindings_stay(write: Pen, look: Reading) -> None:
    for number in (1, 2, 3):
        await promise(write, "J-10", f"m{number}", binds=f'"{number}"')
    await write(outbox.sent, {1: 101}, NOON)
    await write(outbox.sent, {2: 102}, NOON + HOUR)

    assert await write(outbox.erase_before, NOON + DAY) == 2
    kept = [await messages.bound_to(look, "J-10", message) for message in (101, 102)]
    assert [(row.body, row.binds) for row in kept if row] == [("{}", '"1"'), ("{}", '"2"')]
    assert await promise(write, "J-10", "m1") is None
    assert (await outbox.waits(look, "J-10"), await outbox.waits(look, "J-11")) == (True, False)
    assert await outbox.count_of(look, "J-10") == 3
    assert await write(outbox.forget, "J-10") == 3
    assert await outbox.find_key(look, "m1") is None


async def test_something_due_is_claimed_by_one_and_only_when_ripe(
    write: Pen, look: Reading, db: Database
) -> None:
    assert await write(due.plan, "nudge:17:1d", "nudge", "17", NOON)
    assert not await write(due.plan, "nudge:17:1d", "nudge", "17", NOON + DAY)
    assert await due.ripe(look, NOON - SECOND) == []
    [row] = await due.ripe(look, NOON)
    assert row == due.Row("nudge:17:1d", "nudge", "17", NOON)

    claims = await asyncio.gather(*(write(due.claim, row.key, NOON) for _ in range(10)))
    assert sorted(claims) == [False] * 9 + [True]
    assert await due.ripe(look, NOON + DAY) == []
    assert not await write(due.plan, "nudge:17:1d", "nudge", "17", NOON + DAY)  # what is done stays done


async def test_plans_move_give_way_and_are_cancelled(write: Pen, look: Reading) -> None:
    for number, span in enumerate(("3d", "1d", "3h"), start=1):
        await write(due.plan, f"nudge:17:{span}", "nudge", "17", NOON + number * HOUR)
    await write(due.plan, "lapse:17", "lapse", "17", NOON + DAY)
    assert await due.ripe(look, NOON) == []
    assert await write(due.replan, "nudge:17:3h", NOON)
    assert not await write(due.replan, "nudge:18:3h", NOON)
    assert [row.key for row in await due.ripe(look, NOON)] == ["nudge:17:3h"]

    assert await write(due.supersede, ["nudge:17:3d", "nudge:17:1d"], NOON) == 2
    assert [row.key for row in await due.of(look, "nudge", "17")] == ["nudge:17:3h"]
    assert await write(due.cancel_of, "nudge", "17", at=NOON) == 1
    assert [row.key for row in await due.ripe(look, NOON + 9 * DAY)] == ["lapse:17"]
    assert await write(due.plan, "nudge:17:3h", "nudge", "17", NOON + 2 * DAY)  # the audit was returned
    assert await due.of(look, "nudge", "17") == [due.Row("nudge:17:3h", "nudge", "17", NOON + 2 * DAY)]


async def test_a_proposal_works_once_for_the_one_who_saw_it_and_not_for_ever(
    write: Pen, look: Reading
) -> None:
    await cast(write)
    for nonce in ("n1", "n2"):
        await write(proposals.make, nonce, "import", "[1]", by="O-10", at=NOON, expires_at=NOON + HOUR)

    assert await proposals.show(look, "n1", by="O-10") == ("import", "[1]")
    assert not await write(proposals.amend, "n1", "[2]", by="J-10", at=NOON)
    assert not await write(proposals.amend, "n1", "[2]", by="O-10", at=NOON + HOUR)
    assert await write(proposals.amend, "n1", "[3]", by="O-10", at=NOON)
    assert await write(proposals.take, "n1", by="J-10", at=NOON) is None
    assert await write(proposals.take, "n2", by="O-10", at=NOON + HOUR) is None
    taken = await asyncio.gather(*(write(proposals.take, "n1", by="O-10", at=NOON) for _ in range(5)))
    assert sorted(taken, key=str) == [("import", "[3]"), None, None, None, None]
    assert await proposals.show(look, "n1", by="O-10") is None


@pytest.mark.parametrize("values", [["1"], ["1", "2"]])
async def test_a_fact_is_the_last_one_put(write: Pen, look: Reading, values: list[str]) -> None:
    assert await facts.get(look, "heartbeat") is None
    for value in values:
        await write(facts.put, "heartbeat", value)

    assert await facts.get(look, "heartbeat") == values[-1]
