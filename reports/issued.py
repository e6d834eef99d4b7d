"""What the documents of an edition share: how they begin and close on paper, and what their file says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from contest.mistakes import Say
from reports.drawing import pdf
from reports.flow import Block
from reports.marks import Page
from reports.metadata import Cover
from reports.paper import masthead, paragraph, sheets
from reports.theme import GREY


@dataclass(frozen=True, slots=True)
class Issued:
    """A document: about which edition, and from whom."""

    kicker: ClassVar[str]
    """The phrase that says what kind of document it is."""
    edition_title: str
    organiser: str


def printed(
    issued: Issued, blocks: Sequence[Block], say: Say, *, title: str = "", subtitle: str, foot: str = ""
) -> tuple[Page, ...]:
    """The blocks on sheets, below a masthead; its title is the edition's where it has none of its own."""
    kicker = say(issued.kicker)
    opening = masthead(kicker, title or issued.edition_title, subtitle)
    head = f"{issued.edition_title} – {kicker}"
    return sheets([opening, *blocks], say, head=head, foot=foot or issued.organiser)


def digest_line(digest: str, say: Say) -> Block:
    """The digest of the snapshot in eights, so that it can be compared by eye."""
    eights = " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
    return paragraph(say("document-digest", digest=eights), size=7.5, colour=GREY, gap=4)


def filed(
    issued: Issued, pages: Sequence[Page], say: Say, *, about: str = "", subject: str, made_at: datetime
) -> bytes:
    """The pages as a PDF that is about the edition, or about an entrant of it; `made_at` is the moment of its snapshot."""
    cover = Cover(
        title=f"{say(issued.kicker)} – {about or issued.edition_title}",
        author=issued.organiser,
        subject=subject,
        language=say("document-language"),
        made_at=made_at,
    )
    return pdf(pages, cover)
