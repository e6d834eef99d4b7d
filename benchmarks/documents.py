"""`make documents`: our documents against typst and reportlab, in one run on one machine, CPU time and peak memory.

Every engine makes the same things in a process of its own: diplomas, one file each (frame, rosette and seal as vectors,
the same lines of text, a QR code whose matrix is ready before the clock starts), and a ranking of 2,000 rows in one file.
Ours is handed signed facts (`benchmarks/ours.py`) and lays out, fits and balances the lines; the peers are handed finished
lines, shapes and codes as JSON (`benchmarks/peers.py`) and never load our code. What is handed is read one document at a
time, so that no engine's memory holds what it has not come to. Ours and typst's files are tagged, reportlab's are not. CPU
time of the process; wall time tells nothing on a shared machine.
"""

from __future__ import annotations

import argparse
import json
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.ours import SAY
from reports import diploma, proof
from reports.diploma import Diploma, Signature
from reports.marks import Art, Ink, Page, Shape, Squares, Text, inks
from reports.standings import Group, Ranked, Rules, Standings

ENGINES = ("incognito", "typst", "reportlab")
TASKS = ("diplomas", "ranking")
KEY = bytes(range(1, 33))
ROWS = 2000


@dataclass(frozen=True, slots=True)
class Figures:
    """What one engine needed for one task."""

    engine: str
    task: str
    files: int
    cpu: float
    """Seconds, of the work alone: what is done once a process is not counted, as a service does it once."""
    peak: float
    """MB, of the whole process."""
    size: int
    """Bytes a file, on average."""


def _values(count: int) -> Iterator[Diploma]:
    for index in range(count):
        number, name = f"LJ/2026/{index + 1:04}", f"Urząd Miejski w Brzozowej Dolinie nr {index + 1}"
        claim = proof.Claim(
            number,
            "Licencja Jakości",
            "Lider Zaufania Mieszkańców 2026",
            name,
            date(2026, 12, 1),
            date(2027, 12, 1),
        )
        code = f"https://konkurs.example/sprawdz/#{proof.code(claim, KEY)}"
        yield Diploma(
            kind="licence",
            title=claim.award,
            entrant=name,
            place_line="Brzozowa Dolina, woj. małopolskie",
            edition_title=claim.edition,
            number=number,
            granted=claim.granted,
            valid_until=claim.valid_until,
            organiser="Fundacja Dobrego Urzędu",
            granted_in="Kraków",
            signatures=(
                Signature("Jan Gżegżółka", "Prezes"),
                Signature("Zofia Ćwik", "Przewodnicząca Kapituły"),
            ),
            code=code,
            facts=proof.sealed("facts", {"number": number, "entrant": name, "code": code}, KEY),
        )


def _ranking() -> Standings:
    rules = Rules(
        (("Wizyta", Fraction(30)), ("Telefon", Fraction(20))), Fraction(75), "Licencja Jakości", 3, 2, 2
    )
    rows = tuple(
        Ranked(
            index + 1,
            f"Urząd Miejski w Brzozowej Dolinie nr {index + 1}",
            "Brzozowa Dolina, woj. małopolskie",
            Fraction(100) - Fraction(index, 25),
            6,
            "Licencja Jakości" if index < 625 else "",
        )
        for index in range(ROWS)
    )
    group = Group("Miasta", rows)
    return Standings(
        "Lider Zaufania Mieszkańców 2026", "Fundacja", date(2026, 12, 1), (group,), rules, "ab" * 32
    )


