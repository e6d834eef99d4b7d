"""The protections of the promise, each with the change that takes it away and the test that must notice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mutation:
    """In `file`, `old` becomes `new`; then `test` must fail."""

    name: str
    file: str
    old: str
    new: str
    test: str


MUTATIONS = (
    Mutation(
        "offset before commit",
        "bot/intake.py",
        """            await self.db.transact(lambda tx: inbox.receive(tx, rows, self.clock.now()))
""",
        """            self._keeping = asyncio.create_task(
                self.db.transact(lambda tx: inbox.receive(tx, rows, self.clock.now()))
            )
            self._keeping.add_done_callback(lambda done: done.exception())
""",
        "tests/bot/test_intake.py::test_telegram_forgets_a_batch_only_after_the_commit",
    ),
    Mutation(
        "toast before commit",
        "bot/reception.py",
        """        toasted = await self.house.db.transact(act)
        crash.passed("answered")
""",
        """        self._toast(incoming, "Zapisane ✔")
        toasted = await self.house.db.transact(act)
        crash.passed("answered")
""",
        "tests/bot/test_reception.py::test_when_a_promise_cannot_be_kept_nothing_of_the_answer_stays",
    ),
    Mutation(
        "outbox in a transaction of its own",
        "storage/outbox.py",
        """    return await tx.maybe(
        int,
        \"""
        INSERT INTO outbox""",
        """    await tx.run("COMMIT")
    await tx._connection.execute_fetchall("BEGIN IMMEDIATE")
    return await tx.maybe(
        int,
        \"""
        INSERT INTO outbox""",
        "tests/bot/test_reception.py::test_when_a_promise_cannot_be_kept_nothing_of_the_answer_stays",
    ),
    Mutation(
        "synchronous = NORMAL",
        "storage/connecting.py",
        "PRAGMA synchronous = FULL",
        "PRAGMA synchronous = NORMAL",
        "tests/power/test_power.py",
    ),
    Mutation(
        "an update is old when its number is not above the last",
        "storage/inbox.py",
        "FROM json_each(:updates) WHERE true",
        "FROM json_each(:updates) WHERE value ->> 0 > (SELECT coalesce(max(update_id), -1) FROM inbox)",
        "tests/storage/test_queues.py::test_after_silence_lower_numbers_are_new_all_the_same",
    ),
    Mutation(
        "no lock on the data",
        "bot/lock.py",
        "fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)",
        "pass",
        "tests/bot/test_protected.py::test_one_instance_works_on_a_folder",
    ),
    Mutation(
        "no turns on the writer",
        "storage/database.py",
        """        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
""",
        """        self._turn = asyncio.Lock()
        self._writing = asyncio.create_task(self._write())
""",
        "tests/storage/test_database.py::test_a_failing_act_does_not_undo_its_neighbour",
    ),
    Mutation(
        "a text answers the current question",
        "bot/dispatch.py",
        "    if turn.reply_to is not None:",
        "    if turn.message_id is None:",
        "tests/bot/test_protected.py::test_a_reply_to_an_older_question_answers_that_one",
    ),
    Mutation(
        "an invitation is looked at in one transaction and used in another",
        "storage/invitations.py",
        "        WHERE digest = :digest AND used_at IS NULL AND revoked_at IS NULL AND expires_at > :at\n        RETURNING role",
        "        WHERE digest = :digest\n        RETURNING role",
        "tests/storage/test_people.py::test_an_invitation_lets_one_person_in",
    ),
    Mutation(
        "commands from edited messages",
        "bot/dispatch.py",
        '    bound = None if text.startswith("/") else await _asked(turn, edited=True)',
        '    if text.startswith("/"):\n        return await _command(turn, text)\n    bound = await _asked(turn, edited=True)',
        "tests/bot/test_protected.py::test_an_edited_message_is_no_command",
    ),
    Mutation(
        "pledges without salt",
        "storage/audits.py",
        "        [salt, state, dict(answers)],",
        "        [state, dict(answers)],",
        "tests/storage/test_audits.py::test_the_same_answers_are_pledged_differently_each_time",
    ),
    Mutation(
        "no anchor",
        "storage/journal.py",
        "sorted(anchors, key=lambda one: one.seq)",
        "sorted((), key=lambda one: one.seq)",
        "tests/storage/test_results.py::test_a_cut_off_or_recomputed_journal_is_named_by_its_published_heads",
    ),
    Mutation(
        "strangers come as far as the inbox",
        "bot/door.py",
        "            elif knock.account not in strangers:\n",
        "            elif knock.account:\n",
        "tests/bot/test_door.py::test_two_thousand_strangers_leave_no_row_and_delay_no_juror",
    ),
    Mutation(
        "refused in a second chat, on to the third",
        "bot/pace.py",
        "        if len(self._refused) > 1:\n",
        "        if not self._refused:\n",
        "tests/bot/test_outages.py::test_refused_in_two_chats_the_bot_speaks_to_nobody_until_the_wait_is_over",
    ),
    Mutation(
        "dates pass while nobody can reach us",
        "bot/schedule.py",
        "(row.kind in ENDS and not self.serving())",
        "(row.kind in ENDS and not self.serving)",
        "tests/bot/test_outages.py::test_while_nobody_can_reach_us_nothing_is_taken_from_anybody",
    ),
    Mutation(
        "a burst of taps is a burst of wishes",
        "bot/dispatch.py",
        '        case _:\n            return "free"\n',
        '        case _:\n            return "dear"\n',
        "tests/bot/test_limits.py::test_a_burst_of_double_taps_and_words_loses_no_answer",
    ),
)
