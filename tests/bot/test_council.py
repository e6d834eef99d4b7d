"""The experts' table through the chat: opened by an owner, voted on in secret, tied, decided, granted."""

from __future__ import annotations

from datetime import timedelta

from contest.voting import Outcome
from storage import awards, ballots, nominations, recusals
from storage.database import Database
from tests.bot.a_council import EXPERTS, closed, experts, frozen, last, opened, votes
from tests.bot.office import CHECKER, OWNER, Office, to

STATUETTE = "Statuetka – Gminy wiejskie"


async def _interest(office: Office, code: str, entrant: int) -> None:
    await office.house.db.transact(
        lambda tx: recusals.declare(tx, code, entrant, "rodzina", by=code, at=office.clock.at)
    )


def _bytes_kept(db: Database) -> bytes:
    """The file and its log, as whoever steals them would read them."""
    log = db.path.with_name(f"{db.path.name}-wal")
    return db.path.read_bytes() + (log.read_bytes() if log.exists() else b"")


async def test_there_is_no_table_before_the_freeze(office: Office) -> None:
    await experts(office)

    for code in (OWNER, "E-01"):
        for word in ("/glosuj", "/nominacje"):
            heard = await office.writes(code, word)
            assert last(heard, code) in (
                "Kapituła decyduje po zamrożeniu wyników. Najpierw /zamroz",
                "Nie ma teraz głosowań, w których bierzesz udział.",
            )


async def test_the_owner_sees_what_there_is_to_decide_and_opens_it_at_once(office: Office) -> None:
    await frozen(office)
    await experts(office)
    await _interest(office, "E-05", 2)

    table = (await office.writes(OWNER, "/glosuj"))[-1]
    assert table.text.splitlines() == [
        "<b>Kapituła</b> · 5 ekspertów",
        "Kworum: 50 % uprawnionych. Większość: ponad 50 % głosów ważnych. Głosowanie trwa 48 godz.",
        "",
        f"• {STATUETTE}: 3 kandydatów, jeszcze bez głosowania",
    ]
    shown = (await office.taps(OWNER, table, "Otwórz"))[-1]
    assert f"• {STATUETTE}: 3 kandydatów, uprawnionych 4, wyłączonych 1" in shown.text
    heard = await office.taps(OWNER, shown, "Otwórz")

    assert to(heard, "E-01") == ["Kapituła głosuje: czeka 1 karta. Zagłosuj do niedz. 22 listopada, 20:30."]
    assert to(heard, "E-05") == []
    again = (await office.writes(OWNER, "/glosuj"))[-1]
    assert f"• {STATUETTE}: trwa, zagłosowało 0 z 4" in again.text


async def test_a_vote_is_chosen_confirmed_and_cast_once(office: Office) -> None:
    await frozen(office)
    await experts(office)
    await opened(office)

    waiting = (await office.writes("E-01", "/glosuj"))[-1]
    paper = (await office.taps("E-01", waiting, "1."))[-1]
    assert [*paper.buttons] == [
        "Gmina Alfa",
        "Gmina Beta & Syn",
        "Gmina Gamma",
        "Żaden z kandydatów",
        "Wstrzymuję się",
    ]
    sure = (await office.taps("E-01", paper, "Gmina Beta"))[-1]
    assert "Zaznaczone: <b>Gmina Beta &amp; Syn</b>" in sure.text
    again = (await office.taps("E-01", sure, "Wybierz inaczej"))[-1]
    sure = (await office.taps("E-01", again, "Gmina Alfa"))[-1]
    cast = await office.taps("E-01", sure, "Oddaj głos")
    assert (
        last(cast, "E-01")
        == f"(zmiana) <b>{STATUETTE}</b>\nGłos oddany. Nigdzie nie zapisano, jak głosujesz."
    )

    assert (
        last(await office.taps("E-01", sure, "Oddaj głos"), "E-01")
        == "Twój głos w tej sprawie jest już oddany."
    )
    assert await ballots.votes(office.house.db.reading, 1) == {
        "1": 1,
        "2": 0,
        "3": 0,
        "abstain": 0,
        "against": 0,
    }


async def test_a_paper_of_somebody_else_is_no_paper(office: Office) -> None:
    await frozen(office)
    await experts(office)
    await opened(office)
    waiting = (await office.writes("E-01", "/glosuj"))[-1]
    paper = (await office.taps("E-01", waiting, "1."))[-1]

    stolen = await office.taps_data("E-02", paper.buttons["Gmina Alfa"])

    assert last(stolen, "E-02").startswith("Ta karta jest nieaktualna")
    assert sum((await ballots.votes(office.house.db.reading, 1)).values()) == 0


