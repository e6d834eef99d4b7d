"""What a document is to somebody who does not see it, as its pages say it: headings in order, whole tables, told figures."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest

from reports.marks import Node, Page, Part, Text, inks
from tests.reports.test_documents import DOCUMENTS, Document

documents = pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)


def _nodes(pages: tuple[Page, ...]) -> list[Node]:
    """Every node in the order of reading, a parent before its children."""
    seen: dict[Node, None] = {}

    def place(node: Node) -> None:
        if node.under is not None:
            place(node.under)
        seen.setdefault(node)

    for page in pages:
        for mark in page.marks:
            if isinstance(mark, Part):
                place(mark.node)
    return list(seen)


@documents
def test_headings_start_at_one_and_skip_no_level(document: Document) -> None:
    levels = [int(node.tag[1]) for node in _nodes(document()[0]) if node.tag in ("H1", "H2", "H3")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [after - before > 1 for before, after in pairwise(levels)].count(True) == 0


@documents
def test_every_row_of_a_table_has_as_many_cells_as_its_headings(document: Document) -> None:
    cells: defaultdict[Node, int] = defaultdict(int)
    scopes: defaultdict[Node, set[str]] = defaultdict(set)
    for node in _nodes(document()[0]):
        if node.tag in ("TH", "TD") and node.under is not None and node.under.under is not None:
            cells[node.under] += 1
            scopes[node.under.under].add(node.scope)

    widths: defaultdict[Node | None, set[int]] = defaultdict(set)
    for row, count in cells.items():
        widths[row.under].add(count)
    assert all(len(counts) == 1 for counts in widths.values())
    assert all("Column" in said for said in scopes.values())


@documents
def test_every_figure_is_told_in_words(document: Document) -> None:
    assert [node for node in _nodes(document()[0]) if node.tag == "Figure" and not node.alt] == []


@documents
def test_what_is_passed_over_when_read_aloud_is_only_what_stands_there_anyway(document: Document) -> None:
    """Running heads, page numbers, scales, repeated headings: nothing of it is news to a listener."""
    pages = document()[0]

    said = " ".join(
        ink.text
        for page in pages
        for mark in page.marks
        if isinstance(mark, Part)
        for ink in inks([mark])
        if isinstance(ink, Text)
    )
    passed_over = {
        mark.text for page in pages for mark in page.marks if isinstance(mark, Text) and mark.size > 1.5
    }
    running = {text for text in passed_over if text.startswith(("Lider Zaufania", "Fundacja", "Strona "))}
    scales = {"0", "50", "100"}
    repeated = {text for text in passed_over if text in said or text.endswith("ciąg dalszy")}
    assert passed_over - running - scales - repeated == set()
