"""The one table of who may do what: every command, button and file, with the roles that it is for.

Deny by default: what is not in a table does not exist, and what is not for you answers as if it did not exist
(`bot.dispatch`).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bot import retention
from bot.expert import nominating, voting
from bot.house import Asked, House, Rules, Turn, refuse
from bot.juror import (
    asking,
    conversation,
    hiding,
    leaving,
    listing,
    own,
    own_data,
    photographing,
    reminding,
    training,
    waiting,
    zone,
)
from bot.juror import assignments as tasks
from bot.organiser import (
    alike,
    announcing,
    answering,
    appealing,
    awards,
    barring,
    calibration,
    checking,
    concerns,
    council,
    dates,
    desk,
    editing,
    entrants,
    granting,
    handmade,
    homes,
    honours,
    inviting,
    judged,
    juror_card,
    keeping,
    moving,
    nudging,
    offering,
    opinions,
    overview,
    pages,
    panel,
    people,
    picturing,
    plan,
    proving,
    publishing,
    queue,
    quoting,
    ranking,
    recusing,
    refreezing,
    returning,
    side_by_side,
    simulating,
    templates,
    watched,
    who,
    withdrawing,
)
from bot.roles import CHECKER, DECIDING, EVERYBODY, EXPERT, JUROR, ORGANISER, OWNER, PLANNER, TABLE


@dataclass(frozen=True, slots=True)
class Command:
    """`/word rest of the line`."""

    roles: frozenset[str]
    act: Callable[[Turn, str], Awaitable[None]]
    prepare: Callable[[House, Asked], Awaitable[object]] | None = None
    """What takes long, before the transaction; the act finds it in `Turn.prepared`."""
    dear: bool = False
    """It costs so much that one person may ask for it only a few times a minute (`bot/limits.py`)."""
    of: Callable[[Rules], bool] = lambda _: True
    """Whether an edition with these rules has any use for it; where not, nobody is told of it."""


@dataclass(frozen=True, slots=True)
class Press:
    """A button whose data starts with `word:`; the act gets the parts after it."""

    roles: frozenset[str]
    act: Callable[[Turn, list[str]], Awaitable[None]]
    prepare: Callable[[House, Asked], Awaitable[object]] | None = None
    dear: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """A typed reply to a message that asked `word`; the act gets what the message was bound to, and the text."""

    roles: frozenset[str]
    act: Callable[[Turn, Mapping[str, str | int], str], Awaitable[None]]


async def _start(turn: Turn, _: str) -> None:
    await own.start(turn, _open_to(turn))


async def _help(turn: Turn, _: str) -> None:
    await own.help_(turn, _open_to(turn))


async def _panel(turn: Turn, _: str) -> None:
    await panel.show_panel(turn, _open_to(turn))


async def _panel_tapped(turn: Turn, parts: list[str]) -> None:
    await panel.screen(turn, parts, _open_to(turn))


async def _vote(turn: Turn, rest: str) -> None:
    """/glosuj: an owner sees the experts' table, an expert the papers; who is both, both."""
    if turn.person.roles & OWNER:
        await council.table(turn, rest)
    if turn.person.roles & EXPERT:
        await voting.listing(turn, rest)


def _open_to(turn: Turn) -> list[str]:
    """The commands that this person may use in this edition; /start is not worth telling."""
    return [
        word
        for word, one in COMMANDS.items()
        if one.roles & turn.person.roles and one.of(turn.house.rules) and word != "start"
    ]


