"""The editor that may be open on a slip: for an item that stands there, or for a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from attach_desktop.clock import Moment
from attach_desktop.errors import AttachError
from attach_desktop.gratitude.item import Item
from attach_desktop.ui.gratitude.item_editor import ItemEditor, Offers
from attach_desktop.vault.kind import Stored

#: Keeps an item: a new one, or what a record is to say. Raises AttachError where it cannot be.
Keep = Callable[[Stored[Item] | None, Item], object]


class SlipEditing(QObject):
    """Opens one editor at a time. ``closed`` carries the id of the item that was edited, or nothing for a new one."""

    closed = Signal(str)
    changed = Signal()

    def __init__(
        self, key: str, offers: Offers, now: Callable[[], Moment], day_of: Callable[[Moment], date], keep: Keep
    ) -> None:
        """``key`` is the list that new items come into; ``day_of`` gives the person's day of a moment."""
        super().__init__()
        self._key, self._offers, self._now, self._day_of, self._keep = key, offers, now, day_of, keep
        self._editor: ItemEditor | None = None
        self._record: Stored[Item] | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is being edited."""
        return self._editor is not None

    @property
    def record_id(self) -> str | None:
        """The id of the item that is being edited; nothing while a new one is written; None if neither is."""
        if self._editor is None:
            return None
        return self._record.id if self._record is not None else ""

    def values(self) -> dict[str, Any]:
        """What is written in the editor; empty without one."""
        return self._editor.values() if self._editor is not None else {}

    def open(self, record: Stored[Item] | None, values: dict[str, Any] | None = None) -> ItemEditor:
        """An editor for ``record``, or for a new item; ``values`` are a draft of it."""
        at = record.value.at if record is not None else self._now()
        key = record.value.list if record is not None else self._key
        editor = ItemEditor(record.value if record is not None else None, key, at, self._day_of(at), self._offers)
        if values:
            editor.set_values(values)
        self._record, self._editor = record, editor
        editor.kept.connect(self._kept)
        editor.cancelled.connect(self.close)
        editor.changed.connect(self.changed)
        return editor

    def start(self) -> None:
        """Give the editor the focus."""
        if self._editor is not None:
            self._editor.start(after_text=self._record is None and bool(self._editor.values()["text"].strip()))

    def close(self) -> None:
        """Leave it as it was."""
        editor, record, self._editor, self._record = self._editor, self._record, None, None
        if editor is not None:
            editor.hide()
            editor.deleteLater()
            self.changed.emit()
            self.closed.emit(record.id if record is not None else "")

    def _kept(self, item: Item) -> None:
        try:
            self._keep(self._record, item)
        except AttachError as error:
            if self._editor is not None:
                self._editor.show_fault(error)
            return
        self.close()
