"""Cards on paper, in the same order and words as on the screen; drawings are vectors in the light palette."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from attach_desktop.ui.charts.chart import WHOLE, Chart
from attach_desktop.ui.insights.card_state import CardState
from attach_desktop.ui.printing import HEAD, SMALL, TITLE, Compose, Sheet
from attach_desktop.ui.theme.tokens import LIGHT

#: A drawing's pixel is so many millimetres on paper.
_PIXEL = 0.27
#: What must follow a heading on its page, in millimetres, beside its first drawing.
_KEEP = 12.0


def on_paper(title: str, about: str, states: Sequence[CardState]) -> Compose:
    """What to print for some cards."""

    def compose(sheet: Sheet) -> None:
        sheet.write(title, TITLE, bold=True, below=1)
        sheet.write(about, muted=True, below=5)
        for state in states:
            _write_card(sheet, state)

    return compose


def _write_card(sheet: Sheet, state: CardState) -> None:
    first = _height(state.charts[0]) if state.charts else 0.0
    sheet.write(state.title, HEAD, bold=True, below=0.8, keep=_KEEP + first)
    for sentence in state.sentences:
        sheet.write(sentence, below=0.8)
    for note in state.notes:
        sheet.write(note, SMALL, muted=True, below=0.8)
    sheet.space(1.5)
    for chart in state.charts:
        if len(state.charts) > 1:
            sheet.write(chart.name, SMALL, bold=True, below=0.8, keep=_height(chart))
        sheet.draw(sheet.width, _height(chart), partial(_paint, chart, sheet.font(SMALL)))
    sheet.write(state.lines_title, SMALL, bold=True, below=0.8, keep=_KEEP)
    for line in state.lines:
        sheet.write(line.text, mark="–", below=0.5)
    sheet.space(1)
    for text in state.counted:
        sheet.write(text, SMALL, muted=True, below=0.4)
    sheet.space(6)


def _height(chart: Chart) -> float:
    return chart.size[1] * _PIXEL


def _paint(chart: Chart, font: QFont, painter: QPainter, box: QRectF) -> None:
    chart.paint(painter, box, LIGHT, font, WHOLE)
