"""The sections to choose and to put in order: by mouse, by Alt and the arrow keys, and by two buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from attach_desktop.ui.dialogs.sheet import announce
from attach_desktop.ui.summary.choosing import order
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.labels import button, label

_KEY = Qt.ItemDataRole.UserRole
#: The line around the list at its widest, in pixels.
_RING = 3
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SectionList(QListWidget):
    """Every section with a box to tick. ``changed`` when what is chosen, or its order, is another."""

    changed = Signal()

    def __init__(self, name: str, titles: Mapping[str, str]) -> None:
        """``name`` is what a screen reader calls the list; ``titles`` are the sections' by their keys."""
        super().__init__()
        self._titles = titles
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            self.tr("Space ticks a section, {up} and {down} move it").format(up="Alt+↑", down="Alt+↓")
        )
        self.setProperty("role", "sections")
        self.setProperty("framed", True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._ticked)
        self.model().rowsMoved.connect(self._moved)

    def show_sections(self, chosen: Sequence[str]) -> None:
        """Tick ``chosen``, in their order, and put the others after them."""
        self.blockSignals(True)
        current = self.current()
        self.clear()
        for key in order(chosen):
            item = QListWidgetItem(self._titles[key])
            item.setData(_KEY, key)
            # Not a place to drop on: between the rows one drops.
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
            self.addItem(item)
            if key == current:
                self.setCurrentItem(item)
        if self.currentRow() < 0:
            self.setCurrentRow(0)
        self.blockSignals(False)
        self._fit()

    def chosen(self) -> tuple[str, ...]:
        """The sections that are ticked, in their order."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(str(item.data(_KEY)) for item in items if item.checkState() == Qt.CheckState.Checked)

    def current(self) -> str:
        """The section that the keys are on; empty where they are on none."""
        item = self.currentItem()
        return "" if item is None else str(item.data(_KEY))

    def move_current(self, steps: int) -> None:
        """Move the section that the keys are on up (negative) or down, as far as there is room."""
        at = self.currentRow()
        to = min(max(at + steps, 0), self.count() - 1)
        if at < 0 or to == at:
            return
        nowhere = QModelIndex()
        # Qt counts the place before which it goes as it was before the move.
        self.model().moveRow(nowhere, at, nowhere, to if to < at else to + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move a section; whatever else is as in every list."""
        steps = _STEPS.get(Qt.Key(event.key()))
        if steps is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(steps)
            return
        super().keyPressEvent(event)

    def _ticked(self, item: QListWidgetItem) -> None:
        on = item.checkState() == Qt.CheckState.Checked
        announce(
            self, (self.tr("{section}: on paper") if on else self.tr("{section}: left out")).format(section=item.text())
        )
        self.changed.emit()

    def _moved(self) -> None:
        item = self.currentItem()
        if item is not None:
            place = self.tr("{section}: place {place} of {count}")
            announce(self, place.format(section=item.text(), place=self.row(item) + 1, count=self.count()))
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """In another font or look the rows have another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """As high as its rows: it is the column around it that scrolls."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        # With room for the ring of the focus.
        self.setFixedHeight(rows + 2 * _RING)


class Sections(QWidget):
    """The list, with the buttons that move a section for those who use neither Alt nor a mouse's drag."""

    changed = Signal()

    def __init__(self, titles: Mapping[str, str]) -> None:
        """``titles`` are the sections' by their keys."""
        super().__init__()
        name = self.tr("Sections")
        self.list = SectionList(name, titles)
        self.list.changed.connect(self.changed)
        self.list.currentRowChanged.connect(lambda _: self._enable())
        self.list.changed.connect(self._enable)
        self.up = button(self.tr("Up"), lambda: self.list.move_current(-1), "quiet")
        self.down = button(self.tr("Down"), lambda: self.list.move_current(1), "quiet")
        self.up.setAccessibleDescription(self.tr("Moves the section that is selected in the list up"))
        self.down.setAccessibleDescription(self.tr("Moves the section that is selected in the list down"))
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(label(name, "lead"), 1)
        head.addWidget(self.up)
        head.addWidget(self.down)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        # Before what stands above it: Tab comes to the list first, then to what moves something in it.
        column.addWidget(self.list)
        column.insertLayout(0, head)

    def show_sections(self, chosen: Sequence[str]) -> None:
        """Tick ``chosen``, in their order."""
        self.list.show_sections(chosen)
        self._enable()

    def _enable(self) -> None:
        row = self.list.currentRow()
        # A button that has the focus keeps it at the end of its way: it would jump to somewhere else.
        self.up.setEnabled(row > 0 or self.up.hasFocus())
        self.down.setEnabled(row < self.list.count() - 1 or self.down.hasFocus())
