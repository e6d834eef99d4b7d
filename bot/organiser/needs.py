"""What waits for one person now, by their roles: the lines of the panel and of the digest, each with where it is dealt with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.house import Turn
from bot.messages import Button
from bot.moments import when
from bot.organiser import appealing, nudging, results
from bot.organiser.glance import Glance
from bot.roles import CHECKER, OWNER, PLANNER
from storage import ballots, journal

_NEWEST = 20
"""Grants to look through; there is one for each freeze."""


@dataclass(frozen=True, slots=True)
class Need:
    """The phrase of a line with its number, and the button to where it is dealt with."""

    phrase: str
    count: int
    label: str
    data: str

    @property
    def button(self) -> Button:
        return Button(label=self.label, data=self.data)


async def of(turn: Turn, now: Glance) -> list[Need]:
    """Everything that waits for this person, the most urgent first."""
    mine = turn.person.roles
    found: list[Need] = []
    if now.alarms:
        found.append(_need(turn, "alarms", "p:a:0", len(now.alarms)))
    if mine & PLANNER:
        found += await _for_planner(turn, now)
    waiting = now.contacts["submitted"]
    if mine & CHECKER and waiting:
        found.append(_need(turn, "check", "go:kontrola", waiting))
    if mine & OWNER and now.phase == "checking" and not waiting:
        found.append(_need(turn, "freeze", "go:zamroz"))
    if appealed := await appealing.to_judge(turn):
        found.append(_need(turn, "appeals", "go:odwolania", len(appealed)))
    if mine & OWNER and now.phase == "frozen" and (following := await _until_published(turn)):
        found.append(following)
    return found


def deadline(turn: Turn, phase: str) -> list[str]:
    """The date that this phase runs towards, and how far it is."""
    settings = turn.house.rules.settings
    dates = settings.dates
    towards: Mapping[str, tuple[str, datetime]] = {
        "preparation": ("panel-until-start", dates.collecting_from),
        "collecting": ("panel-until-close", dates.collecting_until),
        "checking": ("panel-until-checked", dates.checking_until),
        "frozen": ("panel-until-results", dates.results_at),
    }
    if phase not in towards:
        return []
    phrase, local = towards[phase]
    at = settings.utc(local)
    days = (turn.house.local(at).date() - turn.house.local(turn.at).date()).days
    left = turn.say("panel-days", days=days) if at > turn.at else turn.say("panel-past")
    return [turn.say(phrase, when=when(turn, at), left=left)]


async def _for_planner(turn: Turn, now: Glance) -> list[Need]:
    found: list[Need] = []
    if now.asked:
        found.append(_need(turn, "answers", "pq:0", now.asked))
    if now.phase not in ("preparation", "collecting"):
        return found
    if not now.entrants:
        found.append(_need(turn, "entrants", "go:uczestnicy"))
    elif not now.jurors:
        found.append(_need(turn, "jurors", "go:zapros"))
    elif now.free:
        found.append(_need(turn, "plan", "go:przydzial", now.free))
    if late := len((await nudging.slow(turn)).readers(nudging.PRESSING)):
        found.append(_need(turn, "nudge", "go:przypomnij", late))
    return found


async def _until_published(turn: Turn) -> Need | None:
    """The next step of an owner between the freeze and the day on which everybody may know."""
    frozen = await results.frozen(turn.tx)
    if frozen is None:
        return None
    grants = await journal.entries(turn.tx, _NEWEST, "awards.grant")
    if all(entry.subject != frozen.digest for entry in grants):
        return _need(turn, "awards", "go:nagrody")
    if running := await ballots.running(turn.tx, frozen.id):
        return _need(turn, "ballots", "go:glosuj", running)
    return _need(turn, "publish", "go:publikuj")


def _need(turn: Turn, name: str, data: str, count: int = 0) -> Need:
    return Need(f"needs-{name}", count, turn.say(f"needs-button-{name}", count=count), data)
