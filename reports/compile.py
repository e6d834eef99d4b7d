"""From the facts of a ranking to the values of the documents for everybody: who is named, in what place, for what award."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import assert_never

from contest.awards import DISTINCTION, LICENCE, NOMINEE, STATUETTE, Award, Kind
from contest.edition import EditionSettings
from contest.entrants import Entrant
from contest.mistakes import Say, tell
from contest.ranking import Contact, GroupTable, Place
from contest.snapshot import Snapshot, digest
from reports import emblem, proof
from reports.diploma import Diploma, Look, Signature
from reports.diploma import Kind as DiplomaKind
from reports.proof import Claim
from reports.standings import Group, Ranked, Rules, Standings, Unranked
from reports.theme import Colour, Palette, legible
from reports.typography import tidy


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the documents of a ranking are compiled from; `digest` and `made_at` are those of its snapshot."""

    settings: EditionSettings
    tables: tuple[GroupTable, ...]
    entrants: Mapping[int, Entrant]
    contacts: tuple[Contact, ...]
    awards: tuple[Award, ...]
    digest: str
    made_at: datetime
    emblem: bytes = b""
    """The file of the organiser's emblem, as it was published with the edition; empty when there is none."""

    @property
    def results_on(self) -> date:
        """The day of the snapshot where the contest is held."""
        return self.made_at.astimezone(self.settings.zone).date()

    @property
    def title(self) -> str:
        """The edition as it is printed: its name with its year."""
        name, year = self.settings.name, str(self.settings.year)
        return name if year in name else f"{name} {year}"


def facts_of(
    snapshot: Snapshot,
    awards: Iterable[Award],
    *,
    tables: tuple[GroupTable, ...] | None = None,
    emblem: bytes = b"",
) -> Facts:
    """The facts that a snapshot holds; `tables` are those that count, where they are not the official ones.

    Raises `Mistakes` when its edition is no longer understood.
    """
    settings = snapshot.settings
    return Facts(
        settings=settings,
        tables=snapshot.official() if tables is None else tables,
        entrants={entrant.id: entrant for entrant in snapshot.entrants},
        contacts=snapshot.contacts,
        awards=tuple(awards),
        digest=digest(snapshot),
        made_at=snapshot.made_at,
        emblem=emblem,
    )


def standings_of(facts: Facts, say: Say) -> Standings:
    """The ranking as a document."""
    return Standings(
        edition_title=facts.title,
        organiser=facts.settings.organiser.name,
        results_on=facts.results_on,
        groups=tuple(
            _group(facts, table, say) for table in facts.tables if table.places or table.unclassified
        ),
        rules=rules_of(facts.settings),
        digest=facts.digest,
    )


def diploma_of(facts: Facts, award: Award, say: Say, *, granted: date, key: bytes = b"") -> Diploma:
    """The diploma of an award that is granted on this day; with a private key it proves itself."""
    settings, entrant = facts.settings, facts.entrants[award.entrant]
    said = settings.awards
    claim = Claim(
        number=award.number,
        award=said.statuette_name if award.kind == NOMINEE else award_name(facts, award, say),
        edition=facts.title,
        entrant=tidy(entrant.name),
        granted=granted,
        valid_until=award.valid_until,
    )
    code = proof.code(claim, key) if key else ""
    return Diploma(
        kind=_DIPLOMA[award.kind],
        title=claim.award,
        entrant=entrant.name,
        place_line=seat(entrant, say),
        edition_title=facts.title,
        number=award.number,
        granted=granted,
        valid_until=award.valid_until,
        organiser=settings.organiser.name,
        granted_in=settings.organiser.place,
        signatures=tuple(Signature(each.name, each.title) for each in settings.organiser.signatures),
        code=_address(settings, code) if code else "",
        facts=_proof(facts, claim, code, key) if code else b"",
        look=look_of(settings, facts.emblem),
        group=group_of_entrant(facts, award.entrant) if award.kind == STATUETTE else "",
        genitive=entrant.genitive,
    )


_DIPLOMA: Mapping[Kind, DiplomaKind] = {
    LICENCE: "licence",
    NOMINEE: "nominee",
    STATUETTE: "statuette",
    DISTINCTION: "extraordinary",
}


