"""The list side of the journal: search, filters as chips, a calendar to jump with, the entries, honest emptiness."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.journal.entries_model import ROW, EntriesModel
from attach_desktop.ui.journal.entry_delegate import EntryDelegate
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import NORMAL, SMALL
from attach_desktop.ui.widgets.empty_state import EmptyState
from attach_desktop.ui.widgets.flow_layout import FlowLayout, flow_policy
from attach_desktop.ui.widgets.labels import button, label, literal
from attach_desktop.ui.widgets.tab_order import chain_after
from attach_desktop.vault.kind import Stored

if TYPE_CHECKING:
    from attach_desktop.ui.journal.filter_panel import FilterPanel
    from attach_desktop.ui.widgets.day_calendar import DayCalendar

#: The days are counted when typing pauses this long; the first page is shown at every key.
COUNT_AFTER = 160


class ListPanel(QWidget):
    """Shows entries.

    ``chosen`` when the person selects one, ``opened`` when they click on one (also on the one that is selected
    already) or press Enter, ``delete_asked`` and ``edit_asked`` on their keys.
    """

    chosen = Signal(object)
    opened = Signal(object, bool)
    edit_asked = Signal()
    delete_asked = Signal()
    new_asked = Signal()

    def __init__(
        self,
        store: JournalStore,
        theme: Theme,
        vocabulary: Vocabulary,
        text: RowText,
        used: Callable[[str], Sequence[str]],
        today: Callable[[], date],
    ) -> None:
        """``used`` gives the person's words of a field; ``today`` their day now."""
        super().__init__()
        self._store, self._vocabulary, self._text, self._used, self._today = (
            store,
            vocabulary,
            text,
            used,
            today,
        )
        self.model = EntriesModel(store, text.sentence)
        self._filters: FilterPanel | None = None
        self._calendar: DayCalendar | None = None
        self._filter = Filter()
        #: While the list puts its selection back by itself, nobody has chosen anything.
        self._settling = False
        self._build(theme)
        self._count_later = QTimer(self)
        self._count_later.setSingleShot(True)
        self._count_later.setInterval(COUNT_AFTER)
        self._count_later.timeout.connect(self._complete)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search entries …"))
        self.search.setAccessibleName(self.tr("Search entries"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._searched())
        self.search.installEventFilter(self)
        self._filter_button = button(self.tr("Filter"), self.toggle_filter)
        self._filter_button.setCheckable(True)
        self._calendar_button = button(self.tr("Calendar"), self.show_calendar)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self.search, 1)
        head.addWidget(self._filter_button)
        head.addWidget(self._calendar_button)
        self._chips = QWidget()
        self._chip_flow = FlowLayout(self._chips)
        flow_policy(self._chips)
        self._chips.hide()
        self._count = label("", "small", wrap=False)
        self.table = self._build_table(theme)
        self._pages = QWidget()
        self._stack = QStackedLayout(self._pages)
        self._stack.addWidget(self.table)
        top = QVBoxLayout()
        top.setContentsMargins(NORMAL, NORMAL, NORMAL, SMALL)
        top.setSpacing(SMALL)
        top.addLayout(head)
        self._filter_place = QVBoxLayout()
        top.addLayout(self._filter_place)
        top.addWidget(self._chips)
        top.addWidget(self._count)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(self._pages, 1)

    def _build_table(self, theme: Theme) -> QTableView:
        table = _Table()
        table.setProperty("role", "list")
        table.setAccessibleName(self.tr("Entries"))
        delegate = EntryDelegate(theme, self._text, lambda: self._filter.query, table)
        table.setItemDelegate(delegate)
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(delegate.row_height)
        theme.changed.connect(self._look_changed)
        table.selectionModel().currentChanged.connect(self._current_changed)
        table.clicked.connect(self._clicked)
        table.installEventFilter(self)
        return table

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self, keep: str | None = None) -> None:
        """Read again after a change, keeping the place in the list and the selection, or selecting ``keep``."""
        selected = self.selected()
        wanted = keep or (selected.id if selected else None)
        at = self.table.verticalScrollBar().value()
        was_complete = self.model.complete
        self._settling = True
        try:
            self.model.show(self._filter)
            if was_complete:
                self.model.count_days()
            self.table.verticalScrollBar().setValue(at)
            record = None if wanted is None else self._store.get(wanted)
            if record is not None:
                self.select(record, scroll=keep is not None)
        finally:
            self._settling = False
        self._shown()
        if not self.model.complete:
            self._count_later.start()

    def set_filter(self, wanted: Filter) -> None:
        """Narrow the list."""
        self._filter = wanted
        if self.search.text() != wanted.query:
            self.search.setText(wanted.query)
        if self._filters is not None:
            self._filters.set_filter(wanted)
        self._show_filter()

    def start(self) -> None:
        """Take the focus: the entries, or the search line where there are none."""
        (self.table if self.table.isVisible() else self.search).setFocus()

    @property
    def filter(self) -> Filter:
        """What the list is narrowed to."""
        return self._filter

    def selected(self) -> Stored[Entry] | None:
        """The selected entry, or None."""
        row = self.table.currentIndex().data(ROW)
        return row if isinstance(row, Stored) else None

    def select(self, record: Stored[Entry], *, scroll: bool = True) -> None:
        """Select an entry, if the list shows it."""
        number = self.model.row_of(record.id, self.model.day_of(record))
        if number is not None:
            index = self.model.index(number, 0)
            self.table.setCurrentIndex(index)
            if scroll:
                self.table.scrollTo(index)

    def go_to_day(self, day: date) -> None:
        """Scroll to a day, or to the nearest one before it that has entries."""
        self._complete()
        number = self.model.row_of_day(day)
        if number is not None:
            self.table.scrollTo(self.model.index(number, 0), QAbstractItemView.ScrollHint.PositionAtTop)
            if number + 1 < self.model.rowCount():
                self.table.setCurrentIndex(self.model.index(number + 1, 0))

    def toggle_filter(self) -> None:
        """Open or close the filter in place."""
        if self._filters is None:
            from attach_desktop.ui.journal.filter_panel import FilterPanel

            self._filters = FilterPanel(self._used, self._mood_words(), self._today)
            self._filters.set_filter(self._filter)
            self._filters.changed.connect(self._filter_changed)
            self._filter_place.addWidget(self._filters)
            self._filters.show()
            chain_after(self._filter_button, self._filters)
        else:
            self._filters.setVisible(self._filters.isHidden())
        self._filter_button.setChecked(not self._filters.isHidden())
        if not self._filters.isHidden():
            self._filter_button.setFocus()
            self.focusNextChild()

    def show_calendar(self) -> None:
        """A calendar under its button; a day chosen there is scrolled to."""
        if self._calendar is None:
            from attach_desktop.ui.widgets.day_calendar import DayCalendar

            self._calendar = DayCalendar(self)
            self._calendar.day_chosen.connect(self.go_to_day)
        self._complete()
        current = self.selected()
        day = self.model.day_of(current) if current else self._today()
        corner = self._calendar_button.mapToGlobal(QPoint(0, self._calendar_button.height() + 4))
        self._calendar.open_at(corner, day, {count.day for count in self.model.days()})

    # -- inside ----------------------------------------------------------------------------------------------------

    def _searched(self) -> None:
        self._filter = self._with_query(self.search.text())
        self._show_filter()

    def _with_query(self, query: str) -> Filter:
        old = self._filter
        return Filter(
            query=query,
            begin=old.begin,
            end=old.end,
            mood_low=old.mood_low,
            mood_high=old.mood_high,
            words=old.words,
        )

    def _filter_changed(self) -> None:
        assert self._filters is not None  # noqa: S101 (it sent the signal)
        self._filter = self._filters.filter(self.search.text())
        self._show_filter()

    def _show_filter(self) -> None:
        self.model.show(self._filter)
        self.table.scrollToTop()
        self._show_chips()
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
        count = self.model.entry_count
        if not self.model.rowCount():
            self._count.setText("")
            self._show_empty()
            return
        self._stack.setCurrentWidget(self.table)
        if self.model.complete:
            words = self.tr("1 entry") if count == 1 else self.tr("{count} entries").format(count=f"{count:,}")
            self._count.setText(words)
        else:
            self._count.setText(self.tr("counting …"))

    def _show_empty(self) -> None:
        while (old := self._stack.widget(1)) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        if self._filter.any:
            empty = EmptyState(
                self.tr("Nothing matches"),
                self.tr("No entry has all of this. A shorter word or fewer filters may find it."),
                self.tr("Show all entries"),
                lambda: self.set_filter(Filter()),
            )
        else:
            empty = EmptyState(
                self.tr("Your entries will be here"),
                self.tr(
                    "A point on the grid is enough for a beginning. Over some weeks it becomes easier to see"
                    " what unsettles you, and what helps."
                ),
                self.tr("Write the first one"),
                self.new_asked.emit,
            )
        self._stack.addWidget(empty)
        self._stack.setCurrentWidget(empty)

    def _show_chips(self) -> None:
        while (item := self._chip_flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for text, without in self._parts():
            chip = button(f"{literal(text)}  ×", self._setter(without), "chip")
            chip.setAccessibleName(self.tr("{filter}, remove").format(filter=text))
            self._chip_flow.addWidget(chip)
        parts = self._chip_flow.count()
        if parts > 1:
            self._chip_flow.addWidget(
                button(self.tr("Show all"), lambda: self.set_filter(Filter(query=self._filter.query)), "quiet")
            )
        self._chips.setVisible(parts > 0)
        self._chips.updateGeometry()

    def _setter(self, wanted: Filter) -> Callable[[], None]:
        return lambda: self.set_filter(wanted)

    def _parts(self) -> list[tuple[str, Filter]]:
        """Each part of the filter in words, with the filter that is left without it."""
        from dataclasses import replace

        now, parts = self._filter, []
        if now.begin or now.end:
            begin = self._text.date(now.begin, with_year=True) if now.begin else "…"
            end = self._text.date(now.end, with_year=True) if now.end else "…"
            parts.append((f"{begin} – {end}", replace(now, begin=None, end=None)))
        if (now.mood_low, now.mood_high) != (1, 5):
            words = self._mood_words()
            parts.append(
                (
                    f"{words[now.mood_low - 1]} – {words[now.mood_high - 1]}",
                    replace(now, mood_low=1, mood_high=5),
                )
            )
        for pair in now.words:
            rest = tuple(word for word in now.words if word != pair)
            name = pair[1]
            if pair[0] == "flag":
                from attach_desktop.ui.journal.filter_panel import field_names

                name = field_names()[pair[1]]
            parts.append((name, replace(now, words=rest)))
        return parts

    def _mood_words(self) -> list[str]:
        return [self._vocabulary.mood_word(step) for step in range(1, 6)]

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        row = current.data(ROW)
        if isinstance(row, Stored) and not self._settling:
            self.chosen.emit(row)

    def _clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Stored):
            self.opened.emit(row, False)

    def _look_changed(self) -> None:
        delegate = self.table.itemDelegate()
        if isinstance(delegate, EntryDelegate):
            self.table.verticalHeader().setDefaultSectionSize(delegate.row_height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the list: Enter or E edits, Delete bins; arrows step over headings. Down leaves the search line."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if watched is self.search:
            if key == Qt.Key.Key_Down and self.model.rowCount():
                self.table.setFocus()
                self._step(1)
                return True
            if key == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        elif watched is self.table:
            selected = self.selected()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and selected:
                self.opened.emit(selected, True)
                return True
            if key == Qt.Key.Key_E and selected:
                self.edit_asked.emit()
                return True
            if key == Qt.Key.Key_Delete and selected:
                self.delete_asked.emit()
                return True
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers():
                self._step(1 if key == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        number = self.table.currentIndex().row() + by
        while 0 <= number < self.model.rowCount():
            index = self.model.index(number, 0)
            if isinstance(index.data(ROW), Stored):
                self.table.setCurrentIndex(index)
                return
            number += by


class _Table(QTableView):
    """The table of entries."""

    def keyboardSearch(self, search: str) -> None:
        """Nothing: a letter would have every entry read to find one that begins with it."""
