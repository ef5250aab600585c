"""Edits one item in place: text, why it mattered, people, day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDateEdit, QFrame, QHBoxLayout, QVBoxLayout

from attach_desktop.clock import Moment
from attach_desktop.errors import AttachError
from attach_desktop.gratitude.item import Item
from attach_desktop.sentences import tell
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.chip_field import ChipField
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.text_area import TextArea


class ItemEditor(QFrame):
    """``kept`` carries the changed item; ``cancelled`` when it is left as it was."""

    kept = Signal(object)
    cancelled = Signal()

    def __init__(self, item: Item, suggest: Callable[[], Sequence[str]]) -> None:
        """``suggest`` offers people."""
        super().__init__()
        self._item = item
        self._text = TextArea(self.tr("What it was"), "", (1, 6))
        self._text.set_text(item.text)
        self._why = TextArea(self.tr("Why it mattered"), self.tr("Why it mattered, if you like"), (1, 6))
        self._why.set_text(item.why)
        self._people = ChipField(self.tr("People"), self.tr("People"), suggest)
        self._people.set_words(item.people)
        self._day = QDateEdit(QDate(item.at.day.year, item.at.day.month, item.at.day.day))
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("d MMM yyyy")
        self._day.setAccessibleName(self.tr("Day"))
        self._fault = label("", "fault")
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, SMALL)
        column.setSpacing(SMALL)
        for widget in (self._text, self._why, self._people, self._day, self._fault):
            column.addWidget(widget)
        foot = QHBoxLayout()
        foot.addWidget(button(self.tr("Keep"), self._keep, "primary"))
        foot.addWidget(button(self.tr("Cancel"), self.cancelled.emit, "quiet"))
        foot.addStretch()
        column.addLayout(foot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._keep)

    def start(self) -> None:
        """Give the text the focus."""
        self._text.setFocus()

    def _keep(self) -> None:
        chosen = self._day.date().toPython()
        at = self._item.at
        if chosen != at.day:
            at = Moment.on(chosen, at.zone)  # type: ignore[arg-type]
        try:
            item = replace(
                self._item,
                at=at,
                text=self._text.text(),
                why=self._why.text(),
                people=self._people.words(),
            )
        except AttachError as error:
            told = tell(error)
            self._fault.setText(f"{told.happened} {told.next}")
            self._fault.show()
            return
        self.kept.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
