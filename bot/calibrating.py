"""`incognito calibrate`: a table of scored contacts in, the calibrated ranking out; no bot, no database."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from bot.organiser.sheets import OWN, read_sheet
from bot.phrases import catalogue
from contest.calibration.bands import rank_band, rank_bands_within, ranks, scores
from contest.calibration.calibrate import Calibration, calibrate
from contest.calibration.fit import Fit
from contest.calibration.jurors import JurorRecord
from contest.mistakes import Mistake, Mistakes, mistake, tell
from contest.scored_file import ScoredTable, read_scored

RANKING = (
    "inst",
    "group",
    "raw",
    "est",
    "lo_score",
    "hi_score",
    "lo_rank",
    "hi_rank",
    "lo_rank_in_group",
    "hi_rank_in_group",
)
JURORS = (
    "juror",
    "contacts",
    "severity",
    "lo_severity",
    "hi_severity",
    "noise",
    "scale",
    "slope",
    "careless",
    "hostile",
    "flags",
)
BESIDE = "JURORS.csv"


def run(audits: Path, out: Path, *, seed: int, model: Path | None = None) -> None:
    """Write the ranking into `out`, the jurors beside it, and what recounts them into `model` when asked.

    Raises `Mistakes`, and then nothing was written.
    """
    if out.name == BESIDE or out == model:
        raise Mistakes([mistake("scored-out-name", name=BESIDE)]).within("file", out.name)
    table = _read(audits)
    found = calibrate(table.contacts, seed=seed)
    groups = [table.groups[entrant] for entrant in found.contacts.entrants]
    files = {out: _ranking(found, groups), out.with_name(BESIDE): _jurors(found)}
    if model is not None and found.fit is not None:
        files[model] = as_model(found, found.fit)
    _write(files)
    for warning in (*table.warnings, *_remarks(found)):
        _tell(warning)


def _read(file: Path) -> ScoredTable:
    try:
        data = file.read_bytes()
    except OSError:
        raise Mistakes([mistake("scored-no-file")]).within("file", str(file)) from None
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Mistakes([mistake("scored-empty")]).within("file", file.name)
    headings, rows = read_sheet(data, file.name, OWN)
    try:
        table = read_scored(headings, rows)
        return replace(table, warnings=tuple(each.within("file", file.name) for each in table.warnings))
    except Mistakes as refused:
        raise refused.within("file", file.name) from None


def _remarks(found: Calibration) -> Iterable[Mistake]:
    if found.uncorrected is not None:
        yield found.uncorrected
    yield from found.design.warnings


def _tell(remark: Mistake) -> None:
    print(tell(catalogue().plain("pl"), remark), file=sys.stderr)


def _ranking(found: Calibration, groups: Sequence[str]) -> bytes:
    """Best first; equals by name."""
    score, rank = scores(found.draws.score), rank_band(ranks(found.draws.score))
    inside = rank_bands_within(found.draws.score, groups)
    rows = [
        (
            name,
            groups[at],
            *(as_points(each[at]) for each in (found.raw, found.estimate)),
            *(as_points(min(100.0, max(0.0, each[at]))) for each in score),
            *(int(each[at]) for each in (*rank, *inside)),
        )
        for at, name in enumerate(found.contacts.entrants)
    ]
    order = sorted(range(len(rows)), key=lambda at: (-round(float(found.estimate[at]), 4), rows[at][0]))
    return as_csv(RANKING, [rows[at] for at in order])


def _jurors(found: Calibration) -> bytes:
    if not found.jurors:
        counts = dict.fromkeys(found.contacts.jurors, 0)
        for at in found.contacts.juror:
            counts[found.contacts.jurors[at]] += 1
        return as_csv(JURORS, [(name, count, *[""] * 9) for name, count in counts.items()])
    return as_csv(JURORS, [_juror(each) for each in found.jurors])


def _juror(each: JurorRecord) -> Sequence[object]:
    numbers = (each.severity, each.low, each.high, each.noise, each.scale, each.slope)
    chances = (each.careless, each.hostile)
    told = ("" if number is None else as_points(number) for number in (*numbers, *chances))
    return (each.juror, each.contacts, *told, " ".join(each.flags))


def as_model(found: Calibration, fit: Fit, *, named: Callable[[str], str] = str) -> bytes:
    """Everything that the estimates follow from by one linear system: `examples/przelicz.py` solves it without our code.

    `named` turns the calibration's name of an entrant into the one that is published.
    """
    contacts, weights, system = found.contacts, fit.system.weights, fit.system
    rows = zip(
        (named(contacts.entrants[at]) for at in contacts.entrant),
        (contacts.channels[at] for at in contacts.channel),
        (contacts.jurors[at] for at in contacts.juror),
        (weights.score + fit.centre).tolist(),
        weights.own.tolist(),
        weights.cross.tolist(),
        weights.reach.tolist(),
        strict=True,
    )
    said = {
        "shares": dict(zip(contacts.channels, found.share.tolist(), strict=True)),
        "noise": system.noise,
        "ratios": system.ratios._asdict(),
        "columns": ["inst", "channel", "juror", "score", "own", "cross", "reach"],
        "contacts": list(rows),
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def as_points(number: float) -> str:
    """Four digits: far below any doubt, and the same on every machine."""
    return f"{number:.4f}".replace("-0.0000", "0.0000")


def as_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Commas, UTF-8, line feeds."""
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows([head, *rows])
    return made.getvalue().encode()


def _write(files: dict[Path, bytes]) -> None:
    """All of the files or none: each is written aside and then renamed."""
    aside = {file: file.with_name(f".{file.name}.part") for file in files}
    try:
        for file, data in files.items():
            aside[file].write_bytes(data)
        for file, part in aside.items():
            os.replace(part, file)  # noqa: PTH105 -- the same on every system, unlike Path.rename
    except OSError as broken:
        for part in aside.values():
            part.unlink(missing_ok=True)
        fault = mistake("cannot-write", why=broken.strerror or type(broken).__name__)
        raise Mistakes([fault]).within("file", str(next(iter(files)))) from None
