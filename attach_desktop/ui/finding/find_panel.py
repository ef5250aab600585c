"""A list by days with its search, its filters and its calendar, and honest emptiness."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPoint, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.ui.finding.find_bar import FindBar
from attach_desktop.ui.finding.found_model import FoundModel
from attach_desktop.ui.finding.found_table import FoundTable
from attach_desktop.ui.finding.subject import Subject
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import NORMAL, SMALL
from attach_desktop.ui.widgets.empty_state import EmptyState
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.kind import Stored

if TYPE_CHECKING:
    from attach_desktop.ui.widgets.day_calendar import DayCalendar

T = TypeVar("T")
#: The days are counted when typing pauses this long; the first page is shown at every key.
COUNT_AFTER = 160


class FindPanel(QWidget, Generic[T]):
    """Shows the records of a subject.

    ``chosen`` when the person selects one, ``opened`` when they click on one or press Enter (the flag), ``edit_asked``
    and ``delete_asked`` on their keys, ``new_asked`` from the empty list.
    """

    chosen = Signal(object)
    opened = Signal(object, bool)
    edit_asked = Signal()
    delete_asked = Signal()
    new_asked = Signal()
    #: An error on the way, to be told: what was on show stays.
    troubled = Signal(object)
    #: The list took the place of what stands there while nothing is looked for (True), or gave it back (False).
    turned = Signal(bool)

    def __init__(
        self,
        subject: Subject[T],
        theme: Theme,
        today: Callable[[], date],
        *,
        home: QWidget | None = None,
        back: str = "",
        margin: int = NORMAL,
    ) -> None:
        """``home`` stands in the list's place while nothing is looked for, and ``back`` names the way to it.

        ``margin`` is the room around the head in pixels.
        """
        super().__init__()
        self._subject, self._today, self._home = subject, today, home
        self._calendar: DayCalendar | None = None
        self._by_day = False
        self.model: FoundModel[T] = FoundModel(subject.store, subject.sentence)
        self.model.troubled.connect(self.troubled)
        self.bar = FindBar(subject.words.search, subject.days, subject.named, tuple(subject.moods), back)
        self.bar.offer_filters(subject.filters)
        self.bar.changed.connect(lambda: self._guarded(self._narrowed))
        self.bar.left.connect(self._into_the_list)
        self.bar.calendar_asked.connect(lambda corner: self._guarded(lambda: self._open_calendar(corner)))
        self.bar.export_asked.connect(lambda: self._guarded(self.export_shown))
        self.bar.back_asked.connect(lambda: self._guarded(self.go_home))
        self.table: FoundTable[T] = FoundTable(subject.words.rows, self.model, theme)
        self.table.draw_with(subject.delegate(lambda: self.filter.query, self.table))
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)
        self.table.edit_asked.connect(self.edit_asked)
        self.table.delete_asked.connect(self.delete_asked)
        self.table.back_asked.connect(lambda: self._guarded(self.go_home))
        self._lay_out(margin)
        self._count_later = QTimer(self)
        self._count_later.setSingleShot(True)
        self._count_later.setInterval(COUNT_AFTER)
        self._count_later.timeout.connect(lambda: self._guarded(self._complete))

    def _lay_out(self, margin: int) -> None:
        self._pages = QWidget()
        self._stack = QStackedLayout(self._pages)
        self._stack.addWidget(self.table)
        self._empty: EmptyState | None = None
        #: What is shown of a chosen record has its place below the list.
        self.below = QVBoxLayout()
        top = QVBoxLayout()
        top.setContentsMargins(margin, NORMAL, margin, SMALL)
        top.addWidget(self.bar)
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addLayout(self.below)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(self._listed, 1)
        if self._home is not None:
            outer.addWidget(self._home, 1)
            self._listed.hide()
            self.bar.say("")

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self, keep: str | None = None) -> None:
        """Read again after a change, keeping the place in the list and the selection, or selecting ``keep``."""
        if self.at_home:
            return
        selected = self.selected()
        wanted = keep or (selected.id if selected else None)
        at = self.table.verticalScrollBar().value()
        was_complete = self.model.complete
        self.table.settling = True
        try:
            self.model.show(self.filter)
            if was_complete:
                self.model.count_days()
            self.table.verticalScrollBar().setValue(at)
            record = None if wanted is None else self._subject.store.get(wanted)
            if record is not None:
                self.select(record, scroll=keep is not None)
        finally:
            self.table.settling = False
        self._shown()
        if not self.model.complete:
            self._count_later.start()

    def set_filter(self, wanted: Filter) -> None:
        """Narrow the list."""
        self.bar.set_filter(wanted)
        self._narrowed()

    def start(self) -> None:
        """Take the focus: the records, or the search line where there are none."""
        (self.table if self.table.isVisible() else self.search).setFocus()

    @property
    def search(self) -> QLineEdit:
        """The line to search in."""
        return self.bar.search

    @property
    def filter(self) -> Filter:
        """What the list is narrowed to."""
        return self.bar.filter

    @property
    def at_home(self) -> bool:
        """Whether nothing is looked for, and something else stands in the list's place."""
        return self._home is not None and not self.filter.any and not self._by_day

    def go_home(self) -> None:
        """Give up whatever is looked for, where something else then has the list's place."""
        if self._home is not None:
            self._by_day = False
            self.set_filter(Filter())
            self.search.setFocus()

    def export_shown(self, wanted: Filter | None = None) -> None:
        """Export what is on show, or what ``wanted`` finds."""
        from attach_desktop.interchange.exports import View
        from attach_desktop.ui.dialogs.export_dialog import ExportDialog, OnShow

        store, words = self._subject.store, self._subject.words
        found = self.filter if wanted is None else wanted
        count = store.count_found(found)
        said = words.one if count == 1 else words.several.format(count=f"{count:,}")
        ExportDialog(store.vault, self.window(), view=OnShow(View(store.kind.name, found), said)).exec()

    def selected(self) -> Stored[T] | None:
        """The selected record, or None."""
        return self.table.selected()

    def select(self, record: Stored[T], *, scroll: bool = True) -> None:
        """Select a record, if the list shows it."""
        number = self.model.row_of(record.id, self.model.day_of(record))
        if number is not None:
            index = self.model.index(number, 0)
            self.table.setCurrentIndex(index)
            if scroll:
                self.table.scrollTo(index)

    def go_to_day(self, day: date) -> None:
        """Scroll to a day, or to the nearest one before it that has records."""
        if self._home is not None and not self._by_day:
            self._by_day = True
            self._narrowed()
        self._complete()
        number = self.model.row_of_day(day)
        if number is not None:
            self.table.scrollTo(self.model.index(number, 0), QAbstractItemView.ScrollHint.PositionAtTop)
            if number + 1 < self.model.rowCount():
                self.table.setCurrentIndex(self.model.index(number + 1, 0))
        if self._home is not None:
            self.table.setFocus()

    def toggle_filter(self) -> None:
        """Open or close the filter in place."""
        self.bar.toggle_filter()

    def show_calendar(self) -> None:
        """A calendar under its button; a day chosen there is scrolled to."""
        self.bar.ask_for_calendar()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _guarded(self, act: Callable[[], object]) -> None:
        """What Qt calls on a person's behalf raises nothing: a known error is handed on."""
        try:
            act()
        except AttachError as error:
            self.troubled.emit(error)

    def _open_calendar(self, corner: QPoint) -> None:
        if self._calendar is None:
            from attach_desktop.ui.widgets.day_calendar import DayCalendar

            self._calendar = DayCalendar(self)
            self._calendar.day_chosen.connect(lambda day: self._guarded(lambda: self.go_to_day(day)))
        if self.at_home:
            days = {count.day for count in self._subject.store.days(Filter())}
        else:
            self._complete()
            days = {count.day for count in self.model.days()}
        current = None if self.at_home else self.selected()
        day = self.model.day_of(current) if current else self._today()
        self._calendar.open_at(corner, day, days)

    def _narrowed(self) -> None:
        home = self.at_home
        if self._home is not None:
            was_listed = not self._listed.isHidden()
            self._home.setVisible(home)
            self._listed.setVisible(not home)
            if was_listed == home:
                self.turned.emit(not home)
        if home:
            self._count_later.stop()
            self.table.setCurrentIndex(QModelIndex())
            self.bar.say("")
            return
        self.model.show(self.filter)
        self.table.scrollToTop()
        self._shown()
        if self.model.complete:
            self._count_later.stop()
        else:
            self._count_later.start()

    def _complete(self) -> None:
        self._count_later.stop()
        self.model.count_days()
        self._shown()

    def _shown(self) -> None:
        words, count, way_back = self._subject.words, self.model.entry_count, self._home is not None
        if not self.model.rowCount():
            self.bar.say("", way_back=way_back)
            self._show_empty()
            return
        self._stack.setCurrentWidget(self.table)
        if self.model.complete:
            text = words.one if count == 1 else words.several.format(count=f"{count:,}")
            self.bar.say(text, way_back=way_back)
        else:
            self.bar.say(self.tr("counting …"), way_back=way_back)

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._stack.removeWidget(self._empty)
            self._empty.deleteLater()
        narrowed = self.filter.any
        title, text, step = self._subject.words.no_match if narrowed else self._subject.words.none_yet
        act: Callable[[], object] = (lambda: self._guarded(self._widen)) if narrowed else self.new_asked.emit
        self._empty = EmptyState(title, text, step, act)
        self._stack.addWidget(self._empty)
        self._stack.setCurrentWidget(self._empty)

    def _widen(self) -> None:
        if self._home is not None:
            self.go_home()
        else:
            self.set_filter(Filter())

    def _into_the_list(self) -> None:
        if not self.at_home and self.model.rowCount():
            self.table.setFocus()
            self.table.step(1)
