"""/odwolania: an entrant disagrees with a fact; an organiser enters it, a checker who did not decide the contact judges it.

    entered -> upheld (another answer, or the question counts for nothing) | dismissed -> frozen anew, by name

Nothing that was submitted changes: an upheld appeal stands beside the answer, and the result is counted with it. Appeals are
taken for so many days after the first freeze, and the results are frozen anew only before anything is granted or voted on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot import answered
from bot.house import Turn, refuse
from bot.in_place import put
from bot.labels import whole
from bot.messages import Button, Rows, Send, grid, shorten
from bot.moments import when
from bot.organiser.showing import show
from bot.organiser.verdicts import sentence
from bot.roles import CHECKER, OWNER
from contest.answers import Chosen
from contest.questions import NO, YES, Choice, Question, YesNo
from contest.session import freeze_answer
from storage import appeals, audits, awards, ballots, edition, entrants, people, recusals, snapshots
from storage.appeals import Appeal
from storage.audits import Approved
from storage.people import Person

_FOUND = 8
_OUT, _DISMISS = "out", "no"


async def listing(turn: Turn, _: str) -> None:
    """All appeals, and what can be done now."""
    known = await _visible(turn)
    until = await _until(turn)
    lines = [turn.say("appeals-head", count=len(known))]
    if until is not None:
        lines.append(turn.say("appeals-until" if until > turn.at else "appeals-past", when=when(turn, until)))
    lines += [await _line(turn, each) for each in known]
    waiting = [each for each in known if each.verdict is None]
    buttons = []
    if until is not None and until > turn.at and await edition.phase(turn.tx) == "frozen":
        buttons.append(Button(label=turn.say("button-appeal"), data="we"))
    buttons += [
        Button(label=turn.say("button-judge", number=each.id), data=f"wk:{each.id}")
        for each in (await to_judge(turn))[:_FOUND]
    ]
    if turn.person.roles & OWNER and not waiting and await fresh(turn):
        buttons.append(Button(label=turn.say("button-refreeze"), data="wz"))
    await show(turn, lines, tuple((button,) for button in buttons))


async def to_judge(turn: Turn) -> list[Appeal]:
    """Those that nobody has judged and this person may: not about their own decision, nor where they have an interest."""
    if not turn.person.roles & CHECKER:
        return []
    return [
        each
        for each in await _visible(turn)
        if each.verdict is None and await appeals.decided_by(turn.tx, each.audit) != turn.person.code
    ]


async def asked(turn: Turn, _: list[str]) -> None:
    """Whose appeal: a part of the name is enough."""
    await _open(turn)
    await turn.tell(Send(text=turn.say("appeal-whom")), binds=json.dumps({"ask": "appellant"}))


async def looked_for(turn: Turn, _: Mapping[str, str | int], text: str) -> None:
    """The entrants with these letters that have approved contacts."""
    await _open(turn)
    hidden = await turn.hidden()
    met = {each.entrant for each in await audits.approved(turn.tx)} - hidden
    fit = [each for each in await entrants.search(turn.tx, text.strip()[:100], limit=200) if each.id in met]
    rows = tuple((Button(label=whole(each.name), data=f"wu:{each.id}"),) for each in fit[:_FOUND])
    phrase = "appeal-which" if fit else "appeal-nobody"
    await turn.tell(Send(text=turn.say(phrase), rows=rows), binds=json.dumps({"ask": "appellant"}))


async def contacts(turn: Turn, parts: list[str]) -> None:
    """The approved contacts of an entrant."""
    await _open(turn)
    entrant = int(parts[0])
    if entrant in await turn.hidden():
        raise refuse("dead-button")
    own = [each for each in await audits.approved(turn.tx) if each.entrant == entrant]
    rows = [
        Button(label=f"{each.label} · {turn.house.rules.channel_name(each.channel)}", data=f"wa:{each.audit}")
        for each in own
    ]
    await turn.tell(Send(text=turn.say("appeal-contact"), rows=tuple((button,) for button in rows)))


async def questions(turn: Turn, parts: list[str]) -> None:
    """The questions of a contact, numbered."""
    await _open(turn)
    audit = await _audit(turn, int(parts[0]))
    every = _questions(turn, audit)
    lines = [turn.say("appeal-question", label=audit.label)]
    lines += [
        turn.say("appeal-item", number=n, text=shorten(each.text, 90)) for n, each in enumerate(every, 1)
    ]
    buttons = [Button(label=str(n), data=f"wq:{audit.audit}:{n}") for n in range(1, len(every) + 1)]
    await show(turn, lines, grid(buttons, 6))


async def claimed(turn: Turn, parts: list[str]) -> None:
    """Which question; now the entrant's words."""
    await _open(turn)
    audit, number = await _audit(turn, int(parts[0])), int(parts[1])
    question = _question(turn, audit, number)
    text = turn.say("appeal-claim", text=shorten(question.text, 120))
    binds = {"ask": "claim", "audit": audit.audit, "number": number}
    await turn.tell(Send(text=text), binds=json.dumps(binds))


