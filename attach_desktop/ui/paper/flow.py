"""Rows flow on to pages, one after the other: what belongs together stays together, and heads of tables come again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from attach_desktop.ui.paper.sheet import Size
from attach_desktop.ui.paper.text import Packed
from attach_desktop.ui.paper.things import Thing


class Part(NamedTuple):
    """Something of a row: a thing, or the lines ``first`` to ``last`` (excluded) of a text, at a place within it."""

    what: Thing | Packed
    x: float
    y: float = 0.0
    first: int = 0
    last: int = 0


#: The same at its place on a page, in dots: what, x, y, first, last. A bare tuple, as ``Packed`` is.
Placed = tuple[Thing | Packed, float, float, int, int]


class Row(NamedTuple):
    """A strip that no page's end goes through, with a space ``above`` it that is left out at the head of a page.

    ``keep``: it stays on one page with the row that follows. ``head`` comes again where the row begins a page.
    """

    height: float
    parts: Sequence[Part] = ()
    above: float = 0.0
    keep: bool = False
    head: Row | None = None


class Flow:
    """Fills pages with rows."""

    def __init__(self, size: Size) -> None:
        """Sheets of ``size``."""
        self._begin, self._end = size.begin, size.end
        self.pages: list[tuple[Placed, ...]] = []
        self._page: list[Placed] = []
        self._y = self._begin
        #: Rows that want to be on one page, and how high they are together.
        self._group: list[Row] = []
        self._height = 0.0

    @property
    def room(self) -> float:
        """How high the highest row is that a page has room for."""
        return self._end - self._begin

    @property
    def at_head(self) -> bool:
        """Whether nothing stands on the page yet."""
        return not self._page and not self._group

    def add(self, row: Row) -> None:
        """The next row."""
        self._group.append(row)
        self._height += row.above + row.height
        if not row.keep or self._height > self.room:
            self.settle()

    def settle(self) -> None:
        """Put down what was kept together."""
        group, height = self._group, self._height
        self._group, self._height = [], 0.0
        if not group:
            return
        first = group[0]
        if not self._page:
            height -= first.above
        if self._y + height > self._end and height - first.above + _head(first) <= self.room:
            self._break(first)
        for row in group:
            if self._page and self._y + row.above + row.height > self._end:
                self._break(row)
            self._put(row)

    def new_page(self) -> None:
        """Let what follows begin on a new page, unless this one is empty."""
        self.settle()
        if self._page:
            self._turn()

    def finish(self) -> list[tuple[Placed, ...]]:
        """The pages; at least one."""
        self.settle()
        if self._page or not self.pages:
            self._turn()
        return self.pages

    def _break(self, row: Row) -> None:
        """Go on to a new page, which begins with the head of ``row`` if it has one."""
        if not self._page:
            return
        self._turn()
        if row.head is not None:
            self._put(row.head)

    def _turn(self) -> None:
        self.pages.append(tuple(self._page))
        self._page, self._y = [], self._begin

    def _put(self, row: Row) -> None:
        page = self._page
        if page:
            self._y += row.above
        for what, x, y, first, last in row.parts:
            if page and page[-1][0] is what and page[-1][4] == first:
                # The next line of the same text.
                _, _, top, begin, _ = page[-1]
                page[-1] = (what, x, top, begin, last)
            else:
                page.append((what, x, self._y + y, first, last))
        self._y += row.height


def _head(row: Row) -> float:
    return row.head.height + row.head.above if row.head is not None else 0.0