COMMANDS: Mapping[str, Command] = {
    "zadania": Command(JUROR, listing.listing),
    "dalej": Command(JUROR, listing.proceed),
    "wstecz": Command(JUROR, conversation.go_back),
    "nie_moge": Command(JUROR, tasks.cannot),
    "pytanie": Command(JUROR, asking.question),
    "szkolenie": Command(JUROR, training.reread, of=lambda rules: "training" in rules.steps),
    "strefa": Command(JUROR, zone.ask),
    "panel": Command(ORGANISER, _panel),
    "uczestnicy": Command(PLANNER, entrants.listing),
    "zapros": Command(PLANNER, inviting.invite),
    "jurorzy": Command(PLANNER, people.listing),
    "przydzial": Command(PLANNER, plan.propose_plan, plan.prepare, dear=True),
    "ogloszenie": Command(PLANNER, announcing.announce),
    "postep": Command(ORGANISER, overview.progress),
    "kontrola": Command(CHECKER, checking.queue, queue.prepare),
    "juror": Command(CHECKER, calibration.card, watched.prepare),
    "terminy": Command(ORGANISER, dates.listing),
    "przypomnij": Command(PLANNER, nudging.propose),
    "zamroz": Command(OWNER, ranking.propose_freeze),
    "ranking": Command(ORGANISER, ranking.show_ranking, judged.prepare, dear=True),
    "symulacja": Command(ORGANISER, simulating.simulation, simulating.prepare, dear=True),
    "nagrody": Command(ORGANISER, awards.show_awards, judged.prepare, dear=True),
    "nominacje": Command(TABLE, nominating.listing, judged.prepare),
    "glosuj": Command(TABLE, _vote, judged.prepare),
    "odwolania": Command(ORGANISER, appealing.listing),
    "publikuj": Command(OWNER, publishing.propose_publication),
    "dziennik": Command(OWNER, pages.first),
    "sprawdz": Command(ORGANISER, proving.check, dear=True),
    "kopia": Command(OWNER, keeping.backup_, dear=True),
    "eksport": Command(OWNER, keeping.export_, dear=True),
    "odrocz": Command(OWNER, retention.postpone),
    "role": Command(OWNER, granting.listing),
    "kto": Command(OWNER, who.opened),
    "konflikt": Command(DECIDING, recusing.interest),
    "ukryj": Command(EVERYBODY, hiding.hide),
    "moje_dane": Command(EVERYBODY, own_data.show, dear=True),
    "zapomnij": Command(EVERYBODY, leaving.ask),
    "jezyk": Command(EVERYBODY, own.language),
    "pomoc": Command(EVERYBODY, _help),
    "start": Command(EVERYBODY, _start),
}
"""In the order in which /pomoc lists them."""


async def _follow(turn: Turn, parts: list[str]) -> None:
    """`go:kontrola` does what /kontrola does, for the same people."""
    command = COMMANDS.get(parts[0])
    if command is None or not command.roles & turn.person.roles:
        raise refuse("dead-button")
    await command.act(turn, "")


