"""From the facts of a ranking and the experts' decisions to what the public reads: the press note, the catalogue of good practices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from statistics import median

from contest.awards import BY_RULES, DISTINCTION, HONOURS, NOMINEE, Award, licensed
from contest.entrants import Entrant
from contest.headings import fold
from contest.mistakes import Say
from reports.comparison import Remark, strengths
from reports.compile import Facts, award_name, seat
from reports.council import Table
from reports.numbers import day, difference, percent, weight
from reports.peers import Titles, feedback_of
from reports.practices import Catalogue, Practice
from reports.press import Press, Winner

_AHEAD = 3
"""Measured strengths of a practice."""
_LEAST = 5
"""Classified entrants from which on the press is told medians."""


def press_of(facts: Facts, table: Table, say: Say) -> Press:
    """The press note as a document."""
    settings = facts.settings
    return Press(
        edition_title=facts.title,
        organiser=settings.organiser.name,
        place=settings.organiser.place,
        made_on=table.drawn_on,
        contact=settings.organiser.contact,
        embargo=_embargo(table, say),
        lead=tuple(_lead(facts, say)),
        winners=tuple(_winners(facts, say)),
        measured=tuple(_measured(facts, say)),
        digest=facts.digest,
    )


def catalogue_of(facts: Facts, table: Table, titles: Titles, say: Say) -> Catalogue:
    """The catalogue: everybody who was awarded something and has a solution to show; groups in their order, names by the alphabet."""
    settings = facts.settings
    reasons = dict(reversed(table.reasons))
    return Catalogue(
        edition_title=facts.title,
        organiser=settings.organiser.name,
        contact=settings.organiser.contact,
        embargo=_embargo(table, say),
        practices=tuple(
            _practice(facts, entrant, group, awards, titles, reasons, say)
            for group, entrant, awards in _awarded(facts)
            if entrant.solution or entrant.description
        ),
        digest=facts.digest,
    )


def _embargo(table: Table, say: Say) -> str:
    if table.gala is None or not table.embargo:
        return ""
    return say("press-embargo", day=day(say, table.gala.date()), time=f"{table.gala:%H:%M}")


def _lead(facts: Facts, say: Say) -> Iterator[str]:
    """How many took part and were compared; what was granted."""
    placed = sum(len(table.places) for table in facts.tables)
    yield say("press-taking-part", edition=facts.title, count=len(facts.entrants), placed=placed)
    counts = Counter(award_name(facts, each, say) for each in facts.awards if each.kind != NOMINEE)
    parts = [say("press-granted", award=award, count=count) for award, count in counts.items()]
    yield say("press-awards", awards=", ".join(parts)) if parts else say("press-no-awards")


def _winners(facts: Facts, say: Say) -> Iterator[Winner]:
    """Those honoured by the experts, or, where they decided nothing, the best of each group that reached the threshold."""
    decided = any(each.kind in HONOURS for each in facts.awards)
    for table in facts.tables:
        if table.group is None:
            continue
        if not decided:
            best = say("press-best")
            for place in table.places:
                if place.number == 1 and licensed(facts.settings, place):
                    yield _winner(facts, table.group.name, place.result.entrant, best, say)
            continue
        here = {place.result.entrant for place in table.places}
        for award in facts.awards:
            if award.kind not in BY_RULES and award.entrant in here:
                yield _winner(facts, table.group.name, award.entrant, award_name(facts, award, say), say)


def _winner(facts: Facts, group: str, entrant: int, award: str, say: Say) -> Winner:
    who = facts.entrants[entrant]
    return Winner(group, who.name, seat(who, say), award)


def _measured(facts: Facts, say: Say) -> Iterator[str]:
    settings, dates = facts.settings, facts.settings.dates
    yield say(
        "press-contacts",
        count=len(facts.contacts),
        jurors=len({each.juror for each in facts.contacts}),
        since=day(say, dates.collecting_from.date()),
        until=day(say, dates.collecting_until.date()),
    )
    yield say("press-method")
    channels = ", ".join(f"{each.name} ({weight(say, each.weight)})" for each in settings.channels)
    yield say("press-channels", channels=channels)
    yield from _medians(facts, say)
    yield say(
        "press-licence",
        award=settings.awards.licence_name,
        threshold=percent(say, settings.awards.licence_threshold, places=0),
    )


def _medians(facts: Facts, say: Say) -> Iterator[str]:
    """The middle result of all, and the channels at both ends; never of so few that it would tell one of them."""
    placed = [place.result for table in facts.tables for place in table.places]
    totals = [each.total for each in placed if each.total is not None]
    if len(totals) < _LEAST:
        return
    yield say("press-median", median=percent(say, median(totals)))
    known = [
        (median(values), channel.name)
        for channel in facts.settings.channels
        if len(values := [each.channels[channel.id] for each in placed if channel.id in each.channels])
        >= _LEAST
    ]
    if len(known) > 1 and (best := max(known))[0] > (worst := min(known))[0]:
        yield say(
            "press-extremes",
            best=best[1],
            high=percent(say, Fraction(best[0])),
            worst=worst[1],
            low=percent(say, Fraction(worst[0])),
        )


def _awarded(facts: Facts) -> Iterator[tuple[str, Entrant, tuple[Award, ...]]]:
    """Who has more than a nomination, with the name of the peer group; the order of groups, then of the alphabet."""
    had: dict[int, list[Award]] = {}
    for award in facts.awards:
        if award.kind != NOMINEE:
            had.setdefault(award.entrant, []).append(award)
    for table in facts.tables:
        here = [facts.entrants[place.result.entrant] for place in table.places if place.result.entrant in had]
        for entrant in sorted(here, key=lambda each: (fold(each.name), each.id)):
            if table.group is not None:
                yield table.group.name, entrant, tuple(had[entrant.id])


def _practice(
    facts: Facts,
    entrant: Entrant,
    group: str,
    awards: Sequence[Award],
    titles: Titles,
    reasons: Mapping[int, str],
    say: Say,
) -> Practice:
    honoured = any(each.kind == DISTINCTION for each in awards)
    ahead = strengths(feedback_of(facts, entrant.id, titles, say=say))[:_AHEAD]
    return Practice(
        group=group,
        title=entrant.solution or entrant.name,
        entrant=entrant.name if entrant.solution else "",
        where=seat(entrant, say),
        awards=tuple(award_name(facts, each, say) for each in awards),
        description=tuple(each.strip() for each in entrant.description.splitlines() if each.strip()),
        reason=reasons.get(entrant.id, "") if honoured else "",
        ahead=tuple(_ahead(each, say) for each in ahead),
    )


def _ahead(each: Remark, say: Say) -> str:
    label = say("feedback-remark", section=each.section, channel=each.channel)
    return say("practices-ahead-by", what=label, difference=difference(say, each.lead))
