"""Blocks of marks poured onto pages: nothing is cut, a heading stays with what it heads, a table repeats its headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.marks import Mark, inks, moved


@dataclass(frozen=True, slots=True)
class Block:
    """Marks that stay together, placed from their own top left corner."""

    height: float
    marks: tuple[Mark, ...]
    gap: float = 0
    """Space above it in mm, dropped at the top of a page."""
    keep: bool = False
    """It may not be the last on a page: it stays with the next block."""
    again: tuple[Block, ...] = ()
    """What is repeated above it when it opens a page: the headings of its table."""
    opens: bool = False
    """It begins a new page."""


def kept(blocks: Sequence[Block]) -> list[Block]:
    """The blocks all on one page, if one page can hold them."""
    return [*(replace(block, keep=True) for block in blocks[:-1]), *blocks[-1:]]


def pour(blocks: Sequence[Block], *, left: float, top: float, bottom: float) -> tuple[tuple[Mark, ...], ...]:
    """The blocks on as many pages as they need, between these heights; a block taller than a page has one to itself."""
    pages: list[list[Mark]] = [[]]
    y = top
    for index, block in enumerate(blocks):
        opens = not pages[-1]
        if not opens and (block.opens or y + block.gap + _together(blocks, index, bottom - top) > bottom):
            pages.append([])
            y, opens = top, True
        if opens and len(pages) > 1:
            for heading in block.again:
                # said once, it is not said again: repeated headings are only seen
                pages[-1] += inks(_placed(heading, left, y))
                y += heading.height
        y += 0 if opens else block.gap
        pages[-1] += _placed(block, left, y)
        y += block.height
    return tuple(tuple(page) for page in pages)


def _together(blocks: Sequence[Block], first: int, page: float) -> float:
    """The height of a block and of those that it must stay with; of more than a page holds, it stays with the next one."""
    height = 0.0
    for index in range(first, len(blocks)):
        block = blocks[index]
        height += block.height + (block.gap if index > first else 0)
        if not block.keep:
            return height
        if height > page:
            return sum(each.height for each in blocks[first : first + 2])
    return height


def _placed(block: Block, left: float, y: float) -> list[Mark]:
    return [moved(mark, left, y) for mark in block.marks]