def hand_over(folder: Path, *, diplomas: int, rankings: int) -> None:
    """What the engines are handed. The first document of each task is not counted: it is the one that warms up."""
    values = [next(_values(1)), *_values(diplomas)]
    ranking = _ranking()
    _pickled(folder / "diplomas.pickle", values)
    _pickled(folder / "ranking.pickle", [replace(ranking, groups=()), *[ranking] * rankings])
    pages = (diploma.layout(value, SAY)[0] for value in values)
    with (folder / "diplomas.jsonl").open("w", encoding="utf-8") as lines:
        for value, page in zip(values, pages, strict=True):
            title = f"{value.title} – {value.entrant}"
            print(json.dumps({"title": title, "marks": [_plain(ink) for ink in _moving(page)]}), file=lines)
    first = diploma.layout(values[0], SAY)[0]
    still = [_plain(shape) for ink in inks(first.marks) if isinstance(ink, Art) for shape in ink.shapes]
    (folder / "still.json").write_text(json.dumps({"size": list(first.size), "still": still}), "utf-8")
    (folder / "rows.json").write_text(json.dumps(_rows(ranking)), "utf-8")


def _pickled(file: Path, values: list[Any]) -> None:
    with file.open("wb") as out:
        for value in values:
            pickle.dump(value, out)


def _rows(ranking: Standings) -> list[list[str]]:
    return [
        [
            f"{each.place}.",
            each.name,
            each.where,
            f"{float(each.points):.1f} %".replace(".", ","),
            "6",
            each.award,
        ]
        for each in ranking.groups[0].ranked
    ]


def _moving(page: Page) -> list[Ink]:
    return [ink for ink in inks(page.marks) if not isinstance(ink, Art)]


def _plain(ink: Ink) -> dict[str, Any]:
    match ink:
        case Text():
            colour = list(ink.colour)
            said = {"text": ink.text, "x": ink.x, "y": ink.y, "size": ink.size, "track": ink.track}
            return {"kind": "text", "face": str(ink.face), "colour": colour, **said}
        case Squares():
            said = {"x": ink.x, "y": ink.y, "module": ink.module, "size": ink.size}
            return {"kind": "squares", "runs": ink.runs, **said}
        case Shape():
            pen = {"colour": list(ink.pen.colour), "width": ink.pen.width} if ink.pen else None
            return {
                "kind": "shape",
                "steps": ink.steps,
                "fill": list(ink.fill) if ink.fill else None,
                "pen": pen,
            }
        case _:
            raise TypeError(type(ink))


def _apart(engine: str, task: str, count: int, handed: Path) -> Figures:
    """The same in a process of its own, so that its memory is its own."""
    module = "benchmarks.ours" if engine == "incognito" else "benchmarks.peers"
    command = [sys.executable, "-m", module, engine, task, "--count", str(count), "--handed", str(handed)]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return Figures(**json.loads(run.stdout.splitlines()[-1]))


def _told(found: list[Figures], say: Callable[[str], None]) -> None:
    for task in TASKS:
        rows = [each for each in found if each.task == task]
        ours = next(each for each in rows if each.engine == "incognito")
        say(f"\n{task}: {ours.files} files")
        for each in rows:
            speed = each.files / each.cpu
            ratio = (each.cpu / each.files) / (ours.cpu / ours.files)
            say(
                f"  {each.engine:10} {1000 * each.cpu / each.files:9.2f} ms CPU a file  {speed:8.1f} files a CPU-second"
                f"  (ours: {ratio:5.2f} times as fast)  peak {each.peak:6.1f} MB  {each.size / 1024:8.1f} kB a file"
            )


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--diplomas", type=int, default=1000)
    asked.add_argument("--rankings", type=int, default=3)
    given = asked.parse_args()
    place = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
    scratch = Path(tempfile.mkdtemp(dir=place))
    try:
        print(", ".join(f"{name} {version(name)}" for name in ("fpdf2", "typst", "reportlab")))
        hand_over(scratch, diplomas=given.diplomas, rankings=given.rankings)
        counts = {"diplomas": given.diplomas, "ranking": given.rankings}
        _told([_apart(engine, task, counts[task], scratch) for task in TASKS for engine in ENGINES], print)
    finally:
        shutil.rmtree(scratch)
