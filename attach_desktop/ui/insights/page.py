"""The tab "Insights": which days and entries, and the cards that say what these carry."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attach_desktop.clock import day_of
from attach_desktop.errors import AttachError
from attach_desktop.insights.period import ALL, KEYS, OWN
from attach_desktop.insights.phrases import Phrases
from attach_desktop.journal.store import JournalStore
from attach_desktop.sentences import tell
from attach_desktop.ui.insights.asking import Asking, Question
from attach_desktop.ui.insights.board import Board
from attach_desktop.ui.insights.card import InsightCard
from attach_desktop.ui.insights.cards import CARDS
from attach_desktop.ui.insights.narrow_row import NarrowRow
from attach_desktop.ui.insights.period_row import PeriodRow
from attach_desktop.ui.jobs import Jobs, one_thread
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import NORMAL, SMALL
from attach_desktop.ui.widgets.column import centred, scrolled
from attach_desktop.ui.widgets.empty_state import EmptyState
from attach_desktop.ui.widgets.flow_layout import FlowLayout, flow_policy
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.tab_order import chain_after

if TYPE_CHECKING:
    from attach_desktop.insights.facts.basis import Selection
    from attach_desktop.ui.insights.card_state import CardState
    from attach_desktop.ui.insights.print_out import PrintOut
    from attach_desktop.ui.insights.trial_panel import TrialPanel

#: What the cards look at; a change of any of it makes them old.
TOPICS = ("journal", "triggers", "quiz", "gratitude", "practice", "checkins", "experiments")
_OF_ENTRIES = {spec.key for spec in CARDS if spec.of_entries}
#: The period chosen last is the one to begin with next time; dates of one's own are not kept.
_PERIOD_SETTING = "insights-period"
#: Changes that come thick and fast are waited for, in milliseconds.
_SETTLED = 150


class InsightsPage(QWidget):
    """Shows cards about the entries that are chosen, one after the other as they are worked out."""

    def __init__(self, journal: JournalStore, theme: Theme, shell: Shell, jobs: Jobs | None = None) -> None:
        """``jobs`` works cards out; the page has its own unless it is given one."""
        super().__init__()
        self._journal, self._theme, self._shell = journal, theme, shell
        self._vault = journal.vault
        self._jobs = jobs or Jobs(one_thread, self)
        self._asking = Asking(self._vault, self._jobs, self._arrived, self._failed, self._over)
        self._picks: dict[str, str] = {}
        self._stale = True
        self._released = False
        self._day_start = self._vault.day_start
        self.period = PeriodRow(self.today, self._first_day)
        self.narrow = NarrowRow(lambda field: [word for word, _ in journal.labels(field, 30)])
        self.about = label("", "muted")
        self.quiet = label("", "small")
        self.board = Board()
        titles = Phrases().texts["titles"]
        self.cards = {spec.key: InsightCard(spec.key, titles[spec.key], theme, shell) for spec in CARDS}
        self.trial: TrialPanel | None = None
        self.print_out: PrintOut | None = None
        self.empty: EmptyState | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLED)
        self._later.timeout.connect(self.refresh)
        self._build()
        changes = self._vault.changes
        self._ends = [changes.subscribe(topic, self._changed) for topic in TOPICS]
        self._ends.append(changes.subscribe("settings", self._settings_changed))

    def _build(self) -> None:
        head = QWidget()
        flow_policy(head)
        flow = FlowLayout(head, SMALL)
        self.printing = button(self.tr("Print …"), lambda: self.print_cards(tuple(self.cards), self.printing), "quiet")
        for part in (self.period, self.narrow, self.printing):
            flow.addWidget(part)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(NORMAL)
        rows: tuple[QWidget, ...] = (head, self.about, self.board, self.quiet)
        for row in rows:
            self._column.addWidget(row)
        self._column.addStretch()
        # Its place is kept: nothing jumps when it comes.
        self.about.setText(" ")
        self.quiet.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        holder = centred(inside)
        # As high as it is at its width; words that wrap would ask for the height of a much narrower page.
        holder.setMinimumHeight(1)
        self.area = scrolled(holder)
        outer.addWidget(self.area)
        self.board.show_cards([(self.cards[spec.key], spec.wide) for spec in CARDS])
        kept = self._vault.settings.get(_PERIOD_SETTING)
        if kept in KEYS and kept != OWN:
            self.period.show_period(kept)
        self.period.changed.connect(self._chosen)
        self.narrow.changed.connect(self._chosen)
        for card in self.cards.values():
            card.picked.connect(self._picked)
            card.print_asked.connect(lambda key: self.print_cards((key,), self.cards[key].printing))

    # -- the page's duties -----------------------------------------------------------------------------------------

    def complete(self) -> None:
        """Nothing waits."""

    def start(self) -> None:
        """Give the focus to the choice of days."""
        self.period.choice.setFocus()

    def leave(self) -> None:
        """Nothing is half-written."""

    def release(self) -> None:
        """End the subscriptions and the work under way."""
        self._released = True
        for end in self._ends:
            end()
        self._later.stop()
        self._asking.stop()
        if self.print_out is not None:
            self.print_out.stop()
        self._jobs.close()
        self._asking.close()
        if self.print_out is not None:
            self.print_out.close()

    # -- what is looked at -----------------------------------------------------------------------------------------

    def today(self) -> date:
        """The person's day."""
        return day_of(self._vault.clock.now().replace(tzinfo=None), self._vault.day_start)

    def selection(self) -> Selection:
        """The entries that are chosen."""
        # Imported here, as is whatever else is not there at the first paint.
        from attach_desktop.insights.facts.basis import Selection

        words = self.narrow.words
        return Selection(
            period=self.period.period(), person=words["people"], tag=words["tags"], trigger=words["triggers"]
        )

    def days_on_show(self) -> tuple[date, date]:
        """The first and the last of the days that the cards are about."""
        period = self.period.period()
        return period.begin, period.end

    @property
    def busy(self) -> bool:
        """Whether cards are still to come."""
        return self._asking.busy or self._later.isActive()

    def _first_day(self) -> date | None:
        return next((record.value.at.day for record in self._journal.each()), None)

    def _chosen(self) -> None:
        self._picks.clear()
        self._later.start()
        if self.period.key != OWN:
            try:
                self._vault.settings.set(_PERIOD_SETTING, self.period.key)
            except AttachError as error:
                self._shell.complain(error)

    def _picked(self, key: str, value: str) -> None:
        self._picks[key] = value
        self._ask((key,))

    def _settings_changed(self) -> None:
        # Of all settings only the hour at which a day begins changes what is counted.
        if self._vault.day_start != self._day_start:
            self._day_start = self._vault.day_start
            self._changed()

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._later.start()

    def refresh(self) -> None:
        """Work every card out anew."""
        self._later.stop()
        if self._released:
            return
        self._stale = False
        if self._nothing_written():
            # No places are kept for what will not come.
            for card in self.cards.values():
                card.hide()
            self.board.arrange()
        self._ask(tuple(self.cards))

    def _nothing_written(self) -> bool:
        """Whether the journal has no entry; what cannot be read is told by the cards."""
        try:
            return not self._journal.newest(1)
        except AttachError:
            return False

    def _question(self) -> Question:
        return Question(selection=self.selection(), picks=dict(self._picks))

    def _ask(self, keys: tuple[str, ...]) -> None:
        try:
            question = self._question()
        except AttachError as error:
            self._shell.complain(error)
            return
        if len(keys) > 1:
            for card in self.cards.values():
                card.wait()
        self._asking.ask(question, keys, again=len(keys) == 1 and not self._stale)

    # -- what arrives ----------------------------------------------------------------------------------------------

    def _arrived(self, state: CardState) -> None:
        card = self.cards[state.key]
        if not state.empty and state.key in _OF_ENTRIES:
            self._take_empty_away()
        if state.key == "works":
            self._show_trial(state)
        card.show_state(state)
        card.setVisible(not state.empty)
        self.board.arrange()
        if state.about:
            self.about.setText(state.about)
        self._chain(card)

    def _show_trial(self, state: CardState) -> None:
        if self.trial is None:
            from attach_desktop.insights.experiments import Experiments
            from attach_desktop.ui.insights.trial_panel import TrialPanel

            self.trial = TrialPanel(Experiments(self._vault), self._shell)
            self.cards[state.key].extra = self.trial
        self.trial.show_trial(state.trial, state.offered)

    def _failed(self, key: str, error: AttachError) -> None:
        from attach_desktop.ui.insights.card_state import CardState

        told = tell(error)
        text = (told.happened, f"{told.safe} {told.next}")
        self.cards[key].show_state(CardState(key=key, title=self.cards[key].title.text(), sentences=text))

    def _over(self) -> None:
        """All are there: say which have nothing to show yet."""
        missing = [card.state for card in self.cards.values() if card.state is not None and card.state.empty]
        if {state.key for state in missing} >= _OF_ENTRIES:
            self._show_empty()
            return
        self._take_empty_away()
        names = ", ".join(state.title for state in missing)
        self.quiet.setText(self.tr("Nothing in these days yet for: {names}.").format(names=names))
        self.quiet.setVisible(bool(missing))

    def _show_empty(self) -> None:
        self._take_empty_away()
        self.quiet.hide()
        if self._nothing_written():
            self.empty = EmptyState(
                self.tr("This page will say what your records carry"),
                self.tr(
                    "Moods over time, what sets them off, what helps. It takes a few entries; six days are enough for"
                    " a first number."
                ),
                self.tr("Log a mood"),
                lambda: self._shell.write_entry({}),
            )
        elif self.selection().period.ahead(self.today()):
            self.empty = EmptyState(
                self.tr("These days are still to come"),
                self.tr("There is nothing in them yet, and this page makes no forecasts."),
                self.tr("Show everything"),
                self.show_everything,
            )
        else:
            narrowed = self.tr("Nothing you wrote in these days has what you narrowed it to.")
            self.empty = EmptyState(
                self.tr("No entries here"),
                narrowed if any(self.narrow.words.values()) else self.tr("There is no entry of these days."),
                self.tr("Show everything"),
                self.show_everything,
            )
        self._column.insertWidget(2, self.empty)

    def _take_empty_away(self) -> None:
        if self.empty is not None:
            self._column.removeWidget(self.empty)
            self.empty.hide()
            self.empty.deleteLater()
            self.empty = None

    def show_everything(self) -> None:
        """All days, narrowed to nothing."""
        self.narrow.clear()
        self.period.show_period(ALL)

    def _chain(self, card: InsightCard) -> None:
        """Tab goes through a card after the one before it."""
        keys = list(self.cards)
        before: QWidget = self.printing
        for key in keys[: keys.index(card.key)]:
            found = [one for one in self.cards[key].findChildren(QWidget) if one.focusPolicy().value & 1]
            before = found[-1] if found and not self.cards[key].isHidden() else before
        chain_after(before, card)

    # -- paper -----------------------------------------------------------------------------------------------------

    def print_shown(self) -> None:
        """Print the cards that are on show."""
        self.printing.click()

    def print_cards(self, keys: tuple[str, ...], beside: QWidget) -> None:
        """Print the cards that have something to show; what there is to choose comes up below ``beside``."""
        states = [state for key in keys if (state := self.cards[key].state) is not None and not state.empty]
        if not states:
            self._shell.say(self.tr("There is nothing to print yet."))
            return
        try:
            question = self._question()
        except AttachError as error:
            self._shell.complain(error)
            return
        if self.print_out is None:
            from attach_desktop.ui.insights.print_out import PrintOut

            self.print_out = PrintOut(self, self._journal, self._jobs, self._shell)
        self.print_out.begin(question, states, self.about.text(), beside)

    # -- coming and going ------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Work out what changed while it was out of sight; first the page is painted as it is."""
        super().showEvent(event)
        if self._stale:
            self._later.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for the rest now: it is worked out when somebody comes back."""
        super().hideEvent(event)
        if self._asking.busy:
            self._asking.stop()
            self._stale = True
        if self.print_out is not None:
            # A printer's dialog over another page would come out of nowhere.
            self.print_out.stop()
