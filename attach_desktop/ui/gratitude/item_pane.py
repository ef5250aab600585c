"""Below the list by days: the item that was chosen, in full, to read and to change."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.gratitude.item import Item
from attach_desktop.ui.gratitude.item_text import ItemText
from attach_desktop.ui.gratitude.slip_editing import SlipEditing
from attach_desktop.ui.gratitude.wishes import ItemMenu, Wishes
from attach_desktop.ui.theme.tokens import LARGE, NORMAL, SMALL, TIGHT
from attach_desktop.ui.widgets.column import scrolled
from attach_desktop.ui.widgets.dots import dots
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.vault.kind import Stored

#: Of the window's height, as much as the pane may take.
_PART = 0.55


class ItemPane(QFrame):
    """Shows one item, or the editor of it. ``left`` when the person is done with it."""

    left = Signal()

    def __init__(self, text: ItemText, editing: SlipEditing, wishes: Wishes) -> None:
        """``editing`` opens the editor; ``wishes`` are fulfilled by the page."""
        super().__init__()
        self._text, self.editing, self._wishes = text, editing, wishes
        self.record: Stored[Item] | None = None
        self.setProperty("role", "pane")
        self._what, self._why, self._facts = label(""), label("", "muted"), label("", "small")
        self._edit = button(self.tr("Edit"), lambda: self.edit())
        self._more = dots(self.tr("What to do with this item"))
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        for each in (self._what, self._why, self._facts):
            words.addWidget(each)
        self._read = QWidget()
        row = QHBoxLayout(self._read)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addLayout(words, 1)
        row.addWidget(self._edit)
        row.addWidget(self._more)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(LARGE, NORMAL, LARGE, NORMAL)
        self._column.addWidget(self._read)
        self._column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(self._inside))
        # Destroyed with the pane: what is connected to it would keep a locked vault in memory.
        editing.setParent(self)
        editing.closed.connect(lambda _: self._editor_closed())
        editing.changed.connect(self._fit)
        self.hide()

    def show_record(self, record: Stored[Item] | None, day: str = "") -> None:
        """Show an item with its day in words; nothing hides the pane. What is being edited stays open."""
        if self.editing.is_open:
            return
        self.record = record
        self.setVisible(record is not None)
        if record is None:
            return
        item = record.value
        self._what.setText(item.text)
        self._why.setText(item.why)
        self._why.setVisible(bool(item.why))
        facts = (self._text.list_name(item.list), day, ", ".join(item.people))
        self._facts.setText(" · ".join(part for part in facts if part))
        menu = ItemMenu(record, self._wishes, self, steps=False)
        menu.edit_asked.connect(lambda: self.edit())
        if (before := self._more.menu()) is not None:
            before.deleteLater()
        self._more.setMenu(menu)
        self._fit()

    def edit(self, values: dict[str, Any] | None = None) -> None:
        """Open the editor in place of what is read; ``values`` are changes that were not kept yet."""
        if self.record is None:
            return
        if not self.editing.is_open:
            editor = self.editing.open(self.record, values)
            self._column.insertWidget(0, editor)
            self._read.hide()
            editor.show()
            self._fit()
        self.editing.start()

    def _editor_closed(self) -> None:
        self._read.show()
        self._fit()
        self.left.emit()

    def _fit(self) -> None:
        """As high as what it shows, but never more than a good half of the page: the list stays in sight."""
        self._column.activate()
        needed = max(self._column.totalHeightForWidth(max(300, self.width())), self._column.totalMinimumSize().height())
        self.setFixedHeight(max(72, min(needed, int(self.window().height() * _PART))))
