"""A line of takes over time: a drawing for each axis, the same as a table, and any two compared."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.quiz.line import AxisLine, LineState, comparison
from attach_desktop.quiz.picture import StepsData
from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.words import Words
from attach_desktop.ui.charts.steps import draw_steps
from attach_desktop.ui.charts.view import ChartView, Draw
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, SMALL, TIGHT, Palette
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.column import held, line_width
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.ui.widgets.labels import label
from attach_desktop.ui.widgets.numbers import number_table

#: Below this width the two drawings stand one above the other.
_STACKED = 760


class OverTime(QWidget):
    """Shows one line of takes."""

    def __init__(self, questionnaire: Questionnaire, state: LineState, theme: Theme, words: Words) -> None:
        """``state`` is a line of ``questionnaire``."""
        super().__init__()
        self._questionnaire, self._state, self._theme, self._words = questionnaire, state, theme, words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(label(str(words.texts["headings"]["over_time"]), "lead"))
        self._charts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._charts.setSpacing(LARGE)
        for axis in state.axes:
            self._charts.addWidget(self._chart(axis))
        column.addLayout(self._charts)
        column.addWidget(Fold(self.tr("As a table"), self._table))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.one = Choice(self.tr("Compare the take of"), state.names)
        self.other = Choice(self.tr("with the take of"), state.names)
        for choice, start in ((self.one, state.first), (self.other, state.second)):
            row.addWidget(choice.label())
            row.addWidget(choice)
            choice.setCurrentIndex(start)
            choice.currentIndexChanged.connect(lambda _: self._compare())
        row.addStretch()
        column.addSpacing(SMALL)
        column.addLayout(row)
        self.told = label("")
        column.addWidget(held(self.told, line_width(self)))
        self._compare()

    def _chart(self, axis: AxisLine) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(label(axis.name, "muted"))
        chart = ChartView(self._theme, axis.name, (460, 190))
        chart.show_chart(_drawing(axis.steps), axis.sentence)
        column.addWidget(chart)
        return box

    def _table(self) -> QWidget:
        first, second = self._questionnaire.dimensions
        ends = (self.tr("from"), self.tr("to"))
        heads = (self.tr("take of"), first.name, *ends, second.name, *ends)
        return number_table(self.tr("Over time, as a table"), heads, self._state.table)

    def _compare(self) -> None:
        said = comparison(
            self._questionnaire, self._state, self.one.currentIndex(), self.other.currentIndex(), self._words
        )
        self.told.setText("\n".join(said) if said else self.tr("Two different takes can be compared."))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The drawings one above the other where there is little room."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        stacked = self.width() < _STACKED
        self._charts.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)


def _drawing(data: StepsData) -> Draw:
    def draw(painter: QPainter, box: QRectF, palette: Palette, font: QFont) -> None:
        draw_steps(painter, box, data, palette, font)

    return draw
