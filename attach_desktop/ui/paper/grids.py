"""Tables become rows: heads that come again on every page, figures at the right, rows that stay whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attach_desktop.summary.document import Grid
from attach_desktop.ui.paper.flow import Part, Row
from attach_desktop.ui.paper.sheet import MM
from attach_desktop.ui.paper.things import Rule
from attach_desktop.ui.paper.type import Style
from attach_desktop.ui.paper.writing import Writer

_ABOVE, _CELL, _CELL_GAP = 2.0 * MM, 1.1 * MM, 3 * MM
_FIGURES = re.compile(r"[+\-−–]?[0-9]*([.,][0-9]+)?( ?%)?")
#: Where a column begins, how wide it is, and how it is aligned.
_Column = tuple[float, float, str]


class Grids:
    """Writes tables with ``writer``."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def write(self, block: Grid, *, named: bool) -> None:
        """Write a table; its name above it unless it is ``named`` already."""
        if block.name and not named:
            self._writer.write(block.name, Style.CAPTION, 3 * MM, keep=True)
        columns = self._columns(block)
        flow = self._writer.flow
        head: Row | None = None
        if block.heads:
            head = self._cells(block.heads, columns, Style.CAPTION, _ABOVE)
            if head.height < flow.room / 2:
                flow.add(head._replace(keep=True))
            else:
                # Nothing that is to come again on every page.
                self._tall(block.heads, columns, None, Style.CAPTION)
                head = None
        for row in block.rows:
            made = self._cells(row, columns, Style.BODY, 0.0, head)
            if made.height + (head.height if head else 0.0) <= flow.room:
                flow.add(made)
            else:
                self._tall(row, columns, head)

    def _columns(self, block: Grid) -> list[_Column]:
        """For each column where it begins, how wide it is, and how it is aligned: figures stand at the right."""
        count = max([len(block.heads), *(len(row) for row in block.rows)], default=0)
        shares = [*block.shares, *[1.0] * count][:count]
        whole, x, found = sum(shares) or 1.0, 0.0, list[_Column]()
        room = self._writer.measure - _CELL_GAP * max(0, count - 1)
        for at, share in enumerate(shares):
            width = max(1 * MM, room * share / whole)
            cells = [row[at] for row in block.rows if at < len(row)]
            figures = bool(cells) and all(_FIGURES.fullmatch(cell) for cell in cells)
            found.append((x, width, "right" if figures else ""))
            x += width + _CELL_GAP
        return found

    def _cells(
        self,
        cells: Sequence[str],
        columns: Sequence[_Column],
        style: Style,
        above: float,
        head: Row | None = None,
    ) -> Row:
        found, height = list[Part](), 0.0
        for cell, (x, width, align) in zip(cells, columns, strict=False):
            made, high = self._writer.stacked(self._writer.broken(cell, style, width, align=align), x, _CELL)
            found += made
            height = max(height, high)
        height = max(height, _CELL + style.dots * 1.36) + _CELL
        found.append(Part(Rule(self._writer.measure, firm=style is Style.CAPTION), 0.0, height))
        return Row(height, found, above, False, head)

    def _tall(
        self, cells: Sequence[str], columns: Sequence[_Column], head: Row | None, style: Style = Style.BODY
    ) -> None:
        """A row that is taller than a page goes over several, line by line in all of its cells."""
        waiting = [
            self._writer.rows(cell, style, width, x, (), align)
            for cell, (x, width, align) in zip(cells, columns, strict=False)
        ]
        for at in range(max(len(column) for column in waiting)):
            line = [column[at] for column in waiting if at < len(column)]
            found = [part for _, part in line]
            self._writer.flow.add(Row(max(high for high, _ in line), found, 0.0 if at else _CELL, False, head))
        self._writer.flow.add(Row(_CELL, (Part(Rule(self._writer.measure), 0.0, _CELL),)))
