"""Przelicza punkty oficjalne i miejsca bez kodu Incognito: python punkty.py FOLDER_EKSPORTU

Z punktów za pytania (`punkty.csv`) liczy kontakty, kanały, wyniki i miejsca, na ułamkach, i porównuje je co do znaku z `kontakty.csv` oraz
`ranking.csv`. Reguły: docs/eksport.md. Wystarczy sam Python. Kod wyjścia 0: wszystko się zgadza.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from fractions import Fraction
from pathlib import Path

Rows = list[dict[str, str]]


def read(folder: Path, name: str) -> Rows:
    with (folder / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def contacts(folder: Path) -> Rows:
    """Kontakty z procentem policzonym od nowa: 100 × zdobyte / możliwe, 0 po nieudanej bramce."""
    earned, possible = defaultdict(Fraction), defaultdict(Fraction)
    for row in read(folder, "punkty.csv"):
        earned[row["zgloszenie"]] += Fraction(row["zdobyte"])
        possible[row["zgloszenie"]] += Fraction(row["mozliwe"])
    found = read(folder, "kontakty.csv")
    for row in found:
        key = row["zgloszenie"]
        right = not row["bramka"] and possible[key]
        row["policzony"] = str(100 * earned[key] / possible[key] if right else Fraction(0))
    return found


def reason(own: Rows, channels: int, group: str, minimums: dict[str, int]) -> str:
    """Dlaczego uczestnik nie ma miejsca; pusty napis, gdy ma."""
    if not group:
        return "no-peer-group"
    if not own:
        return "no-contacts"
    if len(own) < minimums["contacts"]:
        return "too-few-contacts"
    if channels < minimums["channels"]:
        return "too-few-channels"
    return "too-few-jurors" if len({row["juror"] for row in own}) < minimums["jurors"] else ""


def main(folder: Path) -> int:
    edition = json.loads((folder / "edycja.json").read_text(encoding="utf-8"))
    weights = {channel["id"]: Fraction(str(channel["weight"])) for channel in edition["channels"]}
    by_entrant: dict[str, Rows] = defaultdict(list)
    wrong = 0
    for row in contacts(folder):
        wrong += row["policzony"] != row["procent"]
        if row["kanal"] in weights:
            by_entrant[row["uczestnik"]].append(row)
    results: dict[str, tuple[str, Fraction | None, str]] = {}
    for entrant in read(folder, "uczestnicy.csv"):
        own = by_entrant[entrant["id"]]
        percents = {
            channel: [Fraction(row["policzony"]) for row in own if row["kanal"] == channel]
            for channel in weights
        }
        means = {channel: sum(values) / len(values) for channel, values in percents.items() if values}
        why = reason(own, len(means), entrant["grupa"], edition["minimums"])
        whole = sum(weights[channel] for channel in means)
        total = None if why else sum(weights[channel] * mean for channel, mean in means.items()) / whole
        results[entrant["id"]] = (entrant["grupa"], total, why)
    published = read(folder, "ranking.csv")
    for row in published:
        group, total, why = results[row["uczestnik"]]
        better = [each for own, each, _ in results.values() if own == group and each is not None]
        place = "" if total is None else str(1 + sum(each > total for each in better))
        counted = (group, place, "" if total is None else str(total), why)
        wrong += counted != (row["grupa"], row["miejsce"], row["wynik"], row["powod"])
    everybody = {row["uczestnik"] for row in published} == set(results)
    print(f"Kontaktów: {sum(map(len, by_entrant.values()))}, uczestników: {len(results)}. Różnic: {wrong}.")
    return 0 if everybody and not wrong else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
