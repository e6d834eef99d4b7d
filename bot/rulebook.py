"""The rules of the edition: read whole from its folder, complained about whole, and published.

What was published once never changes, and an assignment keeps the version that it was given. In force is the newest
version of each file, whichever way it came: from the folder when the bot started, or from an organiser in the chat.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from bot.house import Rules
from contest.checklist import Checklist
from contest.checklist_file import parse
from contest.dates import in_order, local, with_dates
from contest.edition import EditionSettings
from contest.edition_file import parse_edition
from contest.mistakes import Mistake, Mistakes, mistake
from contest.scenarios import Scenarios, parse_scenarios
from contest.training import Step, lacks
from reports import emblem
from storage import edition, publications
from storage.database import Database, Reading, Writing

T = TypeVar("T")


@dataclass
class Folder:
    """The files of an edition as they were read, and everything that was wrong with them."""

    home: Path
    found: list[Mistake] = field(default_factory=list)
    sources: list[tuple[publications.Kind, str, int, str]] = field(
        default_factory=list
    )  # kind, id, version, text

    def read(self, file: str, parse_text: Callable[[str], T]) -> tuple[str, T] | None:
        """The text of a file and what it says; None, with the complaint kept, when it cannot be had."""
        try:
            text = (self.home / file).read_text("utf-8")
            return text, parse_text(text)
        except OSError:
            self.found.append(mistake("no-file").within("file", file))
        except UnicodeDecodeError:
            self.found.append(mistake("not-utf8").within("file", file))
        except Mistakes as complaints:
            self.found += complaints.found
        return None

    def checklist(self, file: str) -> Checklist | None:
        got = self.read(file, lambda text: parse(text, file=file))
        if got is None:
            return None
        text, checklist = got
        self.sources.append(("checklist", checklist.id, checklist.version, text))
        return checklist

    def settings(self) -> EditionSettings | None:
        got = self.read("edition.toml", lambda text: parse_edition(text, file="edition.toml"))
        if got is None:
            return None
        text, settings = got
        self.sources.append(("edition", settings.id, settings.version, text))
        return settings

    def emblem(self, settings: EditionSettings) -> None:
        """The organiser's emblem, if the edition names one: part of the edition, published with each of its versions."""
        name = settings.diplomas.emblem
        if not name:
            return
        try:
            data = (self.home / name).read_bytes()
            emblem.read(data, name)
        except OSError:
            self.found.append(mistake("no-file").within("file", name))
        except Mistakes as complaints:
            self.found += complaints.found
        else:
            text = base64.b64encode(data).decode()
            self.sources.append(("edition", _emblem(settings), settings.version, text))

    def steps(self, settings: EditionSettings) -> dict[Step, Checklist]:
        """The checklists of the training, each with what it lacks to be one."""
        named: tuple[tuple[Step, str | None], ...] = (
            ("training", settings.training.practice),
            ("calibration", settings.training.calibration),
        )
        made: dict[Step, Checklist] = {}
        for step, file in named:
            checklist = self.checklist(file) if file is not None else None
            if file is not None and checklist is not None:
                self.found += [fault.within("file", file) for fault in lacks(checklist, step)]
                made[step] = checklist
        return made

    def scenarios(self, settings: EditionSettings) -> Scenarios | None:
        file = settings.scenarios
        channels = [channel.id for channel in settings.channels]
        got = self.read(file, lambda text: parse_scenarios(text, file=file, channels=channels))
        if got is None:
            return None
        text, scenarios = got
        self.sources.append(("scenarios", scenarios.id, scenarios.version, text))
        return scenarios


async def emblem_of(db: Reading, settings: EditionSettings) -> bytes:
    """The emblem's file as it was published with this version of the edition; empty when it has none."""
    if not settings.diplomas.emblem:
        return b""
    text = await publications.source(db, "edition", _emblem(settings), settings.version)
    assert text is not None, "an edition is published with its emblem"
    return base64.b64decode(text)


def read(home: Path) -> tuple[Rules, Folder]:
    """The whole folder. Raises Mistakes with everything that is wrong in any of its files."""
    folder = Folder(home)
    settings = folder.settings()
    if settings is None:
        raise Mistakes(folder.found)
    current = {channel.id: folder.checklist(channel.checklist) for channel in settings.channels}
    registration = folder.checklist(settings.registration)
    steps = folder.steps(settings)
    scenarios = folder.scenarios(settings)
    folder.emblem(settings)
    folder.found += _strays(settings, {name: found for name, found in current.items() if found})
    if folder.found or registration is None or scenarios is None:
        raise Mistakes(folder.found)
    known = {name: checklist for name, checklist in current.items() if checklist is not None}
    pinned = {checklist.name: checklist for checklist in (*known.values(), registration, *steps.values())}
    rules = Rules(settings, pinned, known, registration, {_name(scenarios): scenarios}, scenarios, steps)
    return rules, folder


