"""`incognito check`: everything that is wrong with settings, an edition or single checklists, without Telegram."""

from __future__ import annotations

import sys
from pathlib import Path

from bot import config, rulebook, stamping
from bot.clock import Clock
from bot.config import Config
from bot.phrases import catalogue
from contest.checklist import Checklist
from contest.checklist_file import parse
from contest.mistakes import Mistakes, mistake, tell
from reports.numbers import decimal


def report(settings: Path | None, files: list[Path]) -> int:
    """Print what was found. 0 when all is well, 2 otherwise."""
    say = catalogue().plain("pl")
    wrong = 0
    folders = [file for file in files if file.is_dir()]
    if settings is not None or not files:
        try:
            found = config.load(settings or Path("config.toml"))
            folders.append(found.edition_folder)
            _seal(found)
        except Mistakes as refused:
            wrong += _complain(refused)
    for folder in folders:
        try:
            rules, _ = rulebook.read(folder)
        except Mistakes as found:
            wrong += _complain(found)
        else:
            said = rules.settings
            print(
                say(
                    "cli-check-edition",
                    name=said.name,
                    channels=len(said.channels),
                    groups=len(said.groups),
                    scenarios=len(rules.current_scenarios.items),
                )
            )
    for file in files:
        if not file.is_dir():
            wrong += _one(file)
    if wrong:
        print(say("cli-check-found", count=wrong), file=sys.stderr)
    return 2 if wrong else 0


def _seal(settings: Config) -> None:
    """Whose electronic seal documents get, where one is set up. Raises `Mistakes`."""
    say = catalogue().plain("pl")
    if seal := stamping.own_seal(settings, Clock().now()):
        print(say("cli-check-seal", **stamping.told(seal)))


def _one(file: Path) -> int:
    say = catalogue().plain("pl")
    try:
        checklist = read(file)
    except Mistakes as found:
        return _complain(found)
    print(say("cli-check-good", file=file.name))
    for title, share in shares(checklist):
        print("   " + say("cli-check-share", section=title, share=share))
    return 0


def read(file: Path) -> Checklist:
    """A checklist of one's own, named in its complaints."""
    try:
        return parse(file.read_text("utf-8"), file=file.name)
    except OSError:
        raise Mistakes([mistake("no-file")]).within("file", str(file)) from None
    except UnicodeDecodeError:
        raise Mistakes([mistake("not-utf8")]).within("file", str(file)) from None


def shares(checklist: Checklist) -> list[tuple[str, str]]:
    """Each section's share of the points: a long section must not outvote a heavy one unnoticed."""
    say = catalogue().plain("pl")
    weights = [
        (section.title, section.weight * sum(question.weight for question in section.questions))
        for section in checklist.sections
    ]
    total = sum(weight for _, weight in weights)
    return [(title, decimal(say, weight * 100 / total)) for title, weight in weights if weight]


def _complain(found: Mistakes) -> int:
    say = catalogue().plain("pl")
    for complaint in found.found:
        print(tell(say, complaint), file=sys.stderr)
    return len(found.found)
