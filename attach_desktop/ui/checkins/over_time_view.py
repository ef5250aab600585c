"""Each answer over time as a quiet line, one below the other. No sum is made of them, and a gap is a gap."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.checkins.form import FORMS, Form, texts
from attach_desktop.checkins.over_time import Line, lines
from attach_desktop.checkins.store import CheckInStore
from attach_desktop.ui.charts.answer_line import AnswerLine, AnswerPoint, draw_answer_line
from attach_desktop.ui.charts.view import ChartView, Draw
from attach_desktop.ui.checkins.words import line_sentence, short_day
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT, Palette
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.column import centred, emptied, scrolled
from attach_desktop.ui.widgets.empty_state import EmptyState
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.ui.widgets.labels import label
from attach_desktop.ui.widgets.numbers import number_table

_WIDTH = 1000


class OverTimeView(QWidget):
    """The lines of one form at a time."""

    def __init__(self, store: CheckInStore, theme: Theme) -> None:
        """Of the check-ins in ``store``."""
        super().__init__()
        self._store, self._theme = store, theme
        self._words: Any = texts()
        self._forms: list[str] = []
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self.choice: Choice | None = None
        self._body: QVBoxLayout | None = None

    def refresh(self) -> None:
        """Read again."""
        chosen = self._forms[self.choice.currentIndex()] if self.choice is not None and self._forms else ""
        emptied(self._outer)
        self._forms = [form for form in FORMS if self._store.of_form(form, 1)]
        if not self._forms:
            self.choice = None
            first: Any = self._words["first"]
            self._outer.addWidget(EmptyState(self.tr("Lines grow from here"), str(first["text"])))
            return
        names = [self._store.forms.get(form).name for form in self._forms]
        self.choice = Choice(self.tr("Check-ins of"), names)
        self.choice.setCurrentIndex(self._forms.index(chosen) if chosen in self._forms else 0)
        self.choice.currentIndexChanged.connect(lambda _: self._show())
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self.choice.label())
        head.addWidget(self.choice)
        head.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(MEDIUM)
        column.addLayout(head)
        self._body = QVBoxLayout()
        self._body.setSpacing(LARGE)
        column.addLayout(self._body)
        column.addStretch(1)
        content = QWidget()
        content.setLayout(column)
        self._outer.addWidget(scrolled(centred(content, _WIDTH)))
        self._show()

    def start(self) -> None:
        """Give the focus to the choice of the form."""
        if self.choice is not None:
            self.choice.setFocus()

    def _show(self) -> None:
        if self._body is None or self.choice is None:
            return
        emptied(self._body)
        form_id = self._forms[self.choice.currentIndex()]
        form = self._store.forms.get(form_id, hidden=True)
        found = lines(form_id, (record.value for record in self._store.of_form(form_id)))
        words: Any = self._words["over_time"]
        few = max((line.answered for line in found), default=0) < 3
        self._body.addWidget(label(str(words["few" if few else "gap"]), "muted"))
        charts = QWidget()
        grid = QGridLayout(charts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(LARGE)
        for at, line in enumerate(found):
            grid.addWidget(self._chart(line, form), at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        self._body.addWidget(charts)
        self._body.addWidget(Fold(self.tr("As a table"), lambda: self._table(found)))

    def _chart(self, line: Line, form: Form) -> QWidget:
        question = form.question(line.question)
        ends = (question.low, question.high) if question is not None else ("", "")
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(label(line.asked))
        if question is not None and question.wording != line.wording:
            column.addWidget(label(str(self._words["over_time"]["worded"]), "small"))
        chart = ChartView(self._theme, line.asked, (440, 128))
        points = tuple(AnswerPoint(point.day, point.value) for point in line.points)
        days = (short_day(points[0].day), short_day(points[-1].day))
        chart.show_chart(_drawing(AnswerLine(points, ends, days)), line_sentence(line))
        column.addWidget(chart)
        return box

    def _table(self, found: list[Line]) -> QWidget:
        days = sorted({point.day for line in found for point in line.points if point.value is not None}, reverse=True)
        values = [{point.day: point.value for point in line.points if point.value is not None} for line in found]
        heads = [self.tr("Question"), *(short_day(day) for day in days[:8])]
        rows = [
            [line.asked, *(str(given.get(day, "–")) for day in days[:8])]
            for line, given in zip(found, values, strict=True)
        ]
        return number_table(self.tr("Answers over time, as a table"), heads, rows)


def _drawing(data: AnswerLine) -> Draw:
    def draw(painter: QPainter, box: QRectF, palette: Palette, font: QFont) -> None:
        draw_answer_line(painter, box, data, palette, font)

    return draw
