"""A juror's words on their way to a report: nothing goes there by itself, and names, telephones and addresses stay behind.

What could tell who somebody is is found by `contest.redaction` and hidden unless the checker says otherwise; a reply hides
more. The submission itself stays as it was sent: what is hidden stands beside it.
"""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot import labels
from bot.house import Turn, refuse
from bot.in_place import put
from bot.messages import Button, Rows, Send, shorten
from bot.organiser.verdicts import OPEN, found, task_of
from contest.answers import Written
from contest.questions import Question, Text
from contest.redaction import Span, hits, joined, quoted, redacted
from storage import edition, quotes
from storage.audits import Audit
from storage.quotes import Quote

RELEASE, WITHHOLD, UNCOVER = "1", "0", "2"


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of a submission: what is hidden of it, and whether it may go into a report."""

    question: Question
    text: str
    hidden: tuple[Span, ...]
    released: bool

    @property
    def shown(self) -> str:
        return redacted(self.text, self.hidden)


def texts(turn: Turn, audit: Audit) -> list[tuple[Question, str]]:
    """The free texts of a submission that a report could quote; private ones are for organisers only."""
    checklist, answers = turn.house.rules.checklists[audit.checklist], audit.session.answers
    return [
        (question, answer.text)
        for question in checklist.visible(answers, audit.session.kind)
        if isinstance(question, Text) and not question.private
        if isinstance(answer := answers.get(question.id), Written)
    ]


async def opened(turn: Turn, parts: list[str]) -> None:
    """The texts as a report would show them."""
    audit = await found(turn, int(parts[0]))
    await turn.tell(await _screen(turn, audit), binds=_bound(audit))


async def released(turn: Turn, parts: list[str]) -> None:
    """A tap: a text (or, as number 0, each) may be shown with what is hidden, may not, or may without hiding anything."""
    audit, number, wish = await _open(turn, int(parts[0])), int(parts[1]), parts[2]
    every = await _pieces(turn, audit)
    if wish not in (RELEASE, WITHHOLD, UNCOVER) or not 0 <= number <= len(every):
        raise refuse("dead-button")
    for one in every if number == 0 else [every[number - 1]]:
        await _put(turn, audit, one, () if wish == UNCOVER else one.hidden, released=wish != WITHHOLD)
    await _again(turn, audit)


async def hid(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """A reply: this, too, is hidden wherever it stands in the texts of the submission."""
    audit = await _open(turn, int(bound["audit"]))
    changed = False
    for one in await _pieces(turn, audit):
        if more := quoted(one.text, text):
            changed = True
            await _put(turn, audit, one, joined((*one.hidden, *more)), released=one.released)
    if not changed:
        raise refuse("quote-not-there", text=shorten(text, 40))
    await turn.tell(await _screen(turn, audit), binds=_bound(audit))


async def _open(turn: Turn, number: int) -> Audit:
    """The audit, as long as results move: what is frozen is quoted as it was then."""
    if await edition.phase(turn.tx) not in OPEN:
        raise refuse("already-frozen")
    return await found(turn, number)


async def _pieces(turn: Turn, audit: Audit) -> list[Piece]:
    said = {quote.question: quote for quote in await quotes.of_audit(turn.tx, audit.id)}
    return [_piece(question, text, said.get(question.id)) for question, text in texts(turn, audit)]


def _piece(question: Question, text: str, quote: Quote | None) -> Piece:
    if quote is None:
        return Piece(question, text, tuple((hit.start, hit.end) for hit in hits(text)), released=False)
    return Piece(question, text, quote.hidden, quote.released)


async def _put(turn: Turn, audit: Audit, one: Piece, hidden: tuple[Span, ...], *, released: bool) -> None:
    await quotes.put(
        turn.tx, audit.id, one.question.id, hidden, released=released, by=turn.person.code, at=turn.at
    )


async def _again(turn: Turn, audit: Audit) -> None:
    """The screen in the place of the one that was tapped."""
    await put(turn, await _screen(turn, audit), binds=_bound(audit))


async def _screen(turn: Turn, audit: Audit) -> Send:
    every = await _pieces(turn, audit)
    if not every:
        raise refuse("dead-button")
    lines = [turn.say("quote-head", label=(await task_of(turn, audit)).label)]
    buttons = []
    for number, one in enumerate(every, start=1):
        phrase = "quote-in" if one.released else "quote-out"
        lines.append(turn.say(phrase, number=number, question=shorten(one.question.text, 80)))
        lines.append(f"<blockquote>{html.escape(one.shown, quote=False)}</blockquote>")
        wish, word = (WITHHOLD, "button-withhold") if one.released else (RELEASE, "button-release")
        buttons.append(Button(label=turn.say(word, number=number), data=f"vr:{audit.id}:{number}:{wish}"))
        if one.hidden:
            label = turn.say("button-uncover", number=number)
            buttons.append(Button(label=label, data=f"vr:{audit.id}:{number}:{UNCOVER}"))
    rows: Rows = labels.rows(buttons)
    if sum(not one.released for one in every) > 1:
        rows = ((Button(label=turn.say("button-release-all"), data=f"vr:{audit.id}:0:{RELEASE}"),), *rows)
    back = Button(label=turn.say("button-back-to-audit"), data=f"c:{audit.id}")
    return Send(text="\n".join(lines), rows=rows if audit.verdict else (*rows, (back,)))


def _bound(audit: Audit) -> str:
    return json.dumps({"ask": "hide", "audit": audit.id})
