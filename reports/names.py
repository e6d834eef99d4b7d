"""Names of files that every disk, mail programme and archive accepts: lower-case ASCII, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

_BARE = str.maketrans({"ł": "l", "Ł": "L", "ß": "ss", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})


def slug(text: str, *, most: int = 60) -> str:
    """`Urząd Miejski w Łodzi` -> `urzad-miejski-w-lodzi`; never empty, at most so many characters."""
    plain = (
        unicodedata.normalize("NFKD", text.translate(_BARE)).encode("ascii", "ignore").decode("ascii").lower()
    )
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:most].rstrip("-") or "dokument"


def file_name(*parts: str, ending: str) -> str:
    """`file_name("licencja", "LJ/2026/0001", "Wałcz", ending="pdf")` -> `licencja_lj-2026-0001_walcz.pdf`."""
    return f"{'_'.join(slug(part) for part in parts)}.{ending}"
