"""Every message that jurors got in a whole edition, and every kept conversation, held against the rules of `manners`."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.messages import Edit, Send, plain, thaw
from tests.stories import manners, theatre

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]

MOST_SENDS = 1.2
"""New messages an answer; what is changed in place is not new."""
_FOLD = re.compile(r"<blockquote expandable>(.*?)</blockquote>", re.DOTALL)
OFFICE = (
    "import",
    "postep",
    "nagrody",
    "przydzial",
    "wyniki",
    "zamrozenie",
    "poprawka_sprawdz",
    "zaproszenia",
    "plan_recznie",
    "odwolanie",
    "wlasciciel",
    "ogloszenie",
    "po_gali",
    "kto_jest_kim",
    "nie_ten_plik",
)
"""Conversations with organisers, by what their names hold."""


def _said(data: Path) -> Iterator[Send | Edit]:
    """Everything that was promised to jurors in an edition whose data stand in this folder."""
    with sqlite3.connect(f"file:{data / 'incognito.sqlite3'}?mode=ro", uri=True) as db:
        bodies = db.execute("SELECT body FROM outbox WHERE person LIKE 'J-%' AND body <> '{}'").fetchall()
    db.close()
    for (body,) in bodies:
        message = thaw(body)
        if isinstance(message, Send | Edit):
            yield message


async def test_whatever_jurors_read_in_an_edition_is_short_and_its_buttons_fit(submitted: Path) -> None:
    found = []
    count = 0
    for message in _said(submitted / "data"):
        count += 1
        text, folded = plain(message.text), [plain(quote) for quote in _FOLD.findall(message.text)]
        rows = [[button.label for button in row] for row in message.rows]
        faults = [*manners.spoken(text), *manners.shaped(text, folded), *manners.pressed(rows)]
        found += [(fault, text[:60]) for fault in faults]
    assert count > 500
    assert found == []


async def test_an_answer_costs_hardly_more_than_one_new_message(submitted: Path) -> None:
    with sqlite3.connect(f"file:{submitted / 'data' / 'incognito.sqlite3'}?mode=ro", uri=True) as db:
        ((answers,),) = db.execute("SELECT count(*) FROM answers").fetchall()
        ((skipped,),) = db.execute(
            "SELECT sum(json_array_length(state, '$.skipped')) FROM sessions"
        ).fetchall()
    db.close()
    sends = sum(isinstance(message, Send) for message in _said(submitted / "data"))
    assert sends / (answers + skipped) <= MOST_SENDS


def _kept() -> list[Path]:
    files = [*theatre.GOLDEN.glob("*.txt"), *theatre.GOLDEN.parent.glob("*.txt")]
    return sorted(files)


async def test_there_are_forty_kept_conversations_and_their_words_keep_the_rules() -> None:
    files = _kept()
    assert len(files) >= 40
    found = []
    for file in files:
        office = any(word in file.stem for word in OFFICE)
        for line in file.read_text("utf-8").splitlines():
            sign, said = line[:1], line[2:].rstrip()
            if sign not in "<~" or (sign == "<" and file.parent != theatre.GOLDEN):
                continue
            if not said.startswith("  ["):
                told = " ".join(said.split()) if office else said  # columns of figures stand apart
                found += [(file.stem, fault, said) for fault in manners.spoken(told)]
            elif not office:
                row = re.findall(r"\[(.*?)\](?: |$)", said.strip())
                found += [(file.stem, fault, said) for fault in manners.pressed([row])]
    assert found == []
