"""What people do with a phone in one hand: taps twice, words instead of buttons, photos in the wrong place, second thoughts."""

from __future__ import annotations

import re
import signal
from datetime import datetime, timedelta

import pytest

from bot.demo.organisers import button
from tests.stories import theatre
from tests.stories.theatre import Actor, Golden, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]

HOUR = timedelta(hours=1)


class Reel:
    """One conversation cut into pieces, each a golden of its own."""

    def __init__(self, actor: Actor, golden: Golden) -> None:
        self._actor, self._golden = actor, golden
        self._since = self._now()

    def _now(self) -> int:
        return len(self._actor.person.transcript().splitlines())

    def starts(self) -> None:
        self._since = self._now()

    def cut(self, name: str) -> None:
        """What was said since the last cut."""
        self._golden(name, theatre.told(self._actor, since=self._since))
        self._since = self._now()


async def test_words_and_taps_and_photos_out_of_place(caller: Actor, shared: World, golden: Golden) -> None:
    await theatre.go_on(caller, until="ciągu 2 minut")
    reel = Reel(caller, golden)
    seen = caller.person.last
    first, second = caller.person.tap("Tak", seen), caller.person.tap("Tak", seen)
    assert (await first, await second) == ("Zapisane ✔", "Już zapisane ✔")
    await shared.stage.quiet()
    reel.cut("podwojne_stukniecie")
    await caller.write("/wstecz", sees="ciągu 2 minut")
    await caller.tap("Bez zmian", sees="Włącz stoper")
    await caller.tap("Pomiń", sees="porozmawiać z człowiekiem")
    reel.cut("wstecz_i_pomin")
    await caller.write("1", sees="w powitaniu")
    await caller.write("T", sees="się przedstawił")
    await caller.write("nie", sees="Ile razy")
    await caller.write("dwa", sees="Ile razy")
    await caller.write("2", sees="Czy uprzedzono")
    await caller.write("nd", sees="Na ile rozmówca")
    await caller.write("4/5", sees="Co usłyszałeś")
    reel.cut("napisane_zamiast_przyciskow")
    await caller.photographs(sees="Co usłyszałeś")
    reel.cut("zdjecie_przy_pytaniu_o_tekst")
    await caller.person.forward("Opłata 17 zł, dwa dokumenty.", author="Biuro prasowe")
    await caller.sees("Jaka była odpowiedź")
    reel.cut("przekazana_wiadomosc")
    await caller.write("/pomoc", sees="/zadania")
    await caller.write("/dalej", sees="Jaka była odpowiedź")
    reel.cut("pomoc_w_srodku")
    await caller.write("/pytanie Czy mogę zadzwonić jutro?", sees="Jaka była odpowiedź")
    await shared.owner.sees("Czy mogę zadzwonić jutro?")
    await shared.owner.tap("Odpowiedz", sees="Napisz odpowiedź dla")
    await shared.owner.write("Tak, do 15:00.", sees="Odpowiedź poszła")
    await caller.sees("Jest odpowiedź")
    await caller.tap("Pokaż odpowiedź", sees="Tak, do 15:00.")
    reel.cut("pytanie_do_organizatora")
    await caller.write("/zadania", sees="Masz 1 zadanie")
    await caller.tap("Szczegóły", sees="O co zapytać")
    await caller.tap("Do pytania", sees="Jaka była odpowiedź")
    reel.cut("szczegoly_w_srodku")
    await caller.write("/jezyk", sees="W jakim języku")
    await caller.tap("English", sees="I write in English")
    await caller.write("/jezyk", sees="Which language")
    await caller.tap("polski", sees="Piszę po polsku")
    reel.cut("zmiana_jezyka")
    await caller.write("/ukryj", sees="Chowam swoje wiadomości")
    await shared.stage.quiet()
    await caller.write("/dalej", sees="Jaka była odpowiedź")
    hidden = theatre.told(caller, since=reel._since)
    golden("ukryj", re.sub(r"(?:^x .*\n)+", "x …\n", hidden, flags=re.MULTILINE))
    reel.starts()
    caller.person.block()
    await shared.stage.quiet()
    caller.person.unblock()
    await caller.sees("Jaka była odpowiedź")
    reel.cut("zablokowany_i_z_powrotem")


