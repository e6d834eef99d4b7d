"""What a juror tells when registering, and what is kept of it."""

from __future__ import annotations

import pytest

from bot.house import Turn
from bot.juror import registration
from storage import jurors, people
from storage.database import Writing
from tests.bot.office import Heard, Office

NEW = "J-30"


async def _newcomer(office: Office) -> Heard:
    async def act(tx: Writing) -> None:
        await people.enlist(tx, NEW, 300, name="", language="pl", at=office.clock.at)
        await people.grant(tx, NEW, ["juror"])
        await jurors.begin(tx, NEW)
        person = await people.find(tx, NEW)
        assert person is not None
        await registration.begin(Turn(office.house, tx, person, office.clock.at, "begin"))

    await office.house.db.transact(act)
    return (await office._new())[-1]


async def _registers(office: Office, channel: str, home: str | None) -> list[str]:
    """Everything that is asked and told after the channels."""
    shown = await _newcomer(office)
    for label in ("Tak", "☐ mazowieckie", "Gotowe", f"☐ {channel}", "Gotowe"):
        shown = [one for one in await office.taps(NEW, shown, label) if one.buttons][-1]
    heard = [shown]
    if home is not None:
        heard += await (office.writes(NEW, home) if home else office.taps(NEW, shown, "Pomiń"))
    heard += await office.writes(NEW, "3")
    for label in ("Pomiń", "Wyślij"):
        heard += await office.taps(NEW, [one for one in heard if one.buttons][-1], label)
    return [one.text for one in heard]


@pytest.mark.parametrize(
    ("said", "kept"), [("Legionowo", "Legionowo"), ("", ""), ("ul. Długa 7, Legionowo", "")]
)
async def test_who_visits_may_say_where_from_but_no_address(office: Office, said: str, kept: str) -> None:
    told = await _registers(office, "Wizyty", said)

    juror = await jurors.find(office.house.db.reading, NEW)
    assert juror is not None
    assert (juror.state, juror.channels, juror.capacity, juror.home) == ("active", ("wizyta",), 3, kept)
    assert "Skąd wyruszasz na wizyty?" in told[0]
    refused = any("nie zapisałem, bo wygląda na adres" in text for text in told)
    assert refused == (bool(said) and not kept)


async def test_who_visits_nobody_is_not_asked_where_from(office: Office) -> None:
    told = await _registers(office, "Strony internetowe", None)

    assert not any("Skąd wyruszasz" in text for text in told)
