"""A take's result: the point first, then the sentences, then, smaller, the nearest description."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from attach_desktop.days import DayText
from attach_desktop.errors import AttachError, InputRefusedError
from attach_desktop.quiz.line import line_state
from attach_desktop.quiz.picture import PlaneData
from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.result import NO_FIGURE, ResultState, about, alike, result_state
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.ui.charts.plane import draw_plane
from attach_desktop.ui.charts.view import ChartView, Draw
from attach_desktop.ui.quiz.description import description, scored
from attach_desktop.ui.quiz.over_time import OverTime
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, NORMAL, SMALL, TIGHT, WIDE, Palette
from attach_desktop.ui.widgets.column import centred, emptied, held, line_width, scrolled
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.numbers import number_table
from attach_desktop.ui.widgets.text_area import TextArea
from attach_desktop.vault.kind import Stored

#: Below this width the plane stands above the words.
_STACKED = 760
_PLANE = 520
_NOTE_AFTER_MS = 600


class ResultView(QWidget):
    """Shows one take. The person's own verdict and note are kept as they are made."""

    closed = Signal()
    delete_asked = Signal(object)
    journal_asked = Signal(object)
    trouble = Signal(object)

    def __init__(self, store: QuizStore, theme: Theme, words: Words, days: DayText) -> None:
        """``days`` writes dates."""
        super().__init__()
        self._store, self._theme, self._words, self._days = store, theme, words, days
        self._record: Stored[Take] | None = None
        self._questionnaire: Questionnaire | None = None
        self._body: QBoxLayout | None = None
        self._first: QWidget | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._note_later = QTimer(self)
        self._note_later.setSingleShot(True)
        self._note_later.setInterval(_NOTE_AFTER_MS)
        self._note_later.timeout.connect(self.keep_note)
        self.note: TextArea | None = None
        self.over_time: OverTime | None = None

    def show_take(self, record: Stored[Take], questionnaire: Questionnaire | None) -> None:
        """Show a take; without its questionnaire (one that can read its answers), the answers as they are."""
        self.keep_note()
        self._record, self._questionnaire = record, questionnaire
        self._body = self.over_time = None
        emptied(self._outer)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addLayout(self._head(questionnaire is not None))
        if questionnaire is None:
            self._fill_without(column, record.value)
        else:
            like = alike(questionnaire, record, self._store.line(*record.value.line))
            self._fill(column, record, questionnaire, like)
        column.addStretch()
        self._outer.addWidget(scrolled(centred(inside, above=NORMAL)))
        self._arrange()

    def forget(self) -> None:
        """The take on show is gone: nothing more is kept with it."""
        self._note_later.stop()
        self._record = self.note = None

    def start(self) -> None:
        """Give the focus to what comes first: the plane, which says its sentence."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- building --------------------------------------------------------------------------------------------------

    def _head(self, can_print: bool) -> QHBoxLayout:
        head = QHBoxLayout()
        self._first = button(self.tr("‹ All takes"), self.closed.emit, "quiet")
        head.addWidget(self._first)
        head.addStretch()
        head.addWidget(
            button(self.tr("Journal of these weeks"), lambda: self.journal_asked.emit(self._record), "quiet")
        )
        if can_print:
            head.addWidget(button(self.tr("Print …"), self.print_take, "quiet"))
        head.addWidget(button(self.tr("Delete"), lambda: self.delete_asked.emit(self._record), "quiet"))
        return head

    def _fill(
        self, column: QVBoxLayout, record: Stored[Take], questionnaire: Questionnaire, like: Sequence[Stored[Take]]
    ) -> None:
        state = result_state(questionnaire, record, like, self._words, self._days)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(WIDE)
        top = Qt.AlignmentFlag.AlignTop
        self._body.addWidget(self._left(state), 5, top)
        self._body.addWidget(self._right(record.value, questionnaire, state), 6, top)
        column.addLayout(self._body)
        version = str(self._words.texts["disclosure"]["version"])
        version = version.format(name=questionnaire.name, version=questionnaire.version)
        column.addWidget(Fold(str(self._words.texts["headings"]["scored"]), lambda: scored(state, version)))
        line = line_state(questionnaire, record, like, self._days)
        if line is not None:
            self.over_time = OverTime(questionnaire, line, self._theme, self._words)
            column.addWidget(self.over_time)

    def _left(self, state: ResultState) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        chart = ChartView(self._theme, self.tr("The plane"), (_PLANE, _PLANE), square=True)
        chart.show_chart(_drawing(state.plane), state.plane_sentence)
        self._first = chart
        column.addWidget(chart)
        column.addWidget(label(state.plane_sentence, "small"))
        heads = (self.tr("axis"), self.tr("figure"), self.tr("from"), self.tr("to"))
        name = self.tr("The plane as a table")
        column.addWidget(Fold(self.tr("As a table"), lambda: number_table(name, heads, state.plane_table)))
        return held(left, _PLANE)

    def _right(self, take: Take, questionnaire: Questionnaire, state: ResultState) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        day, lens = self._days.full(take.at.day), about(questionnaire, take.lens, take.alias)
        column.addWidget(label(f"{day} · {lens}", "muted"))
        for axis in state.axes:
            column.addSpacing(TIGHT)
            column.addWidget(label(axis.name, "lead"))
            column.addWidget(label(axis.sentences))
            if axis.figures:
                column.addWidget(label(axis.figures, "small"))
        column.addSpacing(SMALL)
        for text, role in ((state.band, "body"), *((flag, "muted") for flag in state.flags), (state.nearest, "muted")):
            if text:
                column.addWidget(label(text, role))
        for style in state.described:
            column.addWidget(
                Fold(self._fold_title(style, len(state.described)), partial(description, self._words, style))
            )
        if state.can_fit:
            column.addLayout(self._fits(take, right))
        column.addWidget(self._note_field(take))
        column.addWidget(label(self._words.disclosure(questionnaire, day, lens), "small"))
        return held(right, line_width(right) + LARGE)

    def _fold_title(self, style: str, count: int) -> str:
        if count == 1:
            return self.tr("Signs, what may help, strengths")
        return self.tr("{name}: signs, what may help, strengths").format(name=self._words.part(style))

    def _fits(self, take: Take, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(NORMAL)
        question = str(self._words.texts["headings"]["fits"])
        row.addWidget(label(question, wrap=False))
        group = QButtonGroup(parent)
        for key, text in self._words.texts["fits"].items():
            choice = QRadioButton(text)
            choice.setAccessibleDescription(question)
            choice.setChecked(take.fits == key)
            group.addButton(choice)
            # Not "clicked": a screen reader's action toggles a choice without ever pressing it.
            choice.toggled.connect(partial(self._keep_fits, key))
            row.addWidget(choice)
        row.addStretch()
        return row

    def _note_field(self, take: Take) -> TextArea:
        self.note = TextArea(self.tr("Note"), self.tr("What you want to remember about this take"), (2, 8))
        self.note.set_text(take.note)
        self.note.textChanged.connect(self._note_later.start)
        return self.note

    def _fill_without(self, column: QVBoxLayout, take: Take) -> None:
        """What is left of a take whose questionnaire is gone."""
        box = QWidget()
        inside = QVBoxLayout(box)
        inside.setContentsMargins(0, SMALL, 0, 0)
        inside.setSpacing(SMALL)
        inside.addWidget(label(f"{self._days.full(take.at.day)} · {about(None, take.lens, take.alias)}", "muted"))
        gone = self.tr(
            "The questionnaire of this take, “{name}” in version {version}, is not in its folder any more, or it has"
            " changed. Your answers are kept as they are. With the file back in its place, they can be read again."
        )
        inside.addWidget(label(gone.format(name=take.questionnaire, version=take.version)))
        answers = ", ".join(NO_FIGURE if answer is None else str(answer) for answer in take.answers)
        points = self.tr("Your answers, from 1 to {points}: {answers}").format(points=take.points, answers=answers)
        inside.addWidget(label(points, "muted"))
        inside.addWidget(self._note_field(take))
        column.addWidget(held(box, line_width(box)))

    # -- keeping ---------------------------------------------------------------------------------------------------

    def keep_note(self) -> None:
        """Put the note on disk, if it changed."""
        self._note_later.stop()
        if self.note is not None and self._record is not None and self.note.text() != self._record.value.note:
            self._keep(note=self.note.text())

    def _keep_fits(self, fits: str, chosen: bool) -> None:
        if chosen:
            self._keep(fits=fits)

    def _keep(self, *, fits: str | None = None, note: str | None = None) -> None:
        if self._record is None:
            return
        try:
            # As it is now: another window or the command line may have changed the rest of it.
            present = self._store.get(self._record.id)
            if present is None:
                raise InputRefusedError("no-such-record", id=self._record.id)
            value = replace(
                present.value,
                fits=present.value.fits if fits is None else fits,
                note=present.value.note if note is None else note,
            )
            self._record = self._store.change(present.id, value)
        except AttachError as error:
            self.trouble.emit(error)

    # -- printing --------------------------------------------------------------------------------------------------

    def print_take(self) -> None:
        """Print this result, or save it as a PDF."""
        self.keep_note()
        if self._record is None or self._questionnaire is None:
            return
        from attach_desktop.days import Days
        from attach_desktop.summary.papers.quiz_result import quiz_result
        from attach_desktop.ui.paper import printing

        try:
            like = alike(self._questionnaire, self._record, self._store.line(*self._record.value.line))
            printing.document(self, quiz_result(self._questionnaire, self._record, like, self._words, Days()))
        except AttachError as error:
            self.trouble.emit(error)

    # -- layout and keys -------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The plane above the words where there is little room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._body is not None:
            directions = QBoxLayout.Direction
            stacked = self.width() < _STACKED
            self._body.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to all takes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _drawing(data: PlaneData) -> Draw:
    def draw(painter: QPainter, box: QRectF, palette: Palette, font: QFont) -> None:
        draw_plane(painter, box, data, palette, font)

    return draw
