"""A whole edition run through the chat alone: three organisers, five experts, twenty jurors, and nobody at a keyboard.

Five gminas. Two of them come out first together only after an appeal is upheld, the experts part two to two, vote again,
and the papers that leave the house on the day of the gala say what they decided.
"""

from __future__ import annotations

import asyncio
import io
import re
import zipfile
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
import pytest_asyncio

from bot.demo.organisers import button
from bot.sandbox.state import Seen
from reports.names import slug
from storage import audits, journal
from storage.database import Database
from storage.journal import Head
from tests.stories import crew as people
from tests.stories import theatre
from tests.stories.crew import Crew
from tests.stories.sheets import APPEALING, GMINAS, PRAISED, TIED, Sheets, kept, label_of, offers
from tests.stories.theatre import Actor, Chronicle, Golden

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]

EDITION = Path(__file__).parent / "edycja"
PAST_FIRST_END = datetime.fromisoformat("2026-10-15T09:00")
SECOND_END = datetime.fromisoformat("2026-10-16T20:00")
_HEAD = re.compile(r"wpis (\d+), pieczęć ([0-9a-f]+)")
PRINTED = "Ranking do wydruku i do arkusza jest powyżej."
GALA = datetime.fromisoformat("2026-11-20T18:00")


@pytest_asyncio.fixture(loop_scope="session")
async def crew(tmp_path: Path) -> AsyncIterator[Crew]:
    """The bot, an empty edition, and everybody outside."""
    async with theatre.world(tmp_path / "stage", EDITION, organisers=(people.EWA,)) as world:
        yield people.gather(world)


async def test_a_whole_edition_is_run_in_chat(crew: Crew, golden: Golden) -> None:
    sheets, kept = Sheets(EDITION), Chronicle(golden)
    await _open(crew, kept)
    await _plan(crew, kept)
    await _collect(crew, sheets, kept)
    await _check(crew, sheets)
    await _freeze(crew, kept)
    await _appeal(crew, sheets, kept)
    await _decide(crew, kept)
    await _publish(crew, kept)
    papers = await _release(crew, kept)

    assert _kept(crew, sheets) == sheets.said
    assert people.gave_away(crew) == []
    await _names(crew, kept)
    assert await _faults(crew) == ()
    assert _decided(papers) == {
        TIED: ["licencja", "nominacja", "raport"],
        APPEALING: ["licencja", "nominacja", "raport", "statuetka"],
        PRAISED: ["licencja", "raport", "wyroznienie"],
        GMINAS[3]: ["licencja", "raport"],
        GMINAS[4]: ["raport"],
    }
    kept.keep("cala_edycja_juror", crew.callers[0], normal=people.ANY_GMINA)


async def _open(crew: Crew, kept: Chronicle) -> None:
    """The list of entrants comes in, and everybody by invitation; one expert has an interest."""
    await people.enter(crew)
    await crew.owner.write("/zapros arkusz 6 ekspert", sees="Rysuję arkusz z 6 kartami")
    await crew.owner.sees(lambda seen: seen.file_name.startswith("zaproszenia"))
    rows = [
        f"{name},gmina wiejska,mazowieckie,{town},4{n}00,+48 12 100 00 0{n},https://gmina{n}.example.org"
        for n, (name, town) in enumerate(((name, name.split()[1]) for name in GMINAS), start=1)
    ]
    table = "\n".join(["nazwa,rodzaj,wojewodztwo,miejscowosc,ludnosc,telefon,www", *rows, ""]).encode()
    crew.planner.person.unread()
    await crew.planner.person.send_document(table, "gminy.csv", mime="text/csv")
    await crew.planner.sees("Nowi: ")
    await crew.planner.tap("Importuj", sees="Razem na liście")
    away = crew.experts[-1]
    await away.write("/konflikt", sees="Twoje związki")
    await away.write("jodłowo", sees="Pasuje")
    await away.tap(TIED, sees="Wybierz powód")
    await away.tap("Praca", sees="już tu nie zobaczysz")
    await crew.quiet()
    kept.keep("zaproszenia_i_arkusz", crew.owner, normal=people.NORMAL)
    kept.keep("zaproszenia_i_lista", crew.planner, normal=people.NORMAL)


