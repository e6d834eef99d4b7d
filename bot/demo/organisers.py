"""The simulated organisers: one runs the edition, the other checks what comes in. Commands and buttons, nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from bot.sandbox.people import Person
from bot.sandbox.state import Seen

_LINK = re.compile(r"start=([A-Za-z0-9_-]{16,64})")


@dataclass
class Owner:
    """Imports, invites, plans, freezes, awards."""

    person: Person

    async def enter(self) -> None:
        await self.person.write("/start")
        await self.person.expect("/panel", timeout=20)

    async def bring_entrants(self, table: Path) -> None:
        """Send the table, look at the preview, apply it."""
        await self.person.send_document(table.read_bytes(), table.name, mime="text/csv")
        await self.confirm("Importuj")

    async def invite(self, many: int) -> list[str]:
        """Codes of invitation links for jurors."""
        await self.person.write(f"/zapros {many}")
        codes: list[str] = []
        while len(codes) < many:
            seen = await self.person.next(timeout=20)
            if not codes and _has(seen, "Juror"):
                self.person.tap("Juror", seen)
            codes += _LINK.findall(seen.text)
        return codes

    async def plan(self) -> bool:
        """Propose what is missing and approve it; False when nothing is."""
        await self.person.write("/przydzial")
        seen = await self.person.expect(
            lambda seen: _has(seen, "Zatwierdź") or "przydzia" in seen.text.lower(), timeout=60
        )
        if not _has(seen, "Zatwierdź"):
            return False
        self.person.tap("Zatwierdź", seen)
        await self.person.next(timeout=60)
        return True

    async def confirm(self, label: str, *, timeout: float = 60) -> Seen:  # noqa: ASYNC109 -- how long a person waits
        """Tap the button when it comes; what the bot says next."""
        seen = await self.person.expect(lambda seen: _has(seen, label), timeout)
        self.person.tap(label, seen)
        return await self.person.next(timeout=timeout)

    async def ask(self, command: str, wanted: str, *, timeout: float = 60) -> Seen:  # noqa: ASYNC109 -- as above
        """A command, and the answer that contains the wanted words."""
        self.person.unread()
        await self.person.write(command)
        return await self.person.expect(wanted, timeout)


@dataclass
class Checker:
    """Approves what is good, returns some with a comment, and looks at photos now and then."""

    person: Person
    dice: Random
    return_share: float = 0.03
    approved: int = 0
    returned: int = 0
    _seen: set[str] = field(default_factory=set)

    async def work(self) -> int:
        """Everything that waits now; how many verdicts were given."""
        self.person.unread()
        await self.person.write("/kontrola")
        done = 0
        seen = await self.person.next(timeout=30)
        while True:
            labels = [label for row in seen.buttons for label in row]
            if "Zatwierdź" in labels:
                await self._judge(seen)
                done += 1
            elif opened := next((label for label in labels if "/" in label), None):
                self.person.tap(opened, seen)
            else:
                return done
            seen = await self.person.expect(
                lambda s: bool(s.buttons) or "kontrol" in s.text.lower(), timeout=30
            )

    async def _judge(self, seen: Seen) -> None:
        label = seen.text.splitlines()[0]
        if label not in self._seen and self.dice.random() < self.return_share:
            self._seen.add(label)
            self.person.tap("Zwróć do poprawy", seen)
            await self.person.expect("Napisz", timeout=30)
            await self.person.write("Proszę dopisać, jakie dokumenty wskazał urząd.")
            self.returned += 1
        else:
            self.person.tap("Zatwierdź", seen)
            self.approved += 1


def _has(seen: Seen, label: str) -> bool:
    return any(label == button for row in seen.buttons for button in row)
