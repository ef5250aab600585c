"""Answering: one sentence at a time, or all on a page. No timer is shown, and none is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from statistics import median

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from attach_desktop.clock import Clock
from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.scoring import Result
from attach_desktop.quiz.store import Sitting
from attach_desktop.quiz.words import Words
from attach_desktop.ui.quiz.answer_scale import AnswerScale
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import HUGE, LARGE, NORMAL, SMALL, WIDE
from attach_desktop.ui.widgets.column import scrolled
from attach_desktop.ui.widgets.labels import button, frame, label

#: A median below this many seconds for an item counts as quick (two-seconds rule, Huang et al. 2012).
QUICK_SECONDS = 2.0


class TakingView(QWidget):
    """Shows a sitting and changes it. ``changed`` with every answer and step; ``finished`` when all is said."""

    changed = Signal(object)
    finished = Signal(object, bool)
    stopped = Signal()

    def __init__(self, theme: Theme, clock: Clock, words: Words) -> None:
        """``clock`` is only asked whether the answers came very fast."""
        super().__init__()
        self._theme, self._clock, self._words = theme, clock, words
        self._sitting: Sitting | None = None
        self._questionnaire: Questionnaire | None = None
        self._seconds: list[float] = []
        self._since: datetime | None = None
        self._rows: list[AnswerScale] = []
        self._pages = QStackedWidget()
        self._one = QWidget()
        self._all = QWidget()
        self._ending = QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self._build_one()
        self._build_ending()
        for page in (self._one, self._all, self._ending):
            self._pages.addWidget(page)
        self._all_box = QVBoxLayout(self._all)
        self._all_box.setContentsMargins(0, 0, 0, 0)

    @property
    def sitting(self) -> Sitting | None:
        """The sitting under way."""
        return self._sitting

    def begin(self, sitting: Sitting, questionnaire: Questionnaire) -> None:
        """Show a sitting, new or taken up again."""
        self._sitting, self._questionnaire = sitting, questionnaire
        self._seconds = []
        if sitting.layout == "all":
            self._build_all()
            self._pages.setCurrentWidget(self._all)
            self._rows[min(sitting.item, len(self._rows) - 1)].start()
        else:
            self._scale.set_labels(questionnaire.points)
            self._pages.setCurrentWidget(self._one)
            self._show_item()

    def quick(self) -> bool:
        """Whether the median time for an item was under two seconds."""
        return len(self._seconds) >= 4 and median(self._seconds) < QUICK_SECONDS

    # -- one at a time ---------------------------------------------------------------------------------------------

    def _build_one(self) -> None:
        texts = self._words.texts["taking"]
        self._progress = label("", "muted", wrap=False)
        self._frame_text = label("", "muted")
        self._sentence = label("", "title")
        self._sentence.setMinimumHeight(self._sentence.fontMetrics().height() * 4)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._scale = AnswerScale(self._theme, self.tr("Your answer"), self._words.texts["taking"]["labelled"])
        self._scale.picked.connect(self._picked)
        self._scale.chosen.connect(self._chosen)
        self._back = button(self.tr("Back"), self.back)
        self._skip = button(str(texts["skip"]), self._skip_item, "quiet")
        self._next = button(self.tr("Next"), self.forward, "primary")
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        foot.addWidget(self._back)
        foot.addWidget(self._skip)
        foot.addStretch()
        foot.addWidget(button(self.tr("Stop here"), self.stopped.emit, "quiet"))
        foot.addWidget(self._next)
        inside = QWidget()
        inside.setMaximumWidth(820)
        column = QVBoxLayout(inside)
        column.setSpacing(LARGE)
        column.addWidget(self._progress)
        column.addWidget(self._frame_text)
        column.addWidget(self._sentence)
        column.addWidget(self._scale)
        column.addSpacing(SMALL)
        column.addLayout(foot)
        column.addStretch()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inside, 8)
        row.addStretch(1)
        holder = QWidget()
        holder.setLayout(row)
        row.setContentsMargins(WIDE, HUGE, WIDE, LARGE)
        box = QVBoxLayout(self._one)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(holder))

    def _show_item(self) -> None:
        sitting, questionnaire = self._now()
        texts = self._words.texts["taking"]
        number = sitting.item
        self._progress.setText(texts["progress"].format(number=number + 1, count=len(questionnaire.items)))
        self._frame_text.setText(f"{questionnaire.time_frame} {texts['labelled']}")
        sentence = questionnaire.sentence(number, questionnaire.lens(sitting.lens), sitting.alias)
        self._sentence.setText(sentence)
        self._scale.set_name(sentence)
        self._scale.set_value(sitting.answers[number])
        self._back.setEnabled(number > 0)
        self._next.setText(self.tr("To the result") if self._is_last() else self.tr("Next"))
        self._scale.start()
        self._since = self._clock.now()

    def _picked(self, value: int) -> None:
        """An arrow key moved the choice: keep it, stay here."""
        self._answer(value)

    def _chosen(self, value: int) -> None:
        """A digit or a click: keep it and go on."""
        self._answer(value)
        self._note_time()
        self.forward()

    def _skip_item(self) -> None:
        self._answer(None)
        self.forward()

    def back(self) -> None:
        """The sentence before."""
        sitting, _ = self._now()
        if sitting.item > 0:
            self._go(sitting.item - 1)

    def forward(self) -> None:
        """The next sentence, or the end."""
        sitting, _ = self._now()
        if self._is_last():
            self._end()
        else:
            self._go(sitting.item + 1)

    def _go(self, item: int) -> None:
        sitting, _ = self._now()
        self._keep(replace(sitting, item=item))
        self._show_item()

    def _is_last(self) -> bool:
        sitting, questionnaire = self._now()
        return sitting.item >= len(questionnaire.items) - 1

    # -- all on a page ---------------------------------------------------------------------------------------------

    def _build_all(self) -> None:
        sitting, questionnaire = self._now()
        while (item := self._all_box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        inside = QWidget()
        inside.setMaximumWidth(820)
        column = QVBoxLayout(inside)
        column.setSpacing(SMALL)
        texts = self._words.texts["taking"]
        column.addWidget(label(f"{questionnaire.time_frame} {texts['labelled']}", "muted"))
        self._rows = []
        lens = questionnaire.lens(sitting.lens)
        for number in range(len(questionnaire.items)):
            sentence = questionnaire.sentence(number, lens, sitting.alias)
            column.addSpacing(NORMAL)
            column.addWidget(label(f"{number + 1}.  {sentence}", "lead"))
            scale = AnswerScale(self._theme, sentence, "", small=True)
            scale.set_labels(questionnaire.points)
            scale.set_value(sitting.answers[number])
            self._connect_row(scale, number)
            column.addWidget(scale)
            self._rows.append(scale)
        foot = QHBoxLayout()
        foot.addWidget(button(self.tr("Stop here"), self.stopped.emit, "quiet"))
        foot.addStretch()
        foot.addWidget(button(self.tr("To the result"), self._end, "primary"))
        column.addSpacing(NORMAL)
        column.addLayout(foot)
        row = QHBoxLayout()
        row.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        row.addStretch(1)
        row.addWidget(inside, 8)
        row.addStretch(1)
        holder = QWidget()
        holder.setLayout(row)
        self._all_box.addWidget(scrolled(holder))
        self._since = None

    def _connect_row(self, scale: AnswerScale, number: int) -> None:
        def keep(value: int | None) -> None:
            sitting, _ = self._now()
            self._keep(replace(sitting, item=number))
            self._answer(value)
            self._note_time()

        scale.picked.connect(keep)
        scale.chosen.connect(keep)
        scale.cleared.connect(lambda: keep(None))

    # -- the end ---------------------------------------------------------------------------------------------------

    def _build_ending(self) -> None:
        inside = frame("card")
        inside.setMaximumWidth(560)
        self._ending_column = QVBoxLayout(inside)
        self._ending_column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        self._ending_column.setSpacing(NORMAL)
        self._ending_text = label("")
        self._look = button("", lambda: None)
        self._go_on = button("", lambda: None, "primary")
        self._ending_column.addWidget(self._ending_text)
        foot = QHBoxLayout()
        foot.addWidget(self._look)
        foot.addStretch()
        foot.addWidget(self._go_on)
        self._ending_column.addLayout(foot)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inside, 4)
        row.addStretch(1)
        box = QVBoxLayout(self._ending)
        box.addStretch(1)
        box.addLayout(row)
        box.addStretch(2)

    def _end(self) -> None:
        sitting, _ = self._now()
        texts = self._words.texts["taking"]
        first = next((at for at, answer in enumerate(sitting.answers) if answer is None), None)
        if first is None:
            self.finished.emit(sitting, self.quick())
            return
        self._ask(
            str(texts["not_yet"]),
            self.tr("Go back to them"),
            self.tr("Leave them out"),
            first,
            lambda: self.finished.emit(sitting, self.quick()),
        )

    def ask_about(self, result: Result, keep: object) -> None:
        """Tell signs of haste kindly: keep the answers, or look again."""
        texts = self._words.texts["flags"]
        said = "\n\n".join(self._words.flags(result))
        self._ask(said, str(texts["look"]), str(texts["keep"]), 0, keep)

    def _ask(self, text: str, look: str, keep: str, first: int, then: object) -> None:
        self._ending_text.setText(text)
        for made, words, act in ((self._look, look, lambda: self._look_again(first)), (self._go_on, keep, then)):
            made.setText(words)
            made.clicked.disconnect()
            made.clicked.connect(act)
        self._pages.setCurrentWidget(self._ending)
        self._go_on.setFocus()

    def _look_again(self, first: int) -> None:
        sitting, questionnaire = self._now()
        self.begin(replace(sitting, item=first), questionnaire)
        self._keep(replace(sitting, item=first))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _now(self) -> tuple[Sitting, Questionnaire]:
        if self._sitting is None or self._questionnaire is None:
            raise RuntimeError("no sitting is under way")
        return self._sitting, self._questionnaire

    def _answer(self, value: int | None) -> None:
        sitting, _ = self._now()
        answers: Sequence[int | None] = sitting.answers
        self._keep(replace(sitting, answers=(*answers[: sitting.item], value, *answers[sitting.item + 1 :])))

    def _note_time(self) -> None:
        now = self._clock.now()
        if self._since is not None:
            self._seconds.append((now - self._since).total_seconds())
        self._since = now

    def _keep(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self.changed.emit(sitting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace goes back, Enter goes on, Escape stops here."""
        if self._pages.currentWidget() is self._one and event.key() == Qt.Key.Key_Backspace:
            self.back()
        elif self._pages.currentWidget() is self._one and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.forward()
        elif event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
        else:
            super().keyPressEvent(event)