async def _plan(crew: Crew, kept: Chronicle) -> None:
    """Looked at, two jurors exchanged by hand, counted anew, approved."""
    planner = crew.planner
    await planner.write("/przydzial", sees=lambda seen: bool(button(seen, "Zatwierdź 20")))
    await planner.tap("Zmień ręcznie", sees="Zmiany w planie")
    await planner.write("klonowo", sees="kontakty w tym planie")
    seen = await planner.tap(_contact(planner.person.last, "Telefon"), sees="Dotknij, by zamienić")
    first = _who(seen)
    second = _labels(seen)[0].split()[0]
    seen = await planner.tap(second, sees=f"{second} wybrany ręcznie")
    await planner.tap("Zmień co innego", sees="Zmiany w planie")
    seen = await planner.tap(f"{second} · ", sees=f"{second}, kontakty w tym planie: 2")
    other = next(label for label in _labels(seen) if "Telefon" in label and "Klonowo" not in label)
    await planner.tap(other, sees="Dotknij, by zamienić")
    await planner.tap(first, sees=f"{first} wybrany ręcznie")
    await planner.tap("Przelicz i pokaż plan", sees=lambda seen: bool(button(seen, "Zatwierdź 20")))
    await planner.tap("Zatwierdź", sees="Wysłałem 20 propozycji")
    await crew.quiet()
    kept.keep("plan_recznie", planner, normal=people.ANY_GMINA)


async def _collect(crew: Crew, sheets: Sheets, kept: Chronicle) -> None:
    """Who reads pages does it at once; who calls does it after the first end of collecting, which is moved in time."""
    accepted = await asyncio.gather(*map(_accept, crew.world.jurors))
    callers, readers = accepted[: len(crew.callers)], accepted[len(crew.callers) :]
    await asyncio.gather(
        *(_read(sheets, *one) for one in zip(crew.readers, readers, strict=True)),
    )
    ola = crew.callers[0]
    await theatre.begin(ola, callers[0])
    await sheets.fill(ola, label_of(callers[0]), "telefon", sheets.call(1), until="przelaczenia")
    await _move_the_end(crew)
    await _announce(crew)
    kept.keep("termin_i_ogloszenie", crew.planner, normal=people.NORMAL)
    await crew.until(PAST_FIRST_END)
    await ola.write("/dalej", sees="Ile razy przełączono")
    await asyncio.gather(
        *(_call(sheets, n, *one) for n, one in enumerate(zip(crew.callers, callers, strict=True), start=1))
    )
    await crew.quiet()


async def _accept(juror: Actor) -> Seen:
    if not any(map(offers, juror.person.chat)):
        await juror.sees(offers)
    return await theatre.accept(juror)


async def _read(sheets: Sheets, juror: Actor, accepted: Seen) -> None:
    await theatre.begin(juror, accepted)
    await sheets.fill(juror, label_of(accepted), "www", sheets.page(accepted))
    await juror.tap("Wyślij", sees="wysłane. Dziękuję")


async def _call(sheets: Sheets, number: int, juror: Actor, accepted: Seen) -> None:
    label = label_of(accepted)
    if label not in sheets.said:
        await theatre.begin(juror, accepted)
    slip = {"przelaczenia": "12"} if number == 1 else {}
    await sheets.fill(juror, label, "telefon", {**sheets.call(number), **slip})
    await juror.tap("Wyślij", sees="wysłane. Dziękuję")


