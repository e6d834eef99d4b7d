"""What a document is to somebody who does not see it: a tree of headings, paragraphs, tables and figures.

The writer of pages tells the tree which marks belong to which node, in the order of reading; at the end the tree becomes
the objects that a screen reader walks (ISO 32000-1, 14.7 and 14.8; ISO 14289-1).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reports.marks import Node
from reports.objects import File, text

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the bottom left corner of a page."""


@dataclass(slots=True)
class _Element:
    node: Node
    number: int
    kids: list[_Element | tuple[int, int]] = field(default_factory=list)
    """Elements below it, and its marks as (page, number on that page)."""
    box: Box | None = None


class Tree:
    """The structure of one document while its pages are written."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._root, self._document = file.reserve(), file.reserve()
        self._elements: dict[Node, _Element] = {}
        self._top: list[_Element] = []
        self._marked: list[list[_Element]] = []

    def open_page(self) -> None:
        """What is marked from here on stands on the next page."""
        self._marked.append([])

    def mark(self, node: Node, box: Box | None = None) -> int:
        """The number, on this page, of a run of marks that belong to a node; figures say where they are."""
        element = self.place(node)
        element.box = element.box or box
        number = len(self._marked[-1])
        self._marked[-1].append(element)
        element.kids.append((len(self._marked) - 1, number))
        return number

    def place(self, node: Node) -> _Element:
        """The node in its place among the others, also when nothing is marked with it: an empty cell is a cell."""
        known = self._elements.get(node)
        if known is not None:
            return known
        element = self._elements[node] = _Element(node, self._file.reserve())
        (self.place(node.under).kids if node.under else self._top).append(element)
        return element

    def finish(self, pages: list[int]) -> int:
        """Put all of it into the file, given the numbers of the pages; the number of the root."""
        for element in self._elements.values():
            parent = self._elements[element.node.under].number if element.node.under else self._document
            self._file.put(element.number, _body(element, parent, pages))
        kids = b" ".join(b"%d 0 R" % element.number for element in self._top)
        self._file.put(self._document, b"<</Type/StructElem/S/Document/P %d 0 R/K[%b]>>" % (self._root, kids))
        lists = []
        for index, elements in enumerate(self._marked):
            refs = b" ".join(b"%d 0 R" % element.number for element in elements)
            lists.append(b"%d %d 0 R" % (index, self._file.add(b"[%b]" % refs)))
        parents = self._file.add(b"<</Nums[%b]>>" % b" ".join(lists))
        self._file.put(
            self._root,
            b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (self._document, parents, len(pages)),
        )
        return self._root


def _body(element: _Element, parent: int, pages: list[int]) -> bytes:
    node = element.node
    home = next((kid[0] for kid in element.kids if isinstance(kid, tuple)), None)
    entries = [b"/S/%b/P %d 0 R" % (node.tag.encode(), parent)]
    if home is not None:
        entries.append(b"/Pg %d 0 R" % pages[home])
    if element.kids:
        entries.append(b"/K[%b]" % b" ".join(_kid(kid, home, pages) for kid in element.kids))
    if node.alt:
        entries.append(b"/Alt %b" % text(node.alt))
    if node.scope:
        entries.append(b"/A<</O/Table/Scope/%b>>" % node.scope.encode())
    if element.box is not None:
        box = " ".join(f"{value:.2f}" for value in element.box).encode()
        entries.append(b"/A<</O/Layout/Placement/Block/BBox[%b]>>" % box)
    if node.tag == "L":
        entries.append(b"/A<</O/List/ListNumbering/None>>")
    return b"<<%b>>" % b"".join(entries)


def _kid(kid: _Element | tuple[int, int], home: int | None, pages: list[int]) -> bytes:
    if isinstance(kid, _Element):
        return b"%d 0 R" % kid.number
    page, number = kid
    if page == home:
        return b"%d" % number
    return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[page], number)
