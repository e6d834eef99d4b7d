"""A backup: copied in one step, sealed for its keeper, opened again, brought up elsewhere, read through; only then named.

With `[backup] recipient` the file is sealed with age for that public key, and the private one is nowhere near the bot. The
very file is tried all the same: it is sealed for a second key too, which is made for this one trial and never written down.
The plain copy never leaves a folder of its own, which only the bot can read and which goes with it.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pyrage
from pydantic import BaseModel, ConfigDict

from bot.config import Config
from contest.mistakes import Mistakes, mistake
from storage import facts
from storage.backup import Report, back_up, check, restore_check
from storage.database import Reading, Writing
from storage.journal import Head

SEALED = ".age"
SET_ASIDE = "przed-odtworzeniem-"
_MAGIC = b"age-encryption.org/v1"
_PRIVATE = ".kopia-"
_FACT = "backup"


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was tried: the file, and what is in it. `size` is of the file, in bytes."""

    file: Path
    size: int
    sealed: bool
    digest: str
    report: Report


class Last(BaseModel):
    """The newest backup that was made and tried by restoring it, as `/kopia` and the alarms know it."""

    model_config = ConfigDict(frozen=True)

    at: datetime
    name: str
    size: int
    sealed: bool
    digest: str
    """Of the file."""
    seq: int
    head: str


def name_of(config: Config, local: datetime) -> str:
    """The file of a backup made at that moment; the order of names is the order of backups."""
    return f"incognito-{local:%Y-%m-%d-%H%M%S}.sqlite3{SEALED if config.backup.recipient else ''}"


async def make(config: Config, target: Path, recipient: str = "") -> Made:
    """A backup in that file, sealed for the recipient; a plain one where there is none.

    Raises Mistakes (`broken-backup`, `bad-recipient`) and OSError, and leaves nothing behind then.
    """
    async with private(config.data_directory) as folder:
        plain = folder / "copy.sqlite3"
        report = await back_up(config.database, plain)
        ready = plain
        if recipient:
            ready, opened = folder / "sealed", folder / "opened.sqlite3"
            await asyncio.to_thread(_seal_and_open, plain, ready, opened, recipient)
            plain = opened
        tried = await restore_check(plain, folder)
        if (tried.version, tried.head, tried.counts) != (report.version, report.head, report.counts):
            raise Mistakes([mistake("broken-backup").within("file", target.name)])
        await asyncio.to_thread(settle, ready, target)
    digest = await asyncio.to_thread(_digest, target)
    return Made(target, target.stat().st_size, bool(recipient), digest, report)


@asynccontextmanager
async def private(data: Path) -> AsyncIterator[Path]:
    """A folder for plain copies, readable by nobody else; what a crash left of earlier ones goes first."""
    for left in data.glob(f"{_PRIVATE}*"):
        await asyncio.to_thread(shutil.rmtree, left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_PRIVATE, dir=data) as folder:
        yield Path(folder)


def new_identity() -> tuple[str, str]:
    """A pair of keys for backups: the private one, to keep elsewhere, and the public one, for the configuration."""
    made = pyrage.x25519.Identity.generate()
    return str(made), str(made.to_public())


def unseal(file: Path, target: Path, identity: str) -> None:
    """Open a sealed backup. Raises Mistakes (`backup-key-wrong`, `broken-backup`)."""
    try:
        keys = [pyrage.x25519.Identity.from_str(line) for line in _lines(identity)]
    except pyrage.IdentityError:
        raise Mistakes([mistake("backup-key-wrong")]) from None
    if not keys:
        raise Mistakes([mistake("backup-key-wrong")])
    try:
        target.touch(mode=0o600)
        pyrage.decrypt_file(str(file), str(target), keys)
    except (pyrage.DecryptError, OSError) as refused:
        if isinstance(refused, OSError) and refused.errno is not None:
            raise  # the disk; a damaged file comes as an error without a number
        stranger = "matching" in str(refused).lower()
        raise Mistakes(
            [mistake("backup-key-wrong" if stranger else "broken-backup").within("file", file.name)]
        ) from None


def is_sealed(file: Path) -> bool:
    """Whether a file is sealed with age."""
    with file.open("rb") as opened:
        return opened.read(len(_MAGIC)) == _MAGIC


