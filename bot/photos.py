"""A photo is made clean before it is kept: decoded and drawn anew in a process of its own, with limits.

What comes out holds pixels only: no place, no device, no comment, no trailer. A file that is not a picture, is too
large, or would unpack into something monstrous is refused with a reason.
"""

from __future__ import annotations

import asyncio
import hashlib
import io
import resource
import warnings
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from bot.workers import Worker
from contest.flags.looks import HIGH, WIDE, look
from contest.mistakes import Mistakes, mistake
from storage.evidence import Photo

_MOST_PIXELS = 40_000_000
_LONGEST_SIDE = 2560
_MEMORY = 1 << 30
"""Bytes of address space for the worker."""
_SECONDS = 20.0
_FORMATS = ("JPEG", "PNG", "WEBP")
_HEIC = frozenset(
    b"ftyp" + brand for brand in (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean JPEG; `key` is the digest of its bytes."""

    key: str
    photo: Photo


async def clean(data: bytes) -> Cleaned:
    """The picture without anything but the picture. Raises Mistakes with the reason for a refusal."""
    try:
        try:
            verdict = await _redrawn(data)
        except BrokenProcessPool:  # perhaps over somebody else's picture, or long ago
            verdict = await _redrawn(data)
    except (BrokenProcessPool, TimeoutError):
        _cleaner.close()
        raise Mistakes([mistake("photo-too-heavy")]) from None
    if isinstance(verdict, str):
        raise Mistakes([mistake(verdict)])
    return verdict


async def _redrawn(data: bytes) -> Cleaned | str:
    async with asyncio.timeout(_SECONDS):
        return await _cleaner.do(redraw, data)


def close() -> None:
    """End the worker."""
    _cleaner.close()


def redraw(data: bytes) -> Cleaned | str:
    """Runs in the worker. The clean picture, or the code of the complaint."""
    if data[4:12] in _HEIC:
        return "photo-heic"
    try:
        fresh = _fresh(data)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return "photo-too-large"
    except UnidentifiedImageError:
        return "not-a-photo"
    except Exception:  # noqa: BLE001 -- bytes of a stranger: whatever a decoder makes of them, they are no photo
        return "photo-broken"
    if isinstance(fresh, str):
        return fresh
    out = io.BytesIO()
    fresh.save(out, "JPEG", quality=85, optimize=True)
    made = out.getvalue()
    key = hashlib.sha256(made).hexdigest()
    original = hashlib.sha256(data).hexdigest()
    return Cleaned(key, Photo(key, original, "image/jpeg", fresh.width, fresh.height, made, _look(fresh)))


def _look(picture: Image.Image) -> str:
    """What stays the same when the picture is saved again, smaller or a little brighter."""
    return look(picture.convert("L").resize((WIDE, HIGH), Image.Resampling.LANCZOS).tobytes())


def _fresh(data: bytes) -> Image.Image | str:
    """The picture drawn anew, or the code of the complaint."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a maimed tag is not our concern; a bomb is
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return "photo-too-large"
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    # A fresh canvas: saving the old image would carry its comment along.
    fresh = Image.new("RGB", upright.size)
    fresh.paste(upright)
    return fresh


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (600, 600))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS


_cleaner = Worker(_limit, most=200)
