"""An entrant's appeal on a fact: entered, judged by another checker, counted by a freeze anew, told in the report."""

from __future__ import annotations

from datetime import timedelta

from bot.counting import contacts, counted
from storage import appeals, documents, journal, people, snapshots
from storage.database import Writing
from tests.bot.a_council import frozen, last
from tests.bot.office import CHECKER, OWNER, Heard, Office, to
from tests.reports.samples import read_back

OTHER = "O-12"


async def _another_checker(office: Office) -> None:
    async def act(tx: Writing) -> None:
        await people.enlist(tx, OTHER, 77, name="Tajne", language="pl", at=office.clock.at)
        await people.grant(tx, OTHER, ["checker"])

    await office.house.db.transact(act)


async def _entered(office: Office, *, question: str = "1") -> list[Heard]:
    """Beta's appeal about a question of its first contact."""
    shown = (await office.writes(OWNER, "/odwolania"))[-1]
    asked = (await office.taps(OWNER, shown, "Wpisz"))[-1]
    which = (await office.writes(OWNER, "beta", reply_to=asked.row))[-1]
    contacts = (await office.taps(OWNER, which, "Gmina Beta"))[-1]
    questions = (await office.taps(OWNER, contacts, ""))[-1]
    claim = (await office.taps(OWNER, questions, question))[-1]
    return await office.writes(OWNER, "Numer stał na <stronie>", reply_to=claim.row)


async def test_an_appeal_is_upheld_and_the_results_are_frozen_anew(office: Office) -> None:
    await frozen(office, bad=(2,))
    await _another_checker(office)
    office.clock.at += timedelta(hours=1)
    heard = await _entered(office)
    assert to(heard, OWNER)[0].startswith("Odwołanie 1 zapisane.")
    assert last(heard, OTHER).startswith("Odwołanie 1 (")

    assert "do rozpatrzenia" not in (await office.writes(CHECKER, "/panel"))[-1].text
    assert "• 1 odwołanie do rozpatrzenia" in (await office.writes(OTHER, "/panel"))[-1].text
    assert "• Wyniki są zamrożone. Nagrody" in (await office.writes(OWNER, "/panel"))[-1].text
    shown = (await office.writes(CHECKER, "/odwolania"))[-1]
    assert "Rozpatrz 1" not in shown.buttons
    refused = await office.taps_data(CHECKER, "wk:1")
    assert last(refused, CHECKER).startswith("Ten kontakt jest Twoją decyzją")
    shown = (await office.writes(OTHER, "/odwolania"))[-1]
    card = (await office.taps(OTHER, shown, "Rozpatrz 1"))[-1]
    assert "<blockquote>Numer stał na &lt;stronie&gt;</blockquote>" in card.text
    done = await office.taps(OTHER, card, "Nie licz")
    assert last(done, OTHER).startswith("(zmiana) Odwołanie 1 uwzględnione.")
    late = await office.taps(OTHER, card, "Oddal")
    assert last(late, OTHER) == "Odwołanie 1 ktoś już rozpatrzył: /odwolania"

    listed = (await office.writes(OWNER, "/odwolania"))[-1]
    proposed = (await office.taps(OWNER, listed, "Zamroź ponownie"))[-1]
    assert proposed.text.startswith("<b>Ponowne zamrożenie</b>: 1 uwzględnione odwołanie")
    before = await snapshots.newest(office.house.db.reading)
    anew = await office.taps(OWNER, proposed, "Zamroź ponownie")
    after = await snapshots.newest(office.house.db.reading)
    assert before is not None
    assert after is not None
    assert (before.id, after.id) == (1, 2)
    assert any("zamrożone ponownie (O-10, 1 odwołanie)" in text for text in to(anew, CHECKER))
    [entry] = await journal.entries(office.house.db.reading, 5, "edition.refreeze")
    assert (entry.subject, entry.details["before"]) == (after.digest, before.digest)

    await office.ticks()
    await office.taps(OWNER, (await office.writes(OWNER, "/nagrody"))[-1], "Przyznaj")
    await office.ticks()
    report = await documents.load(office.house.db.reading, "raport_0002_gmina-beta-syn.pdf")
    assert report is not None
    assert "odwołanieuwzględniono,pytanianieliczono." in "".join(read_back(report.bytes))


async def test_a_closed_question_may_be_corrected_to_another_answer(office: Office) -> None:
    await frozen(office, bad=(2,))
    before = await contacts(office.house.db.reading, office.house.rules)
    await _another_checker(office)
    tried = 1
    while True:
        await _entered(office, question=str(tried))
        card = (
            await office.taps(OTHER, (await office.writes(OTHER, "/odwolania"))[-1], f"Rozpatrz {tried}")
        )[-1]
        if corrections := [label for label in card.buttons if label.startswith("Powinno być")]:
            break
        tried += 1

    await office.taps(OTHER, card, corrections[0])

    [found] = [one for one in await appeals.everything(office.house.db.reading) if one.verdict]
    assert found.verdict == "upheld"
    assert found.correction
    # What is remembered of a contact is not what an appeal has made of it.
    after = await contacts(office.house.db.reading, office.house.rules)
    assert after == [one.contact for one in await counted(office.house.db.reading, office.house.rules)]
    assert after != before


async def test_appeals_are_taken_for_a_week_and_not_once_awards_are_granted(office: Office) -> None:
    await frozen(office)
    shown = (await office.writes(OWNER, "/odwolania"))[-1]
    assert "Przyjmowane do: pt. 27 listopada, 20:30" in shown.text
    await office.taps(OWNER, (await office.writes(OWNER, "/nagrody"))[-1], "Przyznaj")
    assert last(await office.taps(OWNER, shown, "Wpisz"), OWNER).startswith("Nagrody są już przyznane")

    office.clock.at += timedelta(days=7)
    assert last(await office.taps(OWNER, shown, "Wpisz"), OWNER).startswith(
        "Odwołań teraz się nie przyjmuje."
    )


async def test_nothing_is_published_while_an_appeal_waits(office: Office) -> None:
    await frozen(office)
    await _entered(office)

    assert last(await office.writes(OWNER, "/publikuj"), OWNER) == "Czeka jeszcze 1 odwołanie: /odwolania"


async def test_the_same_answer_is_appealed_against_once(office: Office) -> None:
    await frozen(office)
    await _entered(office)

    assert last(await _entered(office), OWNER).startswith("To pytanie ma już odwołanie 1")
