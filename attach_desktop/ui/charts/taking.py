"""A chart taken along: as a picture, as vectors, as comma-separated text. Always in the light palette, as on paper."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from attach_desktop.ui.charts.chart import WHOLE, Chart, Span
from attach_desktop.ui.theme.tokens import LIGHT, NORMAL

#: Pictures are drawn at twice the size, so that they stay sharp where they are put.
_SHARP = 2


def image(chart: Chart, size: QSize, font: QFont, span: Span = WHOLE) -> QImage:
    """The drawing as a picture of ``size`` (in points of the screen) on white."""
    made = QImage(size * _SHARP, QImage.Format.Format_ARGB32_Premultiplied)
    made.setDevicePixelRatio(_SHARP)
    made.fill(QColor(LIGHT.surface))
    painter = QPainter(made)
    chart.paint(painter, _inside(size), LIGHT, font, span)
    painter.end()
    return made


def svg(chart: Chart, size: QSize, font: QFont, span: Span = WHOLE) -> bytes:
    """The drawing as an SVG file, with the sentence as its description; nothing in it says who made it, or when."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    # As many dots to the inch as the screen's font metrics reckon with, so that text takes the room it has there.
    generator.setResolution(96)
    generator.setTitle(chart.name)
    generator.setDescription(chart.sentence)
    painter = QPainter(generator)
    painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(LIGHT.surface))
    painter.setPen(Qt.PenStyle.SolidLine)
    chart.paint(painter, _inside(size), LIGHT, font, span)
    painter.end()
    return bytes(buffer.data().data())


def _inside(size: QSize) -> QRectF:
    return QRectF(0, 0, size.width(), size.height()).marginsRemoved(QMarginsF(NORMAL, NORMAL, NORMAL, NORMAL))
