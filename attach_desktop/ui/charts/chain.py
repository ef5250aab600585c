"""A chain in quiet columns, such as trigger, thought, urge, did, after: bands as wide as the steps are frequent."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from attach_desktop.ui.charts.canvas import LEFT, Drawing


@dataclass(frozen=True, slots=True)
class Link:
    """So often a word of one column was followed by a word of the next one. ``start`` is the column it begins in."""

    start: int
    one: int
    two: int
    count: int


@dataclass(frozen=True, slots=True)
class ChainColumn:
    """One column: its head, and its words with how often each was there and which reading it is."""

    head: str
    words: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class ChainData:
    """The columns from left to right, and the links between neighbours."""

    columns: tuple[ChainColumn, ...]
    links: tuple[Link, ...]


def height_of(data: ChainData) -> int:
    """The height in pixels that the columns would like to have."""
    return 30 + 48 * max([1, *(len(column.words) for column in data.columns)])


class _Drawing(Drawing[ChainData]):
    def measure(self) -> None:
        box, data = self.box, self.data
        number = max(1, len(data.columns))
        # Words are cut off at their column's width; between columns there is room for the bands.
        self.between = min(2.6 * self.line, 0.05 * box.width() + 0.4 * self.line)
        self.wide = (box.width() - (number - 1) * self.between) / number
        rows = max([1, *(len(column.words) for column in data.columns)])
        self.top = box.top() + 1.7 * self.line
        self.high = min((box.bottom() - self.top) / rows, 4.8 * self.line)
        self.most = max((count for column in data.columns for _, count, _ in column.words), default=1)
        self.rows = rows

    def all(self) -> None:
        for at, column in enumerate(self.data.columns):
            head = QRectF(self.left(at), self.box.top(), self.wide, self.line)
            self.text(head, column.head, LEFT, self.palette.muted, bold=True)
        for link in sorted(self.data.links, key=lambda one: one.count):
            self.link(link)
        for at, column in enumerate(self.data.columns):
            for row, (word, count, told) in enumerate(column.words):
                self.word(self.cell(at, row), word, count, told)

    def left(self, column: int) -> float:
        return self.box.left() + column * (self.wide + self.between)

    def cell(self, column: int, row: int) -> QRectF:
        # Short columns stand in the middle of the height, so that bands run level.
        words = len(self.data.columns[column].words)
        down = (self.rows - words) * self.high / 2
        return QRectF(self.left(column), self.top + down + row * self.high, self.wide, self.high).adjusted(
            0, 0.2 * self.line, 0, -0.2 * self.line
        )

    def link(self, link: Link) -> None:
        one, two = self.cell(link.start, link.one), self.cell(link.start + 1, link.two)
        begin, end = QPointF(one.right(), one.center().y()), QPointF(two.left(), two.center().y())
        bend = (end.x() - begin.x()) / 2
        path = QPainterPath(begin)
        path.cubicTo(begin.x() + bend, begin.y(), end.x() - bend, end.y(), end.x(), end.y())
        self.no_fill()
        self.pen(self.palette.accent, 0.8 + 7 * link.count / self.most)
        pen = self.painter.pen()
        colour = pen.color()
        colour.setAlphaF(0.3 + 0.5 * link.count / self.most)
        pen.setColor(colour)
        self.painter.setPen(pen)
        self.painter.drawPath(path)

    def word(self, box: QRectF, word: str, count: int, told: int) -> None:
        self.pen(self.palette.line, 1)
        self.fill(self.palette.raised)
        self.bar(box, 6)
        # Its share of the most frequent word, as a line along the foot of the box.
        foot = QRectF(box.left() + 6 * self.unit, box.bottom() - 3.2 * self.unit, box.width() - 12 * self.unit, 0)
        self.pen(self.palette.accent, 2)
        self.across(foot.top(), foot.left(), foot.left() + max(self.unit, foot.width() * count / self.most))
        text = box.adjusted(0.5 * self.line, self.unit, -0.4 * self.line, -4 * self.unit)
        number = str(count)
        self.lines(text.adjusted(0, 0, -self.width(number) - 0.4 * self.line, 0), word, self.palette.ink)
        self.text(
            QRectF(text.right() - self.width(number) - 1, text.top(), self.width(number) + 2, text.height()), number
        )
        self.spot(box.center().x(), box.center().y(), told, box)


#: Draw the columns in ``box``; each word is a spot.
draw_chain = _Drawing.draw
