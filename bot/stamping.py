"""The organiser's electronic seal as an installation has it: a PKCS #12 file and its password, each for the bot's eyes alone."""

from __future__ import annotations

import stat
from datetime import datetime
from pathlib import Path

from bot.config import Config
from bot.disk import refusal
from contest.mistakes import Mistakes, mistake
from reports.pades import Holder, Seal, holder


def own_seal(config: Config, now: datetime) -> Seal | None:
    """The seal that documents get; None when the configuration names none.

    Raises `Mistakes`: `seal-unreadable`, `key-exposed`, `seal-not-installed`, `seal-broken`, `seal-not-valid`.
    """
    if not config.documents.seal_key:
        return None
    password = _secret(config.home / config.documents.seal_password_file)
    seal = Seal(_secret(config.home / config.documents.seal_key), password.rstrip(b"\r\n"))
    found = holder(seal)
    if not found.since <= now <= found.until:
        raise Mistakes([mistake("seal-not-valid", since=_day(found.since), until=_day(found.until))])
    return seal


def told(seal: Seal) -> dict[str, str]:
    """Whose seal it is and until when it is good, as facts of a phrase."""
    found: Holder = holder(seal)
    return {"name": found.name, "until": _day(found.until)}


def _secret(file: Path) -> bytes:
    try:
        if stat.S_IMODE(file.stat().st_mode) & 0o077:
            raise Mistakes([mistake("key-exposed", file=str(file))])
        return file.read_bytes()
    except OSError as error:
        raise Mistakes([mistake("seal-unreadable", file=str(file), problem=refusal(error))]) from None


def _day(moment: datetime) -> str:
    return moment.date().isoformat()
