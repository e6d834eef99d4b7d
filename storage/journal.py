"""What was done, by whom: append-only, each entry sealed with the one before.

    hash = sha256(prev, seq, at, actor, action, subject, details)      prev = the hash of the entry before

The chain shows a change inside it; a truncated or wholly recomputed one is shown only by a head that was published
elsewhere (posted to the organisers, printed in the documents), which `verify` takes as an anchor. Details hold no
personal text: what may have to be erased later is entered as a salted digest, and the salt is erased with it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import Json

from storage.database import Reading, Writing
from storage.values import listed, stamp

GENESIS = "0" * 64
"""What the first entry is sealed with."""


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry: what to publish, so that the past cannot be rewritten unseen."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One act. The actor is a code of people, or `system`."""

    seq: int
    at: datetime
    actor: str
    action: str
    subject: str
    details: Json[dict[str, str | int]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the journal, and from which entry on. `sound`: up to this entry it is what was published.

    altered: the entry does not fit its seal     missing: there is none of that number, though there are later ones
    cut: an anchor knows of later entries        rewritten: the chain is whole, but an anchor knows another entry here
    """

    kind: Literal["altered", "missing", "cut", "rewritten"]
    seq: int
    sound: int


@dataclass(frozen=True, slots=True)
class _Sealed:
    seq: int
    at: str
    actor: str
    action: str
    subject: str
    details: str
    prev: str
    hash: str


async def write(
    tx: Writing, at: datetime, actor: str, action: str, subject: str, details: Mapping[str, str | int]
) -> int:
    """Enter an act, in the transaction of the act itself; its number."""
    last = await head(tx)
    text = json.dumps(details, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    seal = _seal(last.hash, last.seq + 1, stamp(at), actor, action, subject, text)
    return await tx.add(
        """
        INSERT INTO journal (seq, at, actor, action, subject, details, prev, hash)
        VALUES (:seq, :at, :actor, :action, :subject, :details, :prev, :hash)
        """,
        seq=last.seq + 1,
        at=at,
        actor=actor,
        action=action,
        subject=subject,
        details=text,
        prev=last.hash,
        hash=seal,
    )


async def head(db: Reading) -> Head:
    """The newest entry; number 0 when there is none."""
    found = await db.maybe(Head, "SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
    return found or Head(0, GENESIS)


async def verify(db: Reading, anchors: Iterable[Head] = ()) -> int | None:
    """The first entry that is not what was written, or that an anchor knows otherwise; None when all is well."""
    fault = await examine(db, anchors)
    return fault.seq if fault else None


async def examine(db: Reading, anchors: Iterable[Head] = ()) -> Fault | None:
    """The first thing that is wrong with the journal; None when all is well. An anchor may hold the beginning of a hash."""
    rows = await db.all(
        _Sealed, "SELECT seq, at, actor, action, subject, details, prev, hash FROM journal ORDER BY seq"
    )
    known = {row.seq: row.hash for row in rows}
    last = max(known, default=0)
    found = [fault] if (fault := _first_broken(rows)) else []
    sound = 0
    for anchor in sorted(anchors, key=lambda one: one.seq):
        if anchor.seq > last:
            found.append(Fault("cut", last + 1, last))
        elif anchor.seq and not (anchor.hash and known.get(anchor.seq, "").startswith(anchor.hash)):
            found.append(Fault("rewritten", anchor.seq, sound))
        else:
            sound = anchor.seq
    return min(found, key=lambda fault: fault.seq, default=None)


async def count_by(db: Reading, actor: str) -> int:
    """How many entries there are by an actor."""
    return await db.one(int, "SELECT count(*) FROM journal WHERE actor = :actor", actor=actor)


async def entries(db: Reading, limit: int, like: str = "") -> list[Entry]:
    """The newest entries first; of actions that begin with `like` (`audit.`)."""
    return await db.all(
        Entry,
        """
        SELECT seq, at, actor, action, subject, details FROM journal
        WHERE substr(action, 1, length(:like)) = :like
        ORDER BY seq DESC LIMIT :limit
        """,
        limit=limit,
        like=like,
    )


async def search(
    db: Reading, word: str, *, hidden: Iterable[int] = (), before: int | None = None, limit: int
) -> list[Entry]:
    """The newest entries below `before`: whose action begins with the word, or whose actor or day (`2026-10-05`) it is, or in
    whose subject it stands. Entries about hidden entrants are left out.
    """
    return await db.all(
        Entry,
        """
        SELECT seq, at, actor, action, subject, details FROM journal
        WHERE (:before IS NULL OR seq < :before)
          AND (substr(action, 1, length(:word)) = :word OR lower(actor) = :word OR substr(at, 1, 10) = :word
               OR instr(lower(subject), :word) > 0)
          AND NOT EXISTS (
              SELECT 1 FROM json_each(:hidden) AS one
              WHERE one.value = details ->> 'entrant'
                 OR action GLOB 'entrant.*' AND subject = CAST(one.value AS TEXT)
                 OR action GLOB 'nomination.*' AND subject = CAST(one.value AS TEXT)
                 OR action GLOB 'recusal.*' AND subject GLOB '*:' || one.value
                 OR action GLOB 'assignment.*' AND EXISTS (
                     SELECT 1 FROM assignments WHERE CAST(id AS TEXT) = subject AND entrant = one.value)
                 OR action GLOB 'audit.*' AND EXISTS (
                     SELECT 1 FROM audits JOIN assignments ON assignments.id = audits.assignment
                     WHERE CAST(audits.id AS TEXT) = subject AND entrant = one.value))
        ORDER BY seq DESC LIMIT :limit
        """,
        word=word,
        hidden=listed(hidden),
        before=before,
        limit=limit,
    )


def _first_broken(rows: Iterable[_Sealed]) -> Fault | None:
    prev = GENESIS
    for expected, row in enumerate(rows, start=1):
        seal = _seal(prev, expected, row.at, row.actor, row.action, row.subject, row.details)
        if row.seq != expected:
            return Fault("missing", expected, expected - 1)
        if (row.prev, row.hash) != (prev, seal):
            return Fault("altered", expected, expected - 1)
        prev = row.hash
    return None


def _seal(prev: str, seq: int, at: str, actor: str, action: str, subject: str, details: str) -> str:
    # A list in JSON, so that no text can move from one field into the next.
    whole = json.dumps(
        [prev, seq, at, actor, action, subject, details], ensure_ascii=False, separators=(",", ":")
    )
    return hashlib.sha256(whole.encode()).hexdigest()
