"""Answering: one sentence at a time, or all on a page. No timer is shown, and none is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from attach_desktop.clock import Clock
from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.scoring import Result
from attach_desktop.quiz.store import Sitting
from attach_desktop.quiz.words import Words
from attach_desktop.ui.quiz.all_view import AllView
from attach_desktop.ui.quiz.ending_card import EndingCard
from attach_desktop.ui.quiz.one_view import OneView
from attach_desktop.ui.quiz.pace import Pace
from attach_desktop.ui.theme.theme import Theme


class TakingView(QWidget):
    """Shows a sitting and changes it.

    ``changed`` carries the sitting with every answer and step; ``finished`` carries it when all is said, with whether
    the answers came very fast.
    """

    changed = Signal(object)
    finished = Signal(object, bool)
    stopped = Signal()

    def __init__(self, theme: Theme, clock: Clock, words: Words) -> None:
        """``clock`` is only asked whether the answers came very fast."""
        super().__init__()
        self._words = words
        self._pace = Pace(clock)
        self._under_way: tuple[Sitting, Questionnaire] | None = None
        #: Sentences that the person skipped on purpose; nobody asks about these again.
        self._skipped: set[int] = set()
        self.one, self.all, self.ending = OneView(theme, words), AllView(theme, words), EndingCard()
        self._pages = QStackedWidget()
        for page in (self.one, self.all, self.ending):
            self._pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self.one.picked.connect(lambda value: self._answer(self._now()[0].item, value))
        self.one.chosen.connect(self._chosen)
        self.one.skipped.connect(self._skip)
        self.one.back_asked.connect(self._back)
        self.one.next_asked.connect(self._forward)
        self.one.stop_asked.connect(self.stopped)
        self.all.answered.connect(self._answer)
        self.all.seen.connect(self._seen)
        self.all.finish_asked.connect(self._end)
        self.all.stop_asked.connect(self.stopped)

    def begin(self, sitting: Sitting, questionnaire: Questionnaire) -> None:
        """Show a sitting of ``questionnaire``, new or taken up again."""
        self._under_way = sitting, questionnaire
        self._skipped = set()
        self._pace.begin()
        self._show()

    def start(self) -> None:
        """Give the focus to what is to be answered."""
        if self._pages.currentWidget() is self.ending:
            self.ending.start()
        elif self._pages.currentWidget() is self.all:
            self.all.start(self._now()[0].item)
        else:
            self.one.start()

    def ask_about(self, result: Result, keep: Callable[[], object]) -> None:
        """Tell signs of haste kindly: keep the answers, or look again."""
        texts = self._words.texts["flags"]
        self.ending.ask(
            "\n\n".join(self._words.flags(result)),
            (str(texts["look"]), self._look_again),
            (str(texts["keep"]), keep),
        )
        self._pages.setCurrentWidget(self.ending)
        self.ending.start()

    # -- going through ---------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Show where the sitting has come to."""
        sitting, questionnaire = self._now()
        if sitting.layout == "all":
            self.all.show_items(sitting, questionnaire)
            self._pages.setCurrentWidget(self.all)
            self.all.start(sitting.item)
        else:
            self._pages.setCurrentWidget(self.one)
            self.one.show_item(sitting, questionnaire)
        self._pace.seen()

    def _answer(self, place: int, value: int | None) -> None:
        """Keep an answer, or that there is none; stay."""
        self._keep(self._with(place, value))

    def _with(self, place: int, value: int | None) -> Sitting:
        sitting, _ = self._now()
        if value is not None:
            self._pace.answered(place)
            self._skipped.discard(place)
        return replace(sitting, item=place, answers=(*sitting.answers[:place], value, *sitting.answers[place + 1 :]))

    def _chosen(self, value: int) -> None:
        """Keep an answer and go on; after the last one the person says when."""
        sitting = self._with(self._now()[0].item, value)
        if self._is_last():
            self._keep(sitting)
            self.one.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._keep(replace(sitting, item=sitting.item + 1))
            self._show()

    def _skip(self) -> None:
        sitting = self._with(self._now()[0].item, None)
        self._skipped.add(sitting.item)
        self._keep(sitting)
        self._forward()

    def _back(self) -> None:
        self._go(self._now()[0].item - 1)

    def _forward(self) -> None:
        if self._is_last():
            self._end()
        else:
            self._go(self._now()[0].item + 1)

    def _go(self, item: int) -> None:
        if item >= 0:
            self._keep(replace(self._now()[0], item=item))
            self._show()

    def _seen(self, place: int) -> None:
        sitting, _ = self._now()
        if sitting.item != place:
            self._keep(replace(sitting, item=place))

    def _is_last(self) -> bool:
        sitting, questionnaire = self._now()
        return sitting.item >= len(questionnaire.items) - 1

    # -- the end ---------------------------------------------------------------------------------------------------

    def _end(self) -> None:
        sitting, _ = self._now()
        unanswered = [at for at, answer in enumerate(sitting.answers) if answer is None and at not in self._skipped]
        if not unanswered:
            self._finish()
            return
        self.ending.ask(
            str(self._words.texts["taking"]["not_yet"]),
            (self.tr("Go back to them"), lambda: self._return_to(unanswered[0])),
            (self.tr("Leave them out"), self._finish),
        )
        self._pages.setCurrentWidget(self.ending)
        self.ending.start()

    def _finish(self) -> None:
        self.finished.emit(self._now()[0], self._pace.quick())

    def _look_again(self) -> None:
        # Whoever has looked again is not told a second time to have been fast.
        self._pace.begin()
        self._return_to(0)

    def _return_to(self, place: int) -> None:
        self._keep(replace(self._now()[0], item=place))
        self._show()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _now(self) -> tuple[Sitting, Questionnaire]:
        if self._under_way is None:
            raise RuntimeError("no sitting is under way")
        return self._under_way

    def _keep(self, sitting: Sitting) -> None:
        self._under_way = sitting, self._now()[1]
        self.changed.emit(sitting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops here; what was answered is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
        else:
            super().keyPressEvent(event)
