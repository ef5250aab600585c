"""The head of a list: a line to search in, filters that open in place and stand as chips, a calendar, a count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from attach_desktop.ui.finding.day_words import DayWords
from attach_desktop.ui.finding.filter_chips import FilterChips, Named
from attach_desktop.ui.finding.filter_panel import FilterPanel
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.dots import dots
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.shown_keys import EXPORT_KEY, PRINT_KEY, add_action
from attach_desktop.ui.widgets.tab_order import chain_after
from attach_desktop.vault.finding import Filter


class FindBar(QWidget):
    """Holds the filter. ``changed`` when the person narrows or widens it, ``left`` when Down leaves the search line."""

    changed = Signal()
    left = Signal()
    calendar_asked = Signal(QPoint)
    back_asked = Signal()
    export_asked = Signal()
    print_asked = Signal()

    def __init__(self, search: str, days: DayWords, named: Named, moods: tuple[str, ...] = (), back: str = "") -> None:
        """``search`` names the line; ``back`` the way to what has the list's place while nothing is looked for."""
        super().__init__()
        self._filter = Filter()
        self._make_filters: Callable[[], FilterPanel] | None = None
        self._filters: FilterPanel | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(f"{search} …")
        self.search.setAccessibleName(search)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda text: self._narrow(replace(self._filter, query=text)))
        self.search.installEventFilter(self)
        self._filter_button = button(self.tr("Filter"), self.toggle_filter)
        self._filter_button.setCheckable(True)
        self._calendar_button = button(self.tr("Calendar"), self.ask_for_calendar)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self.search, 1)
        head.addWidget(self._filter_button)
        head.addWidget(self._calendar_button)
        self._chips = FilterChips(days, named, moods)
        self._chips.chosen.connect(self.set_filter)
        self._chips.chosen.connect(lambda _: self.changed.emit())
        self._count = label("", "small", wrap=False)
        self._back = button(back, self.back_asked.emit, "quiet")
        self._back.hide()
        self.more = dots(self.tr("What to do with what is on show"))
        self.more.hide()
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        foot.addWidget(self._count)
        foot.addWidget(self._back)
        foot.addStretch()
        foot.addWidget(self.more)
        self._filter_place = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addLayout(self._filter_place)
        column.addWidget(self._chips)
        column.addLayout(foot)

    def offer_filters(self, make: Callable[[], FilterPanel]) -> None:
        """What narrows the list; made when it is first opened."""
        self._make_filters = make

    def offer_ways_out(self, printing: str) -> None:
        """Offer to export what is on show, and to print it, which is called ``printing``."""
        menu = QMenu(self)
        add_action(menu, self.tr("Export what is on show …"), self.export_asked.emit, EXPORT_KEY)
        add_action(menu, printing, self.print_asked.emit, PRINT_KEY)
        self.more.setMenu(menu)

    @property
    def filter(self) -> Filter:
        """What the list is narrowed to."""
        return self._filter

    def set_filter(self, wanted: Filter) -> None:
        """Show a filter; nobody is told."""
        self._filter = wanted
        if self.search.text() != wanted.query:
            self.search.blockSignals(True)
            self.search.setText(wanted.query)
            self.search.blockSignals(False)
        if self._filters is not None:
            self._filters.set_filter(wanted)
        self._chips.show_filter(wanted)

    def say(self, text: str, *, way_back: bool = False) -> None:
        """Say how much was found, with the way back beside it."""
        self._count.setText(text)
        self._count.setVisible(bool(text) or way_back)
        self._back.setVisible(way_back)
        self.more.setVisible(self.more.menu() is not None and (bool(text) or way_back))

    def toggle_filter(self) -> None:
        """Open or close the filter in place."""
        if self._filters is None:
            if self._make_filters is None:
                return
            self._filters = self._make_filters()
            self._filters.set_filter(self._filter)
            self._filters.changed.connect(self._filters_changed)
            self._filter_place.addWidget(self._filters)
            self._filters.show()
            chain_after(self._filter_button, self._filters)
        else:
            self._filters.setVisible(self._filters.isHidden())
            if not self._filters.isHidden():
                # What there is to choose from may have changed while it was closed.
                self._filters.set_filter(self._filter)
        self._filter_button.setChecked(not self._filters.isHidden())
        if not self._filters.isHidden():
            self._filter_button.setFocus()
            self.focusNextChild()

    def ask_for_calendar(self) -> None:
        """Ask for a calendar right below its button."""
        self.calendar_asked.emit(self._calendar_button.mapToGlobal(QPoint(0, self._calendar_button.height() + 4)))

    def _filters_changed(self) -> None:
        if self._filters is not None:
            self._narrow(self._filters.filter(self.search.text()))

    def _narrow(self, wanted: Filter) -> None:
        self._filter = wanted
        self._chips.show_filter(wanted)
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down leaves the search line, Escape empties it."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.left.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
