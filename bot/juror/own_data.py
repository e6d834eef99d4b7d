"""/moje_dane: everything that is held about the person who asks, to read and to take away.

The text is a count of what there is; the JSON file holds all of it, with every answer as it was given. Neither is kept
once it is sent, for both say who it is.
"""

from __future__ import annotations

from datetime import datetime

from bot.house import Turn
from bot.juror.held import OwnData, Profile, as_json, gather
from bot.messages import SendText, shorten
from bot.moments import when
from bot.organiser.showing import show as show_lines
from bot.zones import place
from contest.clock import to_local


async def show(turn: Turn, _: str) -> None:
    """The text, and the same as a file; the journal learns that it was asked for."""
    found = await gather(turn)
    await turn.note("data.show", turn.person.code)
    await show_lines(turn, await _lines(turn, found), fleeting=True)
    name = turn.say("own-data-file", code=found.code)
    await turn.tell(SendText(name=f"{name}.json", text=as_json(found), caption=turn.say("own-data-caption")))


async def _lines(turn: Turn, found: OwnData) -> list[str]:
    """The same for reading: what there is, and how much of it."""
    say = turn.say
    lines = [
        say("own-data-head", code=found.code),
        "",
        say("own-data-account", account=str(found.telegram_id), name=found.name or "–"),
        say("own-data-language", language=say(f"language-{found.language}")),
        *([say("own-data-zone", place=place(found.zone, say))] if found.zone else []),
        say("own-data-roles", roles=", ".join(say(f"role-{role}") for role in found.roles)),
        say("own-data-since", when=_moment(turn, found.known_since)),
    ]
    if found.consented_at is not None:
        lines.append(
            say("own-data-consent", consent=found.consent or "–", when=_moment(turn, found.consented_at))
        )
    else:
        lines.append(say("own-data-no-consent"))
    lines += [say("own-data-invitation", note=one.note) for one in found.invitations if one.note]
    if found.interests:
        names = ", ".join(one.entrant for one in found.interests)
        lines.append(say("own-data-interests", names=shorten(names, 600)))
    if found.juror is not None:
        lines += ["", *_profile_lines(turn, found.juror)]
        lines += ["", *_work_lines(turn, found)]
    return [*lines, "", say("own-data-kept", messages=found.messages_kept, entries=found.journal_entries)]


def _profile_lines(turn: Turn, juror: Profile) -> list[str]:
    channels = ", ".join(turn.house.rules.channel_name(channel) for channel in juror.channels)
    lines = [
        turn.say("own-data-regions", regions=", ".join(juror.regions) or "–"),
        turn.say("own-data-channels", channels=channels or "–"),
        turn.say("own-data-capacity", capacity=juror.capacity),
    ]
    if juror.home:
        lines.append(turn.say("own-data-home", home=shorten(juror.home, 100)))
    if juror.conflicts:
        names = ", ".join(conflict.entrant for conflict in juror.conflicts)
        lines.append(turn.say("own-data-conflicts", names=shorten(names, 600)))
    if juror.conflicts_note:
        lines.append(turn.say("own-data-conflicts-note", note=shorten(juror.conflicts_note, 300)))
    return lines


def _work_lines(turn: Turn, found: OwnData) -> list[str]:
    """Assignments by state, and how many answers, photos and questions there are."""
    by_state: dict[str, int] = {}
    for task in found.assignments:
        by_state[task.state] = by_state.get(task.state, 0) + 1
    own = (found.registration, found.training, found.calibration)
    interviews = [*own, *(task.interview for task in found.assignments)]
    answers = sum(len(one.answers) for one in interviews if one)
    photos = sum(len(one.photos) for one in interviews if one)
    return [
        turn.say("own-data-assignments", count=len(found.assignments)),
        *(
            turn.say("own-data-state", state=turn.say(f"state-{state}"), count=count)
            for state, count in by_state.items()
        ),
        turn.say("own-data-answers", answers=answers, photos=photos, questions=len(found.questions)),
    ]


def _moment(turn: Turn, at: datetime) -> str:
    return turn.say("own-data-moment", moment=when(turn, at), year=str(to_local(at, turn.calendar.wall).year))
