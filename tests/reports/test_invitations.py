"""Invitations on paper: what a phone reads from a card is the link of that card, and a card tells nothing else."""

from __future__ import annotations

import zxingcpp

from reports import invitations
from tests.reports import samples


def test_a_phone_reads_the_link_of_every_card() -> None:
    sheet = samples.invitations(13)
    read = []
    with samples.opened(invitations.draw(sheet, samples.SAY, samples.MADE_AT)) as document:
        for page in document:
            picture = page.render(scale=150 / 72).to_pil()
            found = zxingcpp.read_barcodes(picture)
            read += [
                one.text
                for one in sorted(
                    found, key=lambda one: (one.position.top_left.y // 50, one.position.top_left.x)
                )
            ]

    assert read == [card.link for card in sheet.cards]


def test_a_card_that_is_found_tells_nothing_of_the_contest() -> None:
    said = " ".join(samples.text_of(invitations.layout(samples.invitations(1), samples.SAY))).casefold()

    assert "zaproszenie" in said
    assert [word for word in ("konkurs ", "juror", "audyt", "klient", "lider") if word in said] == []
