"""/sprawdz: is the journal whole, would the newest backup come up, is a diploma genuine.

A code is judged at once; a photo of it or a PDF that an organiser sends is read in the worker before the turn. Journal and
backup are read from end to end beside the chat.
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass

from bot import anchoring, backups, signing, workshop
from bot.house import House, Turn
from bot.messages import Send
from bot.moments import when
from bot.roles import OWNER
from bot.verifying import facts
from contest.mistakes import Mistake, Mistakes
from reports import reading
from reports.reading import Trust, Verdict
from storage import audits, awards, documents, due, journal, people
from storage.backup import Report
from storage.due import Row as Due

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Proof:
    """What a file is worth, or why that cannot be said; `same`: it is one of ours, byte for byte (None for a photo)."""

    verdict: Verdict | None
    problem: Mistake | None = None
    same: bool | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """The first fault of the journal, audits that differ from it, and the newest backup."""

    fault: journal.Fault | None
    altered: int
    head: journal.Head
    copy: str
    restored: Report | None


async def check(turn: Turn, text: str) -> None:
    """`/sprawdz <kod>` judges a diploma's code; without one an owner's journal and backup are checked."""
    if text:
        await told(turn, await prove_code(turn.house, text))
        return
    if turn.person.roles & OWNER:
        await due.plan(turn.tx, f"health:{turn.key}", "health", turn.person.code, turn.at)
        turn.house.soon()
        await turn.write("health-checking")
    await turn.write("proof-how")


async def prove_code(house: House, code: str) -> Proof:
    """The verdict on a code that was written or pasted."""
    try:
        return Proof(reading.judge(code.strip(), await _trust(house)))
    except Mistakes as refused:
        return Proof(None, refused.found[0])


def meant(data: bytes, name: str) -> bool:
    """Whether a document was sent to be checked: a PDF, unless its name says that it should be a table."""
    return data.startswith(b"%PDF") and not name.casefold().endswith((".csv", ".xlsx", ".toml"))


async def prove_file(house: House, data: bytes) -> Proof:
    """The verdict on a photo or a PDF, from the worker."""
    found = await workshop.run(_judge, (data, await _trust(house)))
    if isinstance(found, Mistake):
        return Proof(None, found)
    same = None
    if data.startswith(b"%PDF"):
        digest = hashlib.sha256(data).hexdigest()
        same = digest in {line.digest for line in await documents.listing(house.db.reading)}
    return Proof(found, same=same)


async def told(turn: Turn, proof: Proof) -> None:
    """The verdict in words: the same as the program and the page say."""
    if proof.verdict is None:
        assert proof.problem is not None, "one of the two"
        await turn.tell(Send(text=turn.plain(proof.problem)))
        return
    worth = proof.verdict.worth
    lines = [f"<b>{turn.say(f'verdict-{worth}')}</b>", turn.say(f"verdict-{worth}-means")]
    if worth != "forged":
        plain = turn.house.phrases.plain(turn.person.language)
        lines += ["", *(turn.say("proof-line", fact=fact) for fact in facts(proof.verdict, plain)), ""]
        if proof.same is not None:
            lines.append(turn.say("verdict-same-file" if proof.same else "verdict-other-file"))
        lines.append(turn.say("verdict-compare"))
    await turn.note("diploma.check", proof.verdict.claim.number, worth=worth)
    await turn.tell(Send(text="\n".join(lines)))


async def make(house: House, _: Due) -> Health:
    """Read the journal and the audits, and bring the newest backup up elsewhere."""
    db = house.db.reading
    fault = await journal.examine(db, anchoring.own(house.config))
    altered, head = len(await audits.altered(db)), await journal.head(db)
    async with backups.private(house.config.data_directory) as folder:
        copy, report = await backups.looked_at(house.config, db, folder)
    if copy and report is None:
        log.error("the newest backup does not come up: %s", copy)
    return Health(fault, altered, head, copy, report)


async def made(turn: Turn, row: Due, found: object) -> None:
    """What was found, to who asked; the backup's test is entered, so that its last one is known."""
    assert isinstance(found, Health), "what `make` returned"
    reader = await people.find(turn.tx, row.subject)
    if reader is None:
        return
    say = turn.house.say(reader)
    lines = [say("health-head")]
    if found.fault is None:
        lines.append(say("health-journal", count=found.head.seq, seal=found.head.hash[:16]))
    else:
        fault = found.fault
        lines.append(say(f"journal-fault-{fault.kind}", seq=str(fault.seq), sound=str(fault.sound)))
    lines.append(say("health-audits-altered", count=found.altered) if found.altered else say("health-audits"))
    if not found.copy:
        lines.append(say("health-no-backup"))
    elif found.restored is None:
        lines.append(say("health-backup-broken", name=found.copy))
    else:
        behind = found.head.seq - found.restored.head.seq
        lines.append(
            say("health-backup", name=found.copy, size=-(-found.restored.size // 1024), behind=behind)
        )
    if found.copy:
        await turn.note("backup.test", found.copy, whole=int(found.restored is not None))
    await turn.tell(Send(text="\n".join(lines)), to=reader)


async def last_backup(turn: Turn) -> str:
    """When the newest backup was made, where it lies, and when one was last brought up; for /kopia."""
    entries = [
        *await journal.entries(turn.tx, 1, "backup.make"),
        *await journal.entries(turn.tx, 1, "backup.test"),
    ]
    if not entries:
        return turn.say("backup-first")
    newest = max(entries, key=lambda entry: entry.seq)
    whole = newest.details.get("whole", 1)
    folder = str(turn.house.config.backup_folder)
    return turn.say(
        "backup-last" if whole else "backup-last-broken",
        name=newest.subject,
        when=when(turn, newest.at),
        folder=folder,
    )


def _judge(asked: tuple[bytes, Trust]) -> Verdict | Mistake:
    data, trust = asked
    try:
        return reading.judge_file(data, trust)
    except Mistakes as refused:
        return refused.found[0]


async def _trust(house: House) -> Trust:
    taken_back = {each.number for each in await awards.revoked(house.db.reading)}
    signing.own_key(house.config.data_directory)
    return Trust(
        signing.trusted(house.config.data_directory), taken_back, house.local(house.clock.now()).date()
    )
