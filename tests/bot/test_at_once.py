"""Two organisers confirm the same thing in the same moment: it is done once and whole, and the other reads why not again.

Every kind of proposal that the desk knows is tried here, so that a new one cannot be forgotten.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.organiser import desk
from contest.entrants import Entrant
from storage import appeals, awards, journal, jurors, people, publications, recusals
from storage.database import Writing
from tests.bot.a_council import CLOSED, EXPERTS, experts, frozen, votes
from tests.bot.office import CHECKER, OWNER, Heard, Office, to

OTHER = "O-14"
ALFA = Entrant(0, "Gmina Alfa", "gmina_wiejska", "mazowieckie", teryt="1401012", population=900)
BETA = Entrant(0, "Gmina Bęta", "gmina_wiejska", "mazowieckie", teryt="1401022", population=1900)
TABLE = "nazwa;rodzaj;ludność\nGmina Alfa;gmina wiejska;950\nGmina Nowa;gmina wiejska;10\n".encode()

Shown = Callable[[Office, str], Awaitable[Heard]]
"""What an organiser looks at before the tap."""


@dataclass(frozen=True)
class Case:
    """How the thing is shown to an organiser, the button that does it, and what the second of two reads."""

    shown: Shown
    button: str
    late: str
    before: Callable[[Office], Awaitable[object]] | None = None


def said(command: str, *taps: str) -> Shown:
    """A command, and the buttons after it."""

    async def look(office: Office, who: str) -> Heard:
        shown = (await office.writes(who, command))[-1]
        for label in taps:
            shown = (await office.taps(who, shown, label))[-1]
        return shown

    return look


def tapped(data: str) -> Shown:
    """A button of some older message."""

    async def look(office: Office, who: str) -> Heard:
        return (await office.taps_data(who, data))[-1]

    return look


def sent(name: str, data: bytes) -> Shown:
    """A file."""

    async def look(office: Office, who: str) -> Heard:
        return (await office.sends(who, name, data))[-1]

    return look


async def _checklist(office: Office, who: str) -> Heard:
    db = office.house.db.reading
    newest = await publications.newest(db, "checklist", "telefon")
    text = await publications.source(db, "checklist", "telefon", newest or 0)
    assert text is not None
    changed = text.replace('title    = "', 'title    = "Nowa: ', 1).encode()
    return (await office.sends(who, "telefon.toml", changed))[-1]


async def _silent(office: Office) -> None:
    await office.plans()
    office.clock.at = office.clock.at.replace(hour=23)


async def _known(office: Office) -> None:
    await office.house.db.transact(
        lambda tx: jurors.declare_conflict(tx, "J-20", 1, "organiser", office.clock.at)
    )


async def _recused(office: Office) -> None:
    await office.house.db.transact(
        lambda tx: recusals.declare(tx, CHECKER, 1, "work", by=CHECKER, at=office.clock.at)
    )


async def _invited(office: Office) -> None:
    await office.writes(OWNER, "/zapros 2")


async def _collected(office: Office) -> None:
    for task in await office.plans():
        if task.entrant == 1:
            await office.submits(task)
    heard = await office.writes(CHECKER, "/kontrola")
    while heard[-1].buttons:
        card = await office.taps(CHECKER, heard[-1], "")
        heard = await office.taps(CHECKER, card[-1], "Zatwierdź")
    office.clock.at = CLOSED
    await office.ticks()


CASES = {
    "import": Case(
        sent("lista.csv", TABLE),
        "Importuj",
        "Lista uczestników zmieniła się, odkąd pokazałem różnice. Nic nie zostało wczytane; wyślij plik jeszcze raz.",
    ),
    "withdraw": Case(
        said("/uczestnicy beta", "Wycofaj", "pomyłka"),
        "Wycofaj",
        "U tego uczestnika coś się tymczasem zmieniło. Zacznij wycofanie jeszcze raz.",
    ),
    "revise": Case(
        tapped("ik:1:gmina_miejska"),
        "Zmień",
        "Ktoś zmienił tymczasem tego uczestnika. Otwórz jego kartę jeszcze raz.",
    ),
    "jurors": Case(
        sent("j.csv", b"kod;limit\nJ-20;7\n"),
        "Importuj",
        "Ustawienia jurora J-20 zmieniły się tymczasem. Nic nie zostało wczytane; wyślij plik jeszcze raz.",
    ),
    "version": Case(
        _checklist,
        "Publikuj",
        "Dokument „telefon” albo etap edycji zmienił się tymczasem. Nic nie zostało opublikowane; wyślij plik jeszcze raz.",
    ),
    "plan": Case(
        said("/przydzial"),
        "Zatwierdź",
        "Od pokazania planu coś się zmieniło, więc nic nie wysłałem. Nie pasują już kontakty:\n"
        "• ma je już kto inny – 10",
    ),
    "move": Case(
        said("/uczestnicy alfa", "Przekaż", "", "J-2"),
        "Przekaż",
        "Zadania 1/Jodła nie można już przekazać: zgłoszenie jest wysłane albo zadanie się skończyło.",
        Office.plans,
    ),
    "dates": Case(
        said("/terminy", "Koniec zbierania", "+3 dni"),
        "Przesuń",
        "Od pokazania terminów coś się zmieniło, więc nic nie przesunąłem. Zobacz, jak jest teraz: /terminy",
    ),
    "nudge": Case(
        said("/przypomnij"), "Wyślij", "W międzyczasie nikt już nie zwleka, więc nic nie wysłałem.", _silent
    ),
    "revoke": Case(
        said("/zapros", "Otwarte", "Unieważnij wszystkie"),
        "Unieważnij",
        "Nie było już czego unieważniać.\nZ pozostałych (2) ktoś w międzyczasie skorzystał albo były już nieważne.",
        _invited,
    ),
    "remove": Case(
        said("/jurorzy J-20", "Usuń"),
        "Usuń",
        "U jurora J-20 coś się w międzyczasie zmieniło. Zacznij jeszcze raz: /jurorzy J-20",
    ),
    "conflict": Case(tapped("kj:bar:J-20:1"), "Zapisz", "Ten konflikt jest już zapisany: J-20, Gmina Alfa."),
    "conflict-lift": Case(
        tapped("kj:unbar:J-20:1"), "Zdejmij", "Takiego konfliktu już nie ma: J-20, Gmina Alfa.", _known
    ),
    "role": Case(
        said("/role O-11", "Nadaj: planista"),
        "Nadaj",
        "Role osoby O-11 są już inne. Zacznij jeszcze raz: /role O-11",
    ),
    "recuse": Case(tapped("kr:bar:O-11:1"), "Wyłącz", "Tej osoby (O-11) ten uczestnik już nie dotyczy."),
    "recuse-lift": Case(
        tapped("kr:unbar:O-11:1"), "Zdejmij", "Takiego wyłączenia u osoby O-11 już nie ma.", _recused
    ),
    "freeze": Case(
        said("/zamroz"), "Zamroź", "Wyniki są już zamrożone, więc nic się w nich nie zmieni.", _collected
    ),
}
GONE = "Te nagrody są już przyznane albo wyniki się zmieniły. Obejrzyj je jeszcze raz: /nagrody"
FASTER = "Ktoś był szybszy: te głosowania są już otwarte albo zamknięte. Stan pokaże /glosuj"
DECIDED = {
    "refreeze": Case(
        said("/odwolania", "Zamroź ponownie"),
        "Zamroź",
        "Od ostatniego zamrożenia nie uwzględniono żadnego odwołania.",
    ),
    "awards": Case(said("/nagrody"), "Przyznaj", GONE),
    "ballots-open": Case(said("/glosuj", "Otwórz"), "Otwórz", FASTER),
    "ballots-close": Case(said("/glosuj", "Zamknij"), "Zamknij", FASTER),
    "honours": Case(said("/glosuj", "Zapisz"), "Przyznaj", GONE),
}
"""After the freeze, in the order in which an edition comes to them."""
EACH_THEIR_OWN = {"announcement", "results", "results-second"}
"""Two announcements are two, and two owners who publish ask each other; that it is published once is tried in `test_publishing`."""


async def _upheld(office: Office) -> None:
    """An appeal about a question of the first contact: it is not counted."""
    office.clock.at += timedelta(hours=1)

    async def act(tx: Writing) -> None:
        number = await appeals.enter(tx, 1, "jezyk", "Było prosto.", by=OWNER, at=office.clock.at)
        await appeals.judge(tx, number, "upheld", None, "", by=OTHER, at=office.clock.at)

    await office.house.db.transact(act)


async def _two_owners(office: Office) -> None:
    async def act(tx: Writing) -> None:
        await people.enlist(tx, OTHER, 14, name="Druga", language="pl", at=office.clock.at)
        await people.grant(tx, OTHER, ["owner", "planner", "checker"])

    await office.house.db.transact(act)


async def _both(office: Office, case: Case) -> tuple[int, str]:
    """How many did anything when both confirm, and why the one who came too late did not."""
    first, second = [await case.shown(office, who) for who in (OWNER, OTHER)]
    db = office.house.db.reading
    before = (await journal.head(db)).seq

    heard = await asyncio.gather(
        office.taps(OWNER, first, case.button), office.taps(OTHER, second, case.button)
    )

    entries = await journal.entries(db, (await journal.head(db)).seq - before)
    did = {entry.actor for entry in entries}
    late = next(iter({OWNER, OTHER} - did), OTHER)
    told = to([*heard[0], *heard[1]], late)
    return len(did), case.late if case.late in told else str(told)


def test_every_kind_of_proposal_is_tried() -> None:
    assert {*CASES, *DECIDED, *EACH_THEIR_OWN} == {*desk.EFFECTS}


@pytest.mark.parametrize("kind", CASES)
async def test_of_two_who_confirm_at_once_one_does_it_and_the_other_reads_why_not(
    office: Office, kind: str
) -> None:
    case = CASES[kind]
    await _two_owners(office)
    await office.has(ALFA, BETA)
    for code in ("J-20", "J-21"):
        await office.joins(code)
    if case.before:
        await case.before(office)

    assert await _both(office, case) == (1, case.late)


async def test_of_two_who_decide_at_once_one_does_it_and_the_other_reads_why_not(office: Office) -> None:
    await _two_owners(office)
    await frozen(office)
    await experts(office, EXPERTS[:2])
    await _upheld(office)

    told = {}
    for kind, case in DECIDED.items():
        told[kind] = await _both(office, case)
        if kind == "ballots-open":
            await votes(office, EXPERTS[0], "Gmina Beta")

    assert told == {kind: (1, case.late) for kind, case in DECIDED.items()}
    granted = Counter(one.kind for one in await awards.listing(office.house.db.reading))
    assert granted == {"licence": 3, "statuette-nominee": 2, "statuette": 1}
