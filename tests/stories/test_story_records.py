"""The list of entrants over a week of an organiser's life: changed by files and by hand, always shown first."""

from __future__ import annotations

import re

import pytest

from tests.stories import theatre
from tests.stories.theatre import Actor, Golden, World

pytestmark = [pytest.mark.story, pytest.mark.asyncio(loop_scope="session")]

HEAD = "nazwa;rodzaj;województwo;teryt;ludność;telefon\n"
ALFA = "Gmina Żółkiewka;gmina wiejska;lubelskie;0606112;5123;84 683 10 01\n"
BETA = "Gmina Łęczna;gmina miejsko-wiejska;lubelskie;0610023;22800;\n"
GAMMA = "Gmina Krasnystaw;gmina wiejska;lubelskie;0606062;8500;\n"


async def _sends(actor: Actor, data: str, name: str, *, sees: str) -> None:
    actor.person.unread()
    await actor.person.send_document(data.encode(), name, mime="text/csv")
    await actor.sees(sees)


def _unnumbered(told: str) -> str:
    """Without the numbers of versions, which grow with every edition that we ship."""
    return re.sub(r"(?<=[@v])\d+|(?<=wersj[iaę] )\d+", "0", told)


async def test_a_list_is_kept_by_files_and_by_hand(empty: World, golden: Golden) -> None:
    owner = empty.owner
    await owner.write("/start", sees="/panel")
    await _sends(owner, HEAD + ALFA + BETA + GAMMA, "lista.csv", sees="Nowi: 3")
    await owner.tap("Importuj", sees="Razem na liście: 3")
    since = len(owner.person.transcript().splitlines())

    changed = ALFA.replace("84 683 10 01", "84 683 00 00")
    await _sends(owner, HEAD + changed + BETA, "lista-2.csv", sees="Nie ma w pliku")
    await owner.tap("Importuj", sees="Zmienieni: 1")
    await owner.tap("Wycofaj 1", sees="Dlaczego")
    await owner.tap("rezygnacja", sees="Wycofanie, powód")
    await owner.tap("Wycofaj", sees="Wycofani: 1")

    await owner.write("/uczestnicy zolkiewka", sees="Gmina Żółkiewka")
    await owner.tap("Popraw", sees="co poprawić")
    await owner.tap("forma po", sees="dla kogo jest dyplom")
    await owner.write("dla Gminy Żółkiewka", sees="forma po „dla”: Gminy Żółkiewka")

    await owner.write("/uczestnicy krasnystaw", sees="Wycofany: rezygnacja")
    await owner.tap("Przywróć", sees="znów bierze udział")
    golden("kartoteka", theatre.told(owner, since=since))
    assert empty.ask("SELECT name, genitive, withdrawn FROM entrants ORDER BY id") == [
        ("Gmina Żółkiewka", "Gminy Żółkiewka", ""),
        ("Gmina Łęczna", "", ""),
        ("Gmina Krasnystaw", "", ""),
    ]


async def test_a_checklist_sent_back_with_a_change_is_the_next_version_also_after_a_restart(
    empty: World, golden: Golden
) -> None:
    owner = empty.owner
    await owner.write("/start", sees="/panel")
    since = len(owner.person.transcript().splitlines())
    await owner.write("/uczestnicy", sees="Uczestnicy: 0")
    await owner.tap("Pliki", sees="Który plik")
    await owner.tap("telefon v", sees="obowiązująca wersja")
    text = owner.person.documents[-1].data.decode()
    changed = text.replace("[[sections]]", '[[sections]]\nintro = "Notuj od razu."', 1)
    await _sends(owner, changed, "telefon.toml", sees="telefon")
    seen = await owner.tap("Publikuj v", sees="obowiązuje wersja")
    following = int(seen.text.rpartition(" ")[2].rstrip("."))
    golden("publikacja_listy", _unnumbered(theatre.told(owner, since=since)))

    await empty.stage.quiet()
    await empty.stage.stop_bot()
    await empty.stage.start_bot()
    await owner.write("/uczestnicy", sees="Uczestnicy: 0")
    await owner.tap("Pliki", sees=lambda seen: f"telefon v{following}" in str(seen.buttons))
