"""One connection to a vault file: keyed or plain, durable, its errors told in this program's own terms."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import apsw

from attach_desktop.errors import AttachError, InputRefusedError, StorageError, VaultDamagedError
from attach_desktop.vault.key import Key
from attach_desktop.vault.untouched import Trace, Untouched

Row = tuple[Any, ...]
BUSY_MILLISECONDS = 5000
#: How many steps of SQLite's machine pass between two looks at how far a long work is: some two milliseconds.
_STEPS_BETWEEN = 50_000
_DURABLE = "PRAGMA synchronous=FULL"


class Connection:
    """A connection to one vault file. Use it from one thread at a time."""

    def __init__(self, path: Path, key: Key | None = None, *, read_only: bool = False, still: bool = False) -> None:
        """Open an existing file. Raises StorageError, or VaultDamagedError where it is not a database.

        ``still`` (with ``read_only``) says that nobody writes into the file: then nothing is put beside it.
        """
        self.path = path
        self.key = key
        self._inside = False
        self._spoilt: BaseException | None = None
        flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
        with _translated(path):
            name = f"{path.absolute().as_uri()}?immutable=1" if still and not _has_log(path) else str(path)
            self._db = apsw.Connection(name, flags=flags | apsw.SQLITE_OPEN_URI)
        self._file = _file_at(path)
        self._log: tuple[int, int] | None = None
        self._untouched: Untouched | None = None
        try:
            if key is not None:
                self.run("PRAGMA cipher='chacha20'")
                self.run(f'PRAGMA key="{key.pragma}"')
            self.wait_when_busy()
            self.run(_DURABLE)
            self.run("PRAGMA temp_store=MEMORY")
            self.run("PRAGMA secure_delete=ON")
        except BaseException:
            self._db.close()
            raise

    def rows(self, sql: str, bindings: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""
        with _translated(self.path):
            return list(self._db.execute(sql, bindings))

    def each(self, sql: str, bindings: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows of a query, one by one: those before the place where reading fails are seen as well."""
        with _translated(self.path):
            yield from self._db.execute(sql, bindings)

    def one(self, sql: str, bindings: Sequence[Any] = ()) -> Row | None:
        """The first row of a query, or None."""
        with _translated(self.path):
            for row in self._db.execute(sql, bindings):
                return tuple(row)
            return None

    def run(self, sql: str, bindings: Sequence[Any] = ()) -> int:
        """Run a statement for what it does; returns how many rows it changed."""
        self._look()
        with _translated(self.path):
            before = self._db.total_changes()
            for _ in self._db.execute(sql, bindings):
                pass
            changed = self._db.total_changes() - before
        self._look()
        return changed

    def run_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one statement for each row of bindings."""
        with _translated(self.path):
            self._db.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block or nothing, on disk before it returns. Inside another transaction it joins that one.

        If a block that joined fails after it wrote something, the whole is undone and fails with the same error, even
        where the outer block went on: half a write must not be kept.
        """
        if self._inside:
            with self._joined():
                yield
            return
        self._look()
        self._must_not_be_overwritten()
        self.run("BEGIN IMMEDIATE")
        self._inside, self._spoilt = True, None
        try:
            self._must_be_in_place()
            yield
            if self._spoilt is not None:
                raise self._spoilt
            self.run("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self.run("ROLLBACK")
            raise
        finally:
            self._inside, self._spoilt = False, None

    @contextmanager
    def unhurried(self) -> Iterator[None]:
        """What the block writes is on disk only with the first thing that is written after it.

        For what can be made again at any time, the tables of a new vault: where the power fails before, there are none.
        """
        self.run("PRAGMA synchronous=OFF")
        try:
            yield
        finally:
            self.run(_DURABLE)

    @contextmanager
    def _joined(self) -> Iterator[None]:
        if self._spoilt is not None:
            raise self._spoilt
        before = self._db.total_changes()
        try:
            yield
        except BaseException as error:
            # A full disk makes SQLite roll back by itself; what came after would be kept without what came before.
            if self._db.total_changes() != before or not self._db.in_transaction:
                self._spoilt = error
            raise

    @property
    def in_place(self) -> bool:
        """Whether the file at ``path`` is still the one that was opened, and nothing but SQLite has written into it."""
        self._look()
        return not self.overwritten and _file_at(self.path) == self._file

    @property
    def overwritten(self) -> bool:
        """Whether another program was found to have written into the open file."""
        return self._untouched is not None and self._untouched.written

    def _must_be_in_place(self) -> None:
        # Another program has put another file there: what is written into the old one would never be seen again.
        self._must_not_be_overwritten()
        if not self.in_place:
            self._take_log_away()
            raise StorageError("vault-replaced" if self.path.exists() else "vault-gone", path=self.path)

    def _must_not_be_overwritten(self) -> None:
        if self.overwritten:
            raise StorageError("vault-overwritten", path=self.path)

    def watch(self) -> None:
        """From now on, notice who else writes into the file, or puts another in its place.

        Call it once all is set up: then it is known which file is the write-ahead log, so that it is never left beside
        another vault.
        """
        self._log = _file_at(_log_of(self.path))
        self._untouched = Untouched(self.path, self._trace)

    def _look(self) -> None:
        """Look whether another program has written into the file; from then on, nothing of ours goes there any more."""
        if self._untouched is None or self._untouched.written or self._db.in_transaction:
            return
        if not self._untouched.look():
            # Else closing would fold our log into what has come from outside, and opening would play it there.
            self._db.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
            self._db.wal_autocheckpoint(0)
            self._take_log_away()

    def _trace(self) -> Trace | None:
        log = folded = 0
        try:
            log, folded = self._db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_NOOP)
            return Trace(log, folded, self._db.pragma("data_version"))
        except (apsw.BusyError, apsw.LockedError, apsw.ProtocolError):
            return None
        except apsw.Error:
            # What lies there is no database any more, and hardly SQLite's doing.
            return Trace(log, folded, None)

    def _take_log_away(self) -> None:
        """The log stays open, without its name: SQLite would play it into the file that has taken this one's place."""
        if self._log is not None and _file_at(_log_of(self.path)) == self._log:
            with suppress(OSError):
                _log_of(self.path).unlink()
                self.path.with_name(f"{self.path.name}-shm").unlink()

    @contextmanager
    def watched(self, look: Callable[[], None]) -> Iterator[None]:
        """Call ``look`` every few milliseconds while the block's statements run; what it raises ends them."""

        def step() -> bool:
            look()
            return False

        self._db.set_progress_handler(step, _STEPS_BETWEEN)
        try:
            yield
        finally:
            self._db.set_progress_handler(None)

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All reads of the block see the file as it was at the first of them, while other connections may write.

        The block itself only reads. Inside a transaction it adds nothing: that sees one state of the file anyway.
        """
        joins = self._db.in_transaction
        if joins:
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            if self._db.in_transaction:
                self.run("COMMIT")

    def keep_at_hand(self, kibibytes: int) -> None:
        """Keep so much of the file in memory from now on, read and deciphered, instead of SQLite's usual 2 MiB."""
        self.run(f"PRAGMA cache_size=-{int(kibibytes)}")

    def fold_in(self) -> None:
        """Fold the write-ahead log into the file, so that it no longer holds what was overwritten or deleted.

        Does nothing inside a transaction; does what it can while someone else reads.
        """
        if not self._inside and self.in_place:
            with suppress(StorageError):
                self.run("PRAGMA wal_checkpoint(TRUNCATE)")

    @property
    def log_size(self) -> int:
        """How many bytes the write-ahead log has: what was deleted may still be in it while another program reads."""
        try:
            return _log_of(self.path).stat().st_size
        except OSError:
            return 0

    def wait_when_busy(self) -> None:
        """Wait some seconds for another program that holds the file (as every connection does from the start)."""
        self._db.set_busy_timeout(BUSY_MILLISECONDS)

    def interrupt(self) -> None:
        """Stop what this connection is doing in another thread; it fails there with AttachError("interrupted")."""
        self._db.interrupt()

    def close(self) -> None:
        """Close the file; the write-ahead log is folded in if this was the last connection."""
        if not self.in_place:
            self._take_log_away()
        self._db.close()


