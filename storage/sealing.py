"""What says who somebody is, sealed with a key that is not in the database.

    seal(use, text)        in SQL: the bytes to keep         unseal(use, bytes)     in SQL: the text again

AES-SIV (RFC 5297): the same text sealed for the same use gives the same bytes, so an account is found by its sealed form
without opening any other, as by a keyed digest. The use is bound into the seal: a name cannot be moved to another code.
Texts are filled up to whole blocks, so that short and long names look alike.
"""

from __future__ import annotations

import base64
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import aiosqlite
from cryptography.hazmat.primitives.ciphers.aead import AESSIV

from contest.mistakes import Mistakes, mistake

_BYTES = 64
_BLOCK = 32
_MARK = b"\x80"


def new_key() -> bytes:
    """A key that nobody else has."""
    return os.urandom(_BYTES)


def written(key: bytes) -> str:
    """The key as a line of text."""
    return base64.b64encode(key).decode() + "\n"


def read(text: str) -> bytes:
    """The key of a line of text. Raises ValueError for anything else."""
    key = base64.b64decode(text.strip(), validate=True)
    if len(key) != _BYTES:
        raise ValueError("a key of another length")
    return key


def is_sealed(path: Path) -> bool:
    """Whether a database exists whose identities need a key."""
    if not path.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as look:
            return bool(look.execute("SELECT 1 FROM sealed_by").fetchall())
    except sqlite3.Error:
        return False  # whatever it is, opening it will name it


class Seal:
    """The two functions, with a key; without one they refuse, and everything else in a database can still be read."""

    def __init__(self, key: bytes | None) -> None:
        self._cipher = AESSIV(key) if key is not None else None

    async def join(self, connection: aiosqlite.Connection) -> None:
        """Teach a connection `seal` and `unseal`."""
        await connection.create_function("seal", 2, self.seal, deterministic=True)
        await connection.create_function("unseal", 2, self.unseal, deterministic=True)

    def meet(self, connection: sqlite3.Connection) -> None:
        """The same for a connection without a thread."""
        connection.create_function("seal", 2, self.seal, deterministic=True)
        connection.create_function("unseal", 2, self.unseal, deterministic=True)

    def seal(self, use: str, text: str | int | None) -> bytes | None:
        if text is None:
            return None
        whole = str(text).encode() + _MARK
        return self._with_key().encrypt(whole + bytes(-len(whole) % _BLOCK), [use.encode()])

    def unseal(self, use: str, sealed: bytes | None) -> str | None:
        if sealed is None:
            return None
        whole = self._with_key().decrypt(sealed, [use.encode()])
        return whole[: whole.rindex(_MARK)].decode()

    def _with_key(self) -> AESSIV:
        if self._cipher is None:
            raise LookupError("opened without the key of identities")
        return self._cipher


async def agree(connection: aiosqlite.Connection, path: Path) -> None:
    """Remember which key this database is sealed with. Raises Mistakes (`identity-key-wrong`) when it is another one.

    The table must be there, and the connection must know the key.
    """
    await connection.execute_fetchall(
        "INSERT INTO sealed_by (one, mark) VALUES (1, seal('key', '')) ON CONFLICT (one) DO NOTHING"
    )
    same = await connection.execute_fetchall("SELECT mark = seal('key', '') FROM sealed_by")
    if not next(iter(same))[0]:
        raise Mistakes([mistake("identity-key-wrong").within("file", path.name)])
