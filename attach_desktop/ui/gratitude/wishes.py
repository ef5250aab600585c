"""What a person can wish for an item, wherever it is shown, and the menu that offers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.lists import Heading
from attach_desktop.ui.widgets.labels import literal
from attach_desktop.ui.widgets.shown_keys import add_action
from attach_desktop.vault.kind import Stored


class Wishes(QObject):
    """Each signal carries the record; the page fulfils them. ``headings`` are the lists an item can go to."""

    delete = Signal(object)
    copy = Signal(object)
    print = Signal(object)
    step = Signal(object, int)
    move = Signal(object, str)
    hide_person = Signal(str)

    def __init__(self, headings: Callable[[], Sequence[Heading]]) -> None:
        """``headings`` is asked whenever a menu opens."""
        super().__init__()
        self.headings = headings


class ItemMenu(QMenu):
    """What can be done with one item. Filled when it opens: most are never opened."""

    edit_asked = Signal()

    def __init__(self, record: Stored[Item], wishes: Wishes, parent: QWidget, *, steps: bool = True) -> None:
        """``steps`` offers to move it up and down, where it stands in the order of its list."""
        super().__init__(parent)
        self._record, self._wishes, self._steps = record, wishes, steps
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        record, wishes = self._record, self._wishes
        add_action(self, self.tr("Edit"), self.edit_asked.emit, "E")
        if self._steps:
            add_action(self, self.tr("Move up"), lambda: wishes.step.emit(record, -1), "Alt+Up")
            add_action(self, self.tr("Move down"), lambda: wishes.step.emit(record, 1), "Alt+Down")
        others = [heading for heading in wishes.headings() if heading.key != record.value.list]
        if others:
            lists = self.addMenu(self.tr("Move to another list"))
            for heading in others:
                add_action(lists, literal(heading.name), self._mover(heading.key))
        self.addSeparator()
        add_action(self, self.tr("Tell them: copy as a note"), lambda: wishes.copy.emit(record))
        add_action(self, self.tr("Tell them: print as a note …"), lambda: wishes.print.emit(record))
        if record.value.people:
            self.addSeparator()
        for alias in record.value.people:
            text = self.tr("Do not bring back what is with {name}").format(name=literal(alias))
            add_action(self, text, self._hider(alias))
        self.addSeparator()
        add_action(self, self.tr("Delete"), lambda: wishes.delete.emit(record), "Del")

    def _mover(self, key: str) -> Callable[[], None]:
        return lambda: self._wishes.move.emit(self._record, key)

    def _hider(self, alias: str) -> Callable[[], None]:
        return lambda: self._wishes.hide_person.emit(alias)
