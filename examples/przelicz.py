"""Przelicza wynik skalibrowany bez kodu Incognito: python przelicz.py MODEL.json RANKING.csv

MODEL.json zapisuje `incognito calibrate ... --model MODEL.json`: kontakty z wagami i stosunki wariancji. Z nich wynik jest rozwiązaniem
jednego układu równań liniowych (równania Hendersona), tu rozwiązanego wprost, bez żadnych skrótów. Niewiadome: poziom każdego kanału,
łagodność każdego jurora, wartość każdej instytucji w każdym kanale. Potrzebny jest tylko numpy; pamięć starcza na kilkaset instytucji.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import numpy as np


def main(model_file: str, ranking_file: str) -> int:
    with Path(model_file).open(encoding="utf-8") as opened:
        model = json.load(opened)
    contacts = model["contacts"]
    channels = sorted({row[1] for row in contacts})
    jurors = sorted({row[2] for row in contacts})
    entrants = sorted({row[0] for row in contacts})
    first_juror, first_worth = len(channels), len(channels) + len(jurors)
    size = first_worth + len(entrants) * len(channels)
    ratios, left, right = model["ratios"], np.zeros((size, size)), np.zeros(size)

    def worth(entrant: str, channel: str) -> int:
        return first_worth + entrants.index(entrant) * len(channels) + channels.index(channel)

    # Każdy kontakt: own (y - b)^2 - 2 cross (y - b) u + reach u^2, gdzie b = kanał + juror, u = instytucja w kanale.
    for entrant, channel, juror, score, own, cross, reach in contacts:
        b, u = [channels.index(channel), first_juror + jurors.index(juror)], worth(entrant, channel)
        left[np.ix_(b, b)] += own
        left[b, u] += cross
        left[u, b] += cross
        left[u, u] += reach
        right[b] += own * score
        right[u] += cross * score
    # Jurorzy i instytucje są ściągane ku zeru tym mocniej, im mniejsza ich wariancja.
    spread = ratios["entrant"] + ratios["interaction"] * np.eye(len(channels))
    for juror in range(first_juror, first_worth):
        left[juror, juror] += 1 / ratios["juror"]
    for start in range(first_worth, size, len(channels)):
        block = slice(start, start + len(channels))
        left[block, block] += np.linalg.inv(spread)
    solved = np.linalg.solve(left, right)

    shares = np.array([model["shares"][channel] for channel in channels])
    level = shares @ solved[: len(channels)]
    values = level + solved[first_worth:].reshape(len(entrants), len(channels)) @ shares
    counted = dict(zip(entrants, np.clip(values, 0, 100), strict=True))
    with Path(ranking_file).open(encoding="utf-8", newline="") as opened:
        published = {row["inst"]: float(row["est"]) for row in csv.DictReader(opened)}
    worst = max(abs(counted[name] - published[name]) for name in published)
    print(f"Instytucji: {len(published)}. Największa różnica: {worst:.6f} pkt.")
    return 0 if worst < 0.001 and counted.keys() == published.keys() else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
