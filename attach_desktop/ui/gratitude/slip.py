"""One list as a slip of paper: a line to write at the top, what was written below, each with its day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.lists import Heading
from attach_desktop.ui.gratitude.item_row import ItemRow
from attach_desktop.ui.gratitude.slip_editing import SlipEditing
from attach_desktop.ui.gratitude.slip_line import SlipLine
from attach_desktop.ui.gratitude.wishes import Wishes
from attach_desktop.ui.theme.tokens import NORMAL, SMALL
from attach_desktop.ui.widgets.dots import dots
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.tab_order import stops
from attach_desktop.vault.kind import Stored

#: An item with its day in words.
Shown = tuple[Stored[Item], str]
_SHOWN = 5
#: A list longer than this is read by day, where it costs nothing.
MOST = 60


class Slip(QFrame):
    """A list. Signals carry its key first."""

    hide_asked = Signal(str)
    rename_asked = Signal(str, str)
    shift_asked = Signal(str, int)
    all_asked = Signal(str)
    by_day_asked = Signal(str)
    print_asked = Signal(str)
    export_asked = Signal(str)
    refilled = Signal()

    def __init__(self, heading: Heading, line: SlipLine, editing: SlipEditing, empty: str, wishes: Wishes) -> None:
        """``line`` is what one writes in, ``editing`` opens editors, ``empty`` stands where nothing was written yet."""
        super().__init__()
        self.heading, self.top, self.editing, self._wishes = heading, line, editing, wishes
        self.setProperty("role", "card")
        self._rows: list[QWidget] = []
        #: How many of its items are to be read: one more than are shown tells that there are more.
        self.wanted = _SHOWN + 1
        self._shown: Sequence[Shown] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(NORMAL, NORMAL, NORMAL, NORMAL)
        column.setSpacing(SMALL)
        head = QHBoxLayout()
        self._title = label(heading.name, "lead")
        head.addWidget(self._title, 1)
        self._more = dots("")
        self._more.setMenu(self._menu())
        head.addWidget(self._more)
        column.addLayout(head)
        self._rename = QLineEdit(heading.name)
        self._rename.setMaxLength(200)
        self._rename.setAccessibleName(self.tr("Name of the list"))
        self._rename.hide()
        self._rename.editingFinished.connect(self._renamed)
        column.addWidget(self._rename)
        column.addWidget(line)
        self._empty = label(empty, "small")
        self._empty.hide()
        column.addWidget(self._empty)
        self._items = QVBoxLayout()
        self._items.setSpacing(2)
        column.addLayout(self._items)
        editing.closed.connect(self._editor_closed)
        self.set_heading(heading)

    @property
    def line(self) -> QLineEdit:
        """The line to write in."""
        return self.top.line

    def set_heading(self, heading: Heading) -> None:
        """The list is called otherwise now; whatever is being written on the slip stays."""
        self.heading = heading
        self._title.setText(heading.name)
        self._more.setAccessibleName(self.tr("What to do with the list {name}").format(name=heading.name))
        self.top.set_name(heading.name)

    def show_items(self, shown: Sequence[Shown], *, say_empty: bool = True) -> None:
        """Show items in their order; the first few, until all are asked for. What is being edited stays open.

        Where there are none it is said, unless it goes without saying (``say_empty``).
        """
        self._empty.setVisible(say_empty and not shown)
        if shown == self._shown:
            return
        self._shown = shown
        if self.editing.record_id is None:
            self._fill()

    def show_all(self) -> None:
        """From now on, show as many items as a slip takes."""
        self.wanted = MOST + 1

    def show_fault(self, text: str) -> None:
        """Say beside the line what keeps it from being done; what was written stays."""
        self.top.show_fault(text)

    def focus_item(self, record_id: str) -> None:
        """Give an item the focus."""
        row = self._row(record_id)
        if row is not None:
            row.setFocus()

    def edit(self, record: Stored[Item], values: dict[str, Any] | None = None) -> None:
        """Open an item in place; ``values`` are changes that were not kept yet."""
        if self.editing.is_open:
            self.editing.start()
            return
        row = self._row(record.id)
        if row is not None:
            editor = self.editing.open(record, values)
            self._items.insertWidget(self._items.indexOf(row), editor)
            row.hide()
            self._show_editor(editor)

    def write_in_full(self, values: dict[str, Any]) -> None:
        """Open a new item below the line, with what is written already."""
        if self.editing.is_open:
            self.editing.start()
            return
        editor = self.editing.open(None, values)
        self._items.insertWidget(0, editor)
        self.top.set_values({})
        self.top.set_writable(False)
        self._show_editor(editor)

    def stops(self) -> list[QWidget]:
        """What Tab stops at on this slip, from above."""
        items = (self._items.itemAt(at) for at in range(self._items.count()))
        inside = [widget for item in items if item is not None and (widget := item.widget()) is not None]
        found: list[QWidget] = [self._more, self._rename, *stops(self.top)]
        for widget in inside:
            found += [*([widget] if widget.focusPolicy() != Qt.FocusPolicy.NoFocus else []), *stops(widget)]
        return found

    # -- inside ----------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        had_focus = next((row.record.id for row in self._rows if isinstance(row, ItemRow) and row.hasFocus()), None)
        for row in self._rows:
            self._items.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        shown = self._shown or ()
        for record, day in shown[: self.wanted - 1]:
            row = ItemRow(record, day, self._wishes)
            row.edit_asked.connect(self.edit)
            self._rows.append(row)
            self._items.addWidget(row)
        if len(self._rows) < len(shown):
            rest = button(self.tr("Show all"), lambda: self.all_asked.emit(self.heading.key), "quiet")
            self._rows.append(rest)
            self._items.addWidget(rest)
        if had_focus is not None:
            self.focus_item(had_focus)
        self.refilled.emit()

    def _show_editor(self, editor: QWidget) -> None:
        editor.show()
        self.refilled.emit()
        self.editing.start()

    def _row(self, record_id: str) -> ItemRow | None:
        found = (row for row in self._rows if isinstance(row, ItemRow) and row.record.id == record_id)
        return next(found, None)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for text, act in (
            (self.tr("Nothing comes to mind"), self.top.ask_for_prompt),
            (self.tr("Rename"), self._start_rename),
            (self.tr("Move to the left"), lambda: self.shift_asked.emit(self.heading.key, -1)),
            (self.tr("Move to the right"), lambda: self.shift_asked.emit(self.heading.key, 1)),
            (self.tr("Show by day"), lambda: self.by_day_asked.emit(self.heading.key)),
            (self.tr("Print this list …"), lambda: self.print_asked.emit(self.heading.key)),
            (self.tr("Export this list …"), lambda: self.export_asked.emit(self.heading.key)),
            (self.tr("Hide this list"), lambda: self.hide_asked.emit(self.heading.key)),
        ):
            menu.addAction(text).triggered.connect(act)
        return menu

    def _start_rename(self) -> None:
        self._title.hide()
        self._rename.setText(self.heading.name)
        self._rename.show()
        self._rename.setFocus()
        self._rename.selectAll()

    def _renamed(self) -> None:
        if self._rename.isVisible():
            self._rename.hide()
            self._title.show()
            if self._rename.text().strip() != self.heading.name:
                self.rename_asked.emit(self.heading.key, self._rename.text().strip())

    def _editor_closed(self, record_id: str) -> None:
        self.top.set_writable(True)
        self._fill()
        if record_id:
            # Not before the editor is gone: with it the focus would go as well.
            QTimer.singleShot(0, self, lambda: self.focus_item(record_id))
        else:
            self.top.line.setFocus()