PRESSES: Mapping[str, Press] = {
    "q": Press(JUROR, conversation.tapped),
    "b": Press(JUROR, conversation.back),
    "s": Press(JUROR, conversation.skipped),
    "g": Press(JUROR, conversation.turned),
    "e": Press(JUROR, conversation.corrections),
    "x": Press(JUROR, conversation.submitted),
    "rn": Press(JUROR, waiting.not_yet),
    "tr": Press(JUROR, training.begun),
    "a": Press(JUROR, tasks.opened),
    "ab": Press(JUROR, tasks.detailed),
    "tl": Press(JUROR, listing.listed),
    "ay": Press(JUROR, tasks.accepted),
    "an": Press(JUROR, tasks.asked_why),
    "ar": Press(JUROR, tasks.declined),
    "as": Press(JUROR, tasks.started),
    "u": Press(JUROR, photographing.dropped),
    "z": Press(JUROR, reminding.put_off),
    "aw": Press(JUROR, tasks.excluded),
    "qs": Press(JUROR, asking.shown),
    "tz": Press(JUROR, zone.chosen),
    "fy": Press(EVERYBODY, leaving.confirmed),
    "fn": Press(EVERYBODY, leaving.stayed),
    "lang": Press(EVERYBODY, own.language_chosen),
    "go": Press(ORGANISER | EXPERT, _follow),
    "p": Press(ORGANISER, _panel_tapped),
    "pv": Press(ORGANISER, overview.viewed),
    "pg": Press(ORGANISER, picturing.asked, dear=True),
    "pq": Press(PLANNER, concerns.show_questions),
    "pn": Press(PLANNER, nudging.toggled),
    "px": Press(ORGANISER, concerns.closed),
    "d": Press(ORGANISER, ranking.document, dear=True),
    "ok": Press(ORGANISER, desk.confirmed, desk.announce),
    "no": Press(ORGANISER, desk.dismissed),
    "i": Press(PLANNER, entrants.opened),
    "is": Press(PLANNER, entrants.asked),
    "it": Press(PLANNER, templates.offered),
    "ix": Press(PLANNER, templates.asked),
    "ie": Press(PLANNER, editing.fields),
    "if": Press(PLANNER, editing.asked),
    "ik": Press(PLANNER, editing.chosen),
    "io": Press(PLANNER, withdrawing.asked_one),
    "iw": Press(PLANNER, withdrawing.asked),
    "ir": Press(PLANNER, withdrawing.reasoned),
    "ib": Press(PLANNER, withdrawing.restored),
    "inv": Press(PLANNER, inviting.invited_role),
    "ki": Press(PLANNER, inviting.pressed),
    "kj": Press(PLANNER, people.pressed),
    "kr": Press(OWNER, granting.pressed),
    "kw": Press(OWNER, who.pressed),
    "kd": Press(DECIDING, recusing.pressed),
    "qa": Press(PLANNER, answering.opened),
    "l2": Press(PLANNER, plan.propose_further, plan.prepare_further, dear=True),
    "lr": Press(PLANNER, plan.propose_anew, plan.prepare_anew, dear=True),
    "ls": Press(PLANNER, offering.stopped),
    "ld": Press(PLANNER, dates.asked),
    "lm": Press(PLANNER, dates.by_days),
    "la": Press(PLANNER, announcing.addressed),
    "lq": Press(PLANNER, announcing.stopped),
    "lh": Press(PLANNER, handmade.opened),
    "le": Press(PLANNER, handmade.entrant),
    "lj": Press(PLANNER, handmade.juror),
    "lc": Press(PLANNER, handmade.contact),
    "lw": Press(PLANNER, handmade.swapped),
    "lp": Press(PLANNER, handmade.pinned),
    "lx": Press(PLANNER, handmade.excluded),
    "lb": Press(PLANNER, handmade.benched),
    "lg": Press(PLANNER, homes.asked),
    "lz": Press(PLANNER, handmade.lifted),
    "lt": Press(PLANNER, moving.pressed),
    "jc": Press(CHECKER, calibration.opened, watched.prepare),
    "ja": Press(CHECKER, alike.listing, alike.prepare),
    "c": Press(CHECKER, checking.opened),
    "cp": Press(CHECKER, checking.photos),
    "cy": Press(CHECKER, checking.approved),
    "cr": Press(CHECKER, returning.asked),
    "ct": Press(CHECKER, returning.ticked),
    "cw": Press(CHECKER, returning.closed),
    "cx": Press(CHECKER, checking.asked_reason),
    "we": Press(ORGANISER, appealing.asked),
    "wu": Press(ORGANISER, appealing.contacts),
    "wa": Press(ORGANISER, appealing.questions),
    "wq": Press(ORGANISER, appealing.claimed),
    "wk": Press(CHECKER, appealing.judging),
    "wl": Press(CHECKER, appealing.judged),
    "wz": Press(OWNER, refreezing.propose_refreeze),
    "wj": Press(OWNER, pages.turned),
    "ws": Press(ORGANISER, simulating.pressed, simulating.prepare, dear=True),
    "wt": Press(OWNER, council.pressed, judged.prepare),
    "wd": Press(OWNER, honours.paper, dear=True),
    "wb": Press(EXPERT, voting.opened, judged.prepare),
    "wv": Press(EXPERT, voting.chosen, judged.prepare),
    "wc": Press(EXPERT, voting.cast, judged.prepare),
    "wn": Press(EXPERT, nominating.asked),
    "wf": Press(EXPERT, nominating.picked),
    "wx": Press(EXPERT, nominating.withdrawn),
    "vx": Press(CHECKER, checking.excluded_for),
    "vc": Press(CHECKER, returning.commented),
    "vo": Press(CHECKER, opinions.asked),
    "vj": Press(CHECKER, opinions.offered),
    "vk": Press(CHECKER, opinions.called_off),
    "vm": Press(CHECKER, side_by_side.compared),
    "vd": Press(CHECKER, side_by_side.decided),
    "vt": Press(CHECKER, quoting.opened),
    "vr": Press(CHECKER, quoting.released),
}

REPLIES: Mapping[str, Reply] = {
    "answer": Reply(JUROR, conversation.wrote),
    "why": Reply(JUROR, tasks.explained),
    "question": Reply(JUROR, asking.asked),
    "zone": Reply(JUROR, zone.written),
    "limit": Reply(PLANNER, juror_card.limit_written),
    "conflict": Reply(PLANNER, barring.written),
    "recuse": Reply(OWNER, recusing.written_for),
    "interest": Reply(DECIDING, recusing.written),
    "reply": Reply(PLANNER, answering.answered),
    "entrant": Reply(PLANNER, entrants.sought),
    "field": Reply(PLANNER, editing.written),
    "leaving": Reply(PLANNER, withdrawing.explained),
    "announce": Reply(PLANNER, announcing.written),
    "date": Reply(PLANNER, dates.typed),
    "home": Reply(PLANNER, homes.typed),
    "hand": Reply(PLANNER, handmade.searched),
    "return": Reply(CHECKER, returning.returned),
    "exclude": Reply(CHECKER, checking.excluded),
    "appellant": Reply(ORGANISER, appealing.looked_for),
    "claim": Reply(ORGANISER, appealing.entered),
    "nominate": Reply(EXPERT, nominating.looked_for),
    "merit": Reply(EXPERT, nominating.reasoned),
    "hide": Reply(CHECKER, quoting.hid),
}