def look_of(settings: EditionSettings, file: bytes) -> Look:
    """The colours of the edition, and the emblem of this file if there is one. Raises `Mistakes` for an unusable one."""
    said = settings.diplomas
    paper = Colour.from_hex(said.paper)
    palette = Palette(legible(Colour.from_hex(said.ink), paper), Colour.from_hex(said.gold), paper)
    return Look(palette, emblem.read(file, said.emblem) if file else None)


def _address(settings: EditionSettings, code: str) -> str:
    """What a camera sees: the page that checks codes, or a word that says whose code it is."""
    page = settings.diplomas.check_at
    return f"{page}#{code}" if page else f"INCOGNITO:{code}"


def _proof(facts: Facts, claim: Claim, code: str, key: bytes) -> bytes:
    """The facts to attach."""
    values = {
        "award": claim.award,
        "code": code,
        "edition": claim.edition,
        "entrant": claim.entrant,
        "granted": claim.granted.isoformat(),
        "number": claim.number,
        "organiser": facts.settings.organiser.name,
        "snapshot": facts.digest,
        "valid_until": claim.valid_until.isoformat() if claim.valid_until else None,
    }
    return proof.sealed("facts", values, key)


def seat(entrant: Entrant, say: Say) -> str:
    """Where an entrant is: `Wałcz, woj. zachodniopomorskie`, or what of it is known."""
    voivodeship = entrant.voivodeship
    if voivodeship and not voivodeship.lower().startswith("woj"):
        voivodeship = say("document-voivodeship", name=voivodeship)
    return ", ".join(part for part in (entrant.town, voivodeship) if part)


def _group(facts: Facts, table: GroupTable, say: Say) -> Group:
    named: defaultdict[int, list[str]] = defaultdict(list)
    for award in facts.awards:
        named[award.entrant].append(award_name(facts, award, say))
    ranked = tuple(
        Ranked(
            place=place.number,
            name=facts.entrants[place.result.entrant].name,
            where=seat(facts.entrants[place.result.entrant], say),
            points=place.points,
            contacts=place.result.contacts,
            award=", ".join(named[place.result.entrant]),
            official=total_of(place),
        )
        for place in table.places
    )
    unranked = tuple(
        Unranked(
            name=facts.entrants[each.entrant].name,
            where=seat(facts.entrants[each.entrant], say),
            contacts=each.contacts,
            reason=tell(say, each.reason) if each.reason else "",
        )
        for each in table.unclassified
    )
    return Group(group_title(table, say), ranked, unranked)


def group_title(table: GroupTable, say: Say) -> str:
    """The name of a peer group, or what stands for it where there is none."""
    return table.group.name if table.group else say("document-no-group")


def award_name(facts: Facts, award: Award, say: Say) -> str:
    """What was granted, as the edition calls it."""
    said = facts.settings.awards
    match award.kind:
        case "licence":
            return said.licence_name
        case "statuette-nominee":
            return say("document-nominee", name=said.statuette_name)
        case "statuette":
            return said.statuette_name
        case "distinction":
            return said.distinction_name
        case _:
            assert_never(award.kind)


def group_of_entrant(facts: Facts, entrant: int) -> str:
    """The name of the peer group in which a classified entrant stands. Raises KeyError for anybody else."""
    table, _ = found(facts.tables, entrant)
    if table.group is None:
        raise KeyError(entrant)
    return table.group.name


def rules_of(settings: EditionSettings) -> Rules:
    """What the edition decided, as documents explain it."""
    return Rules(
        weights=tuple((channel.name, channel.weight) for channel in settings.channels),
        threshold=settings.awards.licence_threshold,
        award=settings.awards.licence_name,
        contacts=settings.minimums.contacts,
        channels=settings.minimums.channels,
        jurors=settings.minimums.jurors,
        decides=settings.ranking.decides,
        better_with=settings.ranking.better_with,
    )


def found(tables: Iterable[GroupTable], entrant: int) -> tuple[GroupTable, Place | None]:
    """The table with an entrant, and its place if it has one. Raises KeyError when no table holds it."""
    for table in tables:
        for place in table.places:
            if place.result.entrant == entrant:
                return table, place
        if any(each.entrant == entrant for each in table.unclassified):
            return table, None
    raise KeyError(entrant)


def total_of(place: Place) -> Fraction:
    """The official total, which whoever has a place has."""
    total = place.result.total
    assert total is not None, "only classified entrants have places"
    return total
