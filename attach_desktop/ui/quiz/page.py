"""The tab "Style quiz": start, answering, result; one after the other in one place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from attach_desktop.clock import Moment
from attach_desktop.days import DayText
from attach_desktop.errors import AttachError
from attach_desktop.quiz.change import days_since, soon
from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.result import about, readable
from attach_desktop.quiz.scoring import score
from attach_desktop.quiz.shelf import Shelf
from attach_desktop.quiz.store import QuizStore, Sitting
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.ui.quiz.start_view import EarlierTake, StartView
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.kind import Stored

if TYPE_CHECKING:
    from attach_desktop.ui.quiz.result_view import ResultView
    from attach_desktop.ui.quiz.taking_view import TakingView

#: "The weeks around it": this far to each side of a take.
AROUND = timedelta(days=14)
#: So many earlier takes are listed: at one every four weeks, fifteen years of them.
MOST_LISTED = 200


class QuizPage(QWidget):
    """Takes the quiz, keeps takes, shows them over time."""

    def __init__(self, store: QuizStore, find_shelf: Callable[[], Shelf], theme: Theme, shell: Shell) -> None:
        """``find_shelf`` looks up the questionnaires at hand, anew each time the first page comes into view."""
        super().__init__()
        self._store, self._find_shelf, self._theme, self._shell = store, find_shelf, theme, shell
        self._shelf = find_shelf()
        self._clock = store.vault.clock
        self._words = Words()
        self._stale = True
        self.pages = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pages)
        self.first = StartView(self._shelf, self._words)
        self.pages.addWidget(self.first)
        self.first.begin.connect(self._begin)
        self.first.go_on.connect(self._go_on)
        self.first.put_aside.connect(self._put_aside)
        self.first.open_take.connect(self.show_take)
        self.first.lens_changed.connect(self._say_soon)
        self._unsubscribe = store.vault.changes.subscribe(store.kind.name, self._changed)
        self._refresh()

    @cached_property
    def taking(self) -> TakingView:
        """Where answers are given."""
        from attach_desktop.ui.quiz.taking_view import TakingView

        made = TakingView(self._theme, self._clock, self._words)
        made.changed.connect(self._keep)
        made.finished.connect(self._finished)
        made.stopped.connect(self._stopped)
        self.pages.addWidget(made)
        return made

    @cached_property
    def result(self) -> ResultView:
        """Where a take is read."""
        from attach_desktop.ui.quiz.result_view import ResultView

        made = ResultView(self._store, self._theme, self._words, self._days)
        made.closed.connect(self._show_first)
        made.delete_asked.connect(self._delete)
        made.journal_asked.connect(self._show_journal)
        made.trouble.connect(self._shell.complain)
        self.pages.addWidget(made)
        return made

    # -- the page's duties -----------------------------------------------------------------------------------------

    def complete(self) -> None:
        """Nothing waits."""

    def start(self) -> None:
        """Give the focus to what comes next."""
        current: Any = self.pages.currentWidget()
        current.start()

    def leave(self) -> None:
        """Every answer is on disk already; the note of a result is put there now."""
        if "result" in self.__dict__:
            self.result.keep_note()

    def release(self) -> None:
        """End the subscription."""
        self._unsubscribe()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is shown now."""
        super().showEvent(event)
        if self.pages.currentWidget() is self.first:
            self._refresh_if_stale()

    # -- taking ----------------------------------------------------------------------------------------------------

    def _begin(self, sitting: Sitting) -> None:
        """Start anew. Answers to an earlier one that was stopped give way only when the first new one is given."""
        questionnaire = self._readable(sitting)
        if questionnaire is None:
            return
        kept = self._store.sitting()
        if kept is not None:
            self._offer_back(kept[0])
        self._show_taking(sitting, questionnaire)

    def _go_on(self) -> None:
        kept = self._store.sitting()
        questionnaire = self._readable(kept[0]) if kept else None
        if kept is not None and questionnaire is not None:
            self._show_taking(kept[0], questionnaire)

    def _show_taking(self, sitting: Sitting, questionnaire: Questionnaire) -> None:
        self.pages.setCurrentWidget(self.taking)
        self.taking.begin(sitting, questionnaire)

    def _put_aside(self) -> None:
        kept = self._store.sitting()
        self._store.drop_sitting()
        self._refresh()
        if kept is not None:
            self._offer_back(kept[0])
        self.first.start()

    def _offer_back(self, sitting: Sitting) -> None:
        def bring_back() -> None:
            self._keep(sitting)
            self._show_first()

        self._shell.offer_undo(self.tr("Answers put aside"), bring_back, self.tr("Bring them back"))

    def _keep(self, sitting: Sitting) -> None:
        try:
            self._store.save_sitting(sitting)
        except AttachError as error:
            self._shell.complain(error)
        self._stale = True

    def _stopped(self) -> None:
        self._show_first()
        if self._store.sitting() is not None:
            self._shell.say(self.tr("Your answers so far are kept"))

    def _finished(self, sitting: Sitting, quick: bool) -> None:
        questionnaire = self._readable(sitting)
        if questionnaire is None:
            return
        result = score(questionnaire, sitting.answers, quick=quick)
        keep = partial(self._keep_take, sitting, len(questionnaire.points), quick=quick, kept=bool(result.flags))
        if result.flags:
            self.taking.ask_about(result, keep)
        else:
            keep()

    def _keep_take(self, sitting: Sitting, points: int, *, quick: bool, kept: bool) -> None:
        try:
            take = Take(
                at=Moment.now(self._clock),
                questionnaire=sitting.questionnaire,
                version=sitting.version,
                points=points,
                lens=sitting.lens,
                alias=sitting.alias,
                answers=sitting.answers,
                quick=quick,
                kept=kept,
            )
            record = self._store.finish(take)
        except AttachError as error:
            self._shell.complain(error)
            return
        self.show_take(record)
        self._shell.say(self.tr("Saved {time}").format(time=f"{self._clock.now():%H:%M}"))

    # -- results ---------------------------------------------------------------------------------------------------

    def show_take(self, record: Stored[Take]) -> None:
        """Show a take's result."""
        self.result.show_take(record, self._readable(record.value))
        self.pages.setCurrentWidget(self.result)
        self.result.start()

    def print_shown(self) -> None:
        """Print the result on show."""
        if self.pages.currentWidget() is self.__dict__.get("result"):
            self.result.print_take()
        else:
            self._shell.say(self.tr("Open an earlier take first; then its result can be printed."))

    def _delete(self, record: Stored[Take]) -> None:
        self.result.keep_note()
        try:
            token = self._store.bin([record.id])
        except AttachError as error:
            self._shell.complain(error)
            return
        self.result.forget()
        self._show_first()

        def bring_back() -> None:
            try:
                self._store.restore(token)
                restored = self._store.get(record.id)
            except AttachError as error:
                self._shell.complain(error)
                return
            if restored is not None:
                self.show_take(restored)

        self._shell.offer_undo(self.tr("Take moved to the bin"), bring_back, self.tr("Undo delete"))

    def _show_journal(self, record: Stored[Take]) -> None:
        day = record.value.at.day
        self._shell.show_journal(day - AROUND, day + AROUND)

    # -- showing the start -----------------------------------------------------------------------------------------

    @cached_property
    def _days(self) -> DayText:
        locale = QLocale()
        return DayText(tuple(locale.monthName(month, QLocale.FormatType.ShortFormat) for month in range(1, 13)))

    def _show_first(self) -> None:
        if "result" in self.__dict__:
            self.result.keep_note()
        self._refresh_if_stale()
        self.pages.setCurrentWidget(self.first)
        self.first.start()

    def _changed(self) -> None:
        self._stale = True
        if self.first.isVisible():
            self._refresh()

    def _refresh_if_stale(self) -> None:
        shelf = self._find_shelf()
        if _said(shelf) != _said(self._shelf):
            self._shelf = shelf
            self.first.show_shelf(shelf)
            self._stale = True
        if self._stale:
            self._refresh()
        else:
            self._say_soon()

    def _refresh(self) -> None:
        self._stale = False
        takes = []
        for record in self._store.newest(MOST_LISTED):
            take = record.value
            questionnaire = self._shelf.find(take.questionnaire, take.version)
            whom = about(questionnaire, take.lens, take.alias)
            takes.append(EarlierTake(record, self._days.full(take.at.day), whom))
        self.first.show_earlier(takes)
        self._offer_to_go_on()
        self._say_soon()

    def _offer_to_go_on(self) -> None:
        kept = self._store.sitting()
        if kept is None:
            self.first.show_resume("")
            return
        sitting, left = kept
        day = self._days.full(left.astimezone(self._clock.now().tzinfo).date())
        questionnaire = self._readable(sitting)
        if questionnaire is None:
            gone = self.tr("Your answers of {day} are still here, but their questionnaire is gone or has changed.")
            self.first.show_resume(gone.format(day=day), can_go_on=False)
            return
        text = str(self._words.texts["taking"]["resume"])
        self.first.show_resume(text.format(number=sitting.item + 1, count=len(questionnaire.items), day=day))

    def _readable(self, taken: Sitting | Take) -> Questionnaire | None:
        """The questionnaire of a take or sitting, if it can (still) read its answers."""
        found = self._shelf.find(taken.questionnaire, taken.version)
        if not readable(found, taken.lens, taken.answers):
            return None
        return found if not isinstance(taken, Sitting) or found is None or taken.item < len(found.items) else None

    def _say_soon(self) -> None:
        last = self._store.last_about(self.first.sitting())
        now = Moment.now(self._clock)
        if last is not None and soon(last.value, now):
            text = str(self._words.texts["retake"]["soon"])
            self.first.kind_word.setText(text.format(days=days_since(last.value, now)))
            self.first.kind_word.show()
        else:
            self.first.kind_word.hide()


def _said(shelf: Shelf) -> object:
    """What makes two looks at the folder the same."""
    faults = [(one.path, one.error.key, getattr(one.error, "faults", ())) for one in shelf.broken]
    return shelf.questionnaires, faults