async def publish(home: Path, db: Database, at: datetime) -> Rules:
    """The rules in force. Raises Mistakes also when a published version has another text now."""
    rules, folder = read(home)

    async def act(tx: Writing) -> Rules:
        await keep_deciding(tx, rules.settings, at)
        for kind, name, version, text in folder.sources:
            await publications.publish(tx, kind, name, version, text, at=at)
        return await in_force(tx, rules)

    return await db.transact(act)


async def moved(db: Reading, settings: EditionSettings) -> EditionSettings:
    """The settings with the dates that organisers moved in the chat.

    A file that has another date now than it had then is heard again; so is a file whose other dates leave no room for them.
    """
    dates = {
        one.name: one.moved_to
        for one in await edition.moved_dates(db)
        if local(settings, one.name) == one.moved_from
    }
    found = with_dates(settings, dates)
    return found if in_order(found) else settings


async def in_force(db: Reading, rules: Rules) -> Rules:
    """The newest version of everything that these rules hold, and every older one that an assignment may be pinned to."""
    settings = rules.settings
    number = await publications.newest(db, "edition", settings.id)
    if number is not None and number > settings.version:
        source = await publications.source(db, "edition", settings.id, number)
        assert source is not None, "its version was just read"
        settings = parse_edition(source)
    settings = await moved(db, settings)
    checklists, channels = dict(rules.checklists), [channel.id for channel in settings.channels]
    for old in await publications.everything(db, "checklist"):
        if f"{old.id}@{old.version}" not in checklists:
            checklists[f"{old.id}@{old.version}"] = parse(old.source)
    scenarios = dict(rules.scenarios)
    for old in await publications.everything(db, "scenarios"):
        if f"{old.id}@{old.version}" not in scenarios:
            scenarios[f"{old.id}@{old.version}"] = parse_scenarios(old.source, file="", channels=channels)

    def newest(held: Checklist) -> Checklist:
        same = (one for one in checklists.values() if one.id == held.id)
        return max(same, key=lambda one: one.version)

    mine = rules.current_scenarios
    return replace(
        rules,
        settings=await moved(db, settings),
        checklists=checklists,
        current={channel: newest(held) for channel, held in rules.current.items()},
        registration=newest(rules.registration),
        scenarios=scenarios,
        current_scenarios=max(
            (one for one in scenarios.values() if one.id == mine.id), key=lambda one: one.version
        ),
        steps={step: newest(held) for step, held in rules.steps.items()},
    )


async def keep_deciding(tx: Reading, settings: EditionSettings, at: datetime) -> None:
    """What decides places is settled before collecting starts; a later version may not change it.

    The start is that of the version in force, so that it cannot be put off to change the rules of a game that is under way.
    Raises Mistakes (`ranking-fixed`).
    """
    version = await publications.newest(tx, "edition", settings.id)
    if version is None or version >= settings.version:
        return  # there is nothing before it, or it is not in force itself
    source = await publications.source(tx, "edition", settings.id, version)
    assert source is not None, "its version was just read"
    before = await moved(tx, parse_edition(source))
    if before.ranking != settings.ranking and before.utc(before.dates.collecting_from) <= at:
        fixed = mistake("ranking-fixed", version=version, decides=before.ranking.decides)
        raise Mistakes([fixed.within("file", "edition.toml")])


def _strays(settings: EditionSettings, checklists: dict[str, Checklist]) -> list[Mistake]:
    """A checklist that belongs to another channel than the one that names it."""
    return [
        mistake("checklist-of-other-channel", channel=channel.id, found=checklist.channel).within(
            "file", channel.checklist
        )
        for channel in settings.channels
        if (checklist := checklists.get(channel.id)) and checklist.channel != channel.id
    ]


async def carry_emblem(
    tx: Writing, before: EditionSettings, after: EditionSettings, *, by: str, at: datetime
) -> None:
    """The emblem goes along to a new version of the edition, which names the same file."""
    text = await publications.source(tx, "edition", _emblem(before), before.version)
    if text is not None:
        await publications.publish(tx, "edition", _emblem(after), after.version, text, at, by=by)


def _emblem(settings: EditionSettings) -> str:
    return f"{settings.id}.emblem"


def _name(scenarios: Scenarios) -> str:
    return f"{scenarios.id}@{scenarios.version}"
