"""The simulated organisers: one runs the edition, the other checks what comes in. Commands and buttons, nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bot.sandbox.people import Person
from bot.sandbox.state import Seen
from bot.sandbox.window import NothingCame

_LINK = re.compile(r"start=([A-Za-z0-9_-]{16,64})")
_WAIT = 60.0
"""Seconds that an organiser waits for an answer before calling the show off."""


def button(seen: Seen, start: str) -> str:
    """The first button whose label begins so, or an empty string."""
    return next((label for row in seen.buttons for label in row if label.startswith(start)), "")


@dataclass
class Owner:
    """Imports, invites, plans, freezes, awards. `content`: the last plan had nothing to offer."""

    person: Person
    content: bool = False

    async def enter(self) -> None:
        await self.person.write("/start")
        await self.person.expect("/panel", _WAIT)

    async def bring_entrants(self, table: Path) -> int:
        """Send the table, look at the preview, apply it; how many there are now."""
        await self.person.send_document(table.read_bytes(), table.name, mime="text/csv")
        done = await self.confirm("Importuj")
        return int(re.findall(r"\d+", done.text)[-1])

    async def invite(self, many: int) -> list[str]:
        """Codes of invitation links for jurors."""
        await self.person.write(f"/zapros {many}")
        codes: list[str] = []
        while len(codes) < many:
            codes += _LINK.findall((await self.person.next(_WAIT)).text)
        return codes

    async def plan(self) -> int:
        """Propose what nobody has and approve it; how many contacts were offered.

        Where nothing was left to offer, only news of something that came back is a reason to look again.
        """
        if not self.person.unread() and self.content:
            return 0
        await self.person.write("/przydzial")
        seen = await self.person.expect(
            lambda seen: (
                bool(button(seen, "Zatwierdź")) or "Nie ma czego" in seen.text or "Bez jurora" in seen.text
            ),
            _WAIT,
        )
        label = button(seen, "Zatwierdź")
        self.content = not label
        if not label:
            return 0
        self.person.tap(label, seen)
        await self.person.expect("Wysłałem", _WAIT)
        return int(label.split()[-1])

    async def confirm(self, label: str) -> Seen:
        """Tap the button that begins so when it comes; what the bot says next."""
        seen = await self.person.expect(lambda seen: bool(button(seen, label)), _WAIT)
        self.person.tap(button(seen, label), seen)
        return await self.person.expect(lambda after: not after.edited, _WAIT)

    async def ask(self, command: str, wanted: str) -> Seen:
        """A command, and the answer that contains the wanted words."""
        self.person.unread()
        await self.person.write(command)
        return await self.person.expect(wanted, _WAIT)


@dataclass
class Checker:
    """Approves what is good, returns some with a comment."""

    person: Person
    dice: Random
    return_share: float = 0.03
    patience: float = _WAIT
    approved: int = 0
    returned: int = 0
    _seen: set[str] = field(default_factory=set)

    async def work(self) -> int:
        """Everything that waits now; how many verdicts were given. What gets no answer is begun anew, twice."""
        before = self.approved + self.returned
        for last in (False, False, True):
            try:
                await self._queue()
                break
            except NothingCame:
                if last:
                    raise
        return self.approved + self.returned - before

    async def _queue(self) -> None:
        self.person.unread()
        await self.person.write("/kontrola")
        seen = await self.person.expect(
            lambda s: s.text.startswith("Do sprawdzenia") or "Nic teraz nie czeka" in s.text, self.patience
        )
        label = next((label for row in seen.buttons for label in row), "")
        while label:
            self.person.tap(label, seen)
            audit = await self.person.expect(lambda s: bool(button(s, "Zatwierdź")), self.patience)
            seen = await self._judge(audit)
            label = button(seen, "Następne")

    async def _judge(self, audit: Seen) -> Seen:
        label = audit.text.split(" · ")[0]
        if label not in self._seen and self.dice.random() < self.return_share:
            self._seen.add(label)
            self.person.tap("Zwróć do poprawy", audit)
            which = await self.person.expect("które pytania wrócą", self.patience)
            self.person.tap("Zwróć całość", which)
            await self.person.expect("Co poprawić w zgłoszeniu", self.patience)
            await self.person.write("Proszę dopisać, jakie dokumenty wskazał urząd.")
            sent_back = await self.person.expect("wróciło do jurora", self.patience)
            self.returned += 1
            return sent_back
        self.person.tap("Zatwierdź", audit)
        kept = await self.person.expect("zatwierdzone", self.patience)
        self.approved += 1
        return kept
