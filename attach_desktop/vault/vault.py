"""A person's vault: one file, plain or encrypted, opened, brought up to date, checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import time
from functools import partial
from pathlib import Path

from attach_desktop.changes import Changes
from attach_desktop.clock import Clock, day_start_of
from attach_desktop.errors import (
    AttachError,
    InputRefusedError,
    PassphraseError,
    StorageError,
    VaultDamagedError,
)
from attach_desktop.vault import migrations
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.keeping import Drafts, Settings
from attach_desktop.vault.key import COSTS, SALT_BYTES, Key, KeyCost, find_key, new_key

_PLAIN_HEADER = b"SQLite format 3\0"
_PAGE = 4096
DAY_START_SETTING = "day-start"

#: Asks for the passphrase; None where there is nobody to ask.
Ask = Callable[[], str]


class Vault:
    """An open vault. Stores write through its connection; settings and drafts live beside the records."""

    def __init__(self, connection: Connection, clock: Clock, changes: Changes) -> None:
        """Use ``Vault.open``; this only holds what it opened."""
        self.connection = connection
        self.clock = clock
        self.changes = changes
        self.settings = Settings(connection, changes)
        self.drafts = Drafts(connection, clock)
        #: Where all of it was kept after another file had taken its place (see conflicts.py).
        self.kept_beside: Path | None = None
        self._closed = False

    @classmethod
    def open(
        cls,
        path: Path,
        clock: Clock,
        changes: Changes,
        ask: Ask | None = None,
        costs: tuple[KeyCost, ...] = COSTS,
    ) -> Vault:
        """Open the vault at ``path``, creating it if it does not exist (encrypted if ``ask`` gives a passphrase).

        Raises PassphraseError, VaultDamagedError, NewerVaultError or StorageError; the file is then as it was.
        """
        _finish_swap(path)
        header = _header(path)
        if header:
            key = None if header == _PLAIN_HEADER else unlock(path, header, ask, costs)
            return cls.open_with(path, clock, changes, key)
        passphrase = ask() if ask is not None else ""
        return cls.create(path, clock, changes, _new_key(passphrase, costs) if passphrase else None)

    @classmethod
    def create(cls, path: Path, clock: Clock, changes: Changes, key: Key | None) -> Vault:
        """A new vault at ``path``, under a key that there is already (a copy of another vault's records)."""
        connection = _create(path, key)
        try:
            with connection.unhurried():
                migrations.migrate(connection, partial(_back_up, connection, clock))
            connection.watch()
        except BaseException:
            connection.close()
            raise
        return cls(connection, clock, changes)

    @classmethod
    def open_with(cls, path: Path, clock: Clock, changes: Changes, key: Key | None, *, scratch: bool = False) -> Vault:
        """Open the vault at ``path``, which is there, with its key instead of a passphrase. Raises as ``open`` does.

        A ``scratch`` copy, which is thrown away afterwards, is brought up to date without a backup of it.
        """
        _finish_swap(path)
        connection = Connection(path, key)
        try:
            migrations.migrate(connection, _nothing if scratch else partial(_back_up, connection, clock))
            # What everything else asks for first: damage there had better be known while there is a way on.
            connection.rows("SELECT name, data FROM setting")
            _tidy(path, connection)
        except BaseException:
            connection.close()
            raise
        return cls(connection, clock, changes)

    @classmethod
    def look(cls, path: Path, clock: Clock, key: Key | None) -> Vault:
        """A backup or another file that nobody writes, opened to be looked at: every write fails as "read-only".

        Raises VaultDamagedError, NewerVaultError or StorageError; InputRefusedError ("older-backup") for one of so old
        a version of the vault that only restoring brings it up to date. Insights cannot be asked of an older one.
        """
        connection = Connection(path, key, read_only=True, still=True)
        try:
            version = migrations.version_of(connection)
            if version < migrations.READ_FROM:
                raise InputRefusedError("older-backup", path=path)
        except BaseException:
            connection.close()
            raise
        return cls(connection, clock, Changes())

    @property
    def path(self) -> Path:
        """The file."""
        return self.connection.path

    @property
    def day_start(self) -> time:
        """When the person's day begins."""
        return day_start_of(self.settings.get(DAY_START_SETTING))

    @property
    def encrypted(self) -> bool:
        """Whether the file is encrypted."""
        return self.connection.key is not None

    def another_connection(self) -> Connection:
        """A second connection to the same file, for work in another thread."""
        return Connection(self.path, self.connection.key)

    @contextmanager
    def beside(self, changes: Changes | None = None) -> Iterator[Vault]:
        """The same vault over a connection of its own, for the thread that asks; ``changes`` hears of its writing."""
        connection = self.another_connection()
        try:
            yield Vault(connection, self.clock, changes or Changes())
        finally:
            connection.close()

    def data_version(self) -> int:
        """A number that changes when another process has changed the vault."""
        row = self.connection.one("PRAGMA data_version")
        return int(row[0]) if row else 0

    @property
    def empty(self) -> bool:
        """Whether no record of any kind is kept in it, not in the bin either."""
        return self.connection.one("SELECT 1 FROM record UNION ALL SELECT 1 FROM bin LIMIT 1") is None

    def check(self) -> list[str]:
        """Read every page and index; the faults found, in SQLite's words. Empty means sound."""
        faults = [str(row[0]) for row in self.connection.rows("PRAGMA integrity_check(50)")]
        if faults != ["ok"]:
            return faults
        orphans = self.connection.one("SELECT count(*) FROM word WHERE place NOT IN (SELECT place FROM record)")
        return [f"{orphans[0]} words without a record"] if orphans and orphans[0] else []

    def close(self) -> None:
        """Close the file. If another has taken its place from outside, what was in this one is kept beside that."""
        if self._closed:
            return
        self._closed = True
        if not self.connection.in_place and self.path.exists():
            from attach_desktop.vault.conflicts import keep_ours

            with suppress(AttachError):
                keep_ours(self, self.clock)
        self.connection.close()


def _header(path: Path) -> bytes:
    """The first bytes of the file; empty where there is no file or nothing in it."""
    try:
        with path.open("rb") as file:
            header = file.read(SALT_BYTES)
            size = file.seek(0, os.SEEK_END)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise StorageError("cannot-open", path=path) from error
    # A plain file says of itself what it is, and SQLite checks it; of an encrypted one only the size can be known.
    if header and header != _PLAIN_HEADER and (size < _PAGE or size % 512):
        raise VaultDamagedError("not-a-vault", path=path)
    return header


def unlock(path: Path, header: bytes, ask: Ask | None, costs: tuple[KeyCost, ...]) -> Key:
    """The key of an encrypted vault. Raises PassphraseError if there is no one to ask or the answer is wrong."""
    if ask is None:
        raise PassphraseError("passphrase-needed", path=path)
    passphrase = ask()
    with _readable():
        key = find_key(passphrase, header, costs)
    if key is None:
        from attach_desktop.vault.recovery import looks_like_code

        raise PassphraseError("code-wrong" if looks_like_code(passphrase) else "passphrase-wrong", path=path)
    return key


def key_of(path: Path, ask: Ask | None, costs: tuple[KeyCost, ...] = COSTS) -> Key | None:
    """The key of the vault or backup at ``path``, None if it is plain. Raises as ``unlock`` and ``Vault.open`` do."""
    header = _header(path)
    if not header:
        raise StorageError("no-vault", path=path)
    return None if header == _PLAIN_HEADER else unlock(path, header, ask, costs)


def fitting_key(path: Path, key: Key | None) -> Key | None:
    """``key`` if it is the one of the vault at ``path``, as far as its salt tells; else None."""
    try:
        return key if key is not None and _header(path) == key.salt else None
    except AttachError:
        return None


def _new_key(passphrase: str, costs: tuple[KeyCost, ...]) -> Key:
    with _readable():
        return new_key(passphrase, costs)


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except UnicodeEncodeError as error:
        raise InputRefusedError("passphrase-unreadable") from error


def _create(path: Path, key: Key | None) -> Connection:
    try:
        # Made here, not by SQLite, so that it and its log are the owner's alone whatever the umask.
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except FileNotFoundError as error:
        raise StorageError("no-folder", path=path) from error
    except PermissionError as error:
        raise StorageError("read-only", path=path) from error
    except OSError as error:
        raise StorageError("cannot-open", path=path) from error
    connection = Connection(path, key)
    try:
        connection.run("PRAGMA journal_mode=WAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _nothing() -> None:
    """No backup."""


def _back_up(connection: Connection, clock: Clock) -> Path:
    """A backup made before a migration; encrypted with the same key if the vault is."""
    from attach_desktop.vault.backups import Backups

    return Backups.of(connection.path, clock).make_from(connection, "before-migration").backup.path


def _finish_swap(path: Path) -> None:
    """Finish what setting a passphrase or restoring a backup began, if the program was killed at it."""
    if os.path.exists(f"{path}.next"):  # noqa: PTH110 (Path.exists raises for some names)
        from attach_desktop.vault.swap import finish

        finish(path)


def _tidy(path: Path, connection: Connection) -> None:
    """Remove the half file that was left where such a thing was killed earlier; keep the vault its owner's alone."""
    if os.path.exists(f"{path}.making"):  # noqa: PTH110
        from attach_desktop.vault.swap import clean

        clean(path, connection)
    # A copy that was put in place by hand may lack the log that lets others read while one writes.
    if connection.one("PRAGMA journal_mode") != ("wal",):
        connection.run("PRAGMA journal_mode=WAL")
    connection.watch()
    _keep_private(path)


def _keep_private(path: Path) -> None:
    """A file that was copied here by hand has the rights it came with; it is the owner's alone from now on."""
    with suppress(OSError):
        found = path.stat()
        if os.name == "posix" and found.st_mode & 0o077 and found.st_uid == os.geteuid():
            for ending in ("", "-wal", "-shm"):
                with suppress(FileNotFoundError):
                    path.with_name(f"{path.name}{ending}").chmod(0o600)
