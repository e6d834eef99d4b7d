from __future__ import annotations

from collections.abc import Sequence

from reports.flow import Block, pour
from reports.fonts import Face
from reports.marks import Mark, Text, write
from reports.theme import INK


def _block(
    name: str, height: float = 10, *, gap: float = 0, keep: bool = False, again: tuple[Block, ...] = ()
) -> Block:
    return Block(
        height, (write(name, 0, 0, face=Face.SANS, size=9, colour=INK),), gap=gap, keep=keep, again=again
    )


def _seen(pages: Sequence[Sequence[Mark]]) -> list[list[tuple[str, float]]]:
    return [[(mark.text, mark.y) for mark in page if isinstance(mark, Text)] for page in pages]


def test_a_heading_goes_to_the_next_page_with_what_it_heads() -> None:
    blocks = [_block("a", 30), _block("heading", keep=True), _block("row", 15)]

    assert _seen(pour(blocks, left=0, top=10, bottom=60)) == [[("a", 10)], [("heading", 10), ("row", 20)]]


def test_a_table_repeats_its_headings_on_the_next_page() -> None:
    head = _block("head")
    rows = [_block(str(number), 20, again=(head,)) for number in range(3)]

    assert _seen(pour([head, *rows], left=0, top=0, bottom=50)) == [
        [("head", 0), ("0", 10), ("1", 30)],
        [("head", 0), ("2", 10)],
    ]


def test_the_space_above_a_block_is_dropped_at_the_top_of_a_page() -> None:
    blocks = [_block("a", 40), _block("b", 40, gap=8), _block("c", 10, gap=8)]

    assert _seen(pour(blocks, left=0, top=0, bottom=60)) == [[("a", 0)], [("b", 0), ("c", 48)]]


def test_a_block_taller_than_a_page_has_one_to_itself() -> None:
    assert _seen(pour([_block("a"), _block("tall", 99), _block("b")], left=0, top=0, bottom=50)) == [
        [("a", 0)],
        [("tall", 0)],
        [("b", 0)],
    ]
