"""`incognito verify`, `page`, `revoke`: what proves a diploma, from the command line; all of it works while the bot runs."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from bot import identity, rulebook, signing
from bot.backing import database_of
from bot.config import Config
from bot.disk import writing
from bot.phrases import catalogue
from contest.mistakes import Mistakes, Say, mistake
from reports import checkpage, proof, reading
from reports.numbers import day
from reports.reading import Trust, Verdict
from storage import awards, documents
from storage.backup import back_up
from storage.database import Database

GENUINE, NOT_GENUINE = 0, 1


@dataclass(frozen=True, slots=True)
class Register:
    """What an installation knows of its diplomas: the numbers that it took back, and digests of the files that it issued."""

    revoked: tuple[awards.Revoked, ...] = ()
    files: frozenset[str] = field(default_factory=frozenset)


async def register_of(settings: Config) -> Register:
    """The register, read from a copy made now; empty before the bot ran for the first time."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "copy.sqlite3"
        try:
            await back_up(database_of(settings), copy)
        except Mistakes:
            return Register()
        db = await Database.open(copy)
        try:
            taken_back = await awards.revoked(db.reading)
            files = await documents.listing(db.reading)
        finally:
            await db.close()
    return Register(tuple(taken_back), frozenset(each.digest for each in files))


def verify(what: str, trust: Trust, register: Register | None) -> int:
    """Say what a file, a photo or a code is worth. 0 when it is genuine and valid, 1 otherwise."""
    say = catalogue().plain("pl")
    data = _content(what)
    verdict = reading.judge(what, trust) if data is None else reading.judge_file(data, trust)
    print(say(f"verdict-{verdict.worth}"))
    print(say(f"verdict-{verdict.worth}-means"))
    if verdict.worth == "forged":
        return NOT_GENUINE
    print()
    for line in facts(verdict, say):
        print(f"  {line}")
    print()
    if data is not None and data.startswith(b"%PDF") and register is not None:
        same = hashlib.sha256(data).hexdigest() in register.files
        print(say("verdict-same-file" if same else "verdict-other-file"))
    print(say("verdict-compare"))
    return GENUINE if verdict.worth == "genuine" else NOT_GENUINE


def facts(verdict: Verdict, say: Say) -> list[str]:
    """What was signed, line by line; the name in full where the file has it."""
    claim = verdict.claim
    said: dict[str, str | None] = {
        "entrant": str(verdict.told.get("entrant", claim.entrant)),
        "award": claim.award,
        "edition": claim.edition,
        "number": claim.number,
        "granted": day(say, claim.granted),
        "until": day(say, claim.valid_until) if claim.valid_until else None,
    }
    return [f"{say(f'verdict-{name}')}: {said[name]}" for name in checkpage.FACTS if said[name]]


def trust_of(settings: Config, register: Register, today: date) -> Trust:
    """What this installation relies on: its own keys and its own list."""
    signing.own_key(settings.data_directory)
    keys = signing.trusted(settings.data_directory)
    return Trust(keys, {each.number for each in register.revoked}, today)


def trust_of_files(keys: Iterable[Path], revoked: Path | None, today: date) -> Trust:
    """The same from published files, without any installation."""
    known = proof.keyring(proof.public_of_pem(_bytes(file)) for file in keys)
    listed = proof.opened("revoked", _bytes(revoked), known)["revoked"] if revoked else []
    return Trust(known, {str(each["number"]) for each in listed}, today)


def publish(settings: Config, register: Register, folder: Path, at: datetime) -> None:
    """Write the page that checks codes, the list of what was taken back, and the public key."""
    rules, _ = rulebook.read(settings.edition_folder)
    key = signing.own_key(settings.data_directory)
    listed = [
        {"number": each.number, "on": each.at.date().isoformat(), "reason": each.reason}
        for each in register.revoked
    ]
    signed = proof.sealed("revoked", {"made_at": at.isoformat(timespec="seconds"), "revoked": listed}, key)
    says = {language: catalogue().plain(language) for language in ("pl", "en")}
    keys = signing.trusted(settings.data_directory)
    made = checkpage.page(rules.settings.organiser.name, keys, signed, says=says)
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_bytes(made)
        (folder / checkpage.LIST).write_bytes(signed)
        (folder / signing.PUBLIC).write_bytes(proof.public_pem(proof.public_of(key)))
    print(catalogue().plain("pl")("cli-page-done", folder=str(folder), count=len(listed)))


async def revoke(settings: Config, number: str, reason: str, at: datetime) -> None:
    """Take a diploma back, with the reason in the journal. Raises `Mistakes` (`no-such-award`)."""
    db = await Database.open(database_of(settings), key=identity.own_key(settings))
    try:
        await db.transact(lambda tx: awards.revoke(tx, number, reason, by="system", at=at))
    finally:
        await db.close()
    print(catalogue().plain("pl")("cli-revoked", number=number))


def _content(what: str) -> bytes | None:
    """The bytes of a file of this name, or None for a text that is no file's name."""
    # a code is longer than any name of a file may be
    with suppress(OSError, ValueError):
        if Path(what).is_file():
            return Path(what).read_bytes()
    return None


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise Mistakes([mistake("no-such-file", file=str(file))]) from None
