"""A quiz result on paper, in the same order as on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.ui.charts.plane import draw_plane
from attach_desktop.ui.charts.steps import draw_steps
from attach_desktop.ui.printing import DrawPage
from attach_desktop.ui.quiz.view_state import DayText, ResultState
from attach_desktop.ui.theme.tokens import LIGHT

_BODY, _SMALL, _HEAD, _TITLE = 10.0, 8.5, 11.5, 15.0


def result_pages(
    take: Take, questionnaire: Questionnaire, state: ResultState, words: Words, days: DayText
) -> list[DrawPage]:
    """One page for the result; a second for its line over time, where there is one."""
    lens = questionnaire.lens(take.lens).name + (f" · {take.alias}" if take.alias else "")
    short = str(words.texts["disclosure"]["short"]).format(day=days.full(take.at.day), lens=lens)

    def first(painter: QPainter, box: QRectF, unit: float) -> None:
        page = _Page(painter, box, unit)
        page.write(questionnaire.name, _TITLE, bold=True)
        page.write(f"{days.full(take.at.day)} · {lens}", _BODY, muted=True, below=3)
        side = min(box.width(), 105 * unit)
        plane = QRectF(box.left() + (box.width() - side) / 2, page.y, side, side)
        draw_plane(painter, plane, state.plane, LIGHT, page.font(_SMALL))
        page.y += side + 2 * unit
        page.write(state.plane_sentence, _SMALL, muted=True, below=3)
        for name, sentences, figures in state.axes:
            page.write(name, _HEAD, bold=True)
            page.write(sentences, _BODY)
            page.write(figures, _SMALL, muted=True, below=2)
        page.write(state.band, _BODY)
        page.write(state.nearest, _BODY, below=2)
        fits = words.texts["fits"].get(take.fits)
        if fits:
            page.write(f"{words.texts['headings']['fits']} {fits}", _BODY)
        page.write(take.note[:1200], _BODY, below=2)
        if state.flags:
            page.write(str(words.texts["flags"]["print"]).format(flags=" ".join(state.flags)), _SMALL, muted=True)
        version = str(words.texts["disclosure"]["version"])
        about = version.format(name=questionnaire.name, version=questionnaire.version)
        page.write(f"{short} {about}.", _SMALL, muted=True)

    def second(painter: QPainter, box: QRectF, unit: float) -> None:
        page = _Page(painter, box, unit)
        page.write(str(words.texts["headings"]["over_time"]), _TITLE, bold=True, below=4)
        for name, data in state.lines:
            page.write(name, _HEAD, bold=True)
            chart = QRectF(box.left(), page.y, box.width(), 62 * unit)
            draw_steps(painter, chart, data, LIGHT, page.font(_SMALL))
            page.y += 68 * unit
        page.write(short, _SMALL, muted=True)

    return [first, second] if state.lines else [first]


class _Page:
    """Writes paragraphs down a page."""

    def __init__(self, painter: QPainter, box: QRectF, unit: float) -> None:
        self.painter, self.box, self.unit = painter, box, unit
        self.y = box.top()
        self._base = QFont(painter.font())

    def font(self, points: float, *, bold: bool = False) -> QFont:
        font = QFont(self._base)
        font.setPointSizeF(points)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def write(self, text: str, points: float, *, bold: bool = False, muted: bool = False, below: float = 1.5) -> None:
        """A paragraph; ``below`` is the space after it in millimetres."""
        if not text:
            return
        font = self.font(points, bold=bold)
        self.painter.setFont(font)
        self.painter.setPen(QColor(LIGHT.muted if muted else LIGHT.ink))
        metrics = QFontMetricsF(font, self.painter.device())
        room = QRectF(QPointF(self.box.left(), self.y), self.box.bottomRight())
        flags = int(Qt.TextFlag.TextWordWrap)
        taken = metrics.boundingRect(room, flags, text)
        self.painter.drawText(room, flags, text)
        self.y += taken.height() + below * self.unit
