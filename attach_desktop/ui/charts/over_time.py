"""A figure over time: a dot for each day, and a line with its band of uncertainty; gaps in time are gaps in the line.

From far away the line has a point for each month, from near one for each week: the finest that can be told apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen, QPolygonF

from attach_desktop.ui.charts.canvas import LEFT, MIDDLE, RIGHT, Drawing
from attach_desktop.ui.charts.dates import ticks

#: Points of a line nearer to each other than this, in heights of text, are not told apart: the coarser line is taken.
_APART = 1.1
#: Below this share of the time covered by points, a coarser line says more.
_COVERED = 0.5
#: Below this size, in units, a dot is drawn as a square.
_SMALL = 2.6
#: Days nearer to each other than this, in units, are not read one by one.
_READABLE = 3.0


@dataclass(frozen=True, slots=True)
class TimePoint:
    """A value on a day (a fraction of a day is possible), with its interval where there is one.

    ``told`` says which of the chart's readings it is.
    """

    day: float
    value: float
    told: int
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class TimeLine:
    """Points in the order of time, ``step`` days apart where none is missing; ``name`` says what a point stands for."""

    name: str
    step: float
    points: tuple[TimePoint, ...]

    def runs(self) -> Iterator[list[TimePoint]]:
        """The points between gaps."""
        run: list[TimePoint] = []
        for point in self.points:
            if run and point.day - run[-1].day > 1.6 * self.step:
                yield run
                run = []
            run.append(point)
        if run:
            yield run


@dataclass(frozen=True, slots=True)
class TimeData:
    """What is drawn from ``first`` to ``last``: days as dots, lines (the finest first), events as upright lines.

    ``low`` and ``high`` are the ends of the scale with words for them; ``moods`` puts mood marks beside the steps.
    ``months`` are short names of the months.
    """

    first: date
    last: date
    low: float
    high: float
    ends: tuple[str, str]
    months: tuple[str, ...]
    days: tuple[TimePoint, ...] = ()
    lines: tuple[TimeLine, ...] = ()
    events: tuple[tuple[date, str, int], ...] = ()
    moods: bool = False
    #: Room is kept beside the scale for these words, where several drawings stand one below the other.
    widest: str = ""

    @property
    def length(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1

    def place(self, day: float) -> float:
        """Where a day of the calendar stands on the axis, 0 to 1."""
        return (day - self.first.toordinal() + 0.5) / self.length


class _Drawing(Drawing[TimeData]):
    def measure(self) -> None:
        box, data, span = self.box, self.data, self.span
        words = self.widest((*data.ends, data.widest))
        self.margin = 2.2 * self.line if data.moods else min(words + 0.8 * self.line, box.width() / 3.5)
        named = any(line.name for line in data.lines)
        top = 1.9 * self.line if data.moods or named else (1.2 if data.events else 0.7) * self.line
        below = 3.0 * self.line if data.moods else 1.9 * self.line
        self.area = box.adjusted(self.margin, top, -0.6 * self.line, -below)
        self.per_day = self.area.width() / (data.length * span.width)
        self.per_step = self.area.height() / (data.high - data.low)
        self.ground = self.area.bottom() + data.low * self.per_step
        # Where day 0 of the calendar would stand: ten years of days are placed by one multiplication each.
        self.origin = self.area.left() + (data.place(0) - span.begin) / span.width * self.area.width()

    def all(self) -> None:
        self.scale()
        self.dates()
        line = self.chosen_line()
        self.painter.save()
        self.painter.setClipRect(self.area.adjusted(-3 * self.unit, -self.line, 3 * self.unit, self.line))
        for day, name, told in self.data.events:
            self.event(day, name, told)
        if line is not None:
            self.band(line)
        self.days(line)
        if line is not None:
            self.stroke(line)
        self.painter.restore()
        self.caption(line)
        self.spots.sort(key=lambda spot: (spot.at.x(), spot.told))

    def x(self, day: float) -> float:
        return self.origin + day * self.per_day

    def y(self, value: float) -> float:
        return self.ground - value * self.per_step

    def chosen_line(self) -> TimeLine | None:
        """The finest line whose points stand apart and which has no more gaps than points; else the fullest one."""
        lines = [line for line in self.data.lines if line.points]
        apart = [line for line in lines if line.step * self.per_day >= _APART * self.line] or lines[-1:]
        for line in apart:
            if self.covered(line) >= _COVERED:
                return line
        return max(apart, key=self.covered, default=None)

    def covered(self, line: TimeLine) -> float:
        """The share of the time on show that the points of a line stand for."""
        first = self.data.first.toordinal() + self.span.begin * self.data.length
        days = self.data.length * self.span.width
        inside = sum(first <= point.day <= first + days for point in line.points)
        return inside * line.step / days

    # -- the ground ------------------------------------------------------------------------------------------------

    def scale(self) -> None:
        area, data = self.area, self.data
        steps = [data.low + step for step in range(int(data.high - data.low) + 1)]
        if len(steps) > 7:
            steps = [data.low, (data.low + data.high) / 2, data.high]
        for value in steps:
            self.grid_pen(firm=value == (data.low + data.high) / 2)
            self.across(self.y(value), area.left(), area.right())
        if data.moods:
            for value in (1, 2, 3, 4, 5):
                self.mark(area.left() - 1.2 * self.line, self.y(value), value)
            return
        for word, value in zip(data.ends, (data.low, data.high), strict=True):
            box = QRectF(
                area.left() - self.margin, self.y(value) - self.line / 2, self.margin - 0.5 * self.line, self.line
            )
            self.text(box, word, RIGHT)

    def dates(self) -> None:
        area, data = self.area, self.data
        first = data.first + timedelta(days=int(self.span.begin * data.length))
        last = data.first + timedelta(days=max(0, min(data.length, round(self.span.end * data.length)) - 1))
        wide = self.width("28 MMM") + 1.4 * self.line
        for day, label in ticks(first, max(first, last), int(area.width() / wide), data.months):
            x = self.x(day.toordinal())
            self.pen(self.palette.field_line, 1)
            self.down(x, area.bottom(), area.bottom() + 0.3 * self.line)
            half = self.width(label) / 2 + 2
            left = min(max(x - half, self.box.left()), self.box.right() - 2 * half)
            self.text(QRectF(left, area.bottom() + 0.5 * self.line, 2 * half, self.line), label, MIDDLE)
        self.pen(self.palette.field_line, 1)
        self.across(area.bottom(), area.left(), area.right())

    def event(self, day: date, name: str, told: int) -> None:
        x = self.x(day.toordinal())
        self.pen(self.palette.field_line, 1.2, Qt.PenStyle.DashLine)
        self.down(x, self.area.top() - 0.6 * self.line, self.area.bottom())
        # A small flag: an event is told apart from a grid line in any colour.
        top = self.area.top() - 0.6 * self.line
        flag = [
            QPointF(x, top),
            QPointF(x + 0.5 * self.line, top + 0.25 * self.line),
            QPointF(x, top + 0.5 * self.line),
        ]
        self.fill(self.palette.field_line)
        self.no_pen()
        self.painter.drawPolygon(QPolygonF(flag))
        if self.span.begin <= self.data.place(day.toordinal()) <= self.span.end:
            self.spot(x, top + 0.25 * self.line, told)

    # -- the values ------------------------------------------------------------------------------------------------

    def band(self, line: TimeLine) -> None:
        self.no_pen()
        self.fill(self.palette.accent, 0.16)
        for run in line.runs():
            part: list[TimePoint] = []
            for point in [*run, None]:
                if point is not None and point.low is not None and point.high is not None:
                    part.append(point)
                    continue
                self.part_of_band(part, line.step)
                part = []

    def part_of_band(self, part: Sequence[TimePoint], step: float) -> None:
        if not part:
            return
        upper = [QPointF(self.x(p.day), self.y(p.high if p.high is not None else p.value)) for p in part]
        lower = [QPointF(self.x(p.day), self.y(p.low if p.low is not None else p.value)) for p in part]
        # Half a step to each side, so that a point alone has a band, too.
        wide = 0.36 * step * self.per_day
        for points in (upper, lower):
            points.insert(0, QPointF(points[0].x() - wide, points[0].y()))
            points.append(QPointF(points[-1].x() + wide, points[-1].y()))
        self.painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))

    def days(self, line: TimeLine | None) -> None:
        left, right = self.area.left() - 2 * self.unit, self.area.right() + 2 * self.unit
        near = self.per_day >= _READABLE * self.unit
        # Where days lie close, they are spread a little around their value, so that many look like many.
        step = 0 if near else 0.04 * self.area.height() / (self.data.high - self.data.low)
        origin, per_day = self.origin, self.per_day
        inside = [
            (x, self.y(point.value) + (5 * int(point.day) % 7 - 3) * step, point)
            for point in self.data.days
            if left <= (x := origin + point.day * per_day) <= right
        ]
        # As large as there is room for between neighbours: few days are seen as well as many.
        room = self.area.width() / max(1, len(inside)) / self.unit
        size = min(5.0, max(1.8, 0.45 * room))
        if line is None:
            size = max(size, 5.0)
        pen = QPen(QColor(self.palette.field_line), size * self.unit)
        # So small a square looks like a circle, and ten years of them are drawn ten times as fast.
        small = size < _SMALL
        pen.setCapStyle(Qt.PenCapStyle.SquareCap if small else Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.drawPoints(QPolygonF([QPointF(x, y) for x, y, _ in inside]))
        if near or line is None:
            for x, y, point in inside:
                self.spot(x, y, point.told)

    def stroke(self, line: TimeLine) -> None:
        left, right = self.area.left() - 2 * self.unit, self.area.right() + 2 * self.unit
        apart = line.step * self.per_day >= 0.5 * self.line
        for run in line.runs():
            points = [QPointF(self.x(point.day), self.y(point.value)) for point in run]
            self.pen(self.palette.accent, 2 if apart else 1.4)
            self.no_fill()
            if len(points) == 1:
                # A point alone stands for its whole step.
                wide = 0.36 * line.step * self.per_day
                self.across(points[0].y(), points[0].x() - wide, points[0].x() + wide)
            self.painter.drawPolyline(QPolygonF(points))
            self.fill(self.palette.surface)
            for at, point in zip(points, run, strict=True):
                if left <= at.x() <= right:
                    if apart or len(run) == 1:
                        self.dot(at.x(), at.y(), 3)
                    self.spot(at.x(), at.y(), point.told)

    def caption(self, line: TimeLine | None) -> None:
        """What the line stands for, and words for the ends of the scale that the marks leave open."""
        top = QRectF(self.area.left(), self.box.top(), self.area.width(), self.line)
        name = line.name if line is not None else ""
        room = self.width(name) + 1.8 * self.line if name else 0.0
        if self.data.moods:
            self.text(top.adjusted(0, 0, -room, 0), self.data.ends[1], LEFT)
            foot = QRectF(self.area.left(), self.box.bottom() - self.line, self.area.width(), self.line)
            self.text(foot, self.data.ends[0], LEFT)
        if name:
            x = self.area.right() - self.width(name) - 1.6 * self.line
            self.pen(self.palette.accent, 2)
            self.across(top.center().y(), x, x + 1.1 * self.line)
            self.text(QRectF(x + 1.5 * self.line, top.top(), self.width(name) + 2, self.line), name, LEFT)


#: Draw the part ``span`` of the time in ``box``; days and points of the line are spots.
draw_over_time = _Drawing.draw