async def _move_the_end(crew: Crew) -> None:
    """Shown with what follows from it, then done; whoever works reads the new date."""
    planner = crew.planner
    await planner.write("/terminy", sees="Koniec zbierania")
    await planner.tap("Koniec zbierania", sees="O ile przesunąć?")
    seen = await planner.write("16.10 20:00", sees="Było:")
    assert "10 trwających zleceń dostanie nowy termin." in seen.text
    await planner.tap("Przesuń", sees="Przesunięte")
    await asyncio.gather(*(juror.sees("Organizator zmienił termin") for juror in crew.callers))
    await crew.quiet()


async def _announce(crew: Crew) -> None:
    """To those who still have something to do, and to nobody else."""
    planner = crew.planner
    await planner.write("/ogloszenie", sees="Napisz treść ogłoszenia")
    await planner.write("Infolinie odbierają najchętniej przed południem.", sees="Do kogo?")
    await planner.tap("Jurorzy z zadaniami", sees="Dostanie to 10 osób")
    await planner.tap("Wyślij", sees="wysłane 10 z 10")
    await asyncio.gather(*(juror.sees("przed południem") for juror in crew.callers))
    await crew.quiet()


async def _check(crew: Crew, sheets: Sheets) -> None:
    """Everything is approved but what the first juror mistyped: that comes back, and is mended."""
    ola, checker = crew.callers[0], crew.checker
    wrong = next(label for label, said in sheets.said.items() if said.get("przelaczenia") == "12")
    await checker.write("/start", sees="/kontrola")
    await checker.write("/kontrola", sees="Do sprawdzenia: 20")
    await checker.tap(wrong, sees=lambda seen: bool(button(seen, "Zwróć do poprawy")))
    await checker.tap("Zwróć do poprawy", sees="które pytania wrócą")
    await checker.tap("☐ 3", sees="przełączono")
    await checker.tap("Gotowe", sees="Co poprawić")
    await checker.write("Dwanaście przełączeń w jednej rozmowie? Proszę sprawdzić.", sees="wróciło do jurora")
    await ola.sees("wraca z prośbą")
    await ola.tap("Popraw", sees="Ile razy przełączono")
    await ola.write("1", sees="Poprawiane odpowiedzi")
    sheets.said[wrong]["przelaczenia"] = "1"
    await ola.tap("Wyślij", sees="wysłane. Dziękuję")
    assert await theatre.approve_all(crew.world) == len(crew.world.jurors)
    await ola.sees("zatwierdzone")
    await crew.until(SECOND_END)
    await crew.owner.sees("Zbieranie ocen zakończone")


async def _freeze(crew: Crew, kept: Chronicle) -> None:
    """Looked at, tried with other settings, frozen."""
    owner = crew.owner
    await owner.write("/ranking", sees="Ranking wstępny")
    seen = await owner.write("/symulacja próg=95 waga www=80", sees="Symulacja")
    assert "3 licencje mniej (4 → 1)." in seen.text
    await owner.sees("próg licencji 95")  # the picture of it
    await owner.write("/zamroz", sees=lambda seen: bool(button(seen, "Zamroź")))
    await owner.tap("Zamroź", sees="Wyniki są zamrożone")
    await owner.sees(PRINTED)
    await crew.planner.sees(PRINTED)
    kept.keep("symulacja_i_zamrozenie", owner, normal=people.NORMAL)
    kept.leave_out(crew.planner)


