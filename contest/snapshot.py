"""What a ranking was counted from, frozen: the edition's file, the entrants, the approved contacts. Nothing else decides it.

The text of a snapshot is canonical: the same facts, in whatever order they came, give the same bytes and the same digest.
The edition is kept as the file that was published, byte for byte, so that what is read back is what was frozen.
Fractions are written as `p/q` (`3` when whole), so anybody can recount them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from contest.edition import EditionSettings
from contest.edition_file import parse_edition
from contest.entrants import Entrant
from contest.mistakes import Mistakes, mistake
from contest.ranking import Contact, GroupTable, rank


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The facts of a ranking at one moment. Make it with `take`, which puts them in order."""

    edition: str
    """The edition's file as it was published (TOML)."""
    entrants: tuple[Entrant, ...]
    contacts: tuple[Contact, ...]
    seq: int
    """The last entry of the journal that is part of it."""
    made_at: datetime
    """UTC."""
    format: Literal[1] = 1

    @property
    def settings(self) -> EditionSettings:
        """Raises `Mistakes` when the file is no longer understood."""
        return parse_edition(self.edition)

    def official(self) -> tuple[GroupTable, ...]:
        """The ranking by official points; `contest.deciding` says whether it is the one that counts."""
        return rank(self.settings, self.entrants, self.contacts)


def take(
    edition: str, entrants: Iterable[Entrant], *, contacts: Iterable[Contact], seq: int, made_at: datetime
) -> Snapshot:
    """A snapshot in canonical order: entrants and contacts by their numbers, the moment in UTC."""
    return Snapshot(
        edition,
        tuple(sorted(entrants, key=lambda entrant: entrant.id)),
        tuple(sorted(contacts, key=lambda contact: contact.assignment)),
        seq,
        made_at.astimezone(UTC),
    )


def freeze_snapshot(snapshot: Snapshot) -> str:
    """The canonical JSON: sorted keys, no spaces, exact fractions."""
    values = _SHAPE.dump_python(snapshot, mode="json")
    for entrant in values["entrants"]:
        for column in _LATER:
            if not entrant[column]:
                del entrant[column]
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def thaw_snapshot(text: str) -> Snapshot:
    """The snapshot that was frozen. Raises `Mistakes` (`broken-snapshot`) when the text is not one."""
    try:
        return _SHAPE.validate_json(text)
    except ValidationError as refused:
        first = refused.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"])
        raise Mistakes([mistake("broken-snapshot", fault=f"{where} {first['msg']}".strip())]) from None


def digest(snapshot: Snapshot) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal: printed in every document that was made from it."""
    return hashlib.sha256(freeze_snapshot(snapshot).encode()).hexdigest()


def fingerprint(snapshot: Snapshot) -> str:
    """Of what decides a ranking, in hexadecimal: the same as long as no result changes, whenever the snapshot was taken."""
    decisive = [
        [
            (one.assignment, one.entrant, one.channel, one.juror, str(one.percent))
            for one in snapshot.contacts
        ],
        [(one.id, one.name, one.kind, one.population) for one in snapshot.entrants],
        hashlib.sha256(snapshot.edition.encode()).hexdigest(),
    ]
    return hashlib.sha256(json.dumps(decisive).encode()).hexdigest()


_SHAPE = TypeAdapter(Snapshot)
_LATER = ("genitive", "solution", "description")
"""Columns that a snapshot may be older than: empty, they are not there, so that it keeps its digest."""
