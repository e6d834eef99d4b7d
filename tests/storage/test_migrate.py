"""The schema grows in whole steps; what is not ours, or not ours yet, is left alone."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import sys
import textwrap
from pathlib import Path

import pytest

from contest.mistakes import Mistakes
from storage import migrate
from storage.database import Database

GOLDEN = Path(__file__).parents[1] / "golden" / "schema.sql"


def steps(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, sql in files.items():
        (folder / f"{name.removeprefix('m')}.sql").write_text(sql)
    return folder


async def codes(path: Path, migrations: Path = migrate.HOME) -> list[str]:
    with pytest.raises(Mistakes) as caught:
        await Database.open(path, migrations=migrations)
    return [found.code for found in caught.value.found]


def schema(path: Path) -> tuple[int, list[str]]:
    connection = sqlite3.connect(path)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        return version, [row[0] for row in connection.execute("SELECT name FROM sqlite_master ORDER BY name")]
    finally:
        connection.close()


async def test_the_schema_is_the_one_that_was_reviewed(db: Database) -> None:
    """Delete the golden file and run the test to write it anew; then read the difference."""
    rows = await db.reading.all(str, "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
    found = "\n\n".join(f"{sql};" for sql in rows) + "\n"
    if not GOLDEN.exists():
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(found)

    assert found == GOLDEN.read_text()


async def test_every_table_is_strict(db: Database) -> None:
    loose = await db.reading.all(
        str, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict"
    )

    assert loose == ["sqlite_schema"]


async def test_a_database_grows_by_the_steps_that_it_misses(tmp_path: Path) -> None:
    path, folder = tmp_path / "contest.db", tmp_path / "migrations"
    steps(folder, m0001_first="CREATE TABLE one (a TEXT) STRICT; INSERT INTO one VALUES ('kept')")
    await (await Database.open(path, migrations=folder)).close()
    steps(folder, m0002_second="CREATE TABLE two (b TEXT) STRICT;\n-- the end")
    db = await Database.open(path, migrations=folder)
    kept = await db.reading.all(str, "SELECT a FROM one")
    await db.close()

    assert (kept, schema(path)) == (["kept"], (2, ["one", "two"]))
    assert schema(tmp_path / "contest.v1.db") == (1, ["one"])  # as it was before


async def test_a_step_that_fails_leaves_neither_table_nor_number(tmp_path: Path) -> None:
    path, folder = tmp_path / "contest.db", tmp_path / "migrations"
    steps(folder, m0001_first="CREATE TABLE one (a TEXT) STRICT")
    steps(folder, m0002_second="CREATE TABLE two (b TEXT) STRICT; INSERT INTO nowhere VALUES (1)")
    assert await codes(path, folder) == ["migration-failed"]
    assert schema(path) == (1, ["one"])


async def test_a_step_that_breaks_references_is_undone(tmp_path: Path) -> None:
    path, folder = tmp_path / "contest.db", tmp_path / "migrations"
    steps(
        folder,
        m0001_first="CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a INTEGER REFERENCES a (id));"
        "INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)",
        m0002_second="DELETE FROM a",
    )
    assert await codes(path, folder) == ["migration-failed"]
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT id FROM a").fetchall()
    connection.close()
    assert (rows, schema(path)[0]) == ([(1,)], 1)


async def test_a_process_killed_in_the_middle_of_a_step_starts_again_as_if_it_had_not(tmp_path: Path) -> None:
    path, folder = tmp_path / "contest.db", tmp_path / "migrations"
    steps(folder, m0001_first="CREATE TABLE one (a TEXT) STRICT")
    await (await Database.open(path, migrations=folder)).close()
    # The step reaches its second table, writes enough to reach the disk, and calls for its own death.
    steps(
        folder,
        m0002_second="CREATE TABLE two (b BLOB); INSERT INTO two VALUES (zeroblob(20000000)); SELECT die();"
        " CREATE TABLE three (c TEXT)",
    )
    script = textwrap.dedent(
        f"""
        import os, signal, sqlite3
        connection = sqlite3.connect({str(path)!r}, isolation_level=None)
        connection.create_function("die", 0, lambda: os.kill(os.getpid(), signal.SIGKILL))
        step = open({str(folder / "0002_second.sql")!r}).read()
        connection.executescript("BEGIN IMMEDIATE;" + step + ";PRAGMA user_version = 2;")
        """
    )
    died = await asyncio.create_subprocess_exec(sys.executable, "-c", script)
    assert await died.wait() == -signal.SIGKILL
    assert schema(path) == (1, ["one"])

    steps(folder, m0002_second="CREATE TABLE two (b BLOB); CREATE TABLE three (c TEXT)")
    await (await Database.open(path, migrations=folder)).close()
    assert schema(path) == (2, ["one", "three", "two"])


async def test_a_database_of_a_newer_program_is_refused_and_untouched(tmp_path: Path) -> None:
    path, folder = tmp_path / "contest.db", tmp_path / "migrations"
    steps(folder, m0001_first="CREATE TABLE one (a TEXT)", m0002_second="CREATE TABLE two (a TEXT)")
    await (await Database.open(path, migrations=folder)).close()
    (folder / "0002_second.sql").unlink()

    assert await codes(path, folder) == ["newer-database"]
    assert schema(path) == (2, ["one", "two"])


async def test_somebody_elses_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "contest.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE photos (id INTEGER)")
    connection.close()

    assert await codes(path) == ["foreign-database"]
    assert schema(path) == (0, ["photos"])


async def test_a_gap_and_a_double_among_the_steps_are_named(tmp_path: Path) -> None:
    gap = steps(tmp_path / "gap", m0001_a="SELECT 1", m0003_c="SELECT 1")
    double = steps(tmp_path / "double", m0001_a="SELECT 1", m0001_b="SELECT 1")

    assert await codes(tmp_path / "gap.db", gap) == ["migration-gap"]
    assert await codes(tmp_path / "double.db", double) == ["migration-doubled"]


async def test_a_database_that_another_program_holds_is_named(tmp_path: Path, db: Database) -> None:
    holder = sqlite3.connect(tmp_path / "held.db", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        assert await codes(tmp_path / "held.db") == ["storage-busy"]
    finally:
        holder.close()