async def test_an_album_of_proof_and_an_answer_that_changes_the_way(caller: Actor, golden: Golden) -> None:
    await theatre.go_on(caller, until="Kiedy udało się")
    reel = Reel(caller, golden)
    await caller.tap("Wcale", sees="Zrób zrzut ekranu")
    await caller.person.send_album([theatre.photo(40), theatre.photo(200)])
    await caller.sees("na pochwałę")
    reel.cut("album")
    await theatre.go_on(caller, until="Wszystkie odpowiedzi")
    reel.starts()
    await caller.tap("Popraw odpowiedź", sees=lambda seen: bool(button(seen, "Wróć do")))
    await caller.tap("4", sees="Kiedy udało się")
    await caller.tap("Za pierwszym", sees="w powitaniu")
    reel.cut("poprawka_odslania_pytania")


async def test_everything_about_oneself_and_then_nothing(
    caller: Actor, shared: World, golden: Golden
) -> None:
    await theatre.go_on(caller, until="ciągu 2 minut")
    reel = Reel(caller, golden)
    await caller.write("/moje_dane", sees="Twoje dane w formacie JSON")
    text = theatre.told(caller, since=reel._since)
    golden("moje_dane", re.sub(r"\d+", "7", text))
    reel.starts()
    await caller.write("/zapomnij", sees="Usunięcie Twoich danych")
    await caller.tap("Jednak zostaję", sees="Nic się nie zmieniło")
    await caller.write("/zapomnij", sees="Usunięcie Twoich danych")
    await caller.tap("Usuń moje dane", sees="Twoje dane są usunięte")
    reel.cut("zapomnij")


async def test_a_stop_in_the_middle_a_reminder_put_off_and_a_deadline_that_passes(
    empty: World, golden: Golden
) -> None:
    await theatre.open_edition(empty, 1)
    (ola,) = await theatre.enrol(empty, [(["Rozmowy telefoniczne", "Strony internetowe"], 2)])
    await theatre.approve_plan(empty)
    await ola.sees("Nowe zadanie")
    await ola.sees("Nowe zadanie")
    reel = Reel(ola, golden)
    call = await theatre.accept(ola)
    other = next(seen for seen in ola.person.chat if button(seen, "Pokaż szczegóły"))
    await ola.tap("Pokaż szczegóły", sees=lambda seen: bool(button(seen, "Przyjmuję")), on=other)
    await ola.tap("Przyjmuję", sees=lambda seen: bool(button(seen, "Zaczynam")))
    await theatre.begin(ola, next(seen for seen in ola.person.chat if seen.id == call.id))
    await ola.write("/zadania", sees="Masz 2 zadania")
    reel.cut("dwa_zadania")
    await ola.write("/dalej", sees="Poszukaj na komputerze")
    await empty.stage.quiet()
    before = ola.person.last
    assert await empty.stage.stop_bot(how=signal.SIGKILL) < 0
    await empty.stage.start_bot()
    reel.starts()
    answer = next(label for row in before.buttons for label in row)
    await ola.tap(answer, sees="✔ Szukam", on=before)
    reel.cut("po_zatrzymaniu_w_srodku")
    ((due,),) = empty.ask("SELECT min(due_at) FROM assignments")
    due_at = datetime.fromisoformat(str(due))
    await empty.until(due_at - timedelta(days=1) + HOUR)
    await ola.sees(" czeka. Termin:")
    await ola.tap("Przypomnij za 3 godz.", sees="odłożone. Przypomnę")
    reel.cut("odlozone_przypomnienie")
    await empty.until(due_at + HOUR)
    await ola.sees("Minął termin")
    await ola.write("tak", sees=lambda seen: not seen.mine)
    reel.cut("termin_minal_w_srodku")
