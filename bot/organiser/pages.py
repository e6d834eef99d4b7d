"""/dziennik: the newest acts first, narrowed by a word, turned page by page in one message."""

from __future__ import annotations

import re

from bot.house import Turn, refuse
from bot.in_place import put
from bot.messages import Button, Send
from storage import journal

_A_PAGE = 20
_WORD = 40
"""Bytes of a word that fit into a button beside the number."""
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?")


async def first(turn: Turn, said: str) -> None:
    """`/dziennik`; `/dziennik audit` of acts that begin so, `/dziennik O-11` by somebody, `/dziennik 5.10` of a day."""
    word = _word(turn, said)
    text, buttons = await _page(turn, word, None)
    if not text:
        await turn.write("journal-none" if word else "journal-empty", like=word)
        return
    await turn.tell(Send(text=text, rows=(buttons,) if buttons else ()))


async def turned(turn: Turn, parts: list[str]) -> None:
    """The page below an entry, or the newest one (`0`), in place of the one that is shown."""
    before, word = int(parts[0]), ":".join(parts[1:])
    text, buttons = await _page(turn, word, before or None)
    if not text:
        raise refuse("dead-button")
    await put(turn, Send(text=text, rows=(buttons,) if buttons else ()))


async def _page(turn: Turn, word: str, before: int | None) -> tuple[str, tuple[Button, ...]]:
    hidden = await turn.hidden()
    found = await journal.search(turn.tx, word, hidden=hidden, before=before, limit=_A_PAGE + 1)
    if not found:
        return "", ()
    shown, head = found[:_A_PAGE], await journal.head(turn.tx)
    lines = [turn.say("journal-head", count=len(shown), seq=str(head.seq))]
    lines += [_line(turn, entry) for entry in shown]
    lines += ["", turn.say("journal-seal", seal=head.hash[:16])]
    older = Button(label=turn.say("button-older"), data=f"wj:{shown[-1].seq}:{word}")
    newest = Button(label=turn.say("button-newest"), data=f"wj:0:{word}")
    buttons = ((newest,) if before else ()) + ((older,) if len(found) > _A_PAGE else ())
    return "\n".join(lines), buttons


def _line(turn: Turn, entry: journal.Entry) -> str:
    return turn.say(
        "journal-line",
        seq=str(entry.seq),
        at=f"{turn.house.local(entry.at):%d.%m %H:%M}",
        actor=entry.actor,
        action=entry.action,
        subject=entry.subject[:24] or "–",
    )


def _word(turn: Turn, said: str) -> str:
    """What is looked for: a day as `2026-10-05` (of this year where none is said), anything else in small letters."""
    word = said.strip().casefold()
    if day := _DAY.fullmatch(word):
        year = int(day[3] or turn.house.local(turn.at).year)
        return f"{year:04}-{int(day[2]):02}-{int(day[1]):02}"
    return word.encode()[:_WORD].decode("utf-8", "ignore")
