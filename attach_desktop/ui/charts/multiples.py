"""Small drawings over time one below the other, on one axis of dates: the answers of a check-in, say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from attach_desktop.ui.charts.canvas import LEFT, RIGHT, Canvas
from attach_desktop.ui.charts.chart import WHOLE, Span, Spot
from attach_desktop.ui.charts.over_time import TimeData, draw_over_time
from attach_desktop.ui.theme.tokens import Palette


@dataclass(frozen=True, slots=True)
class Multiple:
    """One of them: its name, a note at the right, and its drawing."""

    name: str
    note: str
    data: TimeData


@dataclass(frozen=True, slots=True)
class MultiplesData:
    """The drawings from top to bottom; all cover the same days."""

    parts: tuple[Multiple, ...]


def height_of(data: MultiplesData) -> int:
    """The height in pixels that the drawings would like to have."""
    return 96 * max(1, len(data.parts))


def draw_multiples(
    painter: QPainter, box: QRectF, data: MultiplesData, palette: Palette, font: QFont, span: Span = WHOLE
) -> tuple[Spot, ...]:
    """Draw them in ``box``; what can be read in each can be read here."""
    painter.save()
    canvas = Canvas(painter, box, palette, font)
    high = box.height() / max(1, len(data.parts))
    spots: list[Spot] = []
    words = tuple(word for part in data.parts for word in part.data.ends)
    longest = max(words, key=canvas.width, default="")
    for at, part in enumerate(data.parts):
        place = QRectF(box.left(), box.top() + at * high, box.width(), high)
        head = QRectF(place.left(), place.top(), place.width(), canvas.line)
        room = canvas.width(part.note) + canvas.line if part.note else 0.0
        canvas.text(head.adjusted(0, 0, -room, 0), part.name, LEFT, palette.ink)
        canvas.text(head, part.note, RIGHT)
        below = place.adjusted(0, 1.1 * canvas.line, 0, 0)
        # All with the margin of the widest words, so that the same day stands in the same place.
        spots += draw_over_time(painter, below, replace(part.data, widest=longest), palette, font, span)
    painter.restore()
    return tuple(spots)
