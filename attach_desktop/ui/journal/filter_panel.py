"""What the list is narrowed to: days, a range of moods, words, flags. Opens in place under the search line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from attach_desktop.journal.store import Filter
from attach_desktop.ui.theme.tokens import MEDIUM, SMALL
from attach_desktop.ui.widgets.chip_field import ChipField
from attach_desktop.ui.widgets.labels import frame, label

#: The words used in a field, the most used first.
Used = Callable[[str], Sequence[str]]
FLAGS = ("for_session", "private")


def field_names() -> dict[str, str]:
    """What each field of a filter is called."""
    translate = QCoreApplication.translate
    return {
        "feelings": translate("FilterPanel", "Feeling"),
        "triggers": translate("FilterPanel", "Trigger"),
        "people": translate("FilterPanel", "Person"),
        "coping": translate("FilterPanel", "Tried"),
        "tags": translate("FilterPanel", "Tag"),
        "for_session": translate("FilterPanel", "For my session"),
        "private": translate("FilterPanel", "Private"),
    }


class FilterPanel(QWidget):
    """Edits a Filter; its search words are kept by the line above it. ``changed`` with every change."""

    changed = Signal()

    def __init__(self, used: Used, mood_words: Sequence[str], today: Callable[[], date]) -> None:
        """``mood_words`` name the five steps of pleasantness."""
        super().__init__()
        self._filling = False
        card = frame("card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        grid = QGridLayout(card)
        grid.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        grid.setVerticalSpacing(SMALL)
        grid.setHorizontalSpacing(MEDIUM)
        grid.setColumnStretch(1, 1)
        self._names = field_names()
        self._since, self._begin = self._date_pair(self.tr("From"), today)
        self._until, self._end = self._date_pair(self.tr("To"), today)
        days = QHBoxLayout()
        days.setSpacing(SMALL)
        for widget in (self._since, self._begin, self._until, self._end):
            days.addWidget(widget)
        days.addStretch()
        self._row(grid, self.tr("Days"), days)
        self._low = self._mood_box(mood_words, self.tr("Mood from"), 0)
        self._high = self._mood_box(mood_words, self.tr("Mood to"), 4)
        moods = QHBoxLayout()
        moods.setSpacing(SMALL)
        moods.addWidget(self._low)
        moods.addWidget(label(self.tr("to"), "muted", wrap=False))
        moods.addWidget(self._high)
        moods.addStretch()
        self._row(grid, self.tr("Mood"), moods)
        self._words: dict[str, ChipField] = {}
        for field in ("feelings", "triggers", "people", "coping", "tags"):
            chips = ChipField(self._names[field], self.tr("any"), _used_in(used, field))
            chips.changed.connect(self._changed)
            self._words[field] = chips
            self._row(grid, self._names[field], chips)
        self._flags = {flag: QCheckBox(self._names[flag]) for flag in FLAGS}
        flags = QHBoxLayout()
        flags.setSpacing(MEDIUM)
        for box in self._flags.values():
            box.toggled.connect(self._changed)
            flags.addWidget(box)
        flags.addStretch()
        self._row(grid, self.tr("Marked"), flags)

    def filter(self, query: str) -> Filter:
        """The filter that is set, with these search words."""
        words = [(field, word) for field, chips in self._words.items() for word in chips.words()]
        words += [("flag", flag) for flag, box in self._flags.items() if box.isChecked()]
        low, high = sorted((self._low.currentIndex() + 1, self._high.currentIndex() + 1))
        return Filter(
            query=query,
            begin=_date(self._begin) if self._since.isChecked() else None,
            end=_date(self._end) if self._until.isChecked() else None,
            mood_low=low,
            mood_high=high,
            words=tuple(words),
        )

    def set_filter(self, wanted: Filter) -> None:
        """Show a filter."""
        self._filling = True
        for box, edit, day in (
            (self._since, self._begin, wanted.begin),
            (self._until, self._end, wanted.end),
        ):
            box.setChecked(day is not None)
            if day is not None:
                edit.setDate(QDate(day.year, day.month, day.day))
        self._low.setCurrentIndex(wanted.mood_low - 1)
        self._high.setCurrentIndex(wanted.mood_high - 1)
        for field, chips in self._words.items():
            chips.set_words([word for name, word in wanted.words if name == field])
        for flag, mark in self._flags.items():
            mark.setChecked(("flag", flag) in wanted.words)
        self._filling = False

    def _changed(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _row(self, grid: QGridLayout, title: str, content: QWidget | QHBoxLayout) -> None:
        row = grid.rowCount()
        head = label(title, "muted", wrap=False)
        grid.addWidget(head, row, 0)
        if isinstance(content, QWidget):
            head.setBuddy(content)
            grid.addWidget(content, row, 1)
        else:
            grid.addLayout(content, row, 1)

    def _date_pair(self, name: str, today: Callable[[], date]) -> tuple[QCheckBox, QDateEdit]:
        box, edit = QCheckBox(name), QDateEdit()
        day = today()
        edit.setCalendarPopup(True)
        edit.setMinimumDate(QDate(100, 1, 1))
        edit.setDisplayFormat("d MMM yyyy")
        edit.setDate(QDate(day.year, day.month, day.day))
        edit.setAccessibleName(name)
        box.toggled.connect(self._changed)
        # Choosing a date means wanting it: nobody has to tick the box as well.
        edit.dateChanged.connect(lambda _: box.setChecked(True))
        edit.dateChanged.connect(lambda _: self._changed())
        return box, edit

    def _mood_box(self, words: Sequence[str], name: str, at: int) -> QComboBox:
        box = QComboBox()
        box.addItems(list(words))
        box.setCurrentIndex(at)
        box.setAccessibleName(name)
        # On Linux a screen reader is told what is chosen in place of the name.
        box.setAccessibleDescription(name)
        box.currentIndexChanged.connect(lambda _: self._changed())
        return box


def _used_in(used: Used, field: str) -> Callable[[], list[str]]:
    return lambda: list(used(field))


def _date(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())