def _has_log(path: Path) -> bool:
    """Whether a write-ahead log lies beside the file: without it, the file is not all there is."""
    return _log_of(path).exists() or path.with_name(f"{path.name}-journal").exists()


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _file_at(path: Path) -> tuple[int, int] | None:
    """What tells the file at ``path`` from another that takes its name; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 (before every write: half the time of Path.stat)
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except apsw.FullError as error:
        raise StorageError("disk-full", path=path) from error
    except (apsw.BusyError, apsw.LockedError, apsw.ProtocolError) as error:
        raise StorageError("busy", path=path) from error
    except (apsw.ReadOnlyError, apsw.PermissionsError, apsw.AuthError) as error:
        raise StorageError("read-only", path=path) from error
    except (apsw.CantOpenError, apsw.IOError) as error:
        raise StorageError("cannot-open", path=path) from error
    except (apsw.NotADBError, apsw.CorruptError, apsw.SQLError, UnicodeDecodeError) as error:
        # The statements are constants that fit the schema: where one does not, it is the schema that is damaged.
        raise VaultDamagedError("damaged", path=path) from error
    except apsw.ConstraintError as error:
        # The identity is the only thing in the schema that two sound records can collide by.
        raise InputRefusedError("id-taken") from error
    except (apsw.TooBigError, OverflowError) as error:
        raise InputRefusedError("too-big") from error
    except UnicodeEncodeError as error:
        raise InputRefusedError("lone-surrogate") from error
    except apsw.InterruptError as error:
        raise AttachError("interrupted") from error
