"""A plan leaves in waves, is changed by hand, heals what fell out, and goes on to a second round."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.house import Asked, House
from bot.organiser import plan
from contest.assignment import Act, State, move
from contest.entrants import Entrant
from contest.planning.rules import Rules
from storage import assignments, jurors, people, plans, recusals
from storage.assignments import Assignment
from tests.bot.office import OWNER, Heard, Office, to
from tests.bot.test_certainty import collected

GMINA = Entrant(0, "Gmina Wieliszew", "gmina_wiejska", voivodeship="mazowieckie", population=21554)
OTHER = Entrant(0, "Gmina Jabłonna", "gmina_wiejska", voivodeship="mazowieckie", population=20000)


def _with(office: Office, rules: Rules) -> House:
    shipped = office.house.rules
    settings = shipped.settings.model_copy(update={"planning": rules})
    return replace(office.house, rules=replace(shipped, settings=settings))


async def _offered(office: Office) -> list[Assignment]:
    return await assignments.in_state(office.house.db.reading, {State.OFFERED})


async def _plan(office: Office) -> Heard:
    return (await office.writes(OWNER, "/przydzial"))[-1]


async def _in_waves(office: Office) -> list[Heard]:
    """Five contacts of one juror, two at once; the plan is approved."""
    office.house = _with(office, Rules(visible_contacts=50, contacts=50, jurors=1, wave=2, wave_hours=24))
    await office.has(GMINA)
    await office.joins("J-20")
    return await office.taps(OWNER, await _plan(office), "Zatwierdź")


async def test_a_plan_leaves_in_waves_and_what_waits_is_not_planned_again(office: Office) -> None:
    heard = await _in_waves(office)
    assert to(heard, OWNER)[-1].splitlines() == [
        "Wysłałem 2 propozycje. Jurorzy: 1.",
        "Zaczyna się zbieranie ocen.",
        "Na kolejne fale (2) czeka: 3. Następna: wt. 6 października, 11:00.",
    ]
    assert len(await _offered(office)) == 2
    again = await _plan(office)
    assert again.text.splitlines()[-1] == "Już zatwierdzone, czekają na swoją falę: 3."

    office.clock.at += timedelta(days=1)
    heard = await office.ticks()
    assert "Fala 2: wysłałem 2 propozycje.\nCzeka na kolejne fale: 1." in to(heard, OWNER)
    office.clock.at += timedelta(days=1)
    assert "Fala 3: wysłałem 1 propozycję." in to(await office.ticks(), OWNER)
    assert await plans.waiting(office.house.db.reading) == []


async def test_a_juror_who_left_is_left_out_of_a_later_wave(office: Office) -> None:
    await _in_waves(office)
    await office.house.db.transact(lambda tx: jurors.remove(tx, "J-20"))
    office.clock.at += timedelta(days=1)
    told = to(await office.ticks(), OWNER)
    assert (
        "Fala 2: nie wysłałem żadnej propozycji.\n• juror przestał być dostępny – 2\n"
        "Te kontakty są znów do przydzielenia: /przydzial\nCzeka na kolejne fale: 1."
    ) in told


async def test_waves_are_stopped_once_and_their_contacts_are_open_again(office: Office) -> None:
    shown = (await _in_waves(office))[-1]
    heard = await office.taps(OWNER, shown, "Zatrzymaj")
    assert to(heard, OWNER)[-1] == "Zatrzymane. 3 kontakty wracają do przydziału."
    heard = await office.taps(OWNER, shown, "Zatrzymaj")
    assert to(heard, OWNER) == ["W tym planie nic już nie czeka na swoją falę."]
    assert "3 zadania z 3 możliwych" in (await _plan(office)).text
    office.clock.at += timedelta(days=1)
    assert not any("Fala" in text for text in to(await office.ticks(), OWNER))


async def test_a_wave_after_the_end_of_collecting_does_not_leave(office: Office) -> None:
    await _in_waves(office)
    office.clock.at = datetime(2026, 11, 20, 19, 30, tzinfo=UTC)
    told = to(await office.ticks(), OWNER)
    assert "Fala nie wyszła, bo zbieranie ocen jest zakończone. Kontakty bez jurora: 2." in "\n".join(told)


async def _two_jurors(office: Office) -> Heard:
    await office.has(GMINA)
    await office.joins("J-20")
    await office.joins("J-21")
    return await _plan(office)


async def test_a_contact_is_swapped_and_the_plan_counted_anew(office: Office) -> None:
    shown = await _two_jurors(office)
    table = (await office.taps(OWNER, shown, "Zmień ręcznie"))[-1]
    assert sorted(table.buttons)[:2] == ["J-20 · 3", "J-21 · 2"] or sorted(table.buttons)[:2] == [
        "J-20 · 2",
        "J-21 · 3",
    ]
    [found] = await office.writes(OWNER, "wieliszew", reply_to=table.row)
    contact = (await office.taps(OWNER, found, next(label for label in found.buttons if "Telefon" in label)))[
        -1
    ]
    was = contact.text.splitlines()[1].removeprefix("Telefon · ")
    other = "J-21" if was == "J-20" else "J-20"
    swapped = (await office.taps(OWNER, contact, other))[-1]
    assert f"{other} wybrany ręcznie." in swapped.text

    refused = await office.taps(OWNER, shown, "Zatwierdź")
    assert "• zmienione ręcznie – 1" in to(refused, OWNER)[-1]
    again = await _plan(office)
    await office.taps(OWNER, again, "Zatwierdź")
    [call] = [one for one in await _offered(office) if one.channel == "telefon"]
    assert call.juror == other
    assert await plans.wishes(office.house.db.reading) == []


async def test_after_changes_the_rest_of_the_plan_stays_as_it_was(office: Office) -> None:
    shown = await _two_jurors(office)
    table = (await office.taps(OWNER, shown, "Zmień ręcznie"))[-1]
    [found] = await office.writes(OWNER, "wieliszew", reply_to=table.row)
    before = {label.split(" · ")[1]: label.split(" · ")[2] for label in found.buttons if " · " in label}
    contact = (await office.taps(OWNER, found, next(label for label in found.buttons if "E-mail" in label)))[
        -1
    ]
    out = (await office.taps(OWNER, contact, "Pomiń kontakt"))[-1]
    assert "Pominięty ręcznie: nikt tego nie dostanie." in out.text
    again = (await office.taps(OWNER, out, "Przelicz"))[-1]
    assert "4 zadania z 4 możliwych" in again.text
    assert "Kontakty pominięte ręcznie: 1." in again.text
    await office.taps(OWNER, again, "Zatwierdź")
    given = {office.house.rules.channel_name(one.channel): one.juror for one in await _offered(office)}
    assert given == {channel: code for channel, code in before.items() if channel != "E-mail"}

    gone = await office.taps(OWNER, out, "Przelicz")
    assert "nieaktualna" in to(gone, OWNER)[0]


async def test_a_juror_left_out_gets_nothing_until_counted_on_again(office: Office) -> None:
    shown = await _two_jurors(office)
    table = (await office.taps(OWNER, shown, "Zmień ręcznie"))[-1]
    juror = (await office.taps(OWNER, table, "J-20"))[-1]
    out = (await office.taps(OWNER, juror, "Pomiń jurora"))[-1]
    assert "Pominięty w planach." in out.text
    again = (await office.taps(OWNER, out, "Przelicz"))[-1]
    assert "1 juror pominięty ręcznie: J-20." in again.text
    table = (await office.taps(OWNER, again, "Zmień ręcznie"))[-1]
    assert {label for label in table.buttons if label.startswith("J-")} == {"J-21 · 5"}
    table = (await office.taps(OWNER, table, "Cofnij wszystkie"))[-1]
    assert await plans.benched(office.house.db.reading) == frozenset()


async def test_a_home_makes_the_way_to_a_visit_known(office: Office) -> None:
    near = replace(GMINA, powiat="legionowski", town="Wieliszew")
    await office.has(near)
    await office.joins("J-20")
    table = (await office.taps(OWNER, await _plan(office), "Zmień ręcznie"))[-1]
    juror = (await office.taps(OWNER, table, "J-20"))[-1]
    [prompt] = await office.taps(OWNER, juror, "Skąd jeździ")
    refused = await office.writes(OWNER, "ul. Długa 5", reply_to=prompt.row)
    assert to(refused, OWNER)[0].startswith("Wpisz samą miejscowość albo powiat")
    heard = await office.writes(OWNER, "Wieliszew", reply_to=prompt.row)
    assert to(heard, OWNER) == ["Zapisane. J-20: następny plan policzy drogę na wizyty."]

    asked = Asked((await people.everybody(office.house.db.reading))[-1], "", "u:1")
    made = await plan.prepare(office.house, asked)
    assert made.made is not None
    assert (made.made.quality.visits, made.made.quality.travel_mean) == (1, 3.0)
    assert (
        "• dojazdy na wizyty: średnio 3 km, najdalej 3 km (wizyt o znanej odległości: 1)"
        in (await _plan(office)).text
    )


async def test_a_pinned_contact_stays_and_a_search_for_nothing_is_answered(office: Office) -> None:
    shown = await _two_jurors(office)
    table = (await office.taps(OWNER, shown, "Zmień ręcznie"))[-1]
    assert to(await office.writes(OWNER, "Kraków", reply_to=table.row), OWNER) == [
        "W tym planie nie ma uczestnika ani jurora „Kraków”."
    ]
    [found] = await office.writes(OWNER, "J-20", reply_to=table.row)
    contact = (await office.taps(OWNER, found, "Gmina"))[-1]
    held = (await office.taps(OWNER, contact, "Przypnij"))[-1]
    assert "J-20 przypięty: zostanie przy tym kontakcie." in held.text
    loose = (await office.taps(OWNER, held, "Cofnij wybór"))[-1]
    assert "Juror wybrany automatycznie." in loose.text


async def test_what_fell_out_is_told_and_planned_again(office: Office) -> None:
    await office.has(GMINA)
    await office.joins("J-20")
    task = (await office.plans())[0]
    at = office.clock.at
    to_state = move(task.state, Act.DECLINE)
    await office.house.db.transact(
        lambda tx: assignments.change(
            tx, task.id, frm=task.state, to=to_state, reason="time", by="J-20", at=at
        )
    )
    await office.joins("J-21")
    text = (await _plan(office)).text
    assert "1 zadanie z 1 możliwych" in text
    assert "W tym wraca do przydziału po rezygnacji lub terminie: 1." in text


async def test_doubles_are_marked_as_such(office: Office) -> None:
    office.house = _with(office, Rules(doubles=50))
    await office.has(GMINA)
    for number in range(20, 26):
        await office.joins(f"J-{number}")
    made = await office.plans()
    assert {(one.aim, one.number) for one in made} == {("planned", 1), ("double", 2)}


async def test_a_visit_is_found_whatever_the_letters_of_its_voivodeship(office: Office) -> None:
    await office.has(Entrant(0, "Miasto Łódź", "gmina_miejska", voivodeship="Łódzkie", population=600_000))
    await office.joins("J-20", regions=("łódzkie",))
    assert "5 zadań z 5 możliwych" in (await _plan(office)).text


async def test_a_planner_with_an_interest_neither_plans_nor_counts_the_entrant(office: Office) -> None:
    await office.has(GMINA, OTHER)
    await office.joins("J-20")
    await office.house.db.transact(
        lambda tx: recusals.declare(tx, OWNER, 1, "rodzina", by=OWNER, at=office.clock.at)
    )
    shown = await _plan(office)
    assert "5 zadań z 5 możliwych" in shown.text
    table = (await office.taps(OWNER, shown, "Zmień ręcznie"))[-1]
    assert to(await office.writes(OWNER, "Wieliszew", reply_to=table.row), OWNER)[0].startswith(
        "W tym planie nie ma"
    )
    await office.taps(OWNER, shown, "Zatwierdź")
    assert {one.entrant for one in await _offered(office)} == {2}


async def test_a_large_plan_says_that_it_is_being_made(office: Office) -> None:
    await office.has(*(replace(GMINA, name=f"Gmina nr {n}") for n in range(170)))
    await office.joins("J-20")
    heard = to(await office.writes(OWNER, "/przydzial"), OWNER)
    assert heard[0] == "Układam plan: 850 kontaktów, 1 juror. To może potrwać kilkanaście sekund."
    assert heard[1] == "(zmiana) Plan jest gotowy."
    assert heard[2].startswith("<b>Propozycja przydziału</b>: 30 zadań z 850")


async def test_a_second_round_sends_others_where_awards_are_in_doubt_and_never_twice(office: Office) -> None:
    await collected(office)
    met = await jurors.met_map(office.house.db.reading)
    await office.joins("J-30")
    before = await _plan(office)
    assert "Druga runda mogłaby rozstrzygnąć niepewne nagrody. Dodatkowe kontakty: " in before.text
    shown = (await office.taps(OWNER, before, "Druga runda"))[-1]
    assert shown.text.startswith("<b>Druga runda</b>: ")
    heard = await office.taps(OWNER, shown, "Zatwierdź")
    assert to(heard, OWNER)[-1].startswith("Wysłałem ")

    further = [one for one in await _offered(office) if one.aim == "further"]
    assert further != []
    assert all(one.number > 1 for one in further)
    assert not any(one.entrant in met.get(one.juror, ()) for one in further)
    possible = _possible(shown.text)
    assert len(further) <= possible
    again = (await office.taps_data(OWNER, "l2"))[-1]
    assert _possible(again.text) == possible - len(further)


def _possible(text: str) -> int:
    """How many further contacts a plan of the second round is asked for."""
    found = re.search(r"z (\d+) możliwych", text)
    return int(found[1]) if found else 0
