"""The tab "Check-ins": to begin or read one, each answer over time, and the reminders."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from attach_desktop.checkins.checkin import CheckIn
from attach_desktop.checkins.form import FORMS, TOGETHER
from attach_desktop.checkins.store import CheckInStore
from attach_desktop.reminders.agenda import Agenda
from attach_desktop.ui.checkins.form_view import FormView
from attach_desktop.ui.checkins.over_time_view import OverTimeView
from attach_desktop.ui.checkins.reading_view import ReadingView
from attach_desktop.ui.checkins.reminders_view import RemindersView
from attach_desktop.ui.checkins.safety_view import SafetyView
from attach_desktop.ui.checkins.start_view import StartView
from attach_desktop.ui.shell import Shell, attempt
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.sections import Sections
from attach_desktop.vault.choices import choose_partner_prompts
from attach_desktop.vault.kind import Stored

CHECKINS, OVER_TIME, REMINDERS = range(3)


class CheckInsPage(QWidget):
    """Shows one of three sections; in the first, what is under way stays open while one looks elsewhere."""

    def __init__(self, store: CheckInStore, agenda: Agenda, theme: Theme, shell: Shell) -> None:
        """``shell`` shows the quiet line and the way back."""
        super().__init__()
        self._store, self._theme, self._shell, self._stale = store, theme, shell, False
        self.do = partial(attempt, shell)
        self.begin_view = StartView(store)
        self.begin_view.begin_asked.connect(self.begin)
        self.begin_view.read_asked.connect(self.read)
        self.begin_view.print_asked.connect(self.print_blank)
        self.over_time = OverTimeView(store, theme)
        self.reminders = RemindersView(agenda, theme, shell, self.do)
        self._under_way: QWidget | None = None
        self._first = QStackedWidget()
        self._first.addWidget(self.begin_view)
        self._sections = Sections(
            (
                (self.tr("Check-ins"), self._first),
                (self.tr("Over time"), self.over_time),
                (self.tr("Reminders"), self.reminders),
            )
        )
        self._sections.opened.connect(self._refresh)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._sections)
        changes = store.vault.changes
        topics = (store.kind.name, "checkin_forms", agenda.store.kind.name, "settings")
        self._ends = [changes.subscribe(topic, self._changed) for topic in topics]
        self.open(CHECKINS)

    # -- the page's duties -----------------------------------------------------------------------------------------

    def complete(self) -> None:
        """Nothing waits."""

    def start(self) -> None:
        """Give the focus to what is on show."""
        section = self._sections.section
        if isinstance(self._under_way, FormView | SafetyView | ReadingView) and section is self._first:
            self._under_way.start()
        elif section is self._first:
            self.begin_view.start()
        elif section is self.reminders:
            self.reminders.start()
        elif self.over_time.choice is not None:
            self.over_time.start()
        else:
            self._sections.start()

    def leave(self) -> None:
        """What is half-written is kept."""
        if isinstance(self._under_way, FormView):
            self._under_way.leave()
        self.reminders.leave()

    def release(self) -> None:
        """End the subscriptions."""
        for end in self._ends:
            end()

    # -- going about -----------------------------------------------------------------------------------------------

    def open(self, number: int) -> None:
        """Show the check-ins (0), the lines over time (1) or the reminders (2)."""
        self._sections.open(number)

    def begin(self, form_id: str) -> None:
        """Begin a form or go on with it; what is for two comes behind the question about safety."""
        self.open(CHECKINS)
        if isinstance(self._under_way, FormView):
            if self._under_way.form_id == form_id:
                self._under_way.start()
                return
            self._under_way.leave()
        if form_id == TOGETHER:
            asking = SafetyView()
            asking.safe.connect(lambda: self._fill_in(form_id))
            asking.unsafe.connect(self._switch_partner_prompts_off)
            asking.left.connect(self.back)
            self._put(asking)
            asking.start()
        elif form_id in FORMS:
            self._fill_in(form_id)

    def read(self, record: Stored[CheckIn]) -> None:
        """Read a check-in."""
        others = [other for other in self._store.of_form(record.value.form) if other.id != record.id]
        form = record.value.form
        view = ReadingView(self._store.forms.get(form).name if form in FORMS else form, record, others)
        view.left.connect(self.back)
        view.delete_asked.connect(self._delete)
        self._put(view)
        view.start()

    def print_blank(self, form_id: str) -> None:
        """Print a form to fill by hand, with the questions as they stand."""
        from attach_desktop.summary.papers.blank_forms import blank_checkin
        from attach_desktop.ui.paper.single import print_single

        print_single(self, self._shell, lambda: blank_checkin(self._store.forms.get(form_id)))

    def print_shown(self) -> None:
        """Print the form that is open, to fill by hand."""
        if isinstance(self._under_way, FormView):
            self.print_blank(self._under_way.form_id)
        else:
            self._shell.say(self.tr("Below the forms there is a way to print a blank one."))

    def back(self) -> None:
        """Back to where check-ins begin."""
        self._put(None)
        self.begin_view.refresh()
        self.begin_view.start()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _fill_in(self, form_id: str) -> None:
        view = FormView(self._store, form_id, self._theme, self.do)
        view.kept.connect(self._kept)
        view.left.connect(self.back)
        self._put(view)
        view.start()

    def _kept(self, record: Stored[CheckIn]) -> None:
        self._shell.say(self.tr("Kept."))
        self.read(record)

    def _switch_partner_prompts_off(self) -> None:
        self.do(lambda: choose_partner_prompts(self._store.vault.settings, on=False))

    def _delete(self, record: Stored[CheckIn]) -> None:
        store = self._store
        if self.do(lambda: store.bin([record.id])):
            self._shell.offer_undo(
                self.tr("The check-in is in the bin."), lambda: store.restore([record.id]), self.tr("Undo delete")
            )
            self.back()

    def _put(self, view: QWidget | None) -> None:
        before, self._under_way = self._under_way, view
        if view is not None:
            self._first.addWidget(view)
            self._first.setCurrentWidget(view)
        else:
            self._first.setCurrentWidget(self.begin_view)
        if before is not None:
            self._first.removeWidget(before)
            before.hide()
            before.deleteLater()

    def _changed(self) -> None:
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def _refresh(self) -> None:
        self._stale = False
        section = self._sections.section
        if section is self._first and self._under_way is None:
            self.begin_view.refresh()
        elif section is self.over_time:
            self.over_time.refresh()
        elif section is self.reminders:
            self.reminders.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while it was out of sight."""
        super().showEvent(event)
        if self._stale:
            self._refresh()
