"""`make documents`: our documents against typst and reportlab, in one run on one machine, CPU time and peak memory.

Every engine makes the same things in a process of its own: diplomas, one file each (frame, rosette and seal as vectors,
the same lines of text, a QR code whose matrix is ready before the clock starts), and a ranking of 2,000 rows in one file.
Ours lays out, fits and balances the lines; the peers are handed finished lines, shapes and codes as JSON and never load
our code. Ours and typst's files are tagged, reportlab's are not. CPU time of the process; wall time tells nothing on a
shared machine.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bot.phrases import Phrases
from reports import diploma, proof, standings
from reports.diploma import Diploma, Signature
from reports.marks import Art, Ink, Page, Shape, Squares, Text, inks
from reports.qr import qr
from reports.standings import Group, Ranked, Rules, Standings
from reports.theme import Colour

ENGINES = ("incognito", "typst", "reportlab")
TASKS = ("diplomas", "ranking")
SAY = Phrases().plain("pl")
MADE_AT = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)
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


def timed(engine: str, task: str, work: Iterator[bytes], folder: Path) -> dict[str, Any]:
    """Do the work, whose first file is not counted: it is the one that warms up."""
    next(work)
    started, written, done = time.process_time(), 0, 0
    for data in work:
        (folder / f"{done}.pdf").write_bytes(data)
        done, written = done + 1, written + len(data)
    cpu = time.process_time() - started
    peak = peak_memory()
    return {"engine": engine, "task": task, "files": done, "cpu": cpu, "peak": peak, "size": written // done}


def peak_memory() -> float:
    """MB: the high-water mark of this process alone; `getrusage` would start from its parent's."""
    found = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text("ascii"))
    assert found is not None
    return int(found[1]) / 1024


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


def diplomas(count: int) -> Iterator[bytes]:
    """Our diplomas, after one that is not counted."""
    values = list(_values(count))
    for value in values:
        qr(value.code, 0, 0, 28, colour=Colour(0, 0, 0))  # the matrix is ready before the clock starts
    yield diploma.draw(values[0], SAY, MADE_AT)
    for value in values:
        yield diploma.draw(value, SAY, MADE_AT)


def rankings(count: int) -> Iterator[bytes]:
    """Our rankings, after an empty one that is not counted."""
    value = _ranking()
    yield standings.draw(replace(value, groups=()), SAY, MADE_AT)
    for index in range(count):
        yield standings.draw(value, SAY, MADE_AT + timedelta(days=index))


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


def prepared(count: int) -> dict[str, Any]:
    """What the peers are handed: our own page apart into what stays and what changes, and the rows of the ranking."""
    pages = [(value, diploma.layout(value, SAY)[0]) for value in _values(count)]
    first = pages[0][1]
    still = [shape for ink in inks(first.marks) if isinstance(ink, Art) for shape in ink.shapes]
    return {
        "size": list(first.size),
        "still": [_plain(shape) for shape in still],
        "documents": [
            {"title": f"{value.title} – {value.entrant}", "marks": [_plain(ink) for ink in _moving(page)]}
            for value, page in pages
        ],
        "rows": [
            [
                f"{each.place}.",
                each.name,
                each.where,
                f"{float(each.points):.1f} %".replace(".", ","),
                "6",
                each.award,
            ]
            for each in _ranking().groups[0].ranked
        ],
    }


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
    module = "benchmarks.documents" if engine == "incognito" else "benchmarks.peers"
    command = [
        sys.executable,
        "-m",
        module,
        "--one",
        engine,
        task,
        "--count",
        str(count),
        "--handed",
        str(handed),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
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
    asked.add_argument("--one", nargs=2, metavar=("ENGINE", "TASK"), help="one engine in this process")
    asked.add_argument("--count", type=int, default=1)
    asked.add_argument("--handed", type=Path)
    given = asked.parse_args()
    place = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
    scratch = Path(tempfile.mkdtemp(dir=place))
    try:
        if given.one:
            engine, task = given.one
            print(
                json.dumps(
                    timed(engine, task, (diplomas if task == "diplomas" else rankings)(given.count), scratch)
                )
            )
            sys.exit()
        print(", ".join(f"{name} {version(name)}" for name in ("fpdf2", "typst", "reportlab")))
        handed = scratch / "handed.json"
        handed.write_text(json.dumps(prepared(given.diplomas)), "utf-8")
        counts = {"diplomas": given.diplomas, "ranking": given.rankings}
        _told([_apart(engine, task, counts[task], handed) for task in TASKS for engine in ENGINES], print)
    finally:
        shutil.rmtree(scratch)
