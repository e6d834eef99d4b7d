"""`incognito restore`: a backup becomes the database, and everybody learns what it lacks.

The old database is put aside, never deleted. The bot that starts on the restored one tells the organisers and asks the jurors
whose interviews are open, for what they sent since then is not in it.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot import anchoring, backups, gap, identity
from bot.config import Config
from bot.disk import refusal, writing
from bot.house import SYSTEM, House, Turn
from bot.lock import lock
from bot.phrases import catalogue
from contest.mistakes import Mistakes, mistake
from storage import facts, inbox, journal, people
from storage.backup import Report, check
from storage.database import Database, Writing

_FACT = "restored"


class Restored(BaseModel):
    """What the bot has to tell when it starts: entries up to `seq`, of `at`, are there; up to `published` there had been."""

    model_config = ConfigDict(frozen=True)

    seq: int
    at: datetime
    published: int


@dataclass(frozen=True, slots=True)
class _Found:
    report: Report
    restored: Restored
    update: int


def new_key(file: Path) -> None:
    """A new pair of keys for backups: the private one into the file, the public one onto the screen."""
    secret, public = backups.new_identity()
    with writing(file.parent):
        try:
            opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            raise Mistakes([mistake("key-file-exists", file=str(file))]) from None
        with os.fdopen(opened, "w") as out:
            out.write(f"# public key: {public}\n{secret}\n")
    print(catalogue().plain("pl")("cli-backup-key", file=str(file), recipient=public))


async def restore(settings: Config, file: Path, key: Path | None, at: datetime) -> None:
    """Put a backup in the place of the database. Raises Mistakes, and AlreadyRunning while the bot runs."""
    async with lock(settings.data_directory), backups.private(settings.data_directory) as folder:
        plain = folder / "restored.sqlite3"
        await asyncio.to_thread(_open, file, key, plain)
        await check(plain)
        found = await _bring_up(settings, plain, at)
        aside = await asyncio.to_thread(_set_aside, settings, at)
        await asyncio.to_thread(backups.settle, plain, settings.database)
        anchoring.take_back(settings.data_directory / anchoring.FILE, found.restored.seq, at)
    _tell(found, aside)


async def announce(house: House, tx: Writing) -> None:
    """After a restore, once: organisers read what is missing, jurors in an interview are asked to go on from there."""
    kept = await facts.get(tx, _FACT)
    if not kept:
        return
    await facts.put(tx, _FACT, "")
    found, now = Restored.model_validate_json(kept), house.clock.now()
    lacks = max(found.published - found.seq, 0)
    for person in await people.everybody(tx):
        if person.roles & {"owner", "planner", "checker"}:
            turn = Turn(house, tx, person, now, f"restored:{now.isoformat()}:{person.code}")
            at = f"{found.at.astimezone(house.zone_of(person)):%d.%m.%Y %H:%M}"
            await turn.write("restored-organiser", at=at, seq=str(found.seq), lacks=lacks)
    await gap.tell(house, tx, found.at, now, phrase="after-restore")


def _open(file: Path, key: Path | None, target: Path) -> None:
    try:
        if not backups.is_sealed(file):
            backups.settle(file, target)
            return
        if key is None:
            raise Mistakes([mistake("backup-needs-key").within("file", file.name)])
        backups.unseal(file, target, key.read_text("utf-8"))
    except OSError as error:
        raise Mistakes(
            [mistake("backup-not-found", file=str(error.filename or file), problem=refusal(error))]
        ) from None
    except UnicodeDecodeError:
        raise Mistakes([mistake("backup-key-wrong")]) from None


async def _bring_up(settings: Config, plain: Path, at: datetime) -> _Found:
    """Bring the copy up to date and leave in it what the bot has to tell; nothing of this touches the old database."""
    db = await Database.open(plain, key=identity.own_key(settings, over=plain))
    try:
        newest = await journal.entries(db.reading, 1)
        head = await journal.head(db.reading)
        published = max((anchor.seq for anchor in anchoring.own(settings)), default=0)
        restored = Restored(seq=head.seq, at=newest[0].at if newest else at, published=published)

        async def act(tx: Writing) -> None:
            await facts.put(tx, _FACT, restored.model_dump_json())
            await journal.write(
                tx, at, SYSTEM.code, "backup.restore", str(head.seq), {"published": published}
            )

        update = await inbox.highest(db.reading) or 0
        await db.transact(act)
    finally:
        await db.close()
    return _Found(await check(plain), restored, update)


def _set_aside(settings: Config, at: datetime) -> Path | None:
    """The old database and its log, moved together into a folder of their own."""
    old = sorted(settings.data_directory.glob(f"{settings.database.name}*"))
    if not old:
        return None
    folder = settings.data_directory / f"{backups.SET_ASIDE}{at:%Y-%m-%d-%H%M%S}"
    folder.mkdir(mode=0o700)
    for file in old:
        file.rename(folder / file.name)
    return folder


def _tell(found: _Found, aside: Path | None) -> None:
    say, counts, restored = catalogue().plain("pl"), dict(found.report.counts), found.restored
    print(
        say(
            "cli-restore-done",
            answers=counts["answers"],
            audits=counts["audits"],
            seq=str(restored.seq),
            at=f"{restored.at:%Y-%m-%d %H:%M} UTC",
            update=str(found.update),
        )
    )
    if aside is not None:
        print(say("cli-restore-aside", folder=str(aside)))
    if restored.published > restored.seq:
        print(say("cli-restore-lacks", first=str(restored.seq + 1), last=str(restored.published)))
    else:
        print(say("cli-restore-whole"))
    print(say("cli-restore-next"))
