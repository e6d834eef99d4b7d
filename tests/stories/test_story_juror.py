"""A juror's way from the invitation to the thanks, as it stands in the chat; and the checker who asks for a correction."""

from __future__ import annotations

import pytest

from tests.stories import theatre
from tests.stories.theatre import Actor, Golden, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]


async def _newcomer(made: World) -> Actor:
    """Somebody with an invitation in hand, in an edition of one library."""
    await theatre.open_edition(made, 1)
    return Actor(made.stage.telegram.person(theatre.FIRST_JUROR, first_name="Ola"))


async def test_from_the_invitation_to_a_submitted_call(empty: World, golden: Golden) -> None:
    ola = await _newcomer(empty)
    (code,) = await theatre.invite(empty)
    await ola.write(f"/start {code}", sees="Czy zgadzasz się")
    await ola.tap("Tak", sees="województwach")
    await theatre.choose(ola, ["łódzkie", "mazowieckie"], then="zadania chcesz dostawać")
    await theatre.choose(ola, ["Rozmowy telefoniczne"], then="Ile zadań")
    await ola.write("40", sees=lambda seen: "Ile zadań" in seen.text and not seen.edited)
    await ola.write("2", sees="bliski znajomy")
    await ola.write("Szpital Miejski", sees="Wszystkie odpowiedzi")
    await ola.tap("Wyślij", sees="Nie ma takich")
    golden("rejestracja", theatre.told(ola))

    heard = len(ola.person.transcript().splitlines())
    await theatre.approve_plan(empty)
    await ola.sees("Nowe zadanie")
    await theatre.accept(ola)
    await theatre.begin(ola)
    await ola.tap("Szukam", sees="✔ Szukam")
    await ola.write("1:20", sees="Dlaczego wpisany")
    await ola.tap("Pomyłka", sees="ciągu 2 minut")
    await ola.write("chyba raczej", sees=theatre.asks)
    await ola.write("tak", sees="Włącz stoper")
    await ola.write("45 s, z listy połączeń", sees="porozmawiać z człowiekiem")
    await ola.tap("Za pierwszym", sees="w powitaniu")
    await ola.tap("Tak", sees="się przedstawił")
    await ola.tap("Wstecz", sees="w powitaniu")
    await ola.tap("Nie", sees="się przedstawił")
    await theatre.go_on(ola, until="Co usłyszałeś")
    await ola.write("Nic", sees=theatre.asks)
    await ola.write("Dwa dokumenty, opłata 17 zł, termin 7 dni.", sees="Jaka była odpowiedź")
    await theatre.go_on(ola, until="Wszystkie odpowiedzi")
    await ola.tap("Popraw odpowiedź", sees="Którą odpowiedź")
    await ola.tap("2", sees="ciągu 2 minut")
    await ola.tap("Nie", sees="Wszystkie odpowiedzi")
    await ola.tap("Wyślij", sees="wysłane. Dziękuję")
    golden("rozmowa_telefoniczna", theatre.told(ola, since=heard))

    rows = empty.ask("SELECT question, value FROM answers WHERE session = 2 ORDER BY revision")
    kept = {str(question): str(value) for question, value in rows}
    assert [kept[name] for name in ("numer", "powitanie", "uslyszane")] == [
        '{"option":"no","kind":"chosen"}',
        '{"option":"no","kind":"chosen"}',
        '{"text":"Dwa dokumenty, opłata 17 zł, termin 7 dni.","kind":"written"}',
    ]


async def test_whoever_does_not_consent_leaves_nothing_behind(empty: World, golden: Golden) -> None:
    ola = await _newcomer(empty)
    (code,) = await theatre.invite(empty)
    await ola.write(f"/start {code}", sees="Czy zgadzasz się")
    await ola.tap("Nie", sees="Wszystkie odpowiedzi")
    await ola.tap("Wyślij", sees="nie możesz zostać jurorem")
    golden("bez_zgody", theatre.told(ola))
    assert empty.ask("SELECT count(*) FROM people WHERE telegram_id = seal('account', 2001)") == [(0,)]


async def test_nobody_answered_and_a_screenshot_proves_it(caller: Actor, golden: Golden) -> None:
    await theatre.go_on(caller, until="Kiedy udało się")
    heard = len(caller.person.transcript().splitlines())
    await caller.tap("Wcale", sees="Zrób zrzut ekranu")
    await caller.write("nie mam jak", sees=theatre.asks)
    await caller.photographs(sees="Mam 1 zdjęcie")
    await caller.tap("Gotowe", sees="na pochwałę")
    golden("nikt_nie_odebral", theatre.told(caller, since=heard))


async def test_the_checker_asks_for_a_correction_and_gets_it(empty: World, golden: Golden) -> None:
    await theatre.open_edition(empty, 1)
    (ola,) = await theatre.enrol(empty, [(["Rozmowy telefoniczne"], 1)])
    await theatre.approve_plan(empty)
    await ola.sees("Nowe zadanie")
    await theatre.carry_out(ola)
    heard = len(ola.person.transcript().splitlines())
    marek = empty.checker
    await marek.sees("Przyszło zgłoszenie")
    seen = await marek.write("/kontrola", sees="Do sprawdzenia: 1")
    await marek.tap(seen.buttons[0][0], sees="Wynik")
    await marek.tap("Zwróć do poprawy", sees="które pytania wrócą")
    await marek.tap("Zwróć całość", sees="Co poprawić w zgłoszeniu")
    await marek.write("Proszę dopisać kwotę opłaty <dokładnie>.", sees="wróciło do jurora")
    await ola.sees("z prośbą o poprawkę")
    await ola.tap("Popraw", sees="Wszystkie odpowiedzi")
    await ola.tap("Popraw odpowiedź", sees="Którą odpowiedź")
    await ola.tap("10", sees="Co usłyszałeś")
    await ola.write("Dwa dokumenty i opłata 17 zł za każdy.", sees="Wszystkie odpowiedzi")
    await ola.tap("Wyślij", sees="wysłane. Dziękuję")
    await marek.sees("Przyszło zgłoszenie")
    seen = await marek.write("/kontrola", sees="Do sprawdzenia: 1")
    await marek.tap(seen.buttons[0][0], sees="To 2. wersja")
    await marek.tap("Zatwierdź", sees="To było ostatnie")
    await ola.sees("sprawdzone i zatwierdzone")
    golden("poprawka_jurora", theatre.told(ola, since=heard))
    golden("poprawka_sprawdzajacego", theatre.told(marek))
    assert empty.ask(
        "SELECT round, verdict FROM verdicts JOIN audits ON audits.id = audit ORDER BY round"
    ) == [(1, "returned"), (2, "approved")]