async def _appeal(crew: Crew, sheets: Sheets, kept: Chronicle) -> None:
    """The gmina shows that the number was there; whoever approved the contact does not judge that."""
    planner, checker, owner = crew.planner, crew.checker, crew.owner
    await planner.write("/odwolania", sees="Odwołania")
    await planner.tap("Wpisz odwołanie", sees="część nazwy")
    await planner.write("klonowo", sees=lambda seen: bool(button(seen, APPEALING)))
    await planner.tap(APPEALING, sees=lambda seen: bool(button(seen, sheets.doubted)))
    await planner.tap(sheets.doubted, sees="numer telefonu")
    await planner.tap("1", sees="numer telefonu")
    await planner.write("Numer do referatu jest w zakładce Kontakt od stycznia.", sees="Odwołanie")
    await crew.quiet()
    kept.keep("odwolanie_wpisane", planner, normal=people.ANY_GMINA)
    await checker.write("/odwolania", sees="Odwołania")
    await owner.write("/odwolania", sees="Odwołania")
    await owner.tap("Rozpatrz", sees="od stycznia")
    await owner.tap("Powinno być: Tak", sees="1")
    await crew.quiet()
    await owner.write("/odwolania", sees=lambda seen: bool(button(seen, "Zamroź")))
    await owner.tap("Zamroź", sees=lambda seen: bool(button(seen, "Jeszcze nie")))
    await owner.tap("Zamroź", sees="Nowy skrót")
    await owner.sees(PRINTED)
    await crew.quiet()
    await owner.write("/panel", sees="Etap")
    kept.keep("odwolanie_rozpatrzone", owner, normal=people.NORMAL)


async def _decide(crew: Crew, kept: Chronicle) -> None:
    """Awards by the rules, then the experts: two to two, and three to one when they vote again; one stays away."""
    owner, first = crew.owner, crew.experts[0]
    await owner.write("/nagrody", sees=lambda seen: bool(button(seen, "Przyznaj")))
    await owner.tap("Przyznaj", sees="6 nagród zapisanych")
    await owner.sees(PRINTED)
    await first.write("/nominacje", sees="Nominacje")
    await first.tap("Zgłoś do wyróżnienia", sees="Kogo zgłaszasz")
    await first.write("lipowo", sees="O kogo chodzi")
    await first.tap(PRAISED, sees="za co")
    await first.write("Opisała zniżki na kompostownik prostym językiem, z przykładem.", sees="Zgłoszone")
    await _open_ballots(crew, 2)
    entitled = crew.experts[:-1]
    for expert, name in zip(entitled, [TIED, TIED, APPEALING, APPEALING], strict=True):
        await _vote(expert, "Statuetka", name)
    await asyncio.gather(*(one.sees("Równo głosów") for one in (owner, *entitled)))
    for expert in crew.experts:
        await _vote(expert, "Wyróżnienie", "Za")
    await asyncio.gather(*(one.sees("Przyznano") for one in (owner, *crew.experts)))
    await _open_ballots(crew, 1)
    for expert, name in zip(entitled, [APPEALING, TIED, APPEALING, APPEALING], strict=True):
        await _vote(expert, "Statuetka", name)
    await asyncio.gather(*(one.sees(f"Wybór Kapituły: {APPEALING}") for one in (owner, *entitled)))
    await owner.write("/glosuj", sees=APPEALING)
    await owner.tap("Zapisz decyzje", sees="do zapisania")
    await owner.tap("Przyznaj", sees="zapisane")
    await owner.sees("Protokół Kapituły jest powyżej")
    kept.keep("kapitula_wlasciciel", owner, normal=people.NORMAL)
    kept.keep("kapitula_ekspert", first, normal=people.NORMAL)


async def _open_ballots(crew: Crew, many: int) -> None:
    await crew.owner.write("/glosuj", sees="Kapituła")
    await crew.owner.tap(f"Otwórz głosowania · {many}", sees="Do otwarcia")
    await crew.owner.tap("Otwórz", sees="Jak idzie, pokaże")
    await crew.quiet()


async def _vote(expert: Actor, honour: str, choice: str) -> None:
    """From the list of papers to a vote that is cast."""
    seen = await expert.write("/glosuj", sees="Czeka")
    paper = next(label for label in _labels(seen) if honour in label)
    await expert.tap(paper, sees="tajne")
    await expert.tap(choice, sees=f"Zaznaczone: {choice}")
    await expert.tap("Oddaj głos", sees="Głos oddany")


