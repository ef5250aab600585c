"""Writes one item in full, or edits it in place: text, why it mattered, people, day, list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.clock import Moment
from attach_desktop.errors import AttachError
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.lists import Heading
from attach_desktop.sentences import tell
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.chip_field import ChipField
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.day_edit import DayEdit
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.text_area import TextArea


@dataclass(frozen=True, slots=True)
class Offers:
    """What an editor offers: people, and the lists an item can stand in."""

    people: Callable[[], Sequence[str]]
    headings: Callable[[], Sequence[Heading]]


class ItemEditor(QFrame):
    """``kept`` carries the item; ``cancelled`` when it is left as it was; ``changed`` with every change."""

    kept = Signal(object)
    cancelled = Signal()
    changed = Signal()

    def __init__(self, item: Item | None, key: str, at: Moment, day: date, offers: Offers) -> None:
        """``item`` is None for a new one, which happens at ``at`` in the list ``key``; ``day`` is the person's day."""
        super().__init__()
        self._item, self._at, self._before = item, at, day
        self._text = TextArea(self.tr("What it was"), self.tr("What it was"), (1, 6))
        self._why = TextArea(self.tr("Why it mattered"), self.tr("Why it mattered, if you like"), (1, 6))
        self._people = ChipField(self.tr("People"), self.tr("With whom"), offers.people)
        self._day = DayEdit(self.tr("Day"), day)
        self._list = Choice(self.tr("List"))
        for heading in offers.headings():
            self._list.addItem(heading.name, heading.key)
        if self._list.findData(key) < 0:
            # It stands in a list that is out of sight: it may stay there.
            self._list.addItem(key, key)
        self._list.setCurrentIndex(self._list.findData(key))
        if item is not None:
            self._text.set_text(item.text)
            self._why.set_text(item.why)
            self._people.set_words(item.people)
        self._fault = label("", "fault")
        self._fault.hide()
        self._lay_out()
        for signal in (self._text.textChanged, self._why.textChanged, self._people.changed, self._day.dateChanged,
                       self._list.currentIndexChanged):  # fmt: skip
            signal.connect(lambda *_: self.changed.emit())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, SMALL)
        column.setSpacing(SMALL)
        for widget in (self._text, self._fault, self._why, self._people):
            column.addWidget(widget)
        column.addLayout(_titled(self.tr("Day"), self._day))
        column.addLayout(_titled(self.tr("List"), self._list))
        foot = QHBoxLayout()
        foot.addWidget(button(self.tr("Keep"), self._keep, "primary"))
        foot.addWidget(button(self.tr("Cancel"), self.cancelled.emit, "quiet"))
        foot.addStretch()
        column.addLayout(foot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._keep)

    def start(self, *, after_text: bool = False) -> None:
        """Give the text the focus, or, where the text is written already, what comes after it."""
        (self._why if after_text else self._text).setFocus()

    def values(self) -> dict[str, Any]:
        """What is written, to be kept as a draft."""
        return {
            "text": self._text.text(),
            "why": self._why.text(),
            "people": list(self._people.words()),
            "day": self._day.day().isoformat(),
            "list": str(self._list.currentData()),
        }

    def set_values(self, values: dict[str, Any]) -> None:
        """Show what a draft holds."""
        self._text.set_text(str(values.get("text", "")))
        self._why.set_text(str(values.get("why", "")))
        self._people.set_words([str(word) for word in values.get("people", ())])
        if day := values.get("day"):
            with suppress(ValueError):
                self._day.set_day(date.fromisoformat(str(day)))
        at = self._list.findData(values.get("list"))
        if at >= 0:
            self._list.setCurrentIndex(at)

    def show_fault(self, error: AttachError) -> None:
        """Say below the text what keeps it from being kept; what was written stays."""
        told = tell(error)
        self._fault.setText(f"{told.happened} {told.next}")
        self._fault.show()

    def _keep(self) -> None:
        chosen, key = self._day.day(), str(self._list.currentData())
        at = self._at if chosen == self._before else Moment.on(chosen, self._at.zone)
        order = self._item.order if self._item is not None and self._item.list == key else ""
        try:
            item = Item(
                at=at,
                text=self._text.text().strip() if self._item is None else self._text.text(),
                why=self._why.text(),
                people=self._people.words(),
                list=key,
                order=order,
            )
        except AttachError as error:
            self.show_fault(error)
            return
        self._fault.hide()
        self.kept.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


def _titled(title: str, widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SMALL)
    head = label(title, "muted", wrap=False)
    head.setBuddy(widget)
    head.setMinimumWidth(head.fontMetrics().averageCharWidth() * 5)
    row.addWidget(head)
    row.addWidget(widget)
    row.addStretch()
    return row
