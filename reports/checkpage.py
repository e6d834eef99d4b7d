"""The page that checks codes: one file to host anywhere, which asks no server and keeps nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib.resources import files

from contest.mistakes import Say
from reports.proof import canonical

LIST = "uniewaznione.json"
"""The name of the list of what was taken back, beside the page."""
_PAGE = ("title", "ask", "check", "how", "asof")
FACTS = ("entrant", "award", "edition", "number", "granted", "until")
"""What is shown of a diploma, in this order."""
_VERDICTS = ("genuine", "expired", "revoked", "unknown", "forged", "broken")


def page(organiser: str, keys: Mapping[str, bytes], revoked: bytes, *, says: Mapping[str, Say]) -> bytes:
    """The page with the public keys and the signed list inside, in these languages; the first names its title."""
    house = {
        "organiser": organiser,
        "keys": {name: public.hex() for name, public in keys.items()},
        "revoked": json.loads(revoked),
        "words": {language: _words(say) for language, say in says.items()},
    }
    first = next(iter(says.values()))
    # a script ends where it says so, even inside a text
    inside = canonical(house).decode().replace("</", "<\\/")
    made = _part("index.html").replace("%TITLE%", escape(first("page-title")))
    return made.replace("%SCRIPT%", _part("check.js")).replace("%HOUSE%", inside).encode()


def _words(say: Say) -> dict[str, str]:
    words = {name: say(f"page-{name}") for name in _PAGE}
    words |= {name: say(f"verdict-{name}") for name in (*FACTS, "compare")}
    words["language"] = say("document-language")
    for verdict in _VERDICTS:
        words[verdict] = say(f"verdict-{verdict}")
        words[f"{verdict}-means"] = say(f"verdict-{verdict}-means")
    return words


@cache
def _part(name: str) -> str:
    return (files("reports") / "page" / name).read_text("utf-8")
