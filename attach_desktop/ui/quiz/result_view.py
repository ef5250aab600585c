"""A take's result: the point first, then the sentences, then, smaller, the nearest description."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from attach_desktop.errors import AttachError
from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.ui.charts.plane import draw_plane
from attach_desktop.ui.charts.steps import StepsData, draw_steps
from attach_desktop.ui.charts.view import ChartView, Draw
from attach_desktop.ui.quiz.view_state import FEW_COMPARISONS, DayText, ResultState, comparison, result_state
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, NORMAL, SMALL, WIDE
from attach_desktop.ui.widgets.column import scrolled
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.numbers import number_table
from attach_desktop.ui.widgets.text_area import TextArea
from attach_desktop.vault.kind import Stored

#: Below this width the plane stands above the words.
_STACKED = 860
_NOTE_AFTER = 600


class ResultView(QWidget):
    """Shows one take. The person's own verdict and note are kept as they are made."""

    closed = Signal()
    delete_asked = Signal(object)
    journal_asked = Signal(object)
    open_take = Signal(object)
    trouble = Signal(object)

    def __init__(self, store: QuizStore, theme: Theme, words: Words, days: DayText) -> None:
        """``days`` writes dates."""
        super().__init__()
        self._store, self._theme, self._words, self._days = store, theme, words, days
        self._record: Stored[Take] | None = None
        self._questionnaire: Questionnaire | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._body: QBoxLayout | None = None
        self._back: QWidget | None = None
        self._note_later = QTimer(self)
        self._note_later.setSingleShot(True)
        self._note_later.setInterval(_NOTE_AFTER)
        self._note_later.timeout.connect(self.keep_note)
        self._note: TextArea | None = None

    def show_take(self, record: Stored[Take], questionnaire: Questionnaire) -> None:
        """Show a take of ``questionnaire``."""
        self.keep_note()
        self._record, self._questionnaire = record, questionnaire
        line = self._store.line(*record.value.line)
        state = result_state(questionnaire, record, line, self._words, self._days)
        while (item := self._outer.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._outer.addWidget(scrolled(self._page(record, questionnaire, state, line)))
        self._arrange()

    def start(self) -> None:
        """Give the focus to the way back, at the top."""
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building --------------------------------------------------------------------------------------------------

    def _page(
        self,
        record: Stored[Take],
        questionnaire: Questionnaire,
        state: ResultState,
        line: Sequence[Stored[Take]],
    ) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(WIDE, NORMAL, WIDE, LARGE)
        column.setSpacing(SMALL)
        head = QHBoxLayout()
        self._back = button(self.tr("‹ All takes"), self.closed.emit, "quiet")
        head.addWidget(self._back)
        head.addStretch()
        head.addWidget(button(self.tr("Journal of these weeks"), lambda: self.journal_asked.emit(record), "quiet"))
        head.addWidget(button(self.tr("Print …"), self.print_take, "quiet"))
        head.addWidget(button(self.tr("Delete"), lambda: self.delete_asked.emit(record), "quiet"))
        column.addLayout(head)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(WIDE)
        left, right = QWidget(), QWidget()
        self._fill_left(left, state)
        self._fill_right(right, record, questionnaire, state)
        self._body.addWidget(left, 5, Qt.AlignmentFlag.AlignTop)
        self._body.addWidget(right, 6, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._body)
        column.addWidget(self._over_time(record, questionnaire, state, line))
        column.addWidget(self._scored(questionnaire, state))
        column.addStretch()
        return inside

    def _fill_left(self, left: QWidget, state: ResultState) -> None:
        column = QVBoxLayout(left)
        column.setContentsMargins(0, SMALL, 0, 0)
        chart = ChartView(self._theme, self.tr("The plane"), (460, 460), square=True)
        chart.show_chart(lambda painter, box, palette, font: draw_plane(painter, box, state.plane, palette, font),
                         state.plane_sentence)  # fmt: skip
        chart.setMaximumWidth(520)
        column.addWidget(chart)
        column.addWidget(label(state.plane_sentence, "small"))
        heads = (self.tr("axis"), self.tr("figure"), self.tr("from"), self.tr("to"))
        column.addWidget(
            Fold(self.tr("As a table"), lambda: number_table(self.tr("The plane as a table"), heads, state.plane_table))
        )

    def _fill_right(
        self, right: QWidget, record: Stored[Take], questionnaire: Questionnaire, state: ResultState
    ) -> None:
        column = QVBoxLayout(right)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        right.setMaximumWidth(620)
        take = record.value
        lens = questionnaire.lens(take.lens).name + (f" · {take.alias}" if take.alias else "")
        column.addWidget(label(f"{self._days.full(take.at.day)} · {lens}", "muted"))
        for name, sentences, figures in state.axes:
            column.addWidget(label(name, "lead"))
            column.addWidget(label(sentences))
            if figures:
                column.addWidget(label(figures, "small"))
            column.addSpacing(SMALL)
        if state.band:
            column.addWidget(label(state.band))
        for flag in state.flags:
            column.addWidget(label(flag, "small"))
        for style in state.described:
            column.addWidget(Fold(self._described_as(style), partial(self._description, style)))
        if state.described:
            column.addLayout(self._fits(record))
        self._note = TextArea(self.tr("Note"), self.tr("What you want to remember about this take"), (2, 8))
        self._note.set_text(take.note)
        self._note.textChanged.connect(self._note_later.start)
        column.addWidget(self._note)
        short = str(self._words.texts["disclosure"]["short"])
        column.addWidget(label(short.format(day=self._days.full(take.at.day), lens=lens), "small"))

    def _described_as(self, style: str) -> str:
        found = self._words.texts["descriptions"][style]
        also = f" ({found['also']})" if found["also"] else ""
        return str(self._words.texts["bands"]["nearest"]).format(list=f"{found['name']}{also}")

    def _description(self, style: str) -> QWidget:
        found, heads = self._words.texts["descriptions"][style], self._words.texts["headings"]
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(NORMAL, 0, 0, SMALL)
        column.setSpacing(4)
        column.addWidget(label(found["about"]))
        helps = [help_["text"] for help_ in found["helps"]]
        for head, lines in (("signs", found["signs"]), ("helps", helps), ("strengths", found["strengths"])):
            column.addSpacing(SMALL)
            column.addWidget(label(heads[head], "muted"))
            for text in lines:
                column.addWidget(label(f"–  {text}"))
        return box

    def _fits(self, record: Stored[Take]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(label(str(self._words.texts["headings"]["fits"]), wrap=False))
        group = QButtonGroup(self)
        for key, text in self._words.texts["fits"].items():
            choice = QRadioButton(text)
            choice.setAccessibleDescription(str(self._words.texts["headings"]["fits"]))
            choice.setChecked(record.value.fits == key)
            choice.clicked.connect(partial(self._keep_fits, key))
            group.addButton(choice)
            row.addWidget(choice)
        row.addStretch()
        return row

    def _over_time(
        self, record: Stored[Take], questionnaire: Questionnaire, state: ResultState, line: Sequence[Stored[Take]]
    ) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, MEDIUM, 0, 0)
        if not state.lines:
            return box
        column.addWidget(label(str(self._words.texts["headings"]["over_time"]), "lead"))
        charts = QHBoxLayout()
        charts.setSpacing(LARGE)
        for name, data in state.lines:
            part = QVBoxLayout()
            part.addWidget(label(name, "muted"))
            chart = ChartView(self._theme, name, (460, 180))
            chart.show_chart(_steps(data), self._steps_sentence(name, data))
            part.addWidget(chart)
            charts.addLayout(part)
        column.addLayout(charts)
        others = [one for one in line if one.id != record.id]
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Compare with the take of"), wrap=False))
        choice = QComboBox()
        choice.setAccessibleName(self.tr("Compare with the take of"))
        for one in others:
            alias = f" · {one.value.alias}" if one.value.alias else ""
            choice.addItem(self._days.full(one.value.at.day) + alias)
        row.addWidget(choice)
        row.addStretch()
        column.addLayout(row)
        told = label("")
        column.addWidget(told)

        def compare(number: int) -> None:
            one, two = sorted((others[number], record), key=lambda take: take.place)
            said = [*comparison(questionnaire, one.value, two.value, self._words)]
            if len(others) > FEW_COMPARISONS:
                said.append(str(self._words.texts["change"]["many"]))
            told.setText("\n".join(said))

        choice.currentIndexChanged.connect(compare)
        # The first take is what one compares with: not the best, not the last.
        compare(0)
        return box

    def _steps_sentence(self, name: str, data: StepsData) -> str:
        parts = [f"{step.label}: {step.value:.2f}" for step in data.steps]
        return f"{name}. " + "; ".join(parts)

    def _scored(self, questionnaire: Questionnaire, state: ResultState) -> QWidget:
        def build() -> QWidget:
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(NORMAL, 0, 0, 0)
            column.setSpacing(4)
            heads = (
                self.tr("sentence"),
                self.tr("axis"),
                self.tr("answer"),
                self.tr("counts"),
                self.tr("part of the mean"),
            )
            column.addWidget(number_table(self.tr("Every sentence and what it counts"), heads, state.items))
            for name, lines in state.working:
                column.addSpacing(SMALL)
                column.addWidget(label(name, "muted"))
                for text in lines:
                    column.addWidget(label(text, "small"))
            version = str(self._words.texts["disclosure"]["version"])
            column.addWidget(label(version.format(name=questionnaire.name, version=questionnaire.version), "small"))
            return box

        return Fold(str(self._words.texts["headings"]["scored"]), build)

    # -- keeping ---------------------------------------------------------------------------------------------------

    def keep_note(self) -> None:
        """Put the note on disk, if it changed."""
        if self._note is not None and self._record is not None and self._note.text() != self._record.value.note:
            self._keep(note=self._note.text())
        self._note_later.stop()

    def _keep_fits(self, fits: str, _checked: bool = False) -> None:
        self._keep(fits=fits)

    def _keep(self, *, fits: str | None = None, note: str | None = None) -> None:
        from dataclasses import replace

        if self._record is None:
            return
        try:
            value = replace(
                self._record.value,
                fits=self._record.value.fits if fits is None else fits,
                note=self._record.value.note if note is None else note,
            )
            self._record = self._store.change(self._record.id, value)
        except AttachError as error:
            self.trouble.emit(error)

    # -- printing --------------------------------------------------------------------------------------------------

    def print_take(self) -> None:
        """Print this result, or save it as a PDF."""
        if self._record is None or self._questionnaire is None:
            return
        from attach_desktop.ui.printing import print_with_dialog
        from attach_desktop.ui.quiz.paper import result_pages

        state = result_state(
            self._questionnaire, self._record, self._store.line(*self._record.value.line), self._words, self._days
        )
        print_with_dialog(self, result_pages(self._record.value, self._questionnaire, state, self._words, self._days))

    # -- layout ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The plane above the words where there is little room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._body is not None:
            stacked = self.width() < _STACKED
            directions = QBoxLayout.Direction
            self._body.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)


def _steps(data: StepsData) -> Draw:
    return lambda painter, box, palette, font: draw_steps(painter, box, data, palette, font)
