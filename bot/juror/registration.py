"""Registration: consent, regions, channels, home, capacity and conflicts, asked by a checklist of its own."""

from __future__ import annotations

from bot import digest
from bot.house import Turn
from bot.juror import conversation, erasing, training
from contest.answers import Amount, Answer, Chosen, Several, Written
from contest.entrants import Entrant
from contest.headings import fold
from contest.planning.home import fit_home
from contest.questions import Choices
from contest.session import Session
from storage import entrants, jurors, people, sessions

HOME = "skad"
"""Where a juror sets out from on visits: may be asked, and may be skipped."""
CONSENT, REGIONS, CHANNELS, CAPACITY, CONFLICTS = "zgoda", "regiony", "kanaly", "pojemnosc", "konflikty"
ASKED = (CONSENT, REGIONS, CHANNELS, CAPACITY, CONFLICTS)
"""The questions that a registration cannot do without."""


async def begin(turn: Turn) -> None:
    """A newcomer's first question."""
    checklist = turn.house.rules.registration
    number = await sessions.begin(
        turn.tx,
        turn.person.code,
        purpose="registration",
        assignment=None,
        session=Session(checklist.name),
        at=turn.at,
    )
    stored = await sessions.find(turn.tx, number)
    assert stored is not None
    await turn.write("welcome-juror", code=turn.person.code)
    await conversation.show(turn, stored)


async def apply(turn: Turn, session: Session) -> None:
    """What was answered becomes the juror's profile; without consent nothing is kept."""
    answers = session.answers
    if answers.get(CONSENT) != Chosen("yes"):
        await _forget(turn)
        return
    await people.agree(turn.tx, turn.person.code, turn.house.rules.registration.name, turn.at)
    written = answers.get(CONFLICTS)
    named = written.text if isinstance(written, Written) else ""
    found, unknown = _conflicts(named, await entrants.everything(turn.tx))
    await jurors.settle(
        turn.tx,
        turn.person.code,
        regions=_labels(turn, REGIONS, answers.get(REGIONS)),
        channels=_several(answers.get(CHANNELS)),
        capacity=_whole(answers.get(CAPACITY)),
        note="; ".join(unknown),
    )
    for entrant in found:
        await jurors.declare_conflict(turn.tx, turn.person.code, entrant.id, "registration", turn.at)
    away = answers.get(HOME)
    said = away.text if isinstance(away, Written) else ""
    await jurors.live_at(turn.tx, turn.person.code, fit_home(said) or "")
    await turn.note("juror.register", turn.person.code)
    left = await training.ahead(turn.tx, turn.house, turn.person.code)
    then = "training" if left else "assignments"
    await turn.write("registration-done", code=turn.person.code, conflicts=len(found), then=then)
    if found:
        await turn.write(
            "registration-conflicts", names="\n".join(f"• {entrant.name}" for entrant in found[:20])
        )
    if said and fit_home(said) is None:
        await turn.write("registration-no-address")
    if unknown:
        await turn.write("registration-unknown", names="; ".join(unknown)[:500])
    await training.welcome(turn)
    if not (left and turn.house.rules.settings.training.required):  # else when they can be planned
        await digest.ready_soon(turn)


def _several(answer: Answer | None) -> tuple[str, ...]:
    return answer.options if isinstance(answer, Several) else ()


async def _forget(turn: Turn) -> None:
    """Without consent nothing is kept, not even which account it was."""
    await turn.note("juror.refused", turn.person.code)
    await erasing.erase(turn, "registration-refused")


def _labels(turn: Turn, question: str, answer: Answer | None) -> tuple[str, ...]:
    """The chosen regions by name, as the table of entrants writes them; ids are only for buttons."""
    asked = turn.house.rules.registration.question(question)
    if not isinstance(asked, Choices):
        return ()
    return tuple(asked.option(option).label for option in _several(answer))


def _whole(answer: Answer | None) -> int:
    return int(answer.value) if isinstance(answer, Amount) else 0


def _conflicts(named: str, known: list[Entrant]) -> tuple[list[Entrant], list[str]]:
    """The entrants that a free text names, one a line or between commas; and what matched none of them."""
    found: dict[int, Entrant] = {}
    unknown = []
    for part in named.replace(";", "\n").replace(",", "\n").splitlines():
        wish = fold(part)
        if not wish or wish in ("brak", "nie", "none", "no", "-"):
            continue
        matches = [
            entrant for entrant in known if len(wish) >= 4 and wish in fold(f"{entrant.name} {entrant.town}")
        ]
        found.update({entrant.id: entrant for entrant in matches})
        if not matches:
            unknown.append(part.strip())
    return list(found.values()), unknown
