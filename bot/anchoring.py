"""Published heads of the journal: written down each night, and held against the journal by whoever doubts it.

An anchor file has a line a head, `number seal` and whatever else; the seal may be cut to its first 16 characters, as people
copy it from a message. `#` begins a remark. After a restore a remark of ours says so, and what it took back counts no more.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bot.backing import database_of
from bot.config import Config
from bot.phrases import catalogue
from contest.mistakes import Mistakes, mistake
from storage import journal
from storage.backup import copy_of
from storage.database import Database
from storage.journal import Head

FILE = "pieczecie.txt"
WELL, CHANGED = 0, 1
_LINE = re.compile(r"([0-9]{1,15})\s+([0-9a-f]{16,64})(\s.*)?", re.ASCII)
_RESTORED = re.compile(r"# restored ([0-9]{1,15})(\s.*)?", re.ASCII)


def publish(file: Path, head: Head, at: datetime) -> None:
    """One more line of a head, on the disk before it is told to anybody."""
    _add(file, f"{head.seq} {head.hash} {_moment(at)}")


def take_back(file: Path, seq: int, at: datetime) -> None:
    """A backup was restored: the journal goes on after that entry, and what came later is no more."""
    if file.exists():
        _add(file, f"# restored {seq} {_moment(at)}")


def read(file: Path) -> list[Head]:
    """The heads of an anchor file. Raises Mistakes (`anchors-unreadable`)."""
    heads: list[Head] = []
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise Mistakes([mistake("anchors-unreadable", file=str(file))]) from None
    for line in map(str.strip, lines):
        if restored := _RESTORED.fullmatch(line):
            heads = [head for head in heads if head.seq <= int(restored[1])]
        elif found := _LINE.fullmatch(line):
            heads.append(Head(int(found[1]), found[2]))
        elif line and not line.startswith("#"):
            raise Mistakes([mistake("anchors-unreadable", file=str(file))])
    return heads


def own(config: Config) -> list[Head]:
    """The heads that this installation published."""
    file = config.data_directory / FILE
    return read(file) if file.exists() else []


async def verify(settings: Config, files: Iterable[Path]) -> int:
    """Say whether the journal is what was published; 0 when it is, 1 otherwise. Works while the bot runs."""
    given = [head for file in files for head in read(file)]
    anchors = given or own(settings)
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "copy.sqlite3"
        await copy_of(database_of(settings), copy)
        db = await Database.open(copy)
        try:
            fault = await journal.examine(db.reading, anchors)
            head = await journal.head(db.reading)
        finally:
            await db.close()
    say = catalogue().plain("pl")
    if fault is not None:
        print(say(f"journal-fault-{fault.kind}", seq=str(fault.seq), sound=str(fault.sound)))
        return CHANGED
    print(say("cli-journal-well", entries=head.seq, seal=head.hash))
    print(say("cli-journal-anchors", count=len(anchors)) if anchors else say("cli-journal-no-anchors"))
    return WELL


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _add(file: Path, line: str) -> None:
    with os.fdopen(
        os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="ascii"
    ) as out:
        out.write(f"{line}\n")
        out.flush()
        os.fsync(out.fileno())