async def entered(turn: Turn, bound: Mapping[str, str | int], text: str) -> None:
    """The appeal is kept, and checkers hear of it."""
    await _open(turn)
    audit = await _audit(turn, int(bound["audit"]))
    question = _question(turn, audit, int(bound["number"]))
    number = await appeals.enter(
        turn.tx, audit.audit, question.id, sentence(text), by=turn.person.code, at=turn.at
    )
    await turn.write("appeal-entered", number=number)
    judges = await _judges(turn, audit)
    for person in judges or await turn.holders("owner"):
        phrase = "appeal-waits" if judges else "appeal-waits-nobody"
        await turn.write(phrase, to=person, number=number, label=audit.label)


async def judging(turn: Turn, parts: list[str]) -> None:
    """An appeal with the answer that it is about, and what may be decided."""
    appeal = await _waiting(turn, int(parts[0]))
    audit = await _audit(turn, appeal.audit)
    question = _asked(turn, audit, appeal.question)
    given, plain = audit.session.answers.get(question.id), turn.house.phrases.plain(turn.person.language)
    text = turn.say(
        "appeal-shown",
        number=appeal.id,
        label=audit.label,
        name=await _name(turn, audit.entrant),
        text=question.text,
        answer=shorten(answered.answer_text(question, given, plain), 160),
        claim=appeal.claim,
    )
    rows: Rows = (
        *(
            (Button(label=whole(plain("button-should-be", answer=label)), data=f"wl:{appeal.id}:{n}"),)
            for n, (label, option) in enumerate(_options(turn, question))
            if Chosen(option) != given
        ),
        (Button(label=turn.say("button-uncount"), data=f"wl:{appeal.id}:{_OUT}"),),
        (Button(label=turn.say("button-dismiss"), data=f"wl:{appeal.id}:{_DISMISS}"),),
    )
    await turn.tell(Send(text=text, rows=rows))


async def judged(turn: Turn, parts: list[str]) -> None:
    """The verdict: another answer, no answer that counts, or dismissed."""
    appeal, choice = await _waiting(turn, int(parts[0])), parts[1]
    audit = await _audit(turn, appeal.audit)
    correction: str | None = None
    if choice not in (_OUT, _DISMISS):
        options = _options(turn, _asked(turn, audit, appeal.question))
        correction = freeze_answer(Chosen(options[int(choice)][1]))
    verdict: appeals.Verdict = "dismissed" if choice == _DISMISS else "upheld"
    await appeals.judge(turn.tx, appeal.id, verdict, correction, "", by=turn.person.code, at=turn.at)
    await put(turn, Send(text=turn.say("appeal-done", number=appeal.id, verdict=verdict)))
    if verdict == "upheld":
        for owner in await turn.holders("owner", about=audit.entrant):
            if owner.code != turn.person.code:
                await turn.write("appeal-upheld", to=owner, number=appeal.id)


async def fresh(turn: Turn) -> list[Appeal]:
    """The appeals that were upheld since the newest freeze."""
    newest = await snapshots.newest(turn.tx)
    return [
        each
        for each in await appeals.everything(turn.tx)
        if each.verdict == "upheld" and each.judged_at and newest and each.judged_at > newest.made_at
    ]


