"""What proves a diploma: its facts with the installation's signature (Ed25519, RFC 8032), small enough for a QR code.

    code    = base32( version ‖ key id ‖ granted ‖ valid until ‖ number ‖ award ‖ edition ‖ entrant ‖ signature )
    facts   = canonical JSON of all of it, the name in full, with a signature of its own: attached to the PDF
    revoked = canonical JSON of the numbers taken back, signed alike: published beside the page that checks codes

A signature covers the facts and not the paper, so whoever checks is shown the facts, to compare them with the sheet.
Every kind of text is signed with its own prefix: none can be passed off as another. Nothing here knows the time.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from contest.mistakes import Mistakes, mistake

_VERSION = 1
_EPOCH = date(2000, 1, 1)
_BOUNDARY = "\x1f"
_LONGEST = {"number": 24, "award": 48, "edition": 48, "entrant": 84}
"""Bytes of UTF-8 that a code has room for; the attached facts are never cut."""
_CODE = re.compile(r"[A-Z2-7]{120,480}\Z")
_PREFIX = {
    "code": b"incognito code 1\x00",
    "facts": b"incognito facts 1\x00",
    "revoked": b"incognito revoked 1\x00",
}
Kind = Literal["facts", "revoked"]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a diploma says; in a code the texts may be cut, and then end with `…`."""

    number: str
    award: str
    edition: str
    entrant: str
    granted: date
    valid_until: date | None


@dataclass(frozen=True, slots=True)
class Signed:
    """A claim as it was read from a code, with what its signature covers; nothing is proved by it yet."""

    claim: Claim
    key: str
    covered: bytes
    signature: bytes


def new_key() -> bytes:
    """A private key, 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_of(key: bytes) -> bytes:
    """The public half of a private key, 32 bytes."""
    return Ed25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw()


def private_pem(key: bytes) -> bytes:
    """The private key as PKCS 8 in PEM, which OpenSSL reads as well."""
    return Ed25519PrivateKey.from_private_bytes(key).private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )


def public_pem(public: bytes) -> bytes:
    """The public key as PEM."""
    return Ed25519PublicKey.from_public_bytes(public).public_bytes(
        Encoding.PEM, PublicFormat.SubjectPublicKeyInfo
    )


def private_of_pem(text: bytes) -> bytes:
    """The private key that a PEM holds. Raises `Mistakes` (`key-broken`)."""
    try:
        key = load_pem_private_key(text, None)
    except (ValueError, TypeError) as broken:
        raise Mistakes([mistake("key-broken")]) from broken
    if not isinstance(key, Ed25519PrivateKey):
        raise Mistakes([mistake("key-broken")])
    return key.private_bytes_raw()


def public_of_pem(text: bytes) -> bytes:
    """The public key that a PEM holds. Raises `Mistakes` (`key-broken`)."""
    try:
        key = load_pem_public_key(text)
    except ValueError as broken:
        raise Mistakes([mistake("key-broken")]) from broken
    if not isinstance(key, Ed25519PublicKey):
        raise Mistakes([mistake("key-broken")])
    return key.public_bytes_raw()


def key_id(public: bytes) -> str:
    """The first four bytes of the public key's SHA-256, in hexadecimal: enough to find the key, not to trust it."""
    return hashlib.sha256(public).hexdigest()[:8]


def code(claim: Claim, key: bytes) -> str:
    """The claim, signed, in capitals and digits."""
    days = [(day - _EPOCH).days if day else 0 for day in (claim.granted, claim.valid_until)]
    texts = {"number": claim.number, "award": claim.award, "edition": claim.edition, "entrant": claim.entrant}
    said = _BOUNDARY.join(_cut(text, _LONGEST[name]) for name, text in texts.items())
    covered = (
        bytes([_VERSION])
        + bytes.fromhex(key_id(public_of(key)))
        + b"".join(day.to_bytes(2, "big") for day in days)
        + said.encode()
    )
    signature = Ed25519PrivateKey.from_private_bytes(key).sign(_PREFIX["code"] + covered)
    return base64.b32encode(covered + signature).decode().rstrip("=")


def read(text: str) -> Signed:
    """What a code says, from the bare code or the address that a QR code holds. Raises `Mistakes` (`code-broken`)."""
    bare = "".join(text.rpartition("#")[2].split()).upper().removeprefix("INCOGNITO:")
    if not _CODE.match(bare):
        raise Mistakes([mistake("code-broken")])
    try:
        whole = base64.b32decode(bare + "=" * (-len(bare) % 8))
        covered, signature = whole[:-64], whole[-64:]
        number, award, edition, entrant = covered[9:].decode().split(_BOUNDARY)
        granted, until = (int.from_bytes(covered[at : at + 2], "big") for at in (5, 7))
    except (binascii.Error, ValueError, IndexError) as broken:
        raise Mistakes([mistake("code-broken")]) from broken
    if covered[0] != _VERSION:
        raise Mistakes([mistake("code-broken")])
    claim = Claim(number, award, edition, entrant, _day(granted), _day(until) if until else None)
    return Signed(claim, covered[1:5].hex(), covered, signature)


def proved(signed: Signed, keys: Mapping[str, bytes]) -> bool:
    """Whether one of these public keys, by their ids, signed it. Raises `Mistakes` (`key-unknown`) when it is none of them."""
    return _signed(_known(signed.key, keys), _PREFIX["code"] + signed.covered, signature=signed.signature)


def sealed(kind: Kind, values: Mapping[str, Any], key: bytes) -> bytes:
    """The values as canonical JSON with the key's id and a signature over the rest."""
    whole = {**values, "format": 1, "key": key_id(public_of(key))}
    signature = Ed25519PrivateKey.from_private_bytes(key).sign(_PREFIX[kind] + canonical(whole))
    return canonical({**whole, "signature": base64.b64encode(signature).decode()})


def opened(kind: Kind, data: bytes, keys: Mapping[str, bytes]) -> dict[str, Any]:
    """The values of sealed JSON. Raises `Mistakes`: `facts-broken`, `key-unknown`, `facts-forged`."""
    try:
        whole = json.loads(data)
        signature = base64.b64decode(whole.pop("signature"), validate=True)
        key = whole["key"]
    except (ValueError, KeyError, TypeError, AttributeError) as broken:
        raise Mistakes([mistake("facts-broken")]) from broken
    if not _signed(_known(key, keys), _PREFIX[kind] + canonical(whole), signature=signature):
        raise Mistakes([mistake("facts-forged")])
    return dict(whole)


def canonical(values: Mapping[str, Any]) -> bytes:
    """JSON with sorted keys and no spaces: the same values, the same bytes."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def keyring(publics: Iterable[bytes]) -> dict[str, bytes]:
    """Public keys by their ids."""
    return {key_id(public): public for public in publics}


def _known(key: object, keys: Mapping[str, bytes]) -> bytes:
    found = keys.get(key) if isinstance(key, str) else None
    if found is None:
        raise Mistakes([mistake("key-unknown", key=str(key)[:16])])
    return found


def _signed(public: bytes, covered: bytes, *, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, covered)
    except InvalidSignature:
        return False
    return True


def _cut(text: str, most: int) -> str:
    """At most so many bytes, cut between letters; what was cut ends with an ellipsis."""
    clean = text.replace(_BOUNDARY, " ")
    if len(clean.encode()) <= most:
        return clean
    return clean.encode()[: most - 3].decode(errors="ignore").rstrip() + "…"


def _day(number: int) -> date:
    return _EPOCH + timedelta(days=number)
