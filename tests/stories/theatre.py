"""The theatre of the stories: the real bot as a process, a local Telegram, people who write and tap, golden conversations.

A world is brought to a wanted state through the chat only. What takes many steps is prepared once and its data folder copied:
then the people are the same, their chats begin anew, and the numbers of messages and updates go on from far above.
"""

from __future__ import annotations

import asyncio
import io
import json
import re
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from PIL import Image

from bot.demo.organisers import button
from bot.demo.stage import CHECKER, EDITION, EWA, MAREK, OWNER, Enrolled, Stage, stage
from bot.sandbox.people import Person
from bot.sandbox.state import Seen
from bot.sandbox.window import Wanted
from storage import sealing
from tests.stories import manners

GOLDEN = Path(__file__).parents[1] / "transcripts" / "rozmowy"
FIRST_JUROR = 2001
WAIT = 15.0
"""Seconds that a person in a story waits before saying what is on the screen instead."""
_AFRESH = 1000
"""Where the numbers of messages go on in a copied world, and millions of updates."""
_LINK = re.compile(r"start=([A-Za-z0-9_-]{16,64})")
NOTE = "Dokumenty, opłata 22 zł i termin, wszystko po kolei."


def one_story_a_channel(folder: Path) -> Path:
    """The shipped edition with a single cover story for each channel, so that a conversation reads the same each time."""
    shutil.copytree(EDITION, folder)
    file = folder / "scenariusze.toml"
    head, *stories = file.read_text("utf-8").split("[[scenarios]]")
    chosen: dict[str, str] = {}
    for story in stories:
        channel = re.search(r'channel\s*= "(\w+)"', story)
        assert channel is not None
        if not re.search(r"^kinds\s*=", story, re.MULTILINE):
            chosen.setdefault(channel[1], story)
    file.write_text("[[scenarios]]".join([head, *chosen.values()]), "utf-8")
    return folder


def photo(red: int = 120) -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), (red % 256, 90, 60)).save(out, "JPEG")
    return out.getvalue()


def table(many: int, *, town: str = "Wierzbowo") -> bytes:
    """So many libraries, as the file that an organiser would send."""
    rows = [
        f"Biblioteka Publiczna nr {n},biblioteka,mazowieckie,{town},+48 600 100 {n:03},b{n}@example.org"
        for n in range(1, many + 1)
    ]
    return "\n".join(["nazwa,rodzaj,wojewodztwo,miejscowosc,telefon,email", *rows, ""]).encode()


@dataclass
class Actor:
    """Somebody with a telephone: acts, and waits for what comes of it."""

    person: Person
    poor: bool = False  # what is thought of the institution in hand

    async def write(self, text: str, *, sees: Wanted, reply_to: Seen | None = None) -> Seen:
        self.person.unread()
        await self.person.write(text, reply_to=reply_to)
        return await self.sees(sees)

    async def tap(self, label: str, *, sees: Wanted, on: Seen | None = None) -> Seen:
        """Tap the newest button that begins so; over when what was to be seen is there, and the button waits no longer."""
        self.person.unread()
        press = self.person.tap(self._label(label, on), on)
        seen = await self.sees(sees)
        await press
        return seen

    async def photographs(self, *, sees: Wanted, red: int = 120) -> Seen:
        self.person.unread()
        await self.person.send_photo(photo(red))
        return await self.sees(sees)

    async def sees(self, wanted: Wanted) -> Seen:
        return await self.person.expect(wanted, WAIT)

    def _label(self, start: str, on: Seen | None) -> str:
        for seen in [on] if on is not None else reversed(self.person.chat):
            if found := button(seen, start):
                return found
        raise LookupError(f"no button {start!r} on the screen:\n{self.person.screen()}")


