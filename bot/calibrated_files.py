"""The calibrated result of an edition as files of the export, with what recounts it; `docs/eksport.md` describes the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.calibrating import as_csv, as_model, as_points
from contest.calibrated import Calibrated, Standing, calibrated
from contest.calibration.calibrate import Calibration
from contest.deciding import seed
from contest.snapshot import Snapshot

RESULT, MODEL = "skalibrowany.csv", "MODEL.json"
_FIRST = ("inst", "grupa", "miejsce", "est")
_HEAD = (
    *_FIRST,
    "lo_wynik",
    "hi_wynik",
    "lo_miejsce",
    "hi_miejsce",
    "oficjalny",
    "poprawka",
    "licencja",
    "szansa_licencji",
)


def calibrated_files(snapshot: Snapshot) -> dict[str, bytes]:
    """The result, and the model when there was enough to correct by. The unclassified have an estimate and no place."""
    found = calibrated(snapshot, seed=seed(snapshot))
    if found.calibration is None:
        return {RESULT: as_csv(_HEAD, [])}
    made = {RESULT: as_csv(_HEAD, list(_rows(found, found.calibration)))}
    if found.calibration.fit is not None:
        made[MODEL] = as_model(found.calibration, found.calibration.fit, named=_number)
    return made


def _rows(found: Calibrated, calibration: Calibration) -> Iterator[Sequence[object]]:
    standings = {
        each.entrant: (table.group.id if table.group else "", each)
        for table in found.tables
        for each in table.standings
    }
    for name, estimate in zip(calibration.contacts.entrants, calibration.estimate.tolist(), strict=True):
        group, standing = standings.get(int(name), ("", None))
        place = standing.place if standing else ""
        rest = _rest(standing) if standing else [""] * (len(_HEAD) - len(_FIRST))
        yield (_number(name), group, place, as_points(estimate), *rest)


def _rest(each: Standing) -> Sequence[object]:
    return (
        as_points(each.low),
        as_points(each.high),
        each.best,
        each.worst,
        each.official,
        as_points(each.luck),
        each.licence.value,
        as_points(each.licence_chance),
    )


def _number(name: str) -> str:
    """The entrant's number as the other files write it: a calibration writes zeros in front."""
    return str(int(name))
