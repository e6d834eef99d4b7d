"""A chat as people see it: what is on the screen, and waiting for what the bot does next."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.sandbox import transcript
from bot.sandbox.state import Chat, Happening, Seen
from bot.sandbox.world import World

Wanted = str | Callable[[Seen], bool]


class NothingCame(TimeoutError):  # noqa: N818 -- said as it is heard: nothing came
    """The bot did not do what was waited for; the text shows the screen as it is."""


class Window:
    """One chat on the screen. `next` and `expect` read forward: what was returned or passed over is read."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self._chat = chat
        self._read = 0

    @property
    def id(self) -> int:
        return self._chat.id

    @property
    def chat(self) -> tuple[Seen, ...]:
        """The visible messages, oldest first; what was deleted is gone."""
        return tuple(message.seen() for message in self._chat.visible())

    @property
    def last(self) -> Seen:
        """The newest visible message of the bot."""
        for message in reversed(self._chat.messages.values()):
            if message.sender.is_bot and not message.deleted:
                return message.seen()
        raise LookupError("the bot has said nothing here")

    @property
    def keyboard(self) -> tuple[tuple[str, ...], ...]:
        """The labels of the reply keyboard under the input field."""
        return self._chat.keyboard

    @property
    def history(self) -> tuple[Happening, ...]:
        """All that happened in the chat since the beginning."""
        return tuple(self._chat.history)

    def screen(self) -> str:
        """The visible messages as text."""
        return transcript.screen(self.chat, self.keyboard)

    def transcript(self) -> str:
        """All that happened, line by line."""
        return transcript.conversation(self._chat.history)

    def unread(self) -> tuple[Seen, ...]:
        """What the bot has sent or edited and nobody has read yet; reads it."""
        news = []
        while (seen := self._step()) is not None:
            news.append(seen)
        return tuple(news)

    async def next(self, timeout: float = 5.0) -> Seen:  # noqa: ASYNC109 -- people wait a while and then say what they see
        """The next message or edit of the bot that was not read yet; raises `NothingCame` after `timeout` seconds."""
        return await self.expect(lambda _seen: True, timeout)

    async def expect(self, wanted: Wanted, timeout: float = 5.0) -> Seen:  # noqa: ASYNC109 -- as in next
        """Read on until a message or edit contains the text or satisfies the predicate."""
        try:
            async with asyncio.timeout(timeout):
                while True:
                    while (seen := self._step()) is not None:
                        if _fits(wanted, seen):
                            return seen
                    await self._chat.stirred.wait()
        except TimeoutError:
            what = repr(wanted) if isinstance(wanted, str) else "what was waited for"
            raise NothingCame(
                f"{what} did not come in {timeout} s; on the screen:\n{self.screen()}"
            ) from None

    async def gone(self, seen: Seen, timeout: float = 5.0) -> None:  # noqa: ASYNC109 -- as in next
        """Wait until the bot has deleted a message."""
        async with asyncio.timeout(timeout):
            while self._chat.find(seen.id) is not None:
                await self._chat.stirred.wait()

    async def happened(self, count: int) -> None:
        """Wait until more than `count` things have happened in the chat since its beginning."""
        while len(self._chat.history) <= count:
            await self._chat.stirred.wait()

    def _step(self) -> Seen | None:
        """The next unread thing that the bot put on the screen, or None."""
        history = self._chat.history
        while self._read < len(history):
            happening = history[self._read]
            self._read += 1
            if (
                happening.what in {"said", "edited"}
                and happening.seen is not None
                and not happening.seen.mine
            ):
                return happening.seen
        return None


def _fits(wanted: Wanted, seen: Seen) -> bool:
    return wanted in seen.text if isinstance(wanted, str) else wanted(seen)
