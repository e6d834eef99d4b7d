"""The installation's key: made once, kept in the data folder for its owner's eyes alone, its public half for everybody.

podpis.key        the private key (PEM, mode 0600): who has it can make diplomas that prove themselves
podpis.pub        its public half (PEM): to publish
podpis-*.pub      public halves of older keys, whose diplomas still count
"""

from __future__ import annotations

import stat
from pathlib import Path

from bot.disk import create, writing
from contest.mistakes import Mistakes, mistake
from reports import proof

PRIVATE, PUBLIC = "podpis.key", "podpis.pub"


def own_key(folder: Path) -> bytes:
    """The private key, made at its first use. Raises `Mistakes`: `key-exposed`, `key-broken`, `data-not-writable`."""
    file = folder / PRIVATE
    with writing(folder):
        if not file.exists():
            create(file, proof.private_pem(proof.new_key()))
        if stat.S_IMODE(file.stat().st_mode) & 0o077:
            raise Mistakes([mistake("key-exposed", file=str(file))])
        key = proof.private_of_pem(file.read_bytes())
        public = proof.public_pem(proof.public_of(key))
        if not (folder / PUBLIC).exists() or (folder / PUBLIC).read_bytes() != public:
            (folder / PUBLIC).write_bytes(public)
    return key


def trusted(folder: Path) -> dict[str, bytes]:
    """The public keys of this installation, the present one and older ones, by their ids."""
    files = sorted(folder.glob("podpis*.pub"))
    return proof.keyring(proof.public_of_pem(file.read_bytes()) for file in files)
