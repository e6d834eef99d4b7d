"""Which result counts: places, licences and nominees follow `[ranking] decides` of the edition that was frozen with the facts.

    official     the plain weighted means; equals share a place
    calibrated   1 + how many are better with the edition's `better_with`; a licence by the calibrated score

The seed of the draws is taken from what decides a ranking (`contest.snapshot.fingerprint`), not from the moment at which it is
counted: the same facts give the same result before the freeze and after it, here and in whoever counts them again. Scores are kept
to four digits, far below any doubt, so that every machine prints the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction

from contest.awards import licensed
from contest.both import Both, Correction, Difference, Doubts, Further, JurorFacts, Level
from contest.calibrated import Calibrated, CalibratedTable, Standing, calibrated
from contest.calibration.influence import influences
from contest.calibration.jurors import Z90, JurorRecord
from contest.calibration.licences import Verdict
from contest.conduct import Told
from contest.edition import EditionSettings
from contest.extra_round import extra_round
from contest.ranking import GroupTable, Place, Result
from contest.snapshot import Snapshot, fingerprint

_DIGITS = 10_000
_ALONE = "alone"


def seed(snapshot: Snapshot) -> int:
    """Of the draws for these facts."""
    return int(fingerprint(snapshot)[:8], 16)


def decided(snapshot: Snapshot) -> tuple[GroupTable, ...]:
    """The tables that count."""
    official = snapshot.official()
    if snapshot.settings.ranking.decides == "official":
        return official
    return placed(official, calibrated(snapshot, seed=seed(snapshot)))


def both(snapshot: Snapshot) -> Both:
    """Both results, compared."""
    settings, official = snapshot.settings, snapshot.official()
    found = calibrated(snapshot, seed=seed(snapshot))
    other = placed(official, found)
    decides = settings.ranking.decides
    count, compared = (official, other) if decides == "official" else (other, official)
    return Both(
        decides,
        count,
        compared,
        _difference(settings, count, compared),
        found.calibration.uncorrected if found.calibration else None,
        _doubts(settings, found, count),
        tuple(_further(settings, found)),
        tuple(_jurors(found)),
    )


def placed(official: Iterable[GroupTable], found: Calibrated) -> tuple[GroupTable, ...]:
    """The calibrated result in the shape of a ranking: who shares a place stands in the order of scores."""
    return tuple(
        _placed(table, calibrated_table)
        for table, calibrated_table in zip(official, found.tables, strict=True)
    )


def _placed(official: GroupTable, found: CalibratedTable) -> GroupTable:
    results = {place.result.entrant: place.result for place in official.places}
    order = {entrant: at for at, entrant in enumerate(results)}
    places = [_place(each, results[each.entrant]) for each in found.standings]
    places.sort(key=lambda place: (place.number, -place.points, order[place.result.entrant]))
    return GroupTable(official.group, tuple(places), official.unclassified)


def _place(each: Standing, result: Result) -> Place:
    points = Fraction(round(each.score * _DIGITS), _DIGITS)
    return Place(each.place, result, points, (each.best, each.worst))


def _difference(
    settings: EditionSettings, count: Iterable[GroupTable], other: Iterable[GroupTable]
) -> Difference:
    count, other = tuple(count), tuple(other)
    firsts = sum(_first(one) != _first(two) for one, two in zip(count, other, strict=True))
    return Difference(firsts, len(_licences(settings, count) ^ _licences(settings, other)))


def _first(table: GroupTable) -> set[int]:
    most = max((place.points for place in table.places), default=None)
    return {place.result.entrant for place in table.places if place.points == most}


def _licences(settings: EditionSettings, tables: Iterable[GroupTable]) -> set[int]:
    return {place.result.entrant for table in tables for place in table.places if licensed(settings, place)}


def _doubts(settings: EditionSettings, found: Calibrated, count: Iterable[GroupTable]) -> Doubts | None:
    if found.calibration is None:
        return None
    standings = [each for table in found.tables for each in table.standings]
    shared = 0
    for table in found.tables:
        counts = Counter(each.place for each in table.standings)
        shared += sum(count for count in counts.values() if count > 1)
    largest = sorted(standings, key=lambda each: (-abs(each.luck), each.entrant))
    corrected = found.calibration.fit is not None
    return Doubts(
        shared,
        sum(each.licence is Verdict.CLEAR for each in standings),
        tuple(each.entrant for each in standings if each.licence is Verdict.GREY),
        tuple(Correction(each.entrant, each.luck) for each in largest) if corrected else (),
        _level(settings, count, Z90 * found.calibration.level_error),
        found.calibration.design.warnings,
    )


def _level(settings: EditionSettings, count: Iterable[GroupTable], error: float) -> Level:
    """Licences by the result that counts, as it is and with the threshold moved by the error of the panel's level."""
    threshold = float(settings.awards.licence_threshold)
    points = [float(place.points) for table in count for place in table.places]
    licences, strict, mild = (
        sum(each >= threshold + moved for each in points) for moved in (0.0, -error, error)
    )
    return Level(threshold, error, licences, strict, mild)


def _further(settings: EditionSettings, found: Calibrated) -> Iterator[Further]:
    for each in extra_round(settings, found):
        extra = each.extra
        yield Further(
            each.entrant, each.reason, extra.contacts, extra.met, extra.wrong_now, extra.wrong_after
        )


def _jurors(found: Calibrated) -> Iterator[JurorFacts]:
    """Who is unclassified is in nobody's table, so nobody's place among the first can hang on it."""
    if found.calibration is None:
        return
    group = {
        each.entrant: table.group.id if table.group else ""
        for table in found.tables
        for each in table.standings
    }
    names = found.calibration.contacts.entrants
    groups = [group.get(int(name), f"{_ALONE}:{name}") for name in names]
    changes = {each.juror: each.podium_changes for each in influences(found.calibration, groups)}
    for each in found.calibration.jurors:
        yield JurorFacts(
            each.juror,
            each.contacts,
            each.severity,
            each.low,
            each.high,
            each.noise,
            Told(each.scale, each.low_scale, each.high_scale),
            _slope(each),
            each.flags,
            changes.get(each.juror),
        )


def _slope(each: JurorRecord) -> Told | None:
    if each.slope is None or each.slope_error is None:
        return None
    return Told(each.slope, each.slope - Z90 * each.slope_error, each.slope + Z90 * each.slope_error)
