"""The key of identities: without it the database and its backups say nothing about who anybody is.

tozsamosc.key        one line, mode 0600, made at the first start; or a credential of systemd, which comes first

It is kept apart from the database and must be backed up apart: lost, nobody in the contest can be written to any more.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from bot.config import Config
from bot.disk import create, writing
from contest.mistakes import Mistakes, mistake
from storage import sealing


def own_key(config: Config, *, over: Path | None = None) -> bytes:
    """The key of an installation: the credential of systemd, if there is one, or the file of the configuration.

    `over`: a database that is about to take the place of the present one.

    Raises `Mistakes`: `identity-key-missing`, `identity-key-broken`, `key-exposed`, `data-not-writable`.
    """
    folder = os.environ.get("CREDENTIALS_DIRECTORY")
    credential = Path(folder) / config.data.identity_credential if folder else None
    if credential is not None and credential.is_file():
        return _read(credential)  # systemd guards it in its own way
    return key_in(config.identity_key_file, over or config.database)


def key_in(file: Path, database: Path) -> bytes:
    """The key in a file; a new one where nothing is sealed yet. Raises what `own_key` raises."""
    with writing(file.parent):
        if not file.exists():
            if sealing.is_sealed(database):
                raise Mistakes([mistake("identity-key-missing", file=str(file))])
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            create(file, sealing.written(sealing.new_key()).encode())
        if stat.S_IMODE(file.stat().st_mode) & 0o077:
            raise Mistakes([mistake("key-exposed", file=str(file))])
        return _read(file)


def _read(file: Path) -> bytes:
    try:
        return sealing.read(file.read_text("ascii"))
    except ValueError:
        raise Mistakes([mistake("identity-key-broken", file=str(file))]) from None
