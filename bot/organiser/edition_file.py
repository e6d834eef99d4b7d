"""A checklist, scenarios or the edition itself, sent as TOML: checked, compared with what is in force, published as the next version.

What is under way keeps the version that it was given. Which files an edition is made of (its channels, their checklists) is
decided in its folder on the server; what they say may be decided here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot import planned, rulebook
from bot.house import Rules, Turn, refuse
from bot.organiser.fitting import fixed, misfits
from bot.organiser.importing import complain
from bot.organiser.proposing import propose
from bot.organiser.register import group_name
from bot.organiser.showing import first, show
from contest.assignment import RUNNING, State
from contest.checklist import Checklist
from contest.checklist_file import parse
from contest.dates import put_behind
from contest.edition import EditionSettings, group_of
from contest.edition_file import parse_edition
from contest.mistakes import Mistake, Mistakes, mistake
from contest.revision import Revised, revised
from contest.scenarios import Scenarios, parse_scenarios
from contest.shape import near
from contest.toml import as_list, with_version
from contest.toml import read as read_toml
from storage import assignments, edition, entrants, publications
from storage.publications import Kind

LARGEST = 1024 * 1024
_OPEN = ("preparation", "collecting", "checking")
_SHOWN = 80
"""Letters of a text that is quoted before and after."""

Parsed = Checklist | Scenarios | EditionSettings


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it was sent, sound in itself."""

    kind: Kind
    source: str
    parsed: Parsed


@dataclass(frozen=True, slots=True)
class Publication:
    """What waits for the tap: the file under its next number, and the number of what it was compared with."""

    kind: Kind
    source: str
    before: int


def read(data: bytes, name: str, rules: Rules) -> Draft:
    """What a TOML file is. Raises Mistakes with everything that is wrong in it, or with it in this edition."""
    if len(data) > LARGEST:
        raise Mistakes([mistake("sheet-too-large", most=1)]).within("file", name)
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Mistakes([mistake("not-utf8")]).within("file", name) from None
    table = read_toml(source, file=name).table
    if as_list(table.get("sections")):
        return Draft("checklist", source, parse(source, file=name))
    if as_list(table.get("scenarios")):
        return Draft("scenarios", source, _scenarios(source, rules.settings, name))
    if table.keys() & {"channels", "groups", "awards"}:
        return Draft("edition", source, parse_edition(source, file=name))
    raise Mistakes([mistake("toml-of-no-kind")]).within("file", name)


async def received(turn: Turn, name: str, draft: Draft) -> None:
    """The differences to confirm, or why it cannot be published now."""
    phase = await edition.phase(turn.tx)
    if phase not in _OPEN:
        raise refuse("edition-frozen")
    rules = turn.house.rules
    draft = await _dated(turn, draft)
    before = _in_force(rules, draft)
    changes = revised(before, draft.parsed)
    faults = [
        *misfits(rules, draft.parsed, before),
        *_fixed(draft, changes, phase),
        *_past(turn, before, draft.parsed),
        *await _strangers(turn, draft.parsed),
    ]
    if faults:
        await complain(turn, name, faults)
        return
    head = turn.say(
        "version-head", name=name, document=draft.parsed.id, kind=draft.kind, version=before.version
    )
    if not changes:
        await show(turn, [head, turn.say("version-nothing")])
        return
    following = (await publications.newest(turn.tx, draft.kind, draft.parsed.id) or before.version) + 1
    if isinstance(draft.parsed, EditionSettings):
        next_ = draft.parsed.model_copy(update={"version": following})
        await rulebook.keep_deciding(turn.tx, next_, turn.at)
    lines = [head, *first(turn, [_line(turn, one) for one in changes])]
    lines += await _consequences(turn, before, draft.parsed)
    source = with_version(draft.source, following)
    await propose(
        turn,
        "version",
        Publication(draft.kind, source, before.version),
        lines=lines,
        yes=turn.say("button-version", version=following),
        no=turn.say("button-reject"),
    )


async def apply(turn: Turn, waiting: Publication) -> None:
    """The confirmed version, if nothing else was published meanwhile."""
    phase = await edition.phase(turn.tx)
    if phase not in _OPEN:
        raise refuse("edition-frozen")
    house = turn.house
    draft = await _dated(turn, Draft(waiting.kind, waiting.source, _parse(waiting, house.rules)))
    before = _in_force(house.rules, draft)
    if before.version != waiting.before or [*_fixed(draft, revised(before, draft.parsed), phase)]:
        raise refuse("version-stale", document=before.id)
    if late := _past(turn, before, draft.parsed):
        raise Mistakes(late)
    if isinstance(draft.parsed, EditionSettings):
        await rulebook.keep_deciding(turn.tx, draft.parsed, turn.at)
    number, by = draft.parsed.version, turn.person.code
    await publications.publish(turn.tx, draft.kind, before.id, number, draft.source, turn.at, by=by)
    if isinstance(before, EditionSettings) and isinstance(draft.parsed, EditionSettings):
        await rulebook.carry_emblem(turn.tx, before, draft.parsed, by=by, at=turn.at)
    rules = await rulebook.in_force(turn.tx, house.rules)
    await planned.plan_dates(replace(house, rules=rules), turn.tx)
    turn.tx.afterwards.append(lambda: setattr(house, "rules", rules))
    await show(turn, [turn.say("version-done", document=before.id, version=number)])


