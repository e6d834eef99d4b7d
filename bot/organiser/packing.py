"""What goes to the entrants once nothing holds it: a folder an entrant with its report and diplomas, in archives that a chat takes."""

from __future__ import annotations

import asyncio
import io
import zipfile
from collections.abc import Iterable, Iterator

from bot.bindery import File
from bot.house import House
from bot.phrases import catalogue
from reports.names import slug
from storage import documents, entrants
from storage.database import Reading
from storage.documents import Line

LARGEST = 40 * 1024 * 1024
"""Bytes of documents in one archive: a bot may send files of 50 MB."""
_FOR_ENTRANTS = frozenset({"report", "diploma"})


async def archives(house: House, db: Reading, snapshot: int) -> tuple[File, ...]:
    """Everything that was made for entrants from a frozen state, in as few archives as it takes."""
    lines = [
        each
        for each in await documents.listing(db)
        if each.snapshot == snapshot and each.kind in _FOR_ENTRANTS and each.entrant is not None
    ]
    names = {each.id: f"{each.id:04}_{slug(each.name)}" for each in await entrants.everything(db)}
    word = catalogue().plain(house.rules.settings.language)("document-file-release")
    parts = list(_parts(sorted(lines, key=lambda each: (each.entrant or 0, each.name))))
    made = []
    for number, part in enumerate(parts, start=1):
        files = []
        for line in part:
            kept = await documents.load(db, line.name)
            if kept is not None and line.entrant in names:
                files.append((f"{names[line.entrant]}/{line.name}", kept.bytes))
        name = f"{word}.zip" if len(parts) == 1 else f"{word}-{number}.zip"
        made.append(File(name, "release", None, await asyncio.to_thread(_zipped, files)))
    return tuple(made)


def _parts(lines: Iterable[Line]) -> Iterator[list[Line]]:
    part: list[Line] = []
    size = 0
    for line in lines:
        if part and size + line.size > LARGEST:
            yield part
            part, size = [], 0
        part.append(line)
        size += line.size
    if part:
        yield part


def _zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """PDFs are packed already: the archive only holds them together. Dated as the first day that an archive can hold."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name), data)
    return packed.getvalue()
