"""`incognito status`: is it running, is anything stuck, is there a fresh backup. It only looks, also while the bot runs.

Every sign is good or bad by a stated limit; one bad sign makes the exit code 1, for a monitor that asks every few minutes.
"""

from __future__ import annotations

import fcntl
import json
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.backing import database_of
from bot.config import Config
from bot.phrases import catalogue
from storage import edition, facts, inbox, journal, outbox
from storage.database import Reading, looking

_LATE = timedelta(minutes=5)
"""The schedule writes at every tick, 20 s apart unless the configuration says otherwise."""
_OLD_BACKUP = timedelta(hours=26)
"""A backup a night, and two hours of grace."""
_FREE = 500 << 20
"""Bytes on the disk below which an edition with photos may not last the day."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that was looked at. `name` picks the phrase, `facts` fill it."""

    name: str
    good: bool
    facts: dict[str, str | int] = field(default_factory=dict)


async def status(config: Config, now: datetime, *, as_json: bool) -> bool:
    """Print what there is to see; whether all of it is good."""
    signs = await look(config, now)
    good = all(sign.good for sign in signs)
    if as_json:
        told = [{"name": sign.name, "good": sign.good, **sign.facts} for sign in signs]
        print(json.dumps({"good": good, "signs": told}, ensure_ascii=False))
        return good
    say = catalogue().plain("pl")
    for sign in signs:
        print(f"{'✔' if sign.good else '✘'} {say(f'status-{sign.name}', **sign.facts)}")
    return good


async def look(config: Config, now: datetime) -> list[Sign]:
    """Every sign, the most telling first. Raises Mistakes when there is no database, or none that can be read."""
    path = database_of(config)
    async with looking(path) as db:
        signs = [_running(config.data_directory), await _ticked(db, now), *await _queues(db)]
        size = sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))
        head = await journal.head(db)
        signs.append(Sign("phase", good=True, facts={"phase": await edition.phase(db)}))
        signs.append(
            Sign(
                "journal", good=True, facts={"entries": head.seq, "hash": head.hash[:12], "size": size >> 20}
            )
        )
    return [*signs, _backup(config.backup_folder, now), _disk(config.data_directory)]


def _running(folder: Path) -> Sign:
    """Whether somebody holds the lock of the data."""
    try:
        with (folder / "lock").open("r") as handle:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return Sign("running", good=True)
    except OSError:
        pass
    return Sign("stopped", good=False)


async def _ticked(db: Reading, now: datetime) -> Sign:
    last = await facts.get(db, "ticked")
    if last is None:
        return Sign("never-ticked", good=False)
    ago = now - datetime.fromisoformat(last)
    if abs(ago) <= _LATE:
        return Sign("ticked", good=True, facts={"seconds": int(ago.total_seconds())})
    return Sign("late", good=False, facts={"at": f"{last[:10]} {last[11:16]} UTC"})


async def _queues(db: Reading) -> list[Sign]:
    waiting, aside = await inbox.waiting(db), await inbox.set_aside(db)
    rows = await outbox.counts(db)
    open_, lost = rows.get("new", 0) + rows.get("sending", 0), rows.get("dead", 0)
    return [
        Sign("inbox", waiting < _MANY, {"waiting": waiting}),
        Sign("aside", aside == 0, {"count": aside}),
        Sign("outbox", open_ < _MANY, {"open": open_, "parked": rows.get("parked", 0), "dead": lost}),
    ]


_MANY = 1000
"""Updates or messages that wait: more than a burst of an evening leaves for a minute."""


def _backup(folder: Path, now: datetime) -> Sign:
    files = sorted(
        (file.stat().st_mtime for file in folder.glob("*") if not file.name.endswith(".part")), reverse=True
    )
    if not files:
        return Sign("no-backup", good=False)
    ago = now - datetime.fromtimestamp(files[0], UTC)
    return Sign("backup", ago <= _OLD_BACKUP, {"hours": max(0, int(ago.total_seconds()) // 3600)})


def _disk(folder: Path) -> Sign:
    free = shutil.disk_usage(folder).free
    return Sign("disk", free >= _FREE, {"free": free >> 20})