async def _dated(turn: Turn, draft: Draft) -> Draft:
    """The file as it would be read: a date that it leaves as it was stays where /terminy moved it."""
    if not isinstance(draft.parsed, EditionSettings):
        return draft
    return replace(draft, parsed=await rulebook.moved(turn.tx, draft.parsed))


def _fixed(draft: Draft, changes: Sequence[Revised], phase: str) -> list[Mistake]:
    return fixed(changes, phase) if draft.kind == "edition" else []


def _past(turn: Turn, before: Parsed, after: Parsed) -> list[Mistake]:
    """Dates that the file moves to where they would have passed already."""
    if not isinstance(before, EditionSettings) or not isinstance(after, EditionSettings):
        return []
    return [mistake("edition-date-past", key=f"dates.{name}") for name in put_behind(before, after, turn.at)]


def _parse(waiting: Publication, rules: Rules) -> Parsed:
    match waiting.kind:
        case "checklist":
            return parse(waiting.source)
        case "scenarios":
            return _scenarios(waiting.source, rules.settings, "")
        case "edition":
            return parse_edition(waiting.source)


def _scenarios(source: str, settings: EditionSettings, name: str) -> Scenarios:
    channels, kinds = ([one.id for one in these] for these in (settings.channels, settings.kinds))
    return parse_scenarios(source, file=name, channels=channels, kinds=kinds)


def _in_force(rules: Rules, draft: Draft) -> Parsed:
    """What the file would take the place of. Raises Mistakes (`document-unknown`): the edition has no such document."""
    match draft.kind:
        case "checklist":
            known: Mapping[str, Parsed] = rules.in_force
        case "scenarios":
            known = {rules.current_scenarios.id: rules.current_scenarios}
        case "edition":
            known = {rules.settings.id: rules.settings}
    found = known.get(draft.parsed.id)
    if found is None:
        nearest = near(draft.parsed.id, known)
        raise refuse("document-unknown", id=draft.parsed.id, nearest=nearest, known=", ".join(known))
    return found


async def _strangers(turn: Turn, after: Parsed) -> list[Mistake]:
    """Entrants of a kind that the edition would no longer know."""
    if not isinstance(after, EditionSettings):
        return []
    kinds = {kind.id for kind in after.kinds}
    lost = {one.kind for one in await entrants.everything(turn.tx)} - kinds
    return [mistake("edition-lost-kinds", kinds=", ".join(sorted(lost)))] if lost else []


async def _consequences(turn: Turn, before: Parsed, after: Parsed) -> list[str]:
    """Who keeps what they have, and who would be compared with others."""
    if isinstance(after, EditionSettings):
        return await _moved(turn, after)
    hidden = await turn.hidden()
    live = await assignments.in_state(turn.tx, {State.OFFERED, State.SUBMITTED, *RUNNING})
    name = f"{before.id}@{before.version}"
    pinned = sum(name in (task.checklist, task.scenarios) for task in live if task.entrant not in hidden)
    return ["", turn.say("version-pinned", count=pinned, version=before.version)]


async def _moved(turn: Turn, after: EditionSettings) -> list[str]:
    hidden = await turn.hidden()
    known = [one for one in await entrants.everything(turn.tx) if one.id not in hidden]
    groups = [group_of(after, one.kind, one.population) for one in known]
    lost = sum(group is None for group in groups)
    moved = [
        one
        for one, group in zip(known, groups, strict=True)
        if group is not None and group.name != group_name(turn, one)
    ]
    lines = [turn.say("version-moved", count=len(moved))] if moved else []
    lines += [turn.say("version-groupless", count=lost)] if lost else []
    return ["", *lines] if lines else []


def _line(turn: Turn, one: Revised) -> str:
    place = " › ".join(part for part in one.place if part not in ("sections", "questions", "options"))
    before, after = _cut(one.before), _cut(one.after)
    return turn.say(f"revised-{one.what}", place=place, before=before or "–", after=after or "–")


def _cut(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1]}…"
