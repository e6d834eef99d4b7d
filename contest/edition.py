"""An edition's settings: who takes part, what is measured, what it weighs, when it happens, what it awards.

Nothing here is a fact of the world: thresholds, weights and validity are an organiser's decisions, printed in reports.
"""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from typing import Annotated, Literal, get_args
from zoneinfo import ZoneInfo

from pydantic import Field, StringConstraints

from contest.clock import to_utc, zone
from contest.fields import (
    Address,
    Exact,
    FileName,
    HexColour,
    Ident,
    Lead,
    Line,
    LocalTime,
    PictureName,
    Shape,
    Slug,
    Switch,
    Version,
    Whole,
)
from contest.flags.rules import CheckRules
from contest.planning.rules import Rules

Need = Literal[
    "",
    "voivodeship",
    "powiat",
    "town",
    "teryt",
    "population",
    "address",
    "phone",
    "email",
    "www",
    "social",
    "hours",
]
"""A column of the entrants that a channel cannot do without."""


Column = Literal["address", "phone", "email", "www", "social", "hours"]
"""A column of the entrants that a juror may be told."""


class Signature(Shape):
    name: Line
    title: Line


class Organiser(Shape):
    """Who grants the awards: the name, the town, the signatures of the diplomas, how the press reaches it."""

    name: Line
    place: Line
    signatures: tuple[Signature, ...] = Field(default=(), max_length=4)
    contact: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] = ""


class Kind(Shape):
    """A kind of institution; `labels` are further spellings that a table of entrants may use for it."""

    id: Ident
    name: Line
    labels: tuple[Line, ...] = ()


class PeerGroup(Shape):
    """Entrants compared with each other: of these kinds, within these bounds of population (inclusive)."""

    id: Ident
    name: Line
    kinds: tuple[Ident, ...] = Field(min_length=1)
    min_population: Annotated[Whole, Field(ge=0)] | None = None
    max_population: Annotated[Whole, Field(ge=0)] | None = None
    joins: Ident | None = None
    """The group that this one is compared together with when it has fewer entrants than `least_in_group`."""

    def holds(self, kind: str, population: int | None) -> bool:
        """Whether such an entrant belongs here; an unknown population is within no bounds."""
        if kind not in self.kinds:
            return False
        if self.min_population is None and self.max_population is None:
            return True
        if population is None:
            return False
        least = 0 if self.min_population is None else self.min_population
        return least <= population and (self.max_population is None or population <= self.max_population)


class Channel(Shape):
    """A way to meet an entrant: its share of the result, the contacts planned at each entrant, its checklist."""

    id: Ident
    name: Line
    short: Annotated[str, StringConstraints(strip_whitespace=True, max_length=11)] = ""
    """The name in a narrow table of the chat; without it, the beginning of `name`."""
    weight: Annotated[Exact, Field(gt=0)]
    contacts: Annotated[Whole, Field(ge=1, le=50)] = 1
    checklist: FileName
    needs: Need = ""
    visible: Switch = True
    """Somebody at the entrant sees, hears or is written to by the juror: jurors rotate, contacts are kept apart."""
    shows: tuple[Column, ...] = ()
    """What of the entrant a juror is told, in this order; empty: all that is known."""

    @property
    def told(self) -> tuple[Column, ...]:
        return self.shows or get_args(Column)

    @property
    def in_person(self) -> bool:
        """Whether somebody goes there or calls, so that the entrant's hours matter."""
        return "hours" in self.shows or self.needs in ("voivodeship", "address", "phone", "hours")


class Norm(Shape):
    """A rule that answers were held against, and where it comes from: a statute, a standard, or the contest itself.

    Printed in individual reports; of no `channels` it holds for all.
    """

    id: Ident
    text: Line
    source: Line
    channels: tuple[Ident, ...] = ()


class Minimums(Shape):
    """What an entrant must have to be classified: approved contacts, channels among them, different jurors."""

    contacts: Annotated[Whole, Field(ge=1)] = 1
    channels: Annotated[Whole, Field(ge=1)] = 1
    jurors: Annotated[Whole, Field(ge=1)] = 1


class Awards(Shape):
    """The licence (a total of at least `licence_threshold` percent, valid for `licence_months`) and the statuettes."""

    licence_threshold: Annotated[Exact, Field(ge=0, le=100)]
    licence_months: Annotated[Whole, Field(ge=1, le=120)] = 12
    licence_prefix: Annotated[str, Field(pattern=r"^[A-Z]{1,6}\z")] = "LJ"
    licence_name: Line = "Licencja Jakości"
    statuettes_per_group: Annotated[Whole, Field(ge=0, le=20)] = 1
    statuette_name: Line = "Statuetka"
    distinction_name: Line = "Wyróżnienie Nadzwyczajne"
    """What experts may grant to anybody who is classified."""


class Diplomas(Shape):
    """How diplomas look, and the page where their codes are checked; without a page the code is checked by the bot alone."""

    ink: HexColour = "#14264A"
    gold: HexColour = "#A07C30"
    paper: HexColour = "#FCF9F1"
    emblem: PictureName = ""
    check_at: Address = ""


