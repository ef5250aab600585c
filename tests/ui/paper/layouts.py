"""Texts laid out in one line."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextLayout


def laid_out(text: str, pixels: int = 24) -> QTextLayout:
    """A text in the system's font, in a line that is as long as it takes."""
    font = QFont()
    font.setPixelSize(pixels)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(100_000)
    layout.endLayout()
    return layout
