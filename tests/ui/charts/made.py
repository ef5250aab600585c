"""Made-up data for drawings, a way to draw it and to read back what can be read, and charts for the widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from attach_desktop.ui.charts.chart import WHOLE, Chart, Span, Spot, Table, painted
from attach_desktop.ui.charts.over_time import TimeData, TimeLine, TimePoint, draw_over_time
from attach_desktop.ui.theme.tokens import LIGHT, Palette
from tests.ui.charts.drawn import Drawing, drawn

D = TypeVar("D")
DrawOf = Callable[[QPainter, QRectF, D, Palette, QFont, Span], Sequence[Spot]]
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FIRST = date(2026, 1, 1)


def read(
    draw: DrawOf[D], data: D, size: tuple[int, int] = (460, 240), palette: Palette = LIGHT, span: Span = WHOLE
) -> tuple[Drawing, list[Spot]]:
    """Draw, and read back the drawing and its spots."""
    spots: list[Spot] = []

    def made(painter: QPainter, box: QRectF, colours: Palette, font: QFont) -> None:
        spots.extend(draw(painter, box, data, colours, font, span))

    return drawn(made, size, palette), spots


def picture(draw: DrawOf[D], data: D, palette: Palette = LIGHT, size: tuple[int, int] = (460, 240)) -> QImage:
    """The drawing as pixels on the palette's surface."""
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(palette.surface))
    painter = QPainter(image)
    font = QFont()
    font.setPointSizeF(8.5)
    draw(painter, QRectF(image.rect()), data, palette, font, WHOLE)
    painter.end()
    return image


def gray(image: QImage) -> QImage:
    """As a black-and-white printer has it."""
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def days(count: int, *, missing: Sequence[int] = (), value: Callable[[int], float] = lambda at: 1 + at % 5) -> TimeData:
    """So many days from FIRST on, those ``missing`` left out, with a line of weeks of seven days."""
    present = [at for at in range(count) if at not in missing]
    points = tuple(
        TimePoint((FIRST + timedelta(days=at)).toordinal(), value(at), told) for told, at in enumerate(present)
    )
    weeks = list[TimePoint]()
    for week in range(count // 7):
        if all(at in present for at in range(7 * week, 7 * week + 7)):
            middle = FIRST.toordinal() + 7 * week + 3
            weeks.append(TimePoint(middle, 3, len(points) + len(weeks), 2, 4))
    last = FIRST + timedelta(days=count - 1)
    lines = (TimeLine("weeks", 7, tuple(weeks)),)
    return TimeData(FIRST, last, 1, 5, ("low", "high"), MONTHS, points, lines, moods=True)


def chart_of(data: TimeData, *, zooms: bool = True) -> Chart:
    """A chart of these days."""
    every = [*data.days, *(point for line in data.lines for point in line.points)]
    told = tuple(f"reading {point.told}: {point.value:g}" for point in every)
    rows = tuple((str(point.told), f"{point.value:g}") for point in every)
    return Chart(
        name="Mood over time",
        sentence="Moods went up and down.",
        paint=painted(draw_over_time, data),
        table=Table(("Reading", "Value"), rows),
        told=told,
        size=(460, 240),
        zooms=zooms,
        places=tuple(data.place(point.day) for point in every),
    )


def drawn_chart(chart: Chart, span: Span = WHOLE) -> tuple[Drawing, list[Spot]]:
    """A whole chart drawn at its own size."""
    spots: list[Spot] = []

    def made(painter: QPainter, box: QRectF, palette: Palette, font: QFont) -> None:
        spots.extend(chart.paint(painter, box, palette, font, span))

    return drawn(made, chart.size), spots
