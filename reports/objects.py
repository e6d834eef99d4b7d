"""The file format beneath a document: numbered objects, packed streams, cross-references (ISO 32000-1, 7.3 to 7.5).

Everything but streams is packed into object streams, so that the thousands of small objects of a structure tree cost
little. Nothing asks the clock or the dice: the identifier of a file is a digest of what it holds.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable

_PACKED = 200
"""Objects in one object stream: a reader unpacks a whole stream to see one of them."""
_REFERENCE = re.compile(rb"(\d+) 0 R")


class File:
    """Objects on their way to a file. Numbers are given in the order of asking, from 1."""

    def __init__(self) -> None:
        self._plain: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}
        self._last = 0

    def reserve(self) -> int:
        """A number for an object that is put later."""
        self._last += 1
        return self._last

    def put(self, number: int, body: bytes) -> None:
        """The object of a reserved number."""
        self._plain[number] = body

    def add(self, body: bytes) -> int:
        """An object that is no stream; its number."""
        number = self.reserve()
        self._plain[number] = body
        return number

    def stream(self, packed: bytes, entries: bytes = b"") -> int:
        """A stream of bytes that `pack` has packed, with further entries of its dictionary; its number."""
        number = self.reserve()
        self._streams[number] = _stream(packed, entries)
        return number

    def raw(self, content: bytes, entries: bytes = b"") -> int:
        """A stream that stays unpacked, so that it can be read in any editor; its number."""
        number = self.reserve()
        self._streams[number] = _dictionary(entries, len(content)) + content + b"\nendstream"
        return number

    def graft(self, objects: Iterable[Foreign]) -> int:
        """Ready objects of another file, renumbered; the number of the first."""
        first = self._last + 1
        for foreign in objects:
            number = self.reserve()
            body = foreign.renumbered(first - 1)
            if foreign.packed is None:
                self._plain[number] = body
            else:
                self._streams[number] = b"<<%b>>stream\n%b\nendstream" % (body, foreign.packed)
        return first

    def written(self, root: int, info: int) -> bytes:
        """The whole file."""
        out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
        numbers = sorted(self._plain)
        for start in range(0, len(numbers), _PACKED):
            inside = numbers[start : start + _PACKED]
            container = self.stream(*_object_stream([(number, self._plain[number]) for number in inside]))
            places.update({number: (2, container, index) for index, number in enumerate(inside)})
        for number, body in self._streams.items():
            places[number] = (1, len(out), 0)
            out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
        self._trail(out, places, root=root, info=info)
        return bytes(out)

    def _trail(
        self, out: bytearray, places: dict[int, tuple[int, int, int]], *, root: int, info: int
    ) -> None:
        """The cross-reference stream, which is an object itself and the end of the file."""
        own, start = self._last + 1, len(out)
        places[own] = (1, start, 0)
        table = b"".join(
            bytes((kind,)) + where.to_bytes(4, "big") + index.to_bytes(2, "big")
            for kind, where, index in (places[number] for number in range(own + 1))
        )
        identity = hashlib.sha256(out).hexdigest()[:32].encode()
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]"
        body = _stream(pack(table), entries % (own + 1, root, info, identity, identity))
        out += b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, body, start)


class Foreign:
    """An object of a smaller file, whose references count from 1 there."""

    __slots__ = ("_last", "_pieces", "packed")

    def __init__(self, body: bytes, packed: bytes | None = None) -> None:
        """`body` is the object, or the entries of a stream's dictionary when `packed` holds its bytes."""
        self._pieces = _REFERENCE.split(body)
        self._last: tuple[int, bytes] | None = None
        self.packed = packed

    def renumbered(self, offset: int) -> bytes:
        """The body with its references moved up. In documents of one kind it has the same place every time."""
        if self._last is None or self._last[0] != offset:
            pieces = list(self._pieces)
            pieces[1::2] = [b"%d 0 R" % (int(number) + offset) for number in pieces[1::2]]
            self._last = (offset, b"".join(pieces))
        return self._last[1]


def pack(content: bytes) -> bytes:
    """Deflated, at the level where more work brings little."""
    return zlib.compress(content, 6)


def text(value: str) -> bytes:
    """A text string: as it is when ASCII, else UTF-16 in hexadecimal."""
    if value.isascii() and value.isprintable():
        escaped = value.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})".encode("ascii")
    return b"<feff" + value.encode("utf-16-be").hex().encode("ascii") + b">"


def _object_stream(objects: list[tuple[int, bytes]]) -> tuple[bytes, bytes]:
    head, body, at = [], [], 0
    for number, content in objects:
        head.append(b"%d %d" % (number, at))
        body.append(content)
        at += len(content) + 1
    index = b" ".join(head) + b"\n"
    packed = pack(index + b"\n".join(body))
    return packed, b"/Type/ObjStm/N %d/First %d" % (len(objects), len(index))


def _stream(packed: bytes, entries: bytes) -> bytes:
    return _dictionary(b"/Filter/FlateDecode" + entries, len(packed)) + packed + b"\nendstream"


def _dictionary(entries: bytes, length: int) -> bytes:
    return b"<<%b/Length %d>>stream\n" % (entries, length)