@dataclass
class World:
    """An edition that is being played."""

    stage: Stage
    owner: Actor
    checker: Actor
    jurors: list[Actor] = field(default_factory=list)
    taken: int = 0

    @property
    def database(self) -> Path:
        return self.stage.folder / "data" / "incognito.sqlite3"

    def stranger(self, number: int = 9001) -> Person:
        while number in self.stage.telegram.world.chats:
            number += 1
        return self.stage.telegram.person(number, first_name="Zofia")

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        """What the database holds, looked at from outside without touching it."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as db:
            key = sealing.read((self.database.parent / "tozsamosc.key").read_text())
            db.create_function("seal", 2, sealing.Seal(key).seal)
            found = db.execute(sql).fetchall()
        db.close()
        return found

    async def later(self, span: timedelta) -> None:
        """Time passes, and the bot does what is ripe."""
        self.stage.shift.forward(span)
        await self.stage.quiet(for_seconds=1.1)

    async def until(self, moment: datetime) -> None:
        await self.later(moment - self.stage.shift.clock.now())


@asynccontextmanager
async def world(
    folder: Path,
    edition: Path,
    *,
    like: Path | None = None,
    organisers: tuple[Enrolled, ...] = (EWA, MAREK),
    start: bool = True,
) -> AsyncIterator[World]:
    """The bot on a stage: an empty edition, or one that goes on from the prepared world in the folder `like`."""
    async with stage(folder, edition=edition, organisers=organisers, start=False) as on:
        many = 0
        if like is not None:
            shutil.copytree(like / "data", folder / "data")
            many = int((like / "jurors").read_text("utf-8"))
            on.telegram.world.queue._next_id += _AFRESH * 1_000_000
            on.shift.forward(timedelta(minutes=10))
        made = World(
            on,
            Actor(on.telegram.person(OWNER, first_name="Ewa")),
            Actor(on.telegram.person(CHECKER, first_name="Marek")),
            [Actor(on.telegram.person(FIRST_JUROR + n, first_name="Ola")) for n in range(many)],
        )
        if like is not None:
            for chat in on.telegram.world.chats.values():
                chat.member, chat.last_id = True, _AFRESH
        if start:
            await on.start_bot()
        yield made


async def keep(made: World, folder: Path) -> None:
    """Stop the bot and keep its data as a world to go on from."""
    await made.stage.stop_bot()
    folder.mkdir(parents=True)
    shutil.copytree(made.stage.folder / "data", folder / "data")
    (folder / "jurors").write_text(str(len(made.jurors)), "utf-8")


async def open_edition(made: World, entrants: int) -> None:
    """Both organisers are there, and a table of entrants is in."""
    await made.owner.write("/start", sees="/panel")
    await made.checker.write("/start", sees="/panel")
    made.owner.person.unread()
    await made.owner.person.send_document(table(entrants), "uczestnicy.csv", mime="text/csv")
    await made.owner.sees("Nowi: ")
    await made.owner.tap("Importuj", sees="Razem na liście")


async def invite(made: World, many: int = 1) -> list[str]:
    """Codes of fresh invitations for jurors."""
    return await codes(made.owner, f"/zapros {many}", many)


async def codes(host: Actor, command: str, many: int = 1) -> list[str]:
    """Codes of the invitations that a command gives."""
    host.person.unread()
    await host.person.write(command)
    found: list[str] = []
    while len(found) < many:
        found += _LINK.findall((await host.person.next(WAIT)).text)
    return found


async def enrol(made: World, plans: Sequence[tuple[Sequence[str], int]]) -> list[Actor]:
    """One new juror for each (channels, capacity), through the whole registration, all at the same time."""
    invitations = await invite(made, len(plans))
    first = FIRST_JUROR + len(made.jurors)
    fresh = [Actor(made.stage.telegram.person(first + n, first_name="Ola")) for n in range(len(plans))]
    made.jurors += fresh
    await asyncio.gather(
        *(
            register(juror, code, channels, capacity)
            for juror, code, (channels, capacity) in zip(fresh, invitations, plans, strict=True)
        )
    )
    return fresh


async def register(juror: Actor, code: str, channels: Sequence[str], capacity: int) -> None:
    """From the link to the thanks."""
    await juror.write(f"/start {code}", sees="Czy zgadzasz się")
    await juror.tap("Tak", sees="województwach")
    await choose(juror, ["mazowieckie"], then="zadania chcesz dostawać")
    if "Wizyty" in channels:
        await choose(juror, channels, then="Skąd wyruszasz")
        await juror.tap("Pomiń", sees="Ile zadań")
    else:
        await choose(juror, channels, then="Ile zadań")
    await juror.write(str(capacity), sees="bliski znajomy")
    await juror.tap("Pomiń", sees="Wszystkie odpowiedzi")
    await juror.tap("Wyślij", sees=_enrolled)


def _enrolled(seen: Seen) -> bool:
    return "To wszystko na początek" in seen.text or bool(button(seen, "Zacznij szkolenie"))


async def prepare(juror: Actor) -> Seen:
    """Everything that comes before the first assignment, from the invitation on the screen."""
    await juror.tap("Zacznij szkolenie", sees=asks)
    await go_on(juror, until="Wszystkie odpowiedzi")
    await juror.tap("Wyślij", sees="Szkolenie za Tobą")
    await juror.tap("Oceń przypadki", sees=asks)
    await go_on(juror, until="Wszystkie odpowiedzi")
    return await juror.tap("Wyślij", sees="Możesz już dostawać zadania")


async def choose(juror: Actor, labels: Iterable[str], *, then: Wanted) -> Seen:
    """Tick several and close."""
    for label in labels:
        await juror.tap(f"☐ {label}", sees=lambda seen, label=label: bool(button(seen, f"☑ {label}")))  # type: ignore[misc]
    return await juror.tap("Gotowe", sees=then)


async def approve_plan(made: World) -> Seen:
    """Propose who audits whom, and approve it."""
    await made.owner.write("/przydzial", sees=lambda seen: bool(button(seen, "Zatwierdź")))
    return await made.owner.tap("Zatwierdź", sees="Wysłałem")


# What a juror does with an offer.


async def take_on(juror: Actor) -> None:
    """The only assignment, from the list of /zadania to its first question."""
    await juror.write("/zadania", sees="Masz 1 zadanie")
    await accept(juror, by="")
    await begin(juror)


async def accept(juror: Actor, *, by: str = "Pokaż szczegóły") -> Seen:
    """From the offer on the screen, or the list of offers, to the accepted assignment with its cover story."""
    await juror.tap(by, sees=lambda seen: bool(button(seen, "Przyjmuję")))
    return await juror.tap("Przyjmuję", sees=lambda seen: bool(button(seen, "Zaczynam")))


async def begin(juror: Actor, accepted: Seen | None = None) -> Seen:
    """The first question of an accepted assignment, the newest if none is named."""
    return await juror.tap("Zaczynam", sees=asks, on=accepted)


def asks(seen: Seen) -> bool:
    """Something to answer: a question, a photo, the summary."""
    return bool(seen.buttons)


async def go_on(juror: Actor, *, until: str) -> Seen:
    """Answer whatever is asked, favourably, until the words come up."""
    seen = juror.person.last
    for _ in range(60):
        if until in seen.text or button(seen, until):
            return seen
        seen = await _answer(juror, seen)
    raise AssertionError(f"{until!r} never came:\n{juror.person.screen()}")


async def _answer(juror: Actor, seen: Seen) -> Seen:
    labels = [label for row in seen.buttons for label in row]
    ticks = [label for label in labels if label[0] in "☐☑"]
    steps = [label for label in labels if label.isdigit()]
    if "Wpisz liczbę" in seen.text:
        return await juror.write("1", sees=asks)
    if "Napisz odpowiedź" in seen.text:
        return (
            await juror.tap("Pomiń", sees=asks) if "Pomiń" in labels else await juror.write(NOTE, sees=asks)
        )
    if "Naciskaj w chwili" in seen.text:
        return await juror.write("40 s, z listy połączeń", sees=asks)
    if ticks and not any(label.startswith("☑") for label in ticks):
        return await juror.tap(ticks[0], sees=asks)
    if "Gotowe" in labels:
        return await juror.tap("Gotowe", sees=asks)
    if steps:
        return await juror.tap(steps[1 if juror.poor else -1], sees=asks)
    choices = [label for label in labels if label not in {"Wstecz", "Pomiń", "Nie dotyczy"}]
    if choices:
        return await juror.tap(choices[0], sees=asks)
    return await juror.photographs(sees=asks)


async def carry_out(juror: Actor) -> Seen:
    """Everything from the offer on the screen to the thanks after it is sent."""
    seen = await accept(juror)
    juror.poor = "nr 3" in seen.text
    await begin(juror, seen)
    await go_on(juror, until="Wszystkie odpowiedzi")
    return await juror.tap("Wyślij", sees="wysłane. Dziękuję")


async def carry_out_all(juror: Actor) -> int:
    """One offer after the other; how many there were."""
    count = 0
    while any(button(seen, "Pokaż szczegóły") for seen in juror.person.chat):
        await carry_out(juror)
        count += 1
    return count


async def approve_all(made: World) -> int:
    """The checker approves everything that waits; how many there were."""
    seen = await made.checker.write(
        "/kontrola", sees=lambda s: "Do sprawdzenia" in s.text or "Nic teraz" in s.text
    )
    count = 0
    label = next((label for row in seen.buttons for label in row), "")
    while label:
        await made.checker.tap(label, sees=lambda s: bool(button(s, "Zatwierdź")), on=seen)
        seen = await made.checker.tap("Zatwierdź", sees="zatwierdzone")
        count += 1
        label = button(seen, "Następne")
    return count


# Golden conversations.

NORMAL: Mapping[str, str] = {
    # comes minutes after the last of them was ready, which is in another moment of the story on every machine
    r"< \d+ now(?:i jurorzy są gotowi|ych jurorów jest gotowych) do pracy: [^\n]*\n< Przydział: /przydzial\n": "",
    r"padła w \d+ s po poprzedniej": "padła w niecałą sekundę po poprzedniej",
    r"\(\d+ min\)": "(0 min)",
    r"wpis \d+, pieczęć [0-9a-f]+": "wpis …, pieczęć …",
    r"start=[A-Za-z0-9_-]{16,64}": "start=KOD",
    r"/start [A-Za-z0-9_-]{16,64}": "/start KOD",
    r"\b([JOE])-\d+": r"\1-00",
    r"\b\d+/[A-ZŁŚŻ][a-ząćęłńóśźż]+": "7/Jodła",
    r"\bnr \d+": "nr 1",
    r"\+48 600 100 \d{3}": "+48 600 100 001",
    r"(?:pon|wt|śr|czw|pt|sob|niedz)\. \d+ \w+, \d\d:\d\d": "pon. 5 października, 12:00",
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ [A-Z][a-z]+, \d\d:\d\d": "Mon 5 October, 12:00",
    r"\bdo \d+ (?:stycznia|października|listopada|grudnia)\b": "do 5 października",
    r"(?:[0-9a-f]{8} ){7}[0-9a-f]{8}": "0a1b2c3d …",
    r"ziarno losowania \d+": "ziarno losowania 7",
    r"od \d\d:\d\d do \d\d:\d\d": "od 10:00 do 12:00",
    r"Wiadomości \d+ nie": "Wiadomości 700000001 nie",
}


def told(actor: Actor, *, since: int = 0, normal: Mapping[str, str] = NORMAL) -> str:
    """The conversation so far, with whatever differs from run to run (the patterns of `normal`) made the same."""
    if actor.person.id >= FIRST_JUROR:
        _mannerly(actor)
    text = "".join(f"{line}\n" for line in actor.person.transcript().splitlines()[since:])
    for pattern, instead in normal.items():
        text = re.sub(pattern, instead, text)
    return text


def _mannerly(actor: Actor) -> None:
    """Nothing that the bot has said so far was too long."""
    for happening in actor.person.history:
        seen = happening.seen
        if happening.what in ("said", "edited") and seen is not None and not seen.mine:
            units = seen.text.encode("utf-16-le")
            folds = [one for one in seen.entities if one["type"] == "expandable_blockquote"]
            spans = [(int(str(one["offset"])), int(str(one["length"]))) for one in folds]
            quotes = [units[2 * at : 2 * (at + length)].decode("utf-16-le") for at, length in spans]
            assert list(manners.shaped(seen.text, quotes)) == [], seen.text


@dataclass(frozen=True, slots=True)
class Golden:
    """Compares a conversation with the one that is kept; `--rewrite` keeps the new one instead."""

    rewrite: bool

    def __call__(self, name: str, conversation: str) -> None:
        file = GOLDEN / f"{name}.txt"
        if self.rewrite:
            file.write_text(conversation, "utf-8")
        assert conversation == file.read_text("utf-8")


@dataclass
class Chronicle:
    """A long story, kept piece by piece: each is what somebody's chat has had since the last piece of it."""

    golden: Golden
    _ends: dict[int, int] = field(default_factory=dict)

    def keep(self, name: str, actor: Actor, *, normal: Mapping[str, str] = NORMAL) -> None:
        """The chat so far, under a name of its own."""
        self.golden(name, told(actor, since=self._ends.get(actor.person.id, 0), normal=normal))
        self.leave_out(actor)

    def leave_out(self, actor: Actor) -> None:
        """What is in the chat so far belongs to no piece."""
        self._ends[actor.person.id] = len(actor.person.transcript().splitlines())


def update_ids(made: World) -> list[int]:
    """All updates that the bot has ever been given."""
    return [int(str(number)) for (number,) in made.ask("SELECT update_id FROM inbox ORDER BY update_id")]


def as_json(text: str) -> object:
    return json.loads(text)
