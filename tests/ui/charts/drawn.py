"""What a drawing draws: its words with their places, and its shapes, read back from an SVG of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtSvg import QSvgGenerator

from attach_desktop.ui.theme.tokens import LIGHT, Palette

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_DPI = 96


@dataclass(frozen=True)
class Written:
    """Words with the box they take and their colour; ``upright`` ones are not turned."""

    text: str
    box: QRectF
    colour: str
    upright: bool


@dataclass(frozen=True)
class Drawing:
    """The words and the shapes of a drawing; ``shapes`` are (tag, fill, attributes)."""

    words: tuple[Written, ...]
    shapes: tuple[tuple[str, str, dict[str, str]], ...]

    def texts(self) -> list[str]:
        """Every text, in the order of drawing."""
        return [written.text for written in self.words]

    def find(self, text: str) -> Written:
        """The one place where a text stands."""
        (found,) = [written for written in self.words if written.text == text]
        return found

    def count(self, tag: str) -> int:
        """How many shapes of a tag there are."""
        return sum(shape[0] == tag for shape in self.shapes)

    def overlapping(self) -> list[tuple[str, str]]:
        """Upright texts that lie on each other."""
        upright = [written for written in self.words if written.upright]
        return [(one.text, two.text) for one, two in combinations(upright, 2) if one.box.intersects(two.box)]


def drawn(
    draw: Callable[[QPainter, QRectF, Palette, QFont], None], size: tuple[int, int], palette: Palette = LIGHT
) -> Drawing:
    """Draw in a box of ``size`` pixels and read it back."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(*size))
    generator.setViewBox(QRect(0, 0, *size))
    generator.setResolution(_DPI)
    font = QFont()
    font.setPointSizeF(8.5)
    painter = QPainter(generator)
    draw(painter, QRectF(0, 0, *size), palette, font)
    painter.end()
    metrics = QFontMetricsF(font, generator)
    return _read(bytes(buffer.data().data()).decode(), metrics)


def _read(svg: str, metrics: QFontMetricsF) -> Drawing:
    words, shapes = list[Written](), list[tuple[str, str, dict[str, str]]]()
    for group in ET.fromstring(svg).iter(f"{_NAMESPACE}g"):  # noqa: S314 (our own drawing)
        upright = group.get("transform", "").startswith("matrix(1,0,0,1,0,0")
        for child in group:
            tag = child.tag.removeprefix(_NAMESPACE)
            if tag == "text":
                text = (child.text or "").strip()
                width = metrics.horizontalAdvance(text)
                # A little less high than a line: letters that stand one above the other may do so closely.
                top = float(child.attrib["y"]) - metrics.ascent() + 1
                box = QRectF(float(child.attrib["x"]), top, width, metrics.height() - 2)
                words.append(Written(text, box, child.attrib["fill"], upright))
            elif tag != "g":
                shapes.append((tag, group.get("fill", ""), dict(child.attrib)))
    return Drawing(tuple(words), tuple(shapes))
