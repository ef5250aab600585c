"""The tab "Style quiz": start, answering, result; one after the other in one place."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from attach_desktop.clock import Moment
from attach_desktop.errors import AttachError, FaultsError
from attach_desktop.quiz.change import days_since, soon
from attach_desktop.quiz.scoring import score
from attach_desktop.quiz.shelf import Shelf
from attach_desktop.quiz.store import QuizStore, Sitting
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.ui.quiz.start_view import EarlierTake, StartView
from attach_desktop.ui.quiz.view_state import DayText
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.kind import Stored

if TYPE_CHECKING:
    from attach_desktop.ui.quiz.result_view import ResultView
    from attach_desktop.ui.quiz.taking_view import TakingView

#: "The weeks around it": this far to each side of a take.
AROUND = timedelta(days=14)


class QuizPage(QWidget):
    """Takes the quiz, keeps takes, shows them over time."""

    def __init__(self, store: QuizStore, shelf: Shelf, theme: Theme, shell: Shell) -> None:
        """``shelf`` has the questionnaires at hand."""
        super().__init__()
        self._store, self._shelf, self._theme, self._shell = store, shelf, theme, shell
        self._clock = store.vault.clock
        self._words = Words()
        self._pages = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self.first = StartView(shelf, self._words)
        self._pages.addWidget(self.first)
        self.first.begin.connect(self._begin)
        self.first.go_on.connect(self._go_on)
        self.first.put_aside.connect(self._put_aside)
        self.first.open_take.connect(self.show_take)
        self.first.lens_changed.connect(self._say_soon)
        self._unsubscribe = store.vault.changes.subscribe(store.kind.name, self._refresh)
        self._refresh()

    @cached_property
    def taking(self) -> TakingView:
        """Where answers are given."""
        from attach_desktop.ui.quiz.taking_view import TakingView

        made = TakingView(self._theme, self._clock, self._words)
        made.changed.connect(self._keep)
        made.finished.connect(self._finished)
        made.stopped.connect(self._stopped)
        self._pages.addWidget(made)
        return made

    @cached_property
    def result(self) -> ResultView:
        """Where a take is read."""
        from attach_desktop.ui.quiz.result_view import ResultView

        made = ResultView(self._store, self._theme, self._words, self._days)
        made.closed.connect(self._back_to_start)
        made.delete_asked.connect(self._delete)
        made.journal_asked.connect(self._show_journal)
        made.open_take.connect(self.show_take)
        made.trouble.connect(self._shell.complain)
        self._pages.addWidget(made)
        return made

    # -- the page's duties -----------------------------------------------------------------------------------------

    def complete(self) -> None:
        """Nothing waits."""

    def start(self) -> None:
        """Give the focus to what comes next."""
        if self._pages.currentWidget() is self.first:
            self.first.start()

    def leave(self) -> None:
        """Every answer is on disk already; the note of a result is put there now."""
        if "result" in self.__dict__:
            self.result.keep_note()

    def release(self) -> None:
        """End the subscription."""
        self._unsubscribe()

    # -- taking ----------------------------------------------------------------------------------------------------

    def _begin(self, sitting: Sitting) -> None:
        questionnaire = self._shelf.find(sitting.questionnaire, sitting.version)
        if questionnaire is None:
            return
        self._keep(sitting)
        self._pages.setCurrentWidget(self.taking)
        self.taking.begin(sitting, questionnaire)

    def _go_on(self) -> None:
        kept = self._store.sitting()
        if kept is not None:
            self._begin(kept[0])

    def _put_aside(self) -> None:
        kept = self._store.sitting()
        self._store.drop_sitting()
        self._refresh()
        if kept is not None:

            def bring_back() -> None:
                self._store.save_sitting(kept[0])
                self._refresh()

            self._shell.offer_undo(self.tr("Answers put aside"), bring_back, self.tr("Bring them back"))

    def _keep(self, sitting: Sitting) -> None:
        try:
            self._store.save_sitting(sitting)
        except AttachError as error:
            self._shell.complain(error)

    def _stopped(self) -> None:
        self._refresh()
        self._back_to_start()
        self._shell.say(self.tr("Your answers so far are kept"))

    def _finished(self, sitting: Sitting, quick: bool) -> None:
        questionnaire = self._shelf.find(sitting.questionnaire, sitting.version)
        if questionnaire is None:
            return
        result = score(questionnaire, sitting.answers, quick=quick)
        if result.flags:
            self.taking.ask_about(result, lambda: self._store_take(sitting, quick=quick, kept=True))
        else:
            self._store_take(sitting, quick=quick, kept=False)

    def _store_take(self, sitting: Sitting, *, quick: bool, kept: bool) -> None:
        questionnaire = self._shelf.find(sitting.questionnaire, sitting.version)
        if questionnaire is None:
            return
        take = Take(
            at=Moment.now(self._clock),
            questionnaire=sitting.questionnaire,
            version=sitting.version,
            points=len(questionnaire.points),
            lens=sitting.lens,
            alias=sitting.alias,
            answers=sitting.answers,
            quick=quick,
            kept=kept,
        )
        try:
            record = self._store.finish(take)
        except AttachError as error:
            self._shell.complain(error)
            return
        self.show_take(record)
        self._shell.say(self.tr("Saved {time}").format(time=f"{self._clock.now():%H:%M}"))

    # -- results ---------------------------------------------------------------------------------------------------

    def show_take(self, record: Stored[Take]) -> None:
        """Show a take's result."""
        questionnaire = self._shelf.find(record.value.questionnaire, record.value.version)
        if questionnaire is None:
            self._shell.say(self.tr("The questionnaire of this take is not in its folder any more."))
            return
        self.result.show_take(record, questionnaire)
        self._pages.setCurrentWidget(self.result)
        self.result.start()

    def _delete(self, record: Stored[Take]) -> None:
        try:
            token = self._store.bin([record.id])
        except AttachError as error:
            self._shell.complain(error)
            return
        self._back_to_start()

        def bring_back() -> None:
            self._store.restore(token)
            self.show_take(record)

        self._shell.offer_undo(self.tr("Take moved to the bin"), bring_back, self.tr("Undo delete"))

    def _show_journal(self, record: Stored[Take]) -> None:
        day = record.value.at.day
        self._shell.show_journal(day - AROUND, day + AROUND)

    def _back_to_start(self) -> None:
        self._pages.setCurrentWidget(self.first)
        self.first.start()

    # -- showing the start -----------------------------------------------------------------------------------------

    @cached_property
    def _days(self) -> DayText:
        locale = QLocale()
        return DayText(tuple(locale.monthName(month, QLocale.FormatType.ShortFormat) for month in range(1, 13)))

    def _refresh(self) -> None:
        takes = [
            EarlierTake(record, self._days.full(record.value.at.day), self._about(record.value))
            for record in self._store.newest(200)
        ]
        self.first.show_earlier(takes)
        kept = self._store.sitting()
        questionnaire = self._shelf.find(kept[0].questionnaire, kept[0].version) if kept else None
        if kept is None or questionnaire is None:
            self.first.show_resume("")
        else:
            text = str(self._words.texts["taking"]["resume"])
            self.first.show_resume(
                text.format(
                    number=kept[0].item + 1,
                    count=len(questionnaire.items),
                    day=self._days.full(kept[1].astimezone().date()),
                )
            )
        self._say_soon()

    def _about(self, take: Take) -> str:
        questionnaire = self._shelf.find(take.questionnaire, take.version)
        try:
            name = questionnaire.lens(take.lens).name if questionnaire else take.lens
        except FaultsError:
            name = take.lens
        return f"{name} · {take.alias}" if take.alias else name

    def _say_soon(self) -> None:
        last = self._store.last_about(self.first.sitting())
        now = Moment.now(self._clock)
        if last is not None and soon(last.value, now):
            text = str(self._words.texts["retake"]["soon"])
            self.first.kind_word.setText(text.format(days=days_since(last.value, now)))
        else:
            self.first.kind_word.setText("")
