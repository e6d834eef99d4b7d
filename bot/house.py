"""The house and a turn: everything an act needs, and one person's update with the transaction that answers it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction
from random import Random
from zoneinfo import ZoneInfo

from bot import freedays
from bot.clock import Clock
from bot.config import Config
from bot.messages import Message, Send, SendDocument, freeze
from bot.phrases import Phrases
from contest.checklist import Checklist
from contest.clock import QuietHours, zone
from contest.edition import EditionSettings
from contest.mistakes import Mistake, Mistakes, Say, mistake, tell
from contest.scenarios import Scenario, Scenarios
from contest.training import Step
from contest.workdays import WorkCalendar
from storage import journal, outbox, people, recusals
from storage.database import Database, Writing
from storage.people import Person


def _nothing() -> None:
    """Nobody waits."""


Worth = tuple[Fraction | None, Mapping[str, tuple[Fraction, Fraction]]]
"""The percentage of a contact, None when nothing could be earned, and what was earned and possible in each section."""


@dataclass(frozen=True)
class Rules:
    """What the edition says: its settings and every published checklist and scenario that an assignment may be pinned to."""

    settings: EditionSettings
    checklists: Mapping[str, Checklist]  # telefon@3
    current: Mapping[str, Checklist]  # by channel
    registration: Checklist
    scenarios: Mapping[str, Scenarios]  # lider-zaufania@1
    current_scenarios: Scenarios
    steps: Mapping[Step, Checklist] = field(default_factory=dict)
    """What a juror does before the first assignment, in this order."""
    worth: dict[tuple[str, bytes], Worth] = field(default_factory=dict, compare=False, repr=False)
    """What answers were worth so far, by checklist and by the digest of the interview: see `bot.counting`."""

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.settings.timezone)

    @property
    def in_force(self) -> Mapping[str, Checklist]:
        """Every checklist that is used from now on, by its id: those of the channels, of the registration and of the training."""
        held = (*self.current.values(), self.registration, *self.steps.values())
        return {checklist.id: checklist for checklist in held}

    def scenario(self, publication: str, scenario: str) -> Scenario:
        return next(item for item in self.scenarios[publication].items if item.id == scenario)

    def channel_name(self, channel: str) -> str:
        return next((item.name for item in self.settings.channels if item.id == channel), channel)


@dataclass(eq=False)
class House:
    """The parts that are wired once, in `bot.app`. Only the rules may be others later: when a new version is published."""

    config: Config
    rules: Rules
    db: Database
    clock: Clock
    phrases: Phrases
    bot_name: str
    soon: Callable[[], object] = (
        _nothing  # something was planned for now: the schedule need not wait for its tick
    )
    dice: Random = field(default_factory=secrets.SystemRandom)

    def say(self, person: Person) -> Say:
        return self.phrases.html(person.language)

    @property
    def calendar(self) -> WorkCalendar:
        """The working days around this edition."""
        return freedays.calendar(self.rules.zone, self.rules.settings.year)

    def local(self, at: datetime) -> datetime:
        """A moment in the edition's own zone."""
        return at.astimezone(self.rules.zone)

    def zone_of(self, person: Person) -> ZoneInfo:
        """The zone a person lives in: a juror's own, the edition's for everybody else."""
        own = person.zone if "juror" in person.roles else None
        return zone(own) if own else self.rules.zone

    def calendar_of(self, person: Person) -> WorkCalendar:
        """The edition's working days, with moments told and understood by the person's clock."""
        return replace(self.calendar, own=self.zone_of(person))

    @property
    def quiet_hours(self) -> QuietHours:
        """When nobody is woken, by the reader's own clock."""
        return QuietHours(self.config.chat.quiet_from, self.config.chat.quiet_to)

    def asleep(self, person: Person, at: datetime) -> bool:
        """Whether it is the person's quiet hours."""
        return self.quiet_hours.cover(at.astimezone(self.zone_of(person)).time())


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for, to those who prepare it before the transaction: by whom, and what stands after the word."""

    person: Person
    said: str
    """The rest of a command's line, or of a button's data."""
    key: str
    """The key of the turn that will answer: what is said meanwhile under it is said once."""


@dataclass
class Turn:
    """One update being answered: who, when, and the one transaction in which all of it happens."""

    house: House
    tx: Writing
    person: Person
    at: datetime
    key: str  # makes every promise of this turn unique: u:<update id> or due:<key>
    query: str | None = None  # the tap to answer
    message_id: int | None = None  # what was written, or what the tapped button hangs on
    reply_to: int | None = None
    prepared: object = None  # what was made before the transaction
    quoted: str = ""  # what the message replied to says
    quiet: bool = False  # what is said to the person of this turn comes without a sound: they have just acted
    _count: int = 0
    toasted: str | None = None  # what the tap is answered with; empty: its button just stops waiting

    @property
    def say(self) -> Say:
        return self.house.say(self.person)

    @property
    def calendar(self) -> WorkCalendar:
        return self.house.calendar_of(self.person)

    async def tell(
        self,
        message: Message,
        *,
        binds: str | None = None,
        to: Person | None = None,
        once: str | None = None,
    ) -> int | None:
        """Promise a message to this person or another. Returns its outbox row, None if it was promised before.

        `once`: a key under which it is said a single time, in whichever turn comes first.
        What comes to another in their quiet hours makes no sound.
        """
        self._count += 1
        quiet = self.quiet if to is None else self.house.asleep(to, self.at)
        if quiet and isinstance(message, Send):
            message = message.model_copy(update={"silent": True})
        whom = (to or self.person).code
        return await outbox.promise(
            self.tx,
            whom,
            once or f"{self.key}:{self._count}",
            freeze(message),
            binds=binds,
            not_before=self.at,
            at=self.at,
        )

    async def write(self, phrase: str, /, *, to: Person | None = None, **facts: str | int) -> None:
        """Promise a plain sentence of the catalogue, in the reader's own language."""
        reader = to or self.person
        await self.tell(Send(text=self.house.say(reader)(phrase, **facts)), to=to)

    def toast(self, text: str = "") -> None:
        """Answer the tap, once all this is committed. Said once a turn: the first is what the person sees."""
        if self.query is not None and self.toasted is None:
            self.toasted = text[:200]

    async def document(self, name: str, *, caption: str = "", to: Person | None = None) -> None:
        await self.tell(SendDocument(name=name, caption=caption), to=to)

    async def note(self, action: str, subject: str, **details: str | int) -> None:
        """An entry of the journal by this person."""
        await journal.write(self.tx, self.at, self.person.code, action, subject, details)

    async def tell_role(
        self, role: str, phrase: str, about: int | None = None, /, **facts: str | int
    ) -> None:
        """The same sentence to everybody who holds a role; `about`: the entrant of which it tells."""
        for reader in await self.holders(role, about=about):
            await self.write(phrase, to=reader, **facts)

    async def hidden(self) -> frozenset[int]:
        """The entrants at which this person has an interest: neither rows nor counts of them are for their eyes."""
        return await recusals.hidden_from(self.tx, self.person.code)

    async def holders(self, role: str, *, about: int | None = None) -> list[Person]:
        """Everybody who holds a role; the owners, who may do everything, where nobody holds it.

        `about`: an entrant of which they will read; nobody with an interest there counts.
        """
        away = await recusals.at(self.tx, about) if about is not None else frozenset()
        for held in (role, "owner"):
            if found := [one for one in await people.with_role(self.tx, held) if one.code not in away]:
                return found
        return []

    def plain(self, found: Mistake) -> str:
        return tell(self.say, found)


def refuse(code: str, /, **facts: str | int) -> Mistakes:
    """A complaint to raise: the turn is rolled back and the person reads the sentence."""
    return Mistakes([mistake(code, **facts)])


SYSTEM = Person(code="system", language="pl", roles=frozenset(), reachable=True)
"""Who acts when the schedule does."""
