"""The journal's half-written entries: one for a new entry, one for each entry that is being edited."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from attach_desktop.vault.keeping import Drafts

_NEW = "journal"


class EntryDrafts:
    """Keeps what the form holds until it is saved, so that a crash, a lock or a switch loses nothing."""

    def __init__(self, drafts: Drafts) -> None:
        """In the drafts of a vault."""
        self._drafts = drafts

    def keep(self, record_id: str | None, values: dict[str, Any]) -> None:
        """Keep the values of a new entry (None) or of changes to an entry; on disk before it returns."""
        self._drafts.save(_name(record_id), values)
        if record_id is not None:
            self._drafts.save(f"{_NEW}.editing", {"id": record_id})

    def drop(self, record_id: str | None) -> None:
        """Forget them."""
        self._drafts.drop(_name(record_id))
        if record_id is not None and self.editing() == record_id:
            self._drafts.drop(f"{_NEW}.editing")

    def kept(self, record_id: str | None) -> tuple[dict[str, Any], datetime] | None:
        """The values kept and when, or None."""
        return self._drafts.get(_name(record_id))

    def editing(self) -> str | None:
        """The entry whose changes were not saved when the program ended, or None."""
        found = self._drafts.get(f"{_NEW}.editing")
        return str(found[0]["id"]) if found else None


def _name(record_id: str | None) -> str:
    return _NEW if record_id is None else f"{_NEW}.{record_id}"
