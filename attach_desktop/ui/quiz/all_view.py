"""Answering with every sentence on one page."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.result import about
from attach_desktop.quiz.store import Sitting
from attach_desktop.quiz.words import Words
from attach_desktop.ui.quiz.answer_scale import AnswerScale
from attach_desktop.ui.quiz.one_view import WIDTH
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, NORMAL, SMALL
from attach_desktop.ui.widgets.column import centred, scrolled
from attach_desktop.ui.widgets.labels import button, label

#: Room kept above and below the sentence that one comes to, in pixels.
_AROUND = 24


class AllView(QWidget):
    """Shows every sentence. ``answered`` carries its place and its answer, or None; ``seen`` the place one comes to."""

    answered = Signal(int, object)
    seen = Signal(int)
    finish_asked = Signal()
    stop_asked = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        """Nothing to answer yet."""
        super().__init__()
        self._theme, self._words = theme, words
        self.rows: list[_Row] = []
        self._area: QScrollArea | None = None
        self._target: QWidget | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._scroll)
        self.finish_button = button(self.tr("To the result"), self.finish_asked.emit, "primary")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def show_items(self, sitting: Sitting, questionnaire: Questionnaire) -> None:
        """Show every sentence with its answer, and give the focus to the one that the sitting has come to."""
        if self._area is not None:
            self._box.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
            self._target = None
        texts = self._words.texts["taking"]
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        column.addWidget(label(about(questionnaire, sitting.lens, sitting.alias), "muted"))
        optional = self.tr("A sentence that does not apply can stay without an answer.")
        column.addWidget(label(f"{questionnaire.time_frame} {texts['labelled']} {optional}".strip(), "muted"))
        lens = questionnaire.lens(sitting.lens)
        self.rows = []
        for place in range(len(questionnaire.items)):
            row = _Row(self._theme, place, questionnaire.sentence(place, lens, sitting.alias), questionnaire.points)
            row.show_value(sitting.answers[place])
            self._connect(row, place)
            column.addWidget(row)
            self.rows.append(row)
        foot = QHBoxLayout()
        self.finish_button = button(self.tr("To the result"), self.finish_asked.emit, "primary")
        foot.addWidget(button(self.tr("Stop here"), self.stop_asked.emit, "quiet"))
        foot.addStretch()
        foot.addWidget(self.finish_button)
        column.addLayout(foot)
        column.addStretch()
        self._area = scrolled(centred(inside, WIDTH))
        self._box.addWidget(self._area)

    def start(self, place: int) -> None:
        """Give the focus to the sentence at ``place``, or to what follows the last one."""
        if place < len(self.rows):
            row = self.rows[max(0, place)]
            row.scale.start()
            self._look_at(row)
        else:
            self.finish_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._look_at(self.finish_button)

    def _look_at(self, widget: QWidget) -> None:
        """Scroll to a widget now, and once more when a page that was only just made has been laid out."""
        self._target = widget
        self._scroll()
        self._later.start()

    def _scroll(self) -> None:
        if self._area is not None and self._target is not None:
            self._area.ensureWidgetVisible(self._target, 0, _AROUND)

    def _connect(self, row: _Row, place: int) -> None:
        def typed(value: int) -> None:
            row.show_value(value)
            self.answered.emit(place, value)
            self.start(place + 1)

        def stay(value: int | None) -> None:
            row.show_value(value)
            self.answered.emit(place, value)

        def entered() -> None:
            self.seen.emit(place)
            self._look_at(row)

        row.scale.typed.connect(typed)
        row.scale.picked.connect(stay)
        row.scale.clicked.connect(stay)
        row.scale.cleared.connect(lambda: stay(None))
        row.scale.entered.connect(entered)
        row.clear_button.clicked.connect(lambda: stay(None))

    def _place(self) -> int | None:
        """The place of the sentence that has the focus."""
        focus = QApplication.focusWidget()
        return next((at for at, row in enumerate(self.rows) if focus is not None and row.isAncestorOf(focus)), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace goes to the sentence before, Enter to the next."""
        place = self._place()
        if event.key() == Qt.Key.Key_Backspace:
            self.start((len(self.rows) if place is None else place) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and place is not None:
            self.start(place + 1)
        else:
            super().keyPressEvent(event)


class _Row(QWidget):
    """One sentence with its answer, and a way to take the answer back without a key."""

    def __init__(self, theme: Theme, place: int, sentence: str, labels: tuple[str, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        head = QHBoxLayout()
        head.setSpacing(NORMAL)
        head.addWidget(label(f"{place + 1}.  {sentence}", "lead"), 1, Qt.AlignmentFlag.AlignVCenter)
        # Not a stop of the Tab key: Delete does the same.
        self.clear_button = button(self.tr("Take back"), lambda: None, "quiet")
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button.setAccessibleName(self.tr("Take back the answer to: {sentence}").format(sentence=sentence))
        policy = self.clear_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.clear_button.setSizePolicy(policy)
        head.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.scale = AnswerScale(theme, sentence)
        self.scale.set_labels(labels)
        column.addWidget(self.scale)

    def show_value(self, value: int | None) -> None:
        """Show an answer, or none."""
        if self.scale.value() != value:
            self.scale.set_value(value)
        self.clear_button.setVisible(value is not None)
