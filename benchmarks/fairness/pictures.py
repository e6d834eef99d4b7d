"""Draws the pictures of docs/ranking.md from a simulated contest: `python -m benchmarks.fairness.pictures`.

Plain SVG, written by hand: what is drawn is what `calibrate` says about the contest of seed 42, nothing is arranged.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # before numpy, as the command line does

from collections.abc import Iterable
from html import escape
from pathlib import Path

import numpy as np

from benchmarks.fairness.worlds import base, make
from contest.calibration.bands import rank_band, ranks, scores
from contest.calibration.calibrate import Calibration, calibrate
from contest.calibration.contacts import Scored
from contest.calibration.licences import Verdict, chances, verdict
from contest.calibration.places import compare

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
THRESHOLD = 75.0
INK, GREY, MIST, NAVY = "#1d2433", "#6b7280", "#e5e7eb", "#1f3a5f"
COLOURS = {Verdict.CLEAR: "#2f7d4f", Verdict.GREY: "#b7791f", Verdict.REFUSED: "#a23b3b"}
WORDS = {Verdict.CLEAR: "licencja pewna", Verdict.GREY: "szara strefa", Verdict.REFUSED: "poniżej progu"}


def main() -> None:
    world = make(base(60, 20), 42)
    rows = zip(world.entrant.tolist(), world.channel.tolist(), world.juror.tolist(), world.score, strict=True)
    scored = [Scored(f"{e:02}", str(c), f"{j + 1:02}", float(score)) for e, c, j, score in rows]
    found = calibrate(scored, seed=42)
    group = np.flatnonzero(world.group == 0)
    for name, picture in {
        "surowosc.svg": _severity(found),
        "poprawka.svg": _correction(found, group.tolist()),
        "pasma.svg": _bands(found, group.tolist()),
    }.items():
        (FOLDER / name).write_text(picture, "utf-8")


def _severity(found: Calibration) -> str:
    """Every juror with at least four contacts: a dot and its interval."""
    people = sorted((each for each in found.jurors if each.contacts >= 4), key=lambda each: -each.severity)
    left, zero, unit, row = 170.0, 410.0, 14.0, 24.0
    marks = [
        _line(zero, 52, zero, 60 + row * len(people), GREY, dash=True),
        _text(zero, 44, "przeciętny juror", GREY, anchor="middle"),
        _text(zero + 60, 24, "surowszy →", INK),
        _text(zero - 60, 24, "← łagodniejszy", INK, anchor="end"),
    ]
    for at, each in enumerate(people):
        y = 72 + row * at
        marks += [
            _text(left - 6, y + 4, f"juror {each.juror}, kontaktów: {each.contacts}", INK, anchor="end"),
            _line(zero + unit * each.low, y, zero + unit * each.high, y, "#9db2cc", width=5),
            _dot(zero + unit * each.severity, y, NAVY),
            _text(zero + 245, y + 4, f"{_signed(each.severity)} pkt", INK),
        ]
    return _page(740, 70 + row * len(people), marks)


def _correction(found: Calibration, group: Iterable[int]) -> str:
    """Lines from the plain mean to the calibrated result."""
    members = list(group)
    top, bottom, left, right, height = 60.0, 430.0, 230.0, 510.0, 370.0
    low = float(min(found.raw[members].min(), found.estimate[members].min()))
    high = float(max(found.raw[members].max(), found.estimate[members].max()))

    def y(score: float) -> float:
        return bottom - height * (score - low) / (high - low)

    marks = [
        _text(left, top - 26, "zwykła średnia", INK, anchor="end", bold=True),
        _text(right, top - 26, "wynik skalibrowany", INK, bold=True),
    ]
    for at in members:
        raw, guess = float(found.raw[at]), float(found.estimate[at])
        luck = float(found.luck[at])
        colour = "#2f7d4f" if luck > 1 else "#a23b3b" if luck < -1 else "#9ca3af"
        marks += [_line(left + 8, y(raw), right - 8, y(guess), colour, width=2)]
        marks += [_dot(left + 8, y(raw), colour, radius=3), _dot(right - 8, y(guess), colour, radius=3)]
    marks += [_text(left - 6, y(low) + 4, _number(low), GREY, anchor="end")]
    marks += [_text(left - 6, y(high) + 4, _number(high), GREY, anchor="end")]
    for at, (colour, words) in enumerate(
        [
            ("#2f7d4f", "trafili się surowi jurorzy"),
            ("#9ca3af", "trafili się przeciętni"),
            ("#a23b3b", "trafili się łagodni jurorzy"),
        ]
    ):
        marks += [_line(545, 200 + 26 * at, 565, 200 + 26 * at, colour, width=3)]
        marks += [_text(572, 204 + 26 * at, words, INK)]
    return _page(740, 460, marks)


def _bands(found: Calibration, group: list[int]) -> str:
    """One peer group: the score with its band, the licence, the shared place and the band of places."""
    draws = found.draws.score[:, group]
    score, places = scores(draws), rank_band(ranks(draws))
    shared = compare(found.estimate[group], draws).places(0.8)
    chance = chances(found.draws, THRESHOLD)[group]
    order = sorted(range(len(group)), key=lambda at: -float(found.estimate[group[at]]))
    left, unit, row, lowest = 90.0, 7.2, 28.0, 45.0

    def x(points: float) -> float:
        return left + unit * (min(100.0, max(lowest, points)) - lowest)

    bottom = 70 + row * len(order)
    marks = [
        _text(20, 36, "miejsce", GREY),
        _text(x(72), 20, "wynik skalibrowany i jego przedział 90 %", GREY, anchor="middle"),
        _text(640, 36, "miejsce z przedziałem", GREY, anchor="middle"),
        _line(x(THRESHOLD), 44, x(THRESHOLD), bottom - 12, INK, dash=True),
        _text(x(THRESHOLD), 38, "próg 75", INK, anchor="middle"),
    ]
    for line, at in enumerate(order):
        y = 64 + row * line
        colour = COLOURS[verdict(float(chance[at]), sure=0.9)]
        guess = float(found.estimate[group[at]])
        marks += [
            _line(left - 60, y + row / 2, 700, y + row / 2, MIST),
            _text(50, y + 4, str(shared[at]), INK, anchor="end", bold=True),
            _line(x(float(score.low[at])), y, x(float(score.high[at])), y, colour, width=6, opacity=0.45),
            _dot(x(guess), y, colour),
            _text(x(100) + 12, y + 4, _number(guess), INK),
            _text(640, y + 4, f"{places.best[at]}–{places.worst[at]}", INK, anchor="middle"),
        ]
    for step, (kind, words) in enumerate(WORDS.items()):
        marks += [_dot(150 + 190 * step, bottom + 12, COLOURS[kind])]
        marks += [_text(162 + 190 * step, bottom + 16, words, INK)]
    return _page(740, bottom + 34, marks)


def _page(width: float, height: float, marks: Iterable[str]) -> str:
    body = "\n".join(marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" '
        f'font-family="Lato, Segoe UI, Arial, sans-serif" font-size="13">\n'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n{body}\n</svg>\n'
    )


def _line(
    x: float,
    y: float,
    to_x: float,
    to_y: float,
    colour: str,
    *,
    width: float = 1,
    dash: bool = False,
    opacity: float = 1,
) -> str:
    dashes = ' stroke-dasharray="4 4"' if dash else ""
    return (
        f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="{colour}" '
        f'stroke-width="{width:g}" stroke-linecap="round" opacity="{opacity:g}"{dashes}/>'
    )


def _dot(x: float, y: float, colour: str, *, radius: float = 5) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{colour}"/>'


def _text(x: float, y: float, words: str, colour: str, *, anchor: str = "start", bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}"{weight}>{escape(words)}</text>'
    )


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def _signed(value: float) -> str:
    return f"{value:+.1f}".replace(".", ",").replace("-", "−")


if __name__ == "__main__":
    main()
