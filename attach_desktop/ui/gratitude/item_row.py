"""One item on its slip: its text, why in muted type, its day and people; a menu with what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.gratitude.item import Item
from attach_desktop.ui.gratitude.wishes import ItemMenu, Wishes
from attach_desktop.ui.theme.tokens import SMALL, TIGHT
from attach_desktop.ui.widgets.dots import dots
from attach_desktop.ui.widgets.labels import label, shortened
from attach_desktop.vault.kind import Stored


class ItemRow(QWidget):
    """``edit_asked`` when the person wants to change it in place; everything else goes to the wishes."""

    edit_asked = Signal(object)

    def __init__(self, record: Stored[Item], day: str, wishes: Wishes) -> None:
        """``day`` is the person's day of it, in words."""
        super().__init__()
        self.record, self._wishes = record, wishes
        item = record.value
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(". ".join(part for part in (item.text, item.why, day, ", ".join(item.people)) if part))
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, TIGHT, TIGHT, TIGHT)
        row.setSpacing(SMALL)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(item.text))
        if item.why:
            words.addWidget(label(item.why, "muted"))
        words.addWidget(label(" · ".join(part for part in (day, ", ".join(item.people)) if part), "small"))
        row.addLayout(words, 1)
        more = dots(self.tr("What to do with: {text}").format(text=shortened(item.text, 60)))
        menu = ItemMenu(record, wishes, self)
        menu.edit_asked.connect(lambda: self.edit_asked.emit(record))
        more.setMenu(menu)
        row.addWidget(more, 0, Qt.AlignmentFlag.AlignTop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """E or Enter edits, Delete bins, Alt+arrows move."""
        key, moved = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_E, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not moved:
            self.edit_asked.emit(self.record)
        elif key == Qt.Key.Key_Delete:
            self._wishes.delete.emit(self.record)
        elif moved and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._wishes.step.emit(self.record, -1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)
