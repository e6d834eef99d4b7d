"""A checker doubts a submission: flags, the texts for the report, a second opinion, and the decision between the two."""

from __future__ import annotations

import pytest

from tests.stories import theatre
from tests.stories.theatre import Golden, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]


async def test_a_second_opinion_decides(empty: World, golden: Golden) -> None:
    await theatre.open_edition(empty, 1)
    (ola,) = await theatre.enrol(empty, [(["Rozmowy telefoniczne"], 1)])
    await theatre.approve_plan(empty)
    await ola.sees("Nowe zadanie")
    await theatre.carry_out(ola)
    (jan,) = await theatre.enrol(empty, [(["Rozmowy telefoniczne"], 1)])

    marek = empty.checker
    await marek.sees("Przyszło zgłoszenie")
    seen = await marek.write("/kontrola", sees="Do sprawdzenia: 1")
    await marek.tap(seen.buttons[0][0], sees="Warto obejrzeć")
    await marek.tap("Druga opinia", sees="Kto ma powtórzyć kontakt")
    await marek.tap("J-", sees="druga opinia o")
    await jan.sees("Nowe zadanie")
    await theatre.carry_out(jan)
    await marek.sees("Przyszła opinia")
    seen = await marek.write("/kontrola", sees="Do sprawdzenia: 2")
    await marek.tap(seen.buttons[0][0], sees="Jest druga opinia")
    await marek.tap("Porównaj opinie", sees="2 opinie")
    await marek.tap("Liczy się 2", sees="To było ostatnie")
    await ola.sees("nie wejdzie do wyniku")
    await jan.sees("sprawdzone i zatwierdzone")
    golden("druga_opinia", theatre.told(marek))
    assert empty.ask("SELECT number, state, aim FROM assignments WHERE state <> 'cancelled' ORDER BY id") == [
        (1, "excluded", "planned"),
        (1, "approved", "planned"),
    ]