def prune(config: Config, now: datetime) -> list[str]:
    """Delete what is beyond the number of backups or their age, but never the newest; the names.

    Copies that were put aside before a change of the schema go as well, for a backup that was tried stands for them, and
    so do databases that a restore put aside, when they are too old.
    """
    kept = sorted(config.backup_folder.glob("incognito-*.sqlite3*"), key=lambda file: file.name)
    oldest = now.timestamp() - timedelta(days=config.backup.keep_days).total_seconds()
    gone = [
        file
        for place, file in enumerate(reversed(kept))
        if place and (place >= config.backup.keep or file.stat().st_mtime < oldest)
    ]
    for file in gone:
        file.unlink(missing_ok=True)
    for folder in config.data_directory.glob(f"{SET_ASIDE}*"):
        if folder.stat().st_mtime < oldest:
            shutil.rmtree(folder)
            gone.append(folder)
    return [file.name for file in gone] + drop_set_aside(config)


async def take_in(config: Config, local: datetime) -> list[Made]:
    """What was put aside before a change of the schema becomes a backup like any other, and the plain copy goes.

    Called once the changed database was opened and found whole. The copy is read from end to end and sealed where there is a
    recipient; it is not brought up, for that is the change itself. Raises Mistakes and OSError, and what is left stays aside then.
    """
    taken = []
    for copy in _set_aside(config):
        version = copy.stem.rpartition(".")[2]
        name = (
            f"incognito-{local:%Y-%m-%d-%H%M%S}-{version}.sqlite3{SEALED if config.backup.recipient else ''}"
        )
        target, ready = config.backup_folder / name, copy
        report = await check(copy)
        async with private(config.data_directory) as folder:
            if config.backup.recipient:
                ready = folder / "sealed"
                await asyncio.to_thread(
                    _seal_and_open, copy, ready, folder / "opened.sqlite3", config.backup.recipient
                )
            await asyncio.to_thread(settle, ready, target)
        digest = await asyncio.to_thread(_digest, target)
        taken.append(Made(target, target.stat().st_size, bool(config.backup.recipient), digest, report))
        copy.unlink()
    return taken


def _set_aside(config: Config) -> list[Path]:
    return sorted(config.data_directory.glob(f"{config.database.stem}.v*{config.database.suffix}"))


def drop_set_aside(config: Config) -> list[str]:
    """Delete the copies that were put aside before a change of the schema and could not be taken in; the names."""
    gone = _set_aside(config)
    for file in gone:
        file.unlink(missing_ok=True)
    return [file.name for file in gone]


async def remember(tx: Writing, made: Made, at: datetime) -> None:
    """The newest good backup, for whoever asks."""
    kept = Last(
        at=at,
        name=made.file.name,
        size=made.size,
        sealed=made.sealed,
        digest=made.digest,
        seq=made.report.head.seq,
        head=made.report.head.hash,
    )
    await facts.put(tx, _FACT, kept.model_dump_json())


async def last(db: Reading) -> Last | None:
    """The newest good backup; None when there never was one."""
    kept = await facts.get(db, _FACT)
    return Last.model_validate_json(kept) if kept else None


async def looked_at(config: Config, db: Reading, folder: Path) -> tuple[str, Report | None]:
    """The newest backup, and what is in it; no name when there is none, no report when it is not what was tried.

    A plain one is brought up again in `folder`. A sealed one only its keeper can open: it is the file that was tried, byte for byte.
    """
    files = sorted(config.backup_folder.glob("*.sqlite3*"), key=lambda file: file.stat().st_mtime)
    files = [file for file in files if file.suffix != ".part"]
    if not files:
        return "", None
    newest, known = files[-1], await last(db)
    try:
        if not await asyncio.to_thread(is_sealed, newest):
            return newest.name, await restore_check(newest, folder)
        if known and known.name == newest.name and known.digest == await asyncio.to_thread(_digest, newest):
            return newest.name, Report(known.size, known.digest, 0, Head(known.seq, known.head), ())
    except (Mistakes, OSError):
        pass
    return newest.name, None


def settle(source: Path, target: Path) -> None:
    """The file appears under its name whole, on the disk, and readable by nobody else."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        with (
            source.open("rb") as ready,
            os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT, 0o600), "wb") as out,
        ):
            shutil.copyfileobj(ready, out, 1 << 20)
            out.flush()
            os.fsync(out.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _seal_and_open(plain: Path, sealed: Path, opened: Path, recipient: str) -> None:
    """Seal the copy, and open what came of it, as its keeper would, with a key for this one trial."""
    trial = pyrage.x25519.Identity.generate()
    try:
        keys = [pyrage.x25519.Recipient.from_str(recipient), trial.to_public()]
    except pyrage.RecipientError:
        raise Mistakes([mistake("bad-recipient", recipient=recipient)]) from None
    sealed.touch(mode=0o600)
    opened.touch(mode=0o600)
    pyrage.encrypt_file(str(plain), str(sealed), keys)
    pyrage.decrypt_file(str(sealed), str(opened), [trial])
    if _digest(opened) != _digest(plain):
        raise Mistakes([mistake("broken-backup")])


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
