"""One list as a slip of paper: a line to write at the top, what was written below, each with its day."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.lists import Heading
from attach_desktop.ui.gratitude.item_editor import ItemEditor
from attach_desktop.ui.theme.tokens import NORMAL, SMALL, TIGHT
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.vault.kind import Stored

#: Says a day in words.
DayWords = Callable[[Stored[Item]], str]
_SHOWN = 12


class ItemRow(QWidget):
    """One item: its text, why in muted type, its day; a menu with what can be done."""

    edit_asked = Signal(object)
    delete_asked = Signal(object)
    tell_asked = Signal(object)
    move_asked = Signal(object, int)

    def __init__(self, record: Stored[Item], day: str) -> None:
        """``day`` is its day in words."""
        super().__init__()
        self.record = record
        item = record.value
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(". ".join(part for part in (item.text, item.why, day) if part))
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
        self._more = QToolButton()
        self._more.setText("⋯")
        self._more.setAutoRaise(True)
        self._more.setProperty("role", "more")
        self._more.setAccessibleName(self.tr("What to do with: {text}").format(text=item.text[:60]))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._menu())
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for text, keys, act in (
            (self.tr("Edit"), "E", lambda: self.edit_asked.emit(self.record)),
            (self.tr("Move up"), "Alt+Up", lambda: self.move_asked.emit(self.record, -1)),
            (self.tr("Move down"), "Alt+Down", lambda: self.move_asked.emit(self.record, 1)),
            (self.tr("Copy as a note to them"), "", lambda: self.tell_asked.emit(self.record)),
            (self.tr("Delete"), "Del", lambda: self.delete_asked.emit(self.record)),
        ):
            action = QAction(text, menu)
            action.triggered.connect(act)
            if keys:
                # Shown, not installed: the row itself hears the key while it has the focus.
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            menu.addAction(action)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """E or Enter edits, Delete bins, Alt+arrows move."""
        key, moved = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_E, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not moved:
            self.edit_asked.emit(self.record)
        elif key == Qt.Key.Key_Delete:
            self.delete_asked.emit(self.record)
        elif moved and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_asked.emit(self.record, -1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


class Slip(QFrame):
    """A list. ``add_asked`` carries what was written; rows pass their wishes on."""

    add_asked = Signal(str, str)
    keep_asked = Signal(object, object)
    delete_asked = Signal(object)
    tell_asked = Signal(object)
    move_asked = Signal(object, int)
    prompt_asked = Signal(str)
    hide_asked = Signal(str)
    rename_asked = Signal(str, str)
    shift_asked = Signal(str, int)

    def __init__(self, heading: Heading, hint: str, day_words: DayWords, suggest: Callable[[], Sequence[str]]) -> None:
        """``hint`` stands in the empty line; ``suggest`` offers people."""
        super().__init__()
        self.heading, self._day_words, self._suggest = heading, day_words, suggest
        self.setProperty("role", "card")
        self._rows: list[QWidget] = []
        self._all = False
        self._records: Sequence[Stored[Item]] = ()
        self._editor: ItemEditor | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(NORMAL, NORMAL, NORMAL, NORMAL)
        column.setSpacing(SMALL)
        head = QHBoxLayout()
        self._title: QLabel = label(heading.name, "lead")
        head.addWidget(self._title, 1)
        more = QToolButton()
        more.setText("⋯")
        more.setAutoRaise(True)
        more.setProperty("role", "more")
        more.setAccessibleName(self.tr("What to do with the list {name}").format(name=heading.name))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self._menu())
        head.addWidget(more)
        column.addLayout(head)
        self._rename = QLineEdit(heading.name)
        self._rename.setMaxLength(200)
        self._rename.setAccessibleName(self.tr("Name of the list"))
        self._rename.hide()
        self._rename.editingFinished.connect(self._renamed)
        column.addWidget(self._rename)
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(self.tr("Something for the list {name}").format(name=heading.name))
        self.line.returnPressed.connect(self._add)
        column.addWidget(self.line)
        self._prompt = label("", "muted")
        self._prompt.hide()
        column.addWidget(self._prompt)
        self.fault = label("", "fault")
        self.fault.hide()
        column.addWidget(self.fault)
        self._items = QVBoxLayout()
        self._items.setSpacing(2)
        column.addLayout(self._items)
        column.addStretch()

    def show_items(self, records: Sequence[Stored[Item]]) -> None:
        """Show items in their order; the first dozen, until all are asked for. What is being edited stays open."""
        self._records = records
        if self._editor is not None:
            # What is being written must not be lost to a change elsewhere; the rows are read again when it ends.
            return
        for row in self._rows:
            self._items.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for record in records if self._all else records[:_SHOWN]:
            row = ItemRow(record, self._day_words(record))
            row.edit_asked.connect(self._edit)
            row.delete_asked.connect(self.delete_asked)
            row.tell_asked.connect(self.tell_asked)
            row.move_asked.connect(self.move_asked)
            self._rows.append(row)
            self._items.addWidget(row)
        if not self._all and len(records) > _SHOWN:
            rest = button(self.tr("Show all"), self._show_all, "quiet")
            self._rows.append(rest)
            self._items.addWidget(rest)

    def show_prompt(self, text: str) -> None:
        """Show a sentence for when nothing comes to mind."""
        self._prompt.setText(text)
        self._prompt.setVisible(bool(text))
        self.line.setFocus()

    def show_fault(self, text: str) -> None:
        """Say beside the line what keeps it from being added; what was written stays."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))

    def added(self) -> None:
        """What was written is kept: the line is free for the next."""
        self.line.clear()
        self.show_fault("")

    def focus_item(self, record_id: str) -> None:
        """Give an item the focus."""
        for row in self._rows:
            if isinstance(row, ItemRow) and row.record.id == record_id:
                row.setFocus()

    def _menu(self) -> QMenu:
        menu, key = QMenu(self), self.heading.key
        for text, act in (
            (self.tr("Nothing comes to mind"), lambda: self.prompt_asked.emit(key)),
            (self.tr("Rename"), self._start_rename),
            (self.tr("Move to the left"), lambda: self.shift_asked.emit(key, -1)),
            (self.tr("Move to the right"), lambda: self.shift_asked.emit(key, 1)),
            (self.tr("Hide this list"), lambda: self.hide_asked.emit(key)),
        ):
            action = menu.addAction(text)
            action.triggered.connect(act)
        return menu

    def _add(self) -> None:
        if self.line.text().strip():
            self.add_asked.emit(self.heading.key, self.line.text())

    def _show_all(self) -> None:
        self._all = True
        self.show_items(self._records)

    def _start_rename(self) -> None:
        self._title.hide()
        self._rename.show()
        self._rename.setFocus()
        self._rename.selectAll()

    def _renamed(self) -> None:
        if self._rename.isVisible():
            self._rename.hide()
            self._title.show()
            if self._rename.text().strip() != self.heading.name:
                self.rename_asked.emit(self.heading.key, self._rename.text().strip())

    def _edit(self, record: Stored[Item]) -> None:
        if self._editor is not None:
            self._editor.start()
            return
        for at, row in enumerate(self._rows):
            if isinstance(row, ItemRow) and row.record.id == record.id:
                self._editor = editor = ItemEditor(record.value, self._suggest)
                editor.kept.connect(lambda item: self._end_edit(record, item))
                editor.cancelled.connect(lambda: self._end_edit(record, None))
                self._items.insertWidget(at, editor)
                row.hide()
                self._rows.append(editor)
                editor.start()
                return

    def _end_edit(self, record: Stored[Item], item: Item | None) -> None:
        editor, self._editor = self._editor, None
        if item is None:
            self.show_items(self._records)
            return
        self.keep_asked.emit(record, item)
        if editor in self._rows:
            # It was not kept: the rows were not read again, and what was written stays.
            self._editor = editor
