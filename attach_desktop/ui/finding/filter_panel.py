"""What a list is narrowed to: days, and whatever else a room's records can be found by. Opens under the search line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from attach_desktop.ui.theme.tokens import MEDIUM, SMALL
from attach_desktop.ui.widgets.chip_field import ChipField
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.day_edit import DayEdit
from attach_desktop.ui.widgets.labels import frame, label
from attach_desktop.vault.finding import Filter

#: The words used in a field, the most used first.
Used = Callable[[str], Sequence[str]]
#: What can be chosen in a field: each word as it is kept, and as it is shown.
Choices = Callable[[], Sequence[tuple[str, str]]]
FLAG = "flag"
#: From this width on there is room for two rows side by side.
_ROOM_FOR_TWO = 720


class FilterPanel(QWidget):
    """Edits a Filter; its search words are kept by the line above it. ``changed`` with every change.

    It begins with the days; what else there is is added, from above.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        """``today`` is where the days begin from."""
        super().__init__()
        self._filling = False
        card = frame("card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        self._grid = QGridLayout(card)
        self._grid.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self._grid.setVerticalSpacing(SMALL)
        self._grid.setHorizontalSpacing(MEDIUM)
        self._grid.setColumnStretch(1, 1)
        self._since, self._begin = self._date_pair(self.tr("From"), today)
        self._until, self._end = self._date_pair(self.tr("To"), today)
        self._moods: tuple[QComboBox, QComboBox] | None = None
        self._words: dict[str, ChipField] = {}
        self._choices: dict[str, tuple[Choice, Choices]] = {}
        self._flags: dict[str, QCheckBox] = {}
        self._rows: list[tuple[QLabel, QWidget]] = []
        self._columns = 0
        self._row(self.tr("Days"), _beside(self._since, self._begin, self._until, self._end))

    # -- what there is beside days ---------------------------------------------------------------------------------

    def add_moods(self, words: Sequence[str]) -> None:
        """A range of the five steps of pleasantness, named by ``words``."""
        low, high = self._mood_box(words, self.tr("Mood from"), 0), self._mood_box(words, self.tr("Mood to"), 4)
        self._moods = low, high
        self._row(self.tr("Mood"), _beside(low, label(self.tr("to"), "muted", wrap=False), high))

    def add_words(self, field: str, name: str, suggest: Callable[[], Sequence[str]]) -> None:
        """Words of a field, all of which a record must have."""
        chips = ChipField(name, self.tr("any"), suggest)
        chips.changed.connect(self._changed)
        self._words[field] = chips
        self._row(name, chips, chips)

    def add_choice(self, field: str, name: str, choices: Choices) -> None:
        """One word of a field, chosen from those there are, asked for anew whenever a filter is shown."""
        box = Choice(name)
        self._choices[field] = box, choices
        self._fill_choice(field, "")
        box.currentIndexChanged.connect(lambda _: self._changed())
        box.setMinimumContentsLength(20)
        self._row(name, _beside(box), box)

    def add_flags(self, names: dict[str, str]) -> None:
        """What a record can be marked with, and how each is called."""
        for flag, name in names.items():
            box = self._flags[flag] = QCheckBox(name)
            box.toggled.connect(self._changed)
        self._row(self.tr("Marked"), _beside(*self._flags.values(), spacing=MEDIUM))

    # -- the filter ------------------------------------------------------------------------------------------------

    def filter(self, query: str) -> Filter:
        """The filter that is set, with these search words."""
        words = [(field, str(box.currentData())) for field, (box, _) in self._choices.items() if box.currentData()]
        words += [(field, word) for field, chips in self._words.items() for word in chips.words()]
        words += [(FLAG, flag) for flag, box in self._flags.items() if box.isChecked()]
        low, high = sorted(box.currentIndex() + 1 for box in self._moods) if self._moods else (1, 5)
        return Filter(
            query=query,
            begin=self._begin.day() if self._since.isChecked() else None,
            end=self._end.day() if self._until.isChecked() else None,
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
                edit.set_day(day)
        if self._moods is not None:
            self._moods[0].setCurrentIndex(wanted.mood_low - 1)
            self._moods[1].setCurrentIndex(wanted.mood_high - 1)
        for field in self._choices:
            self._fill_choice(field, next((word for name, word in wanted.words if name == field), ""))
        for field, chips in self._words.items():
            chips.set_words([word for name, word in wanted.words if name == field])
        for flag, mark in self._flags.items():
            mark.setChecked((FLAG, flag) in wanted.words)
        self._filling = False

    # -- inside ----------------------------------------------------------------------------------------------------

    def _fill_choice(self, field: str, chosen: str) -> None:
        box, choices = self._choices[field]
        box.blockSignals(True)
        box.clear()
        box.addItem(self.tr("any"), "")
        for word, shown in choices():
            box.addItem(shown, word)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(False)

    def _changed(self) -> None:
        if not self._filling:
            self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay two rows side by side as soon as both have room."""
        super().resizeEvent(event)
        self._lay_out()

    def _row(self, title: str, content: QWidget, buddy: QWidget | None = None) -> None:
        head = label(title, "muted", wrap=False)
        if buddy is not None:
            head.setBuddy(buddy)
        self._rows.append((head, content))
        self._lay_out(anew=True)

    def _lay_out(self, *, anew: bool = False) -> None:
        """Side by side the panel leaves room for the list below it, also in a low window. The days stand alone."""
        columns = 2 if self.width() >= _ROOM_FOR_TWO else 1
        if columns == self._columns and not anew:
            return
        self._columns = columns
        self._grid.setColumnStretch(3, columns - 1)
        for number, (head, content) in enumerate(self._rows):
            # The first row goes all across, so that the second one begins the next.
            line, column = divmod(number + columns - 1, columns) if number else (0, 0)
            across = 1 if number or columns == 1 else 3
            for widget in (head, content):
                self._grid.removeWidget(widget)
            self._grid.addWidget(head, line, 2 * column)
            self._grid.addWidget(content, line, 2 * column + 1, 1, across)

    def _date_pair(self, name: str, today: Callable[[], date]) -> tuple[QCheckBox, DayEdit]:
        box, edit = QCheckBox(name), DayEdit(name, today())
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


def used_in(used: Used, field: str) -> Callable[[], list[str]]:
    """The words used in one field, asked for when they are needed."""
    return lambda: list(used(field))


def _beside(*widgets: QWidget, spacing: int = SMALL) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(spacing)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return box