async def settled(turn: Turn) -> None:
    """Raises Mistakes (`refreeze-late`) once something was granted or voted on: then the frozen results stay."""
    newest = await snapshots.newest(turn.tx)
    if newest is None or await edition.phase(turn.tx) != "frozen":
        raise refuse("refreeze-late")
    if await awards.of_snapshot(turn.tx, newest.id) or await ballots.of_snapshot(turn.tx, newest.id):
        raise refuse("refreeze-late")


async def _until(turn: Turn) -> datetime | None:
    """Until when appeals are taken; None before the freeze, or where none are."""
    first = await snapshots.find(turn.tx, 1)
    days = turn.house.rules.settings.appeals.days
    return first.made_at + timedelta(days=days) if first is not None and days else None


async def _open(turn: Turn) -> None:
    until = await _until(turn)
    if until is None or until <= turn.at:
        raise refuse("appeals-closed")
    await settled(turn)


async def _visible(turn: Turn) -> list[Appeal]:
    hidden = await turn.hidden()
    return [each for each in await appeals.everything(turn.tx) if each.entrant not in hidden]


async def _judges(turn: Turn, audit: Approved) -> list[Person]:
    """Who is asked to judge: checkers, or owners where no checker can; neither whoever decided the contact nor who has an interest."""
    decided = await appeals.decided_by(turn.tx, audit.audit)
    able = [
        one
        for one in await people.everybody(turn.tx)
        if one.roles & CHECKER
        and one.code != decided
        and audit.entrant not in await recusals.hidden_from(turn.tx, one.code)
    ]
    return [one for one in able if "checker" in one.roles] or able


async def _waiting(turn: Turn, number: int) -> Appeal:
    """An appeal that this checker may judge. Raises Mistakes that say why not."""
    appeal = next((each for each in await _visible(turn) if each.id == number), None)
    if appeal is None:
        raise refuse("dead-button")
    if appeal.verdict is not None:
        raise refuse("appeal-judged", number=number)
    await settled(turn)
    if await appeals.decided_by(turn.tx, appeal.audit) == turn.person.code:
        raise refuse("appeal-own")
    return appeal


async def _audit(turn: Turn, number: int) -> Approved:
    """An approved contact that this person may see."""
    hidden = await turn.hidden()
    for each in await audits.approved(turn.tx):
        if each.audit == number and each.entrant not in hidden:
            return each
    raise refuse("dead-button")


def _questions(turn: Turn, audit: Approved) -> Sequence[Question]:
    checklist = turn.house.rules.checklists[audit.checklist]
    return checklist.visible(audit.session.answers, audit.session.kind)


def _question(turn: Turn, audit: Approved, number: int) -> Question:
    every = _questions(turn, audit)
    if not 1 <= number <= len(every):
        raise refuse("dead-button")
    return every[number - 1]


def _asked(turn: Turn, audit: Approved, question: str) -> Question:
    return turn.house.rules.checklists[audit.checklist].question(question)


def _options(turn: Turn, question: Question) -> list[tuple[str, str]]:
    """The answers that a verdict may put instead: label and option; none where only leaving out makes sense."""
    plain = turn.house.phrases.plain(turn.person.language)
    match question:
        case YesNo():
            return [(plain("answer-yes"), YES), (plain("answer-no"), NO)]
        case Choice(options=options):
            return [(option.label, option.id) for option in options]
        case _:
            return []


async def _line(turn: Turn, each: Appeal) -> str:
    audit = await audits.find(turn.tx, each.audit)
    assert audit is not None, "an appeal is about a submitted contact"
    question = turn.house.rules.checklists[each.checklist].question(each.question)
    return turn.say(
        "appeals-line",
        number=each.id,
        name=shorten(await _name(turn, each.entrant), 60),
        text=shorten(question.text, 50),
        verdict=each.verdict or "waiting",
    )


async def _name(turn: Turn, entrant: int) -> str:
    found = await entrants.find(turn.tx, entrant)
    assert found is not None, "an appeal is an entrant's"
    return found.name
