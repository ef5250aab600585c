"""The mood mark: a line that bends from low to high, thin and still when calm, bold and rippled when charged.

Drawn, not an emoji, so that it prints and recolours; its shape tells the mood without colour.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from attach_desktop.ui.later import Qt
from attach_desktop.ui.theme.tokens import Palette

_STEPS = 24


def draw_mark(painter: QPainter, box: QRectF, mood: int | None, energy: int | None, palette: Palette) -> None:
    """Draw the mark of ``mood`` (1 to 5) and ``energy`` (1 to 5, None as 3) in ``box``. Without a mood, a ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(mark_pen(mood, energy, palette))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mood is None:
        side = min(box.width(), box.height()) * 0.32
        painter.drawEllipse(box.center(), side, side)
    else:
        painter.drawPath(mark_path(box, mood, energy))
    painter.restore()


class MarkPictures:
    """Marks for rows that scroll by: each is drawn once and then copied, which takes a twentieth of the time."""

    def __init__(self, side: int) -> None:
        """Marks in squares of ``side`` pixels."""
        self._side = side
        self._palette: Palette | None = None
        self._pictures: dict[tuple[int | None, int | None, float], QPixmap] = {}

    def draw(self, painter: QPainter, at: QPointF, mood: int | None, energy: int | None, palette: Palette) -> None:
        """Draw the mark of ``mood`` and ``energy`` with its upper left corner ``at``, to whole pixels."""
        if palette is not self._palette:
            self._palette = palette
            self._pictures.clear()
        ratio = painter.device().devicePixelRatio()
        key = (mood, energy, ratio)
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._drawn(mood, energy, ratio, palette)
        painter.drawPixmap(round(at.x()), round(at.y()), picture)

    def _drawn(self, mood: int | None, energy: int | None, ratio: float, palette: Palette) -> QPixmap:
        side = math.ceil(self._side * ratio)
        picture = QPixmap(side, side)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_mark(painter, QRectF(0, 0, self._side, self._side), mood, energy, palette)
        painter.end()
        return picture


def mark_pen(mood: int | None, energy: int | None, palette: Palette) -> QPen:
    """What the mark is drawn with."""
    colour = QColor(palette.mood[mood - 1]) if mood is not None else QColor(palette.muted)
    pen = QPen(colour, 1.4 + 0.45 * _level(energy))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def mark_path(box: QRectF, mood: int, energy: int | None) -> QPainterPath:
    """The line of the mark in ``box``."""
    box, energy = box.adjusted(3, 3, -3, -3), _level(energy)
    bend = (mood - 3) / 2 * box.height() * 0.46
    ripple = max(0, energy - 3) * box.height() * 0.055
    path = QPainterPath()
    for step in range(_STEPS + 1):
        along = step / _STEPS
        arch = 1 - (2 * along - 1) ** 2
        y = box.center().y() + bend * (arch - 0.5) + ripple * math.sin(along * math.tau * 3)
        point = QPointF(box.left() + along * box.width(), y)
        if step:
            path.lineTo(point)
        else:
            path.moveTo(point)
    return path


def _level(energy: int | None) -> int:
    return energy if energy is not None else 2
