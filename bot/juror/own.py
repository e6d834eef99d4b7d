"""What belongs to a person rather than to an assignment: greeting, help, language."""

from __future__ import annotations

from collections.abc import Iterable

from bot.house import Turn, refuse
from bot.juror import conversation
from bot.menu import menu, phrase_of
from bot.messages import Button, Send, SetMenu
from bot.phrases import LANGUAGES
from storage import people, sessions


async def start(turn: Turn, words: Iterable[str]) -> None:
    """/start by somebody known: the interview on the table, or what can be done."""
    if "juror" in turn.person.roles and await sessions.on_table(turn.tx, turn.person.code) is not None:
        await conversation.go_on(turn)
        return
    await help_(turn, words)


async def help_(turn: Turn, words: Iterable[str]) -> None:
    """/pomoc: the commands that this person may use; an interview stays where it is."""
    lines = [turn.say("help-head", code=turn.person.code), ""]
    lines += [turn.say("help-line", command=word, told=turn.say(phrase_of(word))) for word in words]
    if "expert" in turn.person.roles:
        lines += ["", turn.say("help-expert")]
    await turn.tell(Send(text="\n".join(lines)))


async def language(turn: Turn, _: str) -> None:
    row = tuple(Button(label=turn.say(f"language-{name}"), data=f"lang:{name}") for name in LANGUAGES)
    await turn.tell(Send(text=turn.say("language-which"), rows=(row,)))


async def language_chosen(turn: Turn, parts: list[str]) -> None:
    if parts[0] not in LANGUAGES:
        raise refuse("dead-button")
    await people.speak(turn.tx, turn.person.code, parts[0])
    known = await people.find(turn.tx, turn.person.code)
    assert known is not None
    turn.person = known
    turn.toast(turn.say("language-set"))
    if "juror" in known.roles and await sessions.on_table(turn.tx, known.code) is not None:
        await conversation.go_on(turn, above=turn.say("language-set"))
    else:
        await turn.write("language-set")
    await turn.tell(SetMenu(commands=menu(turn.house.phrases.plain(known.language))))


async def lost(turn: Turn) -> None:
    """A text that answers nothing: said so, and the current question again if there is one."""
    number = await sessions.on_table(turn.tx, turn.person.code)
    if "juror" in turn.person.roles and number is not None:
        await conversation.go_on(turn, above=turn.say("words-not-bound"))
    else:
        await turn.write("words-unknown")