class Ranking(Shape):
    """Which result decides places, licences and statuettes, and how sure a statement must be; fixed before collecting starts.

    `official` is the plain weighted mean that anybody can recount; `calibrated` is what an average juror would have found
    (`contest.calibrated`). Whichever decides, organisers are shown both.
    """

    decides: Literal["official", "calibrated"] = "official"
    better_with: Annotated[Exact, Field(gt=50, le=99)] = Fraction(80)
    """Percent: a place is shared unless one is better with at least this probability."""
    licence_sure: Annotated[Exact, Field(gt=50, le=99)] = Fraction(90)
    """Percent: a licence is clear from this probability of reaching the threshold, refused from the same of missing it."""


class Experts(Shape):
    """How the experts' table votes (`contest.voting`): who must take part, what is enough, for how long a ballot is open."""

    quorum: Annotated[Exact, Field(gt=0, le=100)] = Fraction(50)
    """Percent of the entitled experts who must vote; the recused are not entitled."""
    majority: Annotated[Exact, Field(ge=0, lt=100)] = Fraction(50)
    """Percent of the valid votes that must be exceeded; 0: the most votes are enough."""
    hours: Annotated[Whole, Field(ge=1, le=720)] = 48
    ties: Literal["again", "shared"] = "again"
    """Equals are voted on again, or share the honour."""


class Publishing(Shape):
    """How results leave the house."""

    confirmations: Annotated[Whole, Field(ge=1, le=2)] = 2
    """Organisers who must confirm the publication, each by themselves."""
    embargo: Literal["gala", "none"] = "gala"
    """Until when documents stay with the owners: until the gala, where it has a date, or not at all."""


class Appeals(Shape):
    """For how many days after the freeze an entrant's appeal on facts is taken; 0: none is."""

    days: Annotated[Whole, Field(ge=0, le=90)] = 7


class Dates(Shape):
    """The calendar of the edition, in local time, each later than the one before."""

    collecting_from: LocalTime
    collecting_until: LocalTime
    checking_until: LocalTime
    results_at: LocalTime
    gala: LocalTime | None = None


class Offers(Shape):
    """For how many hours an offered assignment waits for a juror's answer."""

    hours: Annotated[Whole, Field(ge=1, le=720)] = 24


class WorkDays(Shape):
    """For how many days after accepting a juror may make the contact."""

    days: Annotated[Whole, Field(ge=1, le=180)] = 10


class Corrections(Shape):
    """For how many hours a returned assignment waits for the juror's correction."""

    hours: Annotated[Whole, Field(ge=1, le=336)] = 24


class EvidencePolicy(Shape):
    """What may prove an answer: photos, always.

    `recordings`: whether the rules of the contest let jurors record at all. The bot keeps no recording either way, since it
    holds the voice and the look of others and cannot be made clean as a photo is; the switch decides what a juror who
    sends one is told.
    """

    recordings: Switch = False


class Training(Shape):
    """What a juror does before the first assignment: a practice checklist, fixed cases, both or neither."""

    practice: FileName | None = None
    calibration: FileName | None = None
    required: Switch = True
    """Nobody is planned who has not finished."""


class EditionSettings(Shape):
    """One edition, as its file says it. `parse_edition` has checked that its parts fit together."""

    format: Literal[1] = 1
    id: Slug
    version: Version
    name: Line
    year: Annotated[Whole, Field(ge=2000, le=2200)]
    organiser: Organiser
    timezone: str = "Europe/Warsaw"
    language: Literal["pl", "en"] = "pl"
    kinds: tuple[Kind, ...] = Field(min_length=1)
    groups: tuple[PeerGroup, ...] = Field(min_length=1)
    least_in_group: Annotated[Whole, Field(ge=1)] = 1
    channels: tuple[Channel, ...] = Field(min_length=1)
    norms: tuple[Norm, ...] = ()
    minimums: Minimums = Minimums()
    awards: Awards
    diplomas: Diplomas = Diplomas()
    ranking: Ranking = Ranking()
    experts: Experts = Experts()
    publishing: Publishing = Publishing()
    appeals: Appeals = Appeals()
    dates: Dates
    offers: Offers = Offers()
    reminders: tuple[Lead, ...] = Field(default=("3d", "1d", "3h"), validate_default=True)
    work_days: WorkDays = WorkDays()
    corrections: Corrections = Corrections()
    checking: CheckRules = CheckRules()
    planning: Rules = Rules()
    evidence: EvidencePolicy = EvidencePolicy()
    training: Training = Training()
    scenarios: FileName = "scenariusze.toml"
    registration: FileName = "rejestracja.toml"

    @property
    def zone(self) -> ZoneInfo:
        return zone(self.timezone)

    def utc(self, local: datetime) -> datetime:
        """A local time of the edition as UTC; those of `dates` are known to exist."""
        return to_utc(local, self.zone)

    def kind(self, kind: str) -> Kind | None:
        return next((each for each in self.kinds if each.id == kind), None)

    def channel(self, channel: str) -> Channel | None:
        return next((each for each in self.channels if each.id == channel), None)


def group_of(settings: EditionSettings, kind: str, population: int | None) -> PeerGroup | None:
    """The first peer group that holds such an entrant."""
    return next((group for group in settings.groups if group.holds(kind, population)), None)