async def _publish(crew: Crew, kept: Chronicle) -> None:
    """The owner, and a second organiser who was asked in their own chat."""
    kept.leave_out(crew.checker)
    await crew.owner.write("/publikuj", sees="Publikacja")
    await crew.owner.tap("Publikuj", sees="Poproszone są 2 osoby")
    await crew.checker.sees("Potrzebne jest Twoje potwierdzenie")
    await crew.checker.tap("Publikuj", sees="Wyniki są opublikowane")
    await asyncio.gather(
        *(one.sees("Wyniki są opublikowane") for one in (crew.owner, crew.planner, *crew.experts))
    )
    await asyncio.gather(*(one.sees(PRINTED) for one in (crew.owner, crew.checker)))
    await crew.owner.write("/panel", sees="Etap")
    kept.keep("publikacja_wlasciciel", crew.owner, normal=people.NORMAL)
    kept.keep("publikacja_druga_osoba", crew.checker, normal=people.NORMAL)


async def _release(crew: Crew, kept: Chronicle) -> dict[str, bytes]:
    """On the day of the gala everything for the entrants leaves as an archive; the owner has the journal tried."""
    await crew.until(GALA)
    await crew.owner.sees("Embargo minęło")
    await crew.owner.write("/sprawdz", sees="Dziennik nienaruszony")
    await crew.quiet()
    kept.keep("po_gali", crew.owner, normal=people.NORMAL)
    archives = [file for file in crew.owner.person.documents if file.name.startswith("dla-uczestnikow")]
    found: dict[str, bytes] = {}
    for archive in archives:
        with zipfile.ZipFile(io.BytesIO(archive.data)) as inside:
            found |= {name: inside.read(name) for name in inside.namelist() if name.endswith(".pdf")}
    return found


async def _names(crew: Crew, kept: Chronicle) -> None:
    """The only place where names are, for owners only."""
    await crew.owner.write("/kto", sees="Kto jest kim")
    await crew.owner.write(f"/kto {people.code_of(crew.checker)}", sees="Kto jest kim: 1")
    await crew.quiet()
    kept.keep("kto_jest_kim", crew.owner, normal=people.NAMED)


def _decided(papers: dict[str, bytes]) -> dict[str, list[str]]:
    """Each gmina with the kinds of papers that bear its name."""
    found: dict[str, list[str]] = {name: [] for name in GMINAS}
    for file, data in sorted(papers.items()):
        text = _text(data)
        assert people.IDENTITY.search(text) is None, file
        folder, _, name = file.rpartition("/")
        (whose,) = [each for each in GMINAS if each.split()[1] in text and slug(each) in folder]
        found[whose].append(name.partition("_")[0])
    return found


def _text(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return " ".join(page.get_textpage().get_text_bounded() for page in pdf)


def _kept(crew: Crew, sheets: Sheets) -> dict[str, dict[str, str]]:
    """What the newest submission of each contact holds."""
    return kept(
        sheets,
        crew.world.ask(
            """
            SELECT assignments.label, assignments.channel, question, value
            FROM audit_answers
            JOIN audits ON audits.id = audit
            JOIN assignments ON assignments.id = audits.assignment
            WHERE round = (SELECT max(round) FROM audits AS other WHERE other.assignment = audits.assignment)
            """
        ),
    )


async def _faults(crew: Crew) -> tuple[object, ...]:
    """What is wrong with the journal, by the heads that the owner read in the chat, and with what was submitted."""
    await crew.world.stage.stop_bot()
    heads = [Head(int(seq), seal) for seq, seal in _HEAD.findall(crew.owner.person.transcript())]
    assert heads
    db = await Database.open(crew.world.database)
    try:
        fault, changed = await journal.examine(db.reading, heads), await audits.altered(db.reading)
    finally:
        await db.close()
    return (*([fault] if fault else []), *changed)


def _labels(seen: Seen) -> list[str]:
    return [label for row in seen.buttons for label in row]


def _contact(seen: Seen, channel: str) -> str:
    return next(label for label in _labels(seen) if channel in label)


def _who(seen: Seen) -> str:
    """The juror of the contact on the screen."""
    return seen.text.splitlines()[1].split(" · ")[1]
