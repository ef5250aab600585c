"""Answering one sentence at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.result import about
from attach_desktop.quiz.store import Sitting
from attach_desktop.quiz.words import Words
from attach_desktop.ui.quiz.answer_scale import AnswerScale
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import HUGE, LARGE, SMALL, TIGHT
from attach_desktop.ui.widgets.column import centred, scrolled
from attach_desktop.ui.widgets.labels import button, label

#: Wide enough for seven labels in a row, in pixels.
WIDTH = 820


class OneView(QWidget):
    """Shows one sentence with its answer.

    ``chosen`` carries an answer after which one goes on, ``picked`` one (or None) after which one stays.
    """

    chosen = Signal(int)
    picked = Signal(object)
    skipped = Signal()
    back_asked = Signal()
    next_asked = Signal()
    stop_asked = Signal()

    def __init__(self, theme: Theme, words: Words) -> None:
        """Nothing to answer yet."""
        super().__init__()
        self._texts = words.texts["taking"]
        self._progress = label("", "muted")
        self._frame = label("", "muted")
        self._sentence = label("", "title")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.scale = AnswerScale(theme, question=str(self._texts["labelled"]))
        self.scale.picked.connect(lambda value: self.picked.emit(value))
        self.scale.cleared.connect(lambda: self.picked.emit(None))
        self.scale.typed.connect(self.chosen)
        self.scale.clicked.connect(self.chosen)
        self.back_button = button(self.tr("Back"), self.back_asked.emit)
        self.skip_button = button(str(self._texts["skip"]), self.skipped.emit, "quiet")
        self.stop_button = button(self.tr("Stop here"), self.stop_asked.emit, "quiet")
        self.next_button = button("", self.next_asked.emit, "primary")
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        foot.addWidget(self.back_button)
        foot.addWidget(self.skip_button)
        foot.addStretch()
        foot.addWidget(self.stop_button)
        foot.addWidget(self.next_button)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        column.addWidget(self._progress)
        column.addWidget(self._frame)
        column.addWidget(self._sentence)
        column.addWidget(self.scale)
        column.addSpacing(SMALL)
        column.addLayout(foot)
        column.addStretch()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(centred(inside, WIDTH, above=HUGE)))

    def show_item(self, sitting: Sitting, questionnaire: Questionnaire) -> None:
        """Show the sentence that a sitting has come to, and give the focus to its answer."""
        number, count = sitting.item, len(questionnaire.items)
        progress = self._texts["progress"].format(number=number + 1, count=count)
        self._progress.setText(f"{progress} · {about(questionnaire, sitting.lens, sitting.alias)}")
        self._frame.setText(f"{questionnaire.time_frame} {self._texts['labelled']}".strip())
        sentence = questionnaire.sentence(number, questionnaire.lens(sitting.lens), sitting.alias)
        self._sentence.ensurePolished()
        # Sentences of one line and of two leave the answers at the same place.
        self._sentence.setMinimumHeight(self._sentence.fontMetrics().lineSpacing() * 2 + TIGHT)
        self._sentence.setText(sentence)
        self.scale.set_labels(questionnaire.points)
        self.scale.set_sentence(sentence)
        self.scale.set_value(sitting.answers[number])
        self.back_button.setEnabled(number > 0)
        self.next_button.setText(self.tr("To the result") if number + 1 >= count else self.tr("Next"))
        self.scale.start()
        # The focus stays in the same row of points, so a screen reader would go on in silence.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{progress}. {sentence}"))

    def start(self) -> None:
        """Give the focus to the answer."""
        self.scale.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace goes back, Enter goes on."""
        if event.key() == Qt.Key.Key_Backspace:
            self.back_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)
