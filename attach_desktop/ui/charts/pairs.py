"""Words that come together: a column of words, and an arc between two of them as strong as they are often a pair."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from attach_desktop.ui.charts.canvas import LEFT, MIDDLE, RIGHT, Drawing


@dataclass(frozen=True, slots=True)
class Pair:
    """How often the words of two places came together; ``one`` is the smaller place."""

    one: int
    two: int
    count: int
    told: int


@dataclass(frozen=True, slots=True)
class PairsData:
    """Words with how often each was there (None where that is not known), and pairs of them."""

    words: tuple[tuple[str, int | None], ...]
    pairs: tuple[Pair, ...]


def height_of(data: PairsData) -> int:
    """The height in pixels that the words would like to have."""
    return 16 + 30 * max(2, len(data.words))


class _Drawing(Drawing[PairsData]):
    def all(self) -> None:
        data = self.data
        self.taken: list[QRectF] = []
        names = min(self.widest([word for word, _ in data.words]) + self.line, 0.4 * self.box.width())
        counts = self.widest([str(count) for _, count in data.words if count is not None]) + self.line
        high = min((self.box.height() - self.line) / max(1, len(data.words)), 2.6 * self.line)
        x = self.box.left() + names + counts
        most_room = self.box.right() - x - 2.4 * self.line
        ys = [self.box.top() + 0.5 * self.line + (at + 0.5) * high for at in range(len(data.words))]
        most = max((pair.count for pair in data.pairs), default=1)
        longest = max((pair.two - pair.one for pair in data.pairs), default=1)
        # The strong ones last, on top of the others.
        for pair in sorted(data.pairs, key=lambda one: one.count):
            reach = most_room * (0.22 + 0.78 * (pair.two - pair.one) / longest)
            self.arc(pair, x, ys, min(reach, most_room), most)
        for pair in sorted(data.pairs, key=lambda one: -one.count):
            reach = most_room * (0.22 + 0.78 * (pair.two - pair.one) / longest)
            self.count(pair, x, ys, min(reach, most_room))
        for (word, count), y in zip(data.words, ys, strict=True):
            box = QRectF(self.box.left(), y - self.line / 2, names - 0.6 * self.line, self.line)
            self.text(box, word, LEFT, self.palette.ink)
            if count is not None:
                self.text(QRectF(box.right(), box.top(), counts, self.line), str(count), RIGHT)
            self.no_pen()
            self.fill(self.palette.ink)
            self.dot(x + 0.5 * self.line, y, 2.4)

    def arc(self, pair: Pair, x: float, ys: list[float], reach: float, most: int) -> None:
        begin, top, bottom = x + 0.5 * self.line, ys[pair.one], ys[pair.two]
        path = QPainterPath(QPointF(begin, top))
        # A cubic whose middle lies at three quarters of its handles.
        far = begin + reach / 0.75
        path.cubicTo(far, top, far, bottom, begin, bottom)
        self.no_fill()
        self.pen(self.palette.accent, 1.0 + 5.0 * pair.count / most)
        pen = self.painter.pen()
        colour = pen.color()
        colour.setAlphaF(0.35 + 0.65 * pair.count / most)
        pen.setColor(colour)
        self.painter.setPen(pen)
        self.painter.drawPath(path)

    def count(self, pair: Pair, x: float, ys: list[float], reach: float) -> None:
        """How often, at the far side of the arc, where nothing is written yet."""
        far, y = x + 0.5 * self.line + reach, (ys[pair.one] + ys[pair.two]) / 2
        text = str(pair.count)
        wide = self.width(text) + 0.5 * self.line
        place = QRectF(far - wide / 2, y - 0.5 * self.line, wide, self.line)
        if not any(place.intersects(other) for other in self.taken):
            self.taken.append(place)
            self.no_pen()
            self.fill(self.palette.surface)
            self.bar(place, 4)
            self.text(place, text, MIDDLE, self.palette.ink)
        self.spot(far, y, pair.told)
        self.spots.sort(key=lambda spot: spot.told)


#: Draw words and arcs in ``box``; each arc is a spot.
draw_pairs = _Drawing.draw
