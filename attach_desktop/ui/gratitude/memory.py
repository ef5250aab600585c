""" "Remember this?": an old item comes back, from a year, a month or a week ago, or by chance."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from attach_desktop import resources
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.theme.tokens import NORMAL, SMALL
from attach_desktop.ui.widgets.labels import button, label


class MemoryCard(QFrame):
    """Shows one old item; hidden while there is none old enough. Never from a hidden list or with a hidden person."""

    def __init__(self, store: GratitudeStore, today: Callable[[], date]) -> None:
        """``today`` is the person's day now."""
        super().__init__()
        self._store, self._today, self._skip = store, today, 0
        self.setProperty("role", "note")
        row = QHBoxLayout(self)
        row.setContentsMargins(NORMAL, SMALL, SMALL, SMALL)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._head = label("", "small")
        self._text = label("")
        self._why = label("", "muted")
        for part in (self._head, self._text, self._why):
            words.addWidget(part)
        row.addLayout(words, 1)
        row.addWidget(button(self.tr("Another"), self._another, "quiet"))
        self.setAccessibleName(self.tr("Remember this?"))

    def refresh(self) -> bool:
        """Look for something to bring back; returns whether there is anything."""
        memory = self._store.remember(self._today(), self._skip)
        self.setVisible(memory is not None)
        if memory is None:
            return False
        spans = resources.content("gratitude")["spans"]
        self._head.setText(str(spans[memory.span]))
        self._text.setText(memory.record.value.text)
        self._why.setText(memory.record.value.why)
        self._why.setVisible(bool(memory.record.value.why))
        return True

    def _another(self) -> None:
        self._skip += 1
        self.refresh()
