"""What the experts decide: the honours of a frozen state, each with its candidates and the ballots held on it so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.house import Turn, refuse
from bot.organiser import judged
from bot.organiser.results import Frozen
from contest.awards import nominees
from contest.entrants import Entrant
from contest.ranking import GroupTable, Place
from contest.voting import Outcome, Topic, elected, following
from storage import ballots, edition, nominations, people, recusals
from storage.ballots import Ballot
from storage.database import Reading
from storage.people import Person


@dataclass(frozen=True, slots=True)
class Matter:
    """A topic with its ballots, oldest first."""

    topic: Topic
    held: tuple[Ballot, ...]

    @property
    def open(self) -> Ballot | None:
        return next((each for each in self.held if each.outcome is None), None)

    @property
    def next(self) -> tuple[int, ...]:
        """The candidates of the ballot that may be opened now; none while one is open, or when all is settled."""
        return () if self.open else following(self.topic, self.outcomes)

    @property
    def elected(self) -> tuple[int, ...]:
        return elected(self.outcomes)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return tuple(each.outcome for each in self.held if each.outcome is not None)


@dataclass(frozen=True, slots=True)
class Council:
    """The matters that somebody may know of, and the names of the entrants in them."""

    frozen: Frozen
    matters: tuple[Matter, ...]
    names: Mapping[int, Entrant]
    places: Mapping[int, Place]

    def name(self, entrant: int) -> str:
        return self.names[entrant].name


def named(turn: Turn, frozen: Frozen, topic: Topic | Ballot, *, to: Person | None = None) -> str:
    """„Statuetka – Gminy wiejskie”, „Wyróżnienie Nadzwyczajne – Gmina Wałcz”: plain, to be a fact or a label."""
    say = turn.house.phrases.plain((to or turn.person).language)
    said = frozen.snapshot.settings
    if topic.honour == "statuette":
        about = next((group.name for group in said.groups if group.id == topic.about), topic.about)
        return say("topic", honour=said.awards.statuette_name, about=about)
    name = next(each.name for each in frozen.snapshot.entrants if each.id == int(topic.about))
    return say("topic", honour=said.awards.distinction_name, about=name)


async def council(turn: Turn) -> Council:
    """The experts' table as the person of this turn may see it. Raises Mistakes (`council-too-early`) before the freeze."""
    found = judged.prepared(turn)
    if found.frozen is None:
        raise refuse("council-too-early")
    return await of_tables(turn, found.frozen, found.both.tables)


async def of_tables(turn: Turn, frozen: Frozen, tables: Iterable[GroupTable]) -> Council:
    """The same, from the tables that count."""
    tables = tuple(tables)
    places = {place.result.entrant: place for table in tables for place in table.places}
    hidden = await turn.hidden()
    held = await ballots.of_snapshot(turn.tx, frozen.id)
    known = await _topics(turn.tx, frozen, tables, places)
    matters = (
        Matter(topic, tuple(one for one in held if (one.honour, one.about) == (topic.honour, topic.about)))
        for topic in known
        if hidden.isdisjoint(topic.candidates)
    )
    names = {entrant.id: entrant for entrant in frozen.snapshot.entrants}
    return Council(frozen, tuple(matters), names, places)


async def _topics(
    db: Reading, frozen: Frozen, tables: Sequence[GroupTable], places: Mapping[int, Place]
) -> list[Topic]:
    settings = frozen.snapshot.settings
    found = [
        Topic(
            "statuette",
            table.group.id,
            tuple(place.result.entrant for place in candidates),
            settings.awards.statuettes_per_group,
        )
        for table in tables
        if table.group and (candidates := nominees(settings, table))
    ]
    nominated = dict.fromkeys(each.entrant for each in await nominations.everything(db))
    found += [Topic("distinction", str(one), (one,)) for one in nominated if one in places]
    return found


async def deciding(turn: Turn) -> None:
    """Raises Mistakes unless the results are frozen and not yet published: the experts' time."""
    phase = await edition.phase(turn.tx)
    if phase in ("published", "archived"):
        raise refuse("council-over")
    if phase != "frozen":
        raise refuse("council-too-early")


async def roll_of(db: Reading, candidates: Iterable[int]) -> dict[str, bool]:
    """Every expert, and whether no interest keeps them away from these."""
    return {
        expert.code: (await recusals.hidden_from(db, expert.code)).isdisjoint(candidates)
        for expert in await people.with_role(db, "expert")
    }
