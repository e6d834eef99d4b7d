"""Files that people and the bot sent: an id to send them again, a path to download them."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from bot.sandbox.entities import Json

_PREVIEWS = (90, 320, 800)


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a multipart request."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Stored:
    """A file on the server. `path` is what getFile tells."""

    id: str
    unique_id: str
    path: str
    data: bytes
    name: str
    mime: str

    def json(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.data)}


class Files:
    """All files of one server, by id and by path."""

    def __init__(self) -> None:
        self.by_id: dict[str, Stored] = {}
        self.by_path: dict[str, Stored] = {}

    def keep(self, data: bytes, *, folder: str, name: str, mime: str) -> Stored:
        """Store; the same bytes sent twice are two ids with one unique id, as on the real server."""
        number = len(self.by_id) + 1
        unique = hashlib.sha256(data).hexdigest()[:16]
        suffix = f".{name.rpartition('.')[2]}" if "." in name else ""
        stored = Stored(
            id=f"SBX{folder[:3].upper()}{number:08d}{unique}",
            unique_id=unique,
            path=f"{folder}/file_{number}{suffix}",
            data=data,
            name=name,
            mime=mime,
        )
        self.by_id[stored.id] = stored
        self.by_path[stored.path] = stored
        return stored

    def photo(self, data: bytes) -> list[Json]:
        """A photo in its sizes, the largest last. Only the largest holds the real bytes; what is no image counts as 1280x960."""
        width, height = dimensions(data) or (1280, 960)
        largest = self.keep(data, folder="photos", name="photo.jpg", mime="image/jpeg")
        sizes: list[Json] = []
        for edge in (edge for edge in _PREVIEWS if edge < max(width, height)):
            scale = edge / max(width, height)
            small = {"file_id": f"{largest.id}-{edge}", "file_unique_id": f"{largest.unique_id}-{edge}"}
            self.by_id[small["file_id"]] = largest
            sizes.append(
                {
                    **small,
                    "width": max(1, round(width * scale)),
                    "height": max(1, round(height * scale)),
                    "file_size": max(1, len(data) * edge // max(width, height)),
                }
            )
        return [*sizes, {**largest.json(), "width": width, "height": height}]


def dimensions(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, read from the header; None for what is not an image."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            return image.size
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
