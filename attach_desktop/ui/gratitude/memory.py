""" "Remember this?": an old item comes back, from a year, a month or a week ago, or by chance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from attach_desktop import resources
from attach_desktop.errors import AttachError
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.tokens import NORMAL, SMALL, TIGHT
from attach_desktop.ui.widgets.dots import dots
from attach_desktop.ui.widgets.labels import button, label, literal
from attach_desktop.vault.kind import Stored


class MemoryCard(QFrame):
    """Shows one old item; hidden while there is none old enough. Never from a hidden list or with a hidden person."""

    def __init__(self, store: GratitudeStore, today: Callable[[], date], shell: Shell) -> None:
        """``today`` is the person's day now."""
        super().__init__()
        self._store, self._today, self._shell, self._skip = store, today, shell, 0
        self._record: Stored[Item] | None = None
        self.setProperty("role", "note")
        row = QHBoxLayout(self)
        row.setContentsMargins(NORMAL, SMALL, SMALL, SMALL)
        row.setSpacing(TIGHT)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._head = label("", "small")
        self._text = label("")
        self._why = label("", "muted")
        for part in (self._head, self._text, self._why):
            words.addWidget(part)
        row.addLayout(words, 1)
        row.addWidget(button(self.tr("Another"), self._another, "quiet"))
        more = dots(self.tr("What is not to come back"))
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        more.setMenu(menu)
        row.addWidget(more)
        self.setAccessibleName(self.tr("Remember this?"))

    def refresh(self) -> bool:
        """Look for something to bring back; returns whether there is anything."""
        memory = self._store.remember(self._today(), self._skip)
        self._record = memory.record if memory is not None else None
        self.setVisible(memory is not None)
        if memory is None:
            return False
        item, spans = memory.record.value, resources.content("gratitude")["spans"]
        self._head.setText(" · ".join((str(spans[memory.span]), *item.people)))
        self._text.setText(item.text)
        self._why.setText(item.why)
        self._why.setVisible(bool(item.why))
        return True

    def _another(self) -> None:
        self._skip += 1
        try:
            self.refresh()
        except AttachError as error:
            self._shell.complain(error)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        if self._record is None:
            return
        item, lists = self._record.value, self._store.lists
        for alias in item.people:
            text = self.tr("Do not bring back what is with {name}").format(name=literal(alias))
            menu.addAction(text).triggered.connect(self._hider(alias))
        name = next((one.name for one in lists.headings(hidden=True) if one.key == item.list), item.list)
        hide = menu.addAction(self.tr("Hide the list {name}").format(name=literal(name)))
        hide.triggered.connect(self._list_hider(item.list))

    def _hider(self, alias: str) -> Callable[[], None]:
        return lambda: hide_person(self._store, self._shell, alias)

    def _list_hider(self, key: str) -> Callable[[], None]:
        return lambda: hide_list(self._store, self._shell, key)


def hide_person(store: GratitudeStore, shell: Shell, alias: str) -> None:
    """Bring nothing back any more that is with a person, and offer the way back."""
    said = str(resources.content("gratitude")["page"]["hidden-person"]).format(name=alias)
    _hide(shell, lambda hidden: store.lists.hide_person(alias, hidden=hidden), said)


def hide_list(store: GratitudeStore, shell: Shell, key: str) -> None:
    """Put a list out of sight, and offer the way back."""
    said = str(resources.content("gratitude")["page"]["hidden-list"])
    _hide(shell, lambda hidden: store.lists.hide(key, hidden=hidden), said)


def _hide(shell: Shell, act: Callable[[bool], object], said: str) -> None:
    try:
        act(True)
    except AttachError as error:
        shell.complain(error)
        return
    shell.offer_undo(said, lambda: act(False), QCoreApplication.translate("MemoryCard", "Bring it back"))
