"""Stages for the stories: one that many share, and one for each story that moves the clock or hurts the bot."""

from __future__ import annotations

import asyncio
import fcntl
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from tests.stories import theatre
from tests.stories.theatre import Actor, Golden, World
from tests.untrained import without_training

PHONES, VISITS = 34, 4
"""Jurors of the shared world, each with one assignment offered: by phone, and by a visit."""
CONTACTS = 15


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="keep the conversations as they are now")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(bool(request.config.getoption("--rewrite", default=False)))


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of a run share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "stories"
    folder.mkdir(exist_ok=True)
    return folder


async def _once(workshop: Path, name: str, prepare: Callable[[Path], Awaitable[None]]) -> Path:
    """Prepared by whichever worker comes first; the others wait for it."""
    done = workshop / name
    with (workshop / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            await prepare(done)
    return done


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def edition(workshop: Path) -> Path:
    """The shipped edition with one cover story a channel, where jurors work from the first day."""

    async def prepare(folder: Path) -> None:
        without_training(theatre.one_story_a_channel(folder))

    return await _once(workshop, "edition", prepare)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def offered(workshop: Path, edition: Path) -> Path:
    """Everybody is registered and has one offer on the table."""

    async def prepare(folder: Path) -> None:
        async with theatre.world(workshop / "offered-stage", edition) as made:
            await theatre.open_edition(made, PHONES)
            await theatre.enrol(made, [(["Wizyty"], 1)] * VISITS + [(["Rozmowy telefoniczne"], 1)] * PHONES)
            await theatre.approve_plan(made)
            await made.stage.quiet()
            await theatre.keep(made, folder)

    return await _once(workshop, "offered", prepare)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def submitted(workshop: Path, edition: Path) -> Path:
    """Three libraries, four jurors, all fifteen contacts submitted and none checked."""

    async def prepare(folder: Path) -> None:
        async with theatre.world(workshop / "submitted-stage", edition) as made:
            await theatre.open_edition(made, 3)
            everything = [
                "Wizyty",
                "Rozmowy telefoniczne",
                "E-maile",
                "Media społecznościowe",
                "Strony internetowe",
            ]
            team = await theatre.enrol(made, [(everything, 4)] * 4)
            await theatre.approve_plan(made)
            await made.stage.quiet()
            assert sum(await asyncio.gather(*map(theatre.carry_out_all, team))) == CONTACTS
            await made.stage.quiet()
            await theatre.keep(made, folder)

    return await _once(workshop, "submitted", prepare)


@pytest_asyncio.fixture(loop_scope="session")
async def waiting(submitted: Path, edition: Path, tmp_path: Path) -> AsyncIterator[World]:
    """An edition in which everything is submitted and waits for a check."""
    async with theatre.world(tmp_path / "stage", edition, like=submitted) as made:
        yield made


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared(
    offered: Path, edition: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[World]:
    """A world in which each story takes people of its own and leaves the clock alone."""
    async with theatre.world(tmp_path_factory.mktemp("shared") / "stage", edition, like=offered) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="session")
async def alone(offered: Path, edition: Path, tmp_path: Path) -> AsyncIterator[World]:
    """The same world for one story only: its clock may run and its bot may be hurt."""
    async with theatre.world(tmp_path / "stage", edition, like=offered) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="session")
async def empty(edition: Path, tmp_path: Path) -> AsyncIterator[World]:
    """An edition that nobody has begun yet."""
    async with theatre.world(tmp_path / "stage", edition) as made:
        yield made


async def _take(made: World, first: int, last: int) -> Actor:
    """The next juror nobody has used, with the offer on the screen."""
    juror = made.jurors[first + made.taken]
    made.taken += 1
    assert first + made.taken <= last, "more stories than jurors: prepare more"
    await juror.write("/zadania", sees="Masz 1 zadanie")
    return juror


@pytest_asyncio.fixture(loop_scope="session")
async def juror(shared: World) -> Actor:
    """Somebody with an offer to make a telephone call."""
    return await _take(shared, VISITS, VISITS + PHONES)


@pytest_asyncio.fixture(loop_scope="session")
async def caller(juror: Actor) -> Actor:
    """Somebody at the first question of a telephone interview."""
    await theatre.accept(juror, by="")
    await theatre.begin(juror)
    return juror
