"""From approved contacts to a frozen ranking, awards, and documents in the chat."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from contest.assignment import State
from contest.both import METHOD
from contest.entrants import Entrant
from contest.snapshot import digest, thaw_snapshot
from storage import assignments, awards, documents, edition, journal, proposals, snapshots
from storage.database import Writing
from tests.bot.office import CHECKER, OWNER, Office, to

GMINY = tuple(
    Entrant(0, f"Gmina {name}", "gmina_wiejska", voivodeship="mazowieckie", population=9000)
    for name in ("Alfa", "Beta & Syn", "Gamma")
)
CLOSED = datetime(2026, 11, 20, 19, 30, tzinfo=UTC)
RESULTS = datetime(2026, 12, 1, 11, 30, tzinfo=UTC)


async def _collected(office: Office, *, approve: bool = True) -> None:
    """Alfa is good everywhere, Beta bad, Gamma has a single contact; the collecting is over."""
    await office.has(*GMINY)
    await office.joins("J-20")
    await office.joins("J-21")
    for task in await office.plans():
        if task.entrant < 3 or task.channel == "telefon":
            await office.submits(task, good=task.entrant != 2)
    if approve:
        await _approve_all(office)
    office.clock.at = CLOSED
    await office.ticks()


async def _approve_all(office: Office) -> None:
    heard = await office.writes(CHECKER, "/kontrola")
    while heard[-1].buttons:
        opened = await office.taps(CHECKER, heard[-1], "")
        heard = await office.taps(CHECKER, opened[-1], "Zatwierdź")


async def _frozen(office: Office) -> list[str]:
    await _collected(office)
    shown = await office.writes(OWNER, "/zamroz")
    return to(await office.taps(OWNER, shown[-1], "Zamroź"), OWNER)


async def test_collecting_must_end_before_the_freeze(office: Office) -> None:
    await office.has(*GMINY)
    await office.joins("J-20")
    await office.plans()
    assert to(await office.writes(OWNER, "/zamroz"), OWNER) == [
        "Wyniki można zamrozić dopiero po zakończeniu zbierania ocen. Daty pokaże /terminy."
    ]


async def test_a_contact_that_waits_for_a_check_blocks_the_freeze(office: Office) -> None:
    await _collected(office, approve=False)
    shown = await office.writes(OWNER, "/zamroz")
    assert shown[-1].text == "Nie można jeszcze zamrozić wyników: 11 zgłoszeń czeka na sprawdzenie."
    assert shown[-1].buttons == {"Kontrola · 11": "go:kontrola"}
    listed = await office.taps(OWNER, shown[-1], "Kontrola")
    assert listed[-1].text.startswith("<b>Do sprawdzenia: 11 zgłoszeń</b>")


async def test_the_freeze_shows_what_it_means_and_tells_everybody_the_digest(office: Office) -> None:
    await _collected(office)
    shown = await office.writes(OWNER, "/zamroz")
    assert shown[-1].text.splitlines() == [
        "<b>Zamrożenie wyników</b>",
        "Zatwierdzone kontakty: 11. Sklasyfikowani uczestnicy: 2 z 3.",
        "Nie ma niedokończonych zadań.",
        "",
        "Bez miejsca w rankingu: 1",
        "• Jest tylko 1 zatwierdzony kontakt, a potrzeba co najmniej 3: Gmina Gamma",
        "",
        "Po zamrożeniu ranking już się nie zmieni. Skrót danych przeczytają wszyscy organizatorzy i będzie wydrukowany w dokumentach.",
    ]
    heard = await office.taps(OWNER, shown[-1], "Zamroź")
    db = office.house.db.reading
    state = await snapshots.newest(db)
    assert state is not None
    assert state.digest == digest(thaw_snapshot(state.body))
    eights = " ".join(state.digest[start : start + 8] for start in range(0, 64, 8))
    told = f"Wyniki są zamrożone (O-10). Skrót danych:\n<code>{eights}</code>"
    assert told in to(heard, OWNER)
    assert told in to(heard, CHECKER)
    assert await edition.phase(db) == "frozen"
    assert [entry.subject for entry in await journal.entries(db, 5, "edition.freeze")] == [state.digest]


async def test_a_freeze_is_refused_when_the_results_moved_since_it_was_shown(office: Office) -> None:
    await _collected(office)
    shown = await office.writes(OWNER, "/zamroz")
    await office.has(Entrant(0, "Gmina Delta", "gmina_wiejska", population=1))
    heard = await office.taps(OWNER, shown[-1], "Zamroź")
    assert heard[-1].text == (
        "Od pokazania tej propozycji coś się w wynikach zmieniło. Obejrzyj je jeszcze raz: /zamroz"
    )
    assert await edition.phase(office.house.db.reading) == "checking"


async def test_the_ranking_is_preliminary_before_the_freeze_and_fits_a_phone(office: Office) -> None:
    await _collected(office)
    text = to(await office.writes(OWNER, "/ranking"), OWNER)[0]
    assert text.startswith("<b>Ranking wstępny: Lider Zaufania Mieszkańców</b>")
    [table] = [part.split("</pre>")[0] for part in text.split("<pre>")[1:]]
    assert table.splitlines()[0].split()[:3] == ["1.", "Gmina", "Alfa"]
    assert "Gmina Beta &amp; Syn" in table
    assert max(len(line.replace("&amp;", "&")) for line in table.splitlines()) <= 36
    assert (
        "Niesklasyfikowani: 1\n• Jest tylko 1 zatwierdzony kontakt, a potrzeba co najmniej 3: Gmina Gamma"
        in text
    )


async def test_a_preliminary_file_is_made_for_who_asks(office: Office) -> None:
    await _collected(office)
    shown = await office.writes(CHECKER, "/ranking")
    assert to(await office.taps(CHECKER, shown[-1], "CSV"), CHECKER) == [
        "(dymek) Przygotowuję plik, zaraz przyślę."
    ]
    made = await office.ticks()
    assert [(one.person, one.text) for one in made] == [(CHECKER, "(plik) ranking-wstepny.csv")]
    file = await documents.load(office.house.db.reading, "ranking-wstepny.csv")
    assert file is not None
    assert "Gmina Alfa" in file.bytes.decode("utf-8-sig")


async def test_awards_are_proposed_granted_and_printed(office: Office) -> None:
    await _frozen(office)
    standings = await office.ticks()
    files = ["(plik) ranking.pdf", "(plik) ranking.csv", "(plik) ranking.xlsx"]
    for person in (OWNER, CHECKER):
        assert sorted(to(standings, person))[:3] == sorted(files)

    office.clock.at = RESULTS
    shown = await office.writes(OWNER, "/nagrody")
    assert "LJ/2026/0001 · Gmina Alfa · " in shown[-1].text
    assert "Beta" not in shown[-1].text
    done = await office.taps(OWNER, shown[-1], "Przyznaj")
    assert "Przygotowuję dokumenty" in to(done, OWNER)[-1]
    granted = await awards.listing(office.house.db.reading)
    assert [(one.number, one.kind, one.entrant) for one in granted] == [("LJ/2026/0001", "licence", 1)]

    heard = await office.ticks()
    assert "(plik) licencja_lj-2026-0001_gmina-alfa.pdf" in to(heard, OWNER)
    assert "(plik) raport_0003_gmina-gamma.pdf" in to(heard, OWNER)
    assert not any("raport" in text or "licencja" in text for text in to(heard, CHECKER))
    kept = await documents.listing(office.house.db.reading)
    assert sorted((one.kind, one.entrant) for one in kept if one.entrant) == [
        ("diploma", 1),
        ("report", 1),
        ("report", 2),
        ("report", 3),
    ]
    pdf = await documents.load(office.house.db.reading, "licencja_lj-2026-0001_gmina-alfa.pdf")
    assert pdf is not None
    assert pdf.bytes.startswith(b"%PDF-")


async def test_awards_are_granted_once_and_as_this_program_finds_them(office: Office) -> None:
    await _frozen(office)
    older: tuple[dict[str, int], ...] = ({"method": METHOD - 1}, {})
    said = ("Te nagrody są już przyznane albo wyniki się zmieniły.", "Ta propozycja jest już nieaktualna")
    for facts, begins in zip(older, said, strict=True):
        shown = (await office.writes(OWNER, "/nagrody"))[-1]
        nonce = shown.buttons["Przyznaj 1"].removeprefix("ok:")
        held = await proposals.show(office.house.db.reading, nonce, by=OWNER)
        assert held is not None
        body = {key: value for key, value in json.loads(held[1]).items() if key != "method"} | facts
        await _rewrite(office, nonce, json.dumps(body))
        assert (await office.taps(OWNER, shown, "Przyznaj"))[-1].text.startswith(begins)
    first, second = await office.writes(OWNER, "/nagrody"), await office.writes(OWNER, "/nagrody")
    await office.taps(OWNER, first[-1], "Przyznaj")
    late = await office.taps(OWNER, second[-1], "Przyznaj")
    assert late[-1].text.startswith("Te nagrody są już przyznane")
    assert len(await awards.listing(office.house.db.reading)) == 1
    assert (await office.writes(OWNER, "/nagrody"))[-1].text.startswith("<b>Przyznane nagrody</b>")


async def _rewrite(office: Office, nonce: str, body: str) -> None:
    """What waits under a nonce is another text."""

    async def act(tx: Writing) -> None:
        await proposals.amend(tx, nonce, body, by=OWNER, at=office.clock.at)

    await office.house.db.transact(act)


async def test_an_edition_without_awards_still_gets_its_documents(office: Office) -> None:
    await office.has(GMINY[1])
    await office.joins("J-20")
    await office.joins("J-21")
    for task in await office.plans():
        await office.submits(task, good=False)
    await _approve_all(office)
    office.clock.at = CLOSED
    await office.ticks()
    shown = await office.writes(OWNER, "/zamroz")
    await office.taps(OWNER, shown[-1], "Zamroź")
    done = await office.taps(OWNER, (await office.writes(OWNER, "/nagrody"))[-1], "Przygotuj dokumenty")
    assert to(done, OWNER)[-1].startswith("Nikt nie spełnia warunków nagrody.")
    assert "(plik) raport_0001_gmina-beta-syn.pdf" in to(await office.ticks(), OWNER)


async def test_a_checker_sees_the_awards_and_cannot_grant_them(office: Office) -> None:
    await _frozen(office)
    shown = await office.writes(CHECKER, "/nagrody")
    assert "LJ/2026/0001" in shown[-1].text
    assert shown[-1].buttons == {}


async def test_there_are_no_awards_before_the_freeze(office: Office) -> None:
    await _collected(office)
    assert to(await office.writes(OWNER, "/nagrody"), OWNER) == [
        "Nagrody wynikają z zamrożonych wyników. Najpierw /zamroz"
    ]


async def test_what_is_unfinished_is_closed_by_the_freeze_and_the_juror_reads_so(office: Office) -> None:
    await _collected(office, approve=False)
    opened = await office.taps(CHECKER, (await office.writes(CHECKER, "/kontrola"))[-1], "")
    asked = await office.taps(CHECKER, opened[-1], "Zwróć")
    await office.writes(CHECKER, "Dopisz godzinę.", reply_to=asked[-1].row)
    await _approve_all(office)
    shown = await office.writes(OWNER, "/zamroz")
    assert "1 niedokończone zadanie zostanie zamknięte i nie wejdzie do wyniku." in shown[-1].text
    heard = await office.taps(OWNER, shown[-1], "Zamroź")
    told = [one.text for one in heard if one.person.startswith("J-")]
    assert len(told) == 2
    assert told[0].endswith(" · po terminie")
    assert told[1].startswith("Zbieranie ocen się zakończyło.")
    assert await assignments.in_state(office.house.db.reading, {State.RETURNED}) == []


async def test_the_schedule_freezes_at_the_date_of_the_results(office: Office) -> None:
    await _collected(office)
    office.clock.at = RESULTS
    heard = await office.ticks()
    assert "Nadeszła data wyników, ranking jest zamrożony. Teraz nagrody: /nagrody" in to(heard, OWNER)
    assert await edition.phase(office.house.db.reading) == "frozen"


async def test_the_schedule_does_not_freeze_over_what_waits(office: Office) -> None:
    await _collected(office, approve=False)
    office.clock.at = RESULTS
    heard = await office.ticks()
    assert "Nadeszła data wyników, ale 11 zgłoszeń czeka na sprawdzenie. Potem zamroź wyniki: /zamroz" in to(
        heard, OWNER
    )
    assert await edition.phase(office.house.db.reading) == "checking"
