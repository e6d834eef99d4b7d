"""Photos: what is kept is the picture and nothing but the picture; everything else is refused with its reason."""

from __future__ import annotations

import asyncio
import io
import os
import random
import signal
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot import photos
from contest.flags.looks import NEAR
from contest.mistakes import Mistakes

SECRETS = (b"Anna Nowak", b"Pixel 9", b"2026:10:05 09:30:00", b"trailer of the maker")


def _jpeg(width: int = 64, height: int = 48, **saved: object) -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGB", (width, height), (200, 90, 60))
    for x in range(width // 2):  # left dark, right bright: which way is up can be seen
        for y in range(height):
            picture.putpixel((x, y), (10, 20, 30))
    picture.save(out, "JPEG", **saved)
    return out.getvalue()


def _telling() -> bytes:
    """A picture that tells who took it, with what, when and where, in every place that can hold a text."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0132] = "Anna Nowak", "Pixel 9", "2026:10:05 09:30:00"
    exif[0x0112] = 6  # lying on its side
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (52.0, 13.0, 47.5)
    place[3], place[4] = "E", (21.0, 0.0, 41.2)
    return _jpeg(exif=exif, comment=b"Anna Nowak", icc_profile=b"Anna Nowak" * 20) + b"trailer of the maker"


async def _refusal(data: bytes) -> str:
    with pytest.raises(Mistakes) as refused:
        await photos.clean(data)
    (only,) = refused.value.found
    return only.code


async def test_nothing_but_the_picture_is_kept() -> None:
    told = _telling()
    assert all(secret in told for secret in SECRETS)

    cleaned = await photos.clean(told)

    kept = cleaned.photo.bytes
    assert [secret for secret in SECRETS if secret in kept] == []
    with Image.open(io.BytesIO(kept)) as picture:
        assert (picture.format, dict(picture.getexif()), picture.getexif().get_ifd(0x8825)) == (
            "JPEG",
            {},
            {},
        )
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert picture.size == (cleaned.photo.width, cleaned.photo.height) == (48, 64)
        bright = picture.getpixel((24, 60))
        assert isinstance(bright, tuple)
        assert bright[0] > 120  # it stands upright
    assert (len(cleaned.key), len(cleaned.photo.original), cleaned.photo.media) == (64, 64, "image/jpeg")


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
async def test_other_pictures_become_plain_jpegs(kind: str) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (30, 20), (255, 0, 0, 128)).save(out, kind)
    cleaned = await photos.clean(out.getvalue())
    with Image.open(io.BytesIO(cleaned.photo.bytes)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (30, 20))


async def test_the_same_picture_has_the_same_key_and_a_large_one_is_made_smaller() -> None:
    large = _jpeg(4000, 1000)
    one, two = await photos.clean(large), await photos.clean(large)
    assert one == two
    assert (one.photo.width, one.photo.height) == (2560, 640)


def _bomb(width: int, height: int) -> bytes:
    """A few hundred bytes that would unpack into gigabytes."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = zlib.compress(b"\0" * 100_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not-a-photo"),
        (b"Dzien dobry, to jest tekst, a nie zdjecie.", "not-a-photo"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "not-a-photo"),
        (b"%PDF-1.7\n", "not-a-photo"),
        (b"GIF89a" + b"\0" * 40, "not-a-photo"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "photo-heic"),
        (b"\0\0\0\x18ftypheix\0\0\0\0mif1heic", "photo-heic"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "photo-heic"),
        (_bomb(30_000, 30_000), "photo-too-large"),
        (_bomb(7_000, 6_000), "photo-too-large"),
        (_bomb(2_000_000_000, 2), "photo-too-large"),
        (_bomb(5_000, 5_000), "photo-broken"),
        (_jpeg()[:300], "photo-broken"),
        (_jpeg()[:20], "photo-broken"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_what_is_no_photo_is_refused_with_its_reason(data: bytes, code: str) -> None:
    assert (
        await _refusal(data) in {code, "not-a-photo"}
        if data[:2] == b"\xff\xd8"
        else await _refusal(data) == code
    )


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_maimed_picture_breaks_the_worker(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from([_TELLING, _WEBP, _PNG])))
    dice = random.Random(data.draw(st.integers(0, 10**6)))
    for _ in range(dice.randrange(1, 30)):
        whole[dice.randrange(len(whole))] = dice.randrange(256)
    verdict = photos.redraw(bytes(whole))
    assert isinstance(verdict, photos.Cleaned) or verdict in {
        "photo-broken",
        "not-a-photo",
        "photo-too-large",
    }


def _as(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (1, 200, 90)).save(out, kind)
    return out.getvalue()


_TELLING, _WEBP, _PNG = _telling(), _as("WEBP"), _as("PNG")


def _pids() -> list[int]:
    return list(photos._cleaner.pool()._processes)


async def test_a_worker_that_dies_between_two_photos_is_replaced_unnoticed() -> None:
    first = await photos.clean(_jpeg())
    [pid] = _pids()
    os.kill(pid, signal.SIGKILL)
    await asyncio.sleep(0.2)
    assert await photos.clean(_jpeg()) == first
    assert _pids() != [pid]


async def test_a_worker_that_dies_over_a_photo_gets_a_second_one_and_others_lose_nothing() -> None:
    await photos.clean(_jpeg())
    [pid] = _pids()
    many = [asyncio.create_task(photos.clean(_jpeg(1500, 1200 + n))) for n in range(4)]
    await asyncio.sleep(0.02)
    os.kill(pid, signal.SIGKILL)
    assert [(await one).photo.height for one in many] == [1200, 1201, 1202, 1203]


async def test_a_picture_that_takes_too_long_is_given_up_and_the_next_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await photos.clean(_jpeg())
    monkeypatch.setattr(photos, "_SECONDS", 0.0001)
    assert await _refusal(_jpeg(3000, 3000)) == "photo-too-heavy"
    monkeypatch.undo()
    assert (await photos.clean(_jpeg())).photo.width == 64


def _scene(size: tuple[int, int] = (800, 600), brightness: int = 0, *, mirrored: bool = False) -> Image.Image:
    """A façade: sky, a wall with windows, a door."""
    picture = Image.new("RGB", (800, 600), (150 + brightness, 190 + brightness, 230))
    for box, shade in (
        ((80, 120, 700, 560), 120),
        ((140, 180, 260, 300), 40),
        ((420, 180, 560, 300), 60),
        ((300, 340, 400, 560), 20),
    ):
        picture.paste((shade + brightness,) * 3, box)
    drawn = picture.resize(size)
    return drawn.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if mirrored else drawn


def _saved(picture: Image.Image, quality: int = 90) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


async def test_a_photo_saved_again_smaller_or_brighter_looks_the_same_and_another_one_does_not() -> None:
    mine = await photos.clean(_saved(_scene()))

    async def apart(data: bytes) -> int:
        other = await photos.clean(data)
        assert other.key != mine.key
        return (int(mine.photo.look, 16) ^ int(other.photo.look, 16)).bit_count()

    assert await apart(_saved(_scene(), quality=40)) <= NEAR
    assert await apart(_saved(_scene((400, 300)))) <= NEAR
    assert await apart(_saved(_scene(brightness=15))) <= NEAR
    assert await apart(_saved(_scene(mirrored=True))) > NEAR
