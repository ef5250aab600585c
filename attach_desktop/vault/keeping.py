"""What a vault keeps beside records: a person's choices, and half-written things."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from attach_desktop.changes import Changes
from attach_desktop.clock import Clock, utc_text
from attach_desktop.errors import StorageError, VaultDamagedError
from attach_desktop.vault.connection import Connection

#: Errors that say that the file is no longer the one that was opened.
_NOT_OURS = ("vault-replaced", "vault-gone", "vault-overwritten")


class Settings:
    """Small choices of the person, kept in the vault (so they are as private as the rest)."""

    def __init__(self, connection: Connection, changes: Changes) -> None:
        """Settings of the vault behind ``connection``."""
        self._connection = connection
        self._changes = changes

    def get(self, name: str, default: Any = None) -> Any:
        """The value kept under ``name``, or ``default``."""
        row = self._connection.one("SELECT data FROM setting WHERE name = ?", (name,))
        return default if row is None else _loaded(row[0], self._connection.path)

    def set(self, name: str, value: Any) -> None:
        """Keep ``value`` (anything JSON can hold) under ``name``."""
        with self._connection.transaction():
            self._connection.run(
                "INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data",
                (name, json.dumps(value, ensure_ascii=False)),
            )
        self._changes.notify("settings")


class Drafts:
    """Half-written things, kept so that nothing typed is ever lost."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        """Drafts of the vault behind ``connection``."""
        self._connection = connection
        self._clock = clock
        #: What could not be saved because the file is no longer this vault's; see ``conflicts.keep_ours``.
        self.unsaved: dict[str, dict[str, Any]] = {}

    def save(self, name: str, data: dict[str, Any]) -> None:
        """Keep a draft under ``name``, replacing the one before; on disk before it returns."""
        try:
            with self._connection.transaction():
                self._connection.run(
                    "INSERT INTO draft VALUES (?, ?, ?)"
                    " ON CONFLICT (name) DO UPDATE SET saved = excluded.saved, data = excluded.data",
                    (name, utc_text(self._clock.now()), json.dumps(data, ensure_ascii=True)),
                )
        except StorageError as error:
            if error.key in _NOT_OURS:
                self.unsaved[name] = data
            raise

    def get(self, name: str) -> tuple[dict[str, Any], datetime] | None:
        """The draft kept under ``name`` and when it was saved, or None."""
        row = self._connection.one("SELECT data, saved FROM draft WHERE name = ?", (name,))
        if row is None:
            return None
        try:
            saved = datetime.fromisoformat(row[1])
        except ValueError as error:
            raise VaultDamagedError("damaged", path=self._connection.path) from error
        return _loaded(row[0], self._connection.path), saved

    def drop(self, name: str) -> None:
        """Forget the draft kept under ``name``."""
        with self._connection.transaction():
            self._connection.run("DELETE FROM draft WHERE name = ?", (name,))


def _loaded(text: str, path: Path) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise VaultDamagedError("damaged", path=path) from error
