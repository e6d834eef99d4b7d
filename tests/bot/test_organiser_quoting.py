"""Words of jurors go to a report only after a checker's yes, without what could tell who somebody is."""

from __future__ import annotations

from bot.organiser import worded
from contest.answers import Written
from contest.entrants import Entrant
from reports.comparison import Words
from storage import audits, edition, quotes
from storage.audits import Audit
from tests.bot.office import CHECKER, OWNER, Heard, Office, to

GMINA = Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="mazowieckie", population=21554)
PRAISE = "Pani Anna Nowak z pokoju 12 pomogła & oddzwoniła z 22 123 45 67."


async def _texts(office: Office) -> tuple[Audit, Heard]:
    await office.has(GMINA)
    await office.joins("J-20")
    [task] = [one for one in await office.plans() if one.channel == "telefon"]
    await office.submits(task, mocne=Written(PRAISE), poprawa=Written("Krótsza kolejka."))
    audit = await audits.newest_of(office.house.db.reading, task.id)
    assert audit is not None
    card = (await office.taps_data(CHECKER, f"c:{audit.id}"))[-1]
    return audit, (await office.taps(CHECKER, card, "Teksty"))[-1]


async def _released(office: Office, audit: Audit) -> dict[str, bool]:
    return {one.question: one.released for one in await quotes.of_audit(office.house.db.reading, audit.id)}


async def test_names_and_numbers_are_hidden_before_anybody_asks(office: Office) -> None:
    audit, shown = await _texts(office)
    assert "<blockquote>Pani […] z pokoju 12 pomogła &amp; oddzwoniła z […].</blockquote>" in shown.text
    assert "– poza raportem" in shown.text
    assert "Co mogło Cię zdradzić" not in shown.text  # private
    assert next(iter(shown.buttons)) == "Dopuść wszystkie"
    assert await _released(office, audit) == {}


async def test_one_tap_releases_and_the_submission_stays_as_it_was(office: Office) -> None:
    audit, shown = await _texts(office)
    after = (await office.taps(CHECKER, shown, "Dopuść wszystkie"))[-1]
    assert "– poza raportem" not in after.text
    assert set((await _released(office, audit)).values()) == {True}
    assert await audits.find(office.house.db.reading, audit.id) == audit
    back = (await office.taps(CHECKER, after, "Wycofaj 2"))[-1]
    assert back.text.count("– <b>w raporcie</b>") == after.text.count("– <b>w raporcie</b>") - 1
    assert (await _released(office, audit))["mocne"] is False


async def test_a_reply_hides_more_and_a_tap_shows_all(office: Office) -> None:
    audit, shown = await _texts(office)
    more = (await office.writes(CHECKER, "pokoju 12", reply_to=shown.row))[-1]
    assert "Pani […] z […] pomogła" in more.text
    every = (await office.taps(CHECKER, more, "Pokaż całe 2"))[-1]
    assert "Pani Anna Nowak z pokoju 12" in every.text
    assert (await _released(office, audit))["mocne"] is True
    assert to(await office.writes(CHECKER, "okno", reply_to=more.row), CHECKER) == [
        "Nie ma takiego fragmentu: „okno”. Przepisz go dokładnie z tekstu zgłoszenia."
    ]


async def test_only_released_words_of_what_counts_reach_the_report(office: Office) -> None:
    audit, shown = await _texts(office)
    await office.taps(CHECKER, shown, "Dopuść 2")
    assert await worded.words(office.house.db.reading, office.house.rules) == {}
    await office.taps_data(CHECKER, f"cy:{audit.id}")
    [quoted] = (await worded.words(office.house.db.reading, office.house.rules)).values()
    question = "Co zasługuje na pochwałę?"
    assert quoted == (Words("Telefon", question, "Pani […] z pokoju 12 pomogła & oddzwoniła z […]."),)


async def test_what_is_frozen_is_quoted_as_it_was_then(office: Office) -> None:
    audit, shown = await _texts(office)
    await office.house.db.transact(lambda tx: edition.advance(tx, "checking", OWNER, office.clock.at))
    await office.house.db.transact(lambda tx: edition.advance(tx, "frozen", OWNER, office.clock.at))
    refusal = ["Wyniki są już zamrożone, więc nic się w nich nie zmieni."]
    assert to(await office.taps(CHECKER, shown, "Dopuść 2"), CHECKER) == refusal
    assert to(await office.writes(CHECKER, "pokoju 12", reply_to=shown.row), CHECKER) == refusal
    assert await _released(office, audit) == {}
