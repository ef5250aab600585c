"""Stores of notes for the vault's own tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from attach_desktop.changes import Changes
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import Vaults
from tests.vault.notes import Note, kind


@pytest.fixture
def told() -> list[str]:
    """The topics that were told, in their order."""
    return []


@pytest.fixture
def vault(vault_factory: Vaults, told: list[str]) -> Vault:
    changes = Changes()
    for topic in ("notes", "others", "settings"):
        changes.subscribe(topic, lambda topic=topic: told.append(topic))  # type: ignore[misc]
    return vault_factory(changes=changes)


@pytest.fixture
def notes(vault: Vault) -> RecordStore[Note]:
    return RecordStore(vault, kind())


@pytest.fixture
def others(vault: Vault) -> RecordStore[Note]:
    return RecordStore(vault, kind("others", 62))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A small database with one table of unique words."""
    file = tmp_path / "small.db"
    database = apsw.Connection(str(file))
    database.execute("PRAGMA journal_mode=WAL; CREATE TABLE word (word TEXT PRIMARY KEY, n INTEGER) STRICT").fetchall()
    database.close()
    return file


@pytest.fixture
def connect(path: Path) -> Iterator[Callable[..., Connection]]:
    """Opens connections to it that wait for nobody, and closes them."""
    opened: list[Connection] = []

    def one(read_only: bool = False) -> Connection:
        connection = Connection(path, read_only=read_only)
        connection.run("PRAGMA busy_timeout=0")
        opened.append(connection)
        return connection

    yield one
    for connection in opened:
        connection.close()


@pytest.fixture
def connection(connect: Callable[..., Connection]) -> Connection:
    return connect()
