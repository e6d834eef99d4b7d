"""Every gmina of Poland as a table of entrants: a register of units in, the columns of our import out.

    python -m benchmarks.gminy jednostki.csv > examples/gminy.csv

The register has the columns teryt, name, kind, voivodeship, powiat, population; counties and voivodeships are left out.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TextIO

HEADINGS = ("nazwa", "rodzaj", "wojewodztwo", "powiat", "teryt", "ludnosc")
_CITY = "miasto na prawach powiatu"
_TOWNS = frozenset({"gmina miejska", _CITY})


def main() -> int:
    """Write the table to the standard output; 0 when there was something to write."""
    with Path(sys.argv[1]).open(encoding="utf-8", newline="") as register:
        return 0 if write(csv.DictReader(register), sys.stdout) else 1


def write(register: Iterable[Mapping[str, str]], to: TextIO) -> int:
    """The gminas of a register as our table; how many."""
    writer = csv.writer(to, lineterminator="\n")
    writer.writerow(HEADINGS)
    rows = list(_rows(register))
    writer.writerows(rows)
    return len(rows)


def _rows(register: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, ...]]:
    for unit in register:
        kind = unit["kind"]
        if len(unit["teryt"]) != 7:
            continue
        name = f"{'Miasto' if kind in _TOWNS else 'Gmina'} {unit['name']}"
        yield name, kind, unit["voivodeship"], unit["powiat"], unit["teryt"], unit["population"]


if __name__ == "__main__":
    raise SystemExit(main())