async def test_nothing_in_the_database_says_who_voted_for_whom(office: Office) -> None:
    """Not after the closing, and not in what the chat keeps: the tokens of the buttons are gone with the papers."""
    await frozen(office)
    await experts(office)
    await opened(office)
    tokens = {}
    for code, choice in zip(
        EXPERTS, ("Gmina Alfa", "Gmina Alfa", "Gmina Alfa", "Żaden", "Wstrzymuję"), strict=True
    ):
        waiting = (await office.writes(code, "/glosuj"))[-1]
        paper = (await office.taps(code, waiting, "1."))[-1]
        tokens[code] = next(data for label, data in paper.buttons.items() if label.startswith(choice))
        sure = (await office.taps(code, paper, choice))[-1]
        await office.taps(code, sure, "Oddaj głos")
    office.clock.at += timedelta(minutes=1)
    await office.ticks()

    kept = _bytes_kept(office.house.db)

    assert not any(token.partition(":")[2].encode() in kept for token in tokens.values())
    assert b"Zaznaczone" not in kept
    assert await office.house.db.reading.all(str, "SELECT token FROM papers") == []
    assert (await ballots.find(office.house.db.reading, 1)).outcome == Outcome("elected", (1,))  # type: ignore[union-attr] # it was opened


async def test_the_last_vote_closes_the_ballot_and_the_result_is_told(office: Office) -> None:
    await frozen(office)
    await experts(office, EXPERTS[:3])
    await _interest(office, "E-03", 1)
    await opened(office)

    await votes(office, "E-01", "Gmina Beta")
    heard = await votes(office, "E-02", "Gmina Beta")

    told = f"<b>{STATUETTE}</b>: głosowanie zamknięte, zagłosowało 2 z 2.\nWybór Kapituły: <b>Gmina Beta &amp; Syn</b>"
    assert to(heard, OWNER) == [told]
    assert to(heard, "E-01") == [told]
    assert to(heard, "E-03") == []


async def test_a_tie_is_broken_by_a_second_ballot_among_the_equals(office: Office) -> None:
    await frozen(office)
    await experts(office, EXPERTS[:4])
    await opened(office)
    for code, choice in zip(EXPERTS, ("Gmina Alfa", "Gmina Alfa", "Gmina Gamma"), strict=False):
        await votes(office, code, choice)
    heard = await votes(office, "E-04", "Gmina Gamma")
    assert "Równo głosów: Gmina Alfa, Gmina Gamma. Potrzebna dogrywka." in last(heard, OWNER)

    await opened(office)
    paper = (await office.taps("E-01", (await office.writes("E-01", "/glosuj"))[-1], "1."))[-1]
    assert [*paper.buttons][:2] == ["Gmina Alfa", "Gmina Gamma"]
    for code in EXPERTS[:3]:
        await votes(office, code, "Gmina Gamma")
    heard = await closed(office)

    assert "Wybór Kapituły: <b>Gmina Gamma</b>" in last(heard, "E-04")
    assert f"• {STATUETTE}: <b>Gmina Gamma</b>" in (await office.writes(OWNER, "/glosuj"))[-1].text


async def test_a_vote_after_the_closing_is_refused(office: Office) -> None:
    await frozen(office)
    await experts(office, EXPERTS[:3])
    await opened(office)
    paper = (await office.taps("E-01", (await office.writes("E-01", "/glosuj"))[-1], "1."))[-1]
    sure = (await office.taps("E-01", paper, "Gmina Alfa"))[-1]
    for code in EXPERTS[1:3]:
        await votes(office, code, "Gmina Beta")

    await closed(office)
    before = (await office.writes(OWNER, "/glosuj"))[-1].text
    late = await office.taps("E-01", sure, "Oddaj głos")

    assert last(late, "E-01") == "To głosowanie jest już zamknięte, więc głosu nie można oddać."
    assert (await office.writes(OWNER, "/glosuj"))[-1].text == before


async def test_the_schedule_closes_a_ballot_at_its_time_and_a_missing_quorum_is_told(office: Office) -> None:
    await frozen(office)
    await experts(office)
    await opened(office)
    await votes(office, "E-01", "Gmina Alfa")

    office.clock.at += timedelta(hours=48)
    heard = await office.ticks()

    assert "Zabrakło kworum, głosowanie trzeba powtórzyć." in last(heard, OWNER)
    assert (await office.writes(OWNER, "/glosuj"))[-1].buttons["Otwórz głosowania · 1"] == "wt:open"


async def test_an_interest_declared_after_the_opening_takes_the_vote_away(office: Office) -> None:
    await frozen(office)
    await experts(office, EXPERTS[:3])
    await opened(office)
    paper = (await office.taps("E-01", (await office.writes("E-01", "/glosuj"))[-1], "1."))[-1]
    sure = (await office.taps("E-01", paper, "Gmina Alfa"))[-1]
    await _interest(office, "E-01", 3)

    refused = await office.taps("E-01", sure, "Oddaj głos")
    assert last(refused, "E-01") == "W tym głosowaniu nie bierzesz udziału."
    assert last(await office.writes("E-01", "/glosuj"), "E-01").startswith("Nie ma teraz głosowań")
    for code in EXPERTS[1:3]:
        await votes(office, code, "Gmina Alfa")
    heard = await closed(office)

    assert "zagłosowało 2 z 2" in last(heard, OWNER)
    assert to(heard, "E-01") == ["(zmiana) To głosowanie jest zamknięte."]


async def test_an_owner_with_an_interest_neither_sees_nor_opens_the_ballot(office: Office) -> None:
    await frozen(office)
    await experts(office)
    await _interest(office, OWNER, 1)

    table = (await office.writes(OWNER, "/glosuj"))[-1]

    assert "Gminy wiejskie" not in table.text
    assert "Otwórz" not in " ".join(table.buttons)
    assert "Alfa" not in (await office.writes(OWNER, "/nominacje"))[-1].text


async def test_experts_nominate_by_a_part_of_the_name_and_vote_on_it(office: Office) -> None:
    await frozen(office, bad=(2,))
    await experts(office, EXPERTS[:3])

    shown = (await office.writes("E-01", "/nominacje"))[-1]
    assert "• Gmina Alfa (1. miejsce, " in shown.text
    assert "Nikt nie jest jeszcze zgłoszony." in shown.text
    asked = (await office.taps("E-01", shown, "Zgłoś"))[-1]
    assert last(await office.writes("E-01", "Nigdzie", reply_to=asked.row), "E-01").startswith(
        "Nie znam takiego"
    )
    which = (await office.writes("E-01", "beta", reply_to=asked.row))[-1]
    why = (await office.taps("E-01", which, "Gmina Beta"))[-1]
    done = await office.writes("E-01", "Za <dialog> z mieszkańcami", reply_to=why.row)
    assert last(done, "E-01") == "Zgłoszone: <b>Gmina Beta &amp; Syn</b>."
    listed = (await office.writes("E-02", "/nominacje"))[-1]
    assert "E-01: Za &lt;dialog&gt; z mieszkańcami" in listed.text
    assert "Wycofaj" not in " ".join(listed.buttons)

    await opened(office)
    waiting = (await office.writes("E-01", "/glosuj"))[-1]
    assert [*waiting.buttons] == ["1. Statuetka – Gminy wiejskie", "2. Wyróżnienie Nadzwyczajne – G…"]
    paper = (await office.taps("E-01", waiting, "2."))[-1]
    assert [*paper.buttons] == ["Za", "Przeciw", "Wstrzymuję się"]
    mine = (await office.writes("E-01", "/nominacje"))[-1]
    refused = await office.taps("E-01", mine, "Wycofaj")
    assert last(refused, "E-01").startswith("O tym zgłoszeniu Kapituła już głosuje")


async def test_a_nomination_is_withdrawn_by_its_author(office: Office) -> None:
    await frozen(office)
    await experts(office, EXPERTS[:1])
    asked = (await office.taps("E-01", (await office.writes("E-01", "/nominacje"))[-1], "Zgłoś"))[-1]
    which = (await office.writes("E-01", "gamma", reply_to=asked.row))[-1]
    why = (await office.taps("E-01", which, "Gmina Gamma"))[-1]
    await office.writes("E-01", "Za telefon", reply_to=why.row)

    heard = await office.taps("E-01", (await office.writes("E-01", "/nominacje"))[-1], "Wycofaj")

    assert last(heard, "E-01") == "Wycofane: <b>Gmina Gamma</b>."
    assert await nominations.everything(office.house.db.reading) == []


async def test_what_was_elected_is_granted_with_numbers_and_printed(office: Office) -> None:
    await frozen(office)
    await experts(office, EXPERTS[:3])
    await opened(office)
    for code in EXPERTS[:3]:
        await votes(office, code, "Gmina Beta")

    shown = (await office.taps(OWNER, (await office.writes(OWNER, "/glosuj"))[-1], "Zapisz"))[-1]
    assert "LJ/2026/S0001 · Statuetka · Gmina Beta &amp; Syn" in shown.text
    done = await office.taps(OWNER, shown, "Przyznaj")
    assert last(done, OWNER).startswith("1 decyzja zapisana.")
    assert [(one.number, one.kind) for one in await awards.listing(office.house.db.reading)] == [
        ("LJ/2026/S0001", "statuette")
    ]
    files = to(await office.ticks(), OWNER)
    assert "(plik) statuetka_lj-2026-s0001_gmina-beta-syn.pdf" in files
    assert "(plik) protokol-kapituly.pdf" in files
    assert "(plik) scenariusz-gali.pdf" in files
    assert "(plik) informacja-prasowa.pdf" in files
    assert "(plik) katalog-dobrych-praktyk.pdf" not in files  # nobody has a solution to show

    table = (await office.writes(OWNER, "/glosuj"))[-1]
    assert "Zapisz" not in " ".join(table.buttons)
    rules = await office.writes(OWNER, "/nagrody")
    await office.taps(OWNER, rules[-1], "Przyznaj")
    assert "<b>Statuetka</b>: 1" in last(await office.writes(OWNER, "/nagrody"), OWNER)


async def test_a_checker_has_no_seat_at_the_table(office: Office) -> None:
    await frozen(office)

    assert last(await office.writes(CHECKER, "/glosuj"), CHECKER).startswith("Nie znam polecenia")
    assert last(await office.taps_data(CHECKER, "wt:open"), CHECKER).startswith("Ten przycisk")
