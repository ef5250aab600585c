"""Backups: whole copies of the vault in a folder beside it, read back after writing, encrypted as the vault is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from attach_desktop.clock import Clock, day_of, day_start_of
from attach_desktop.errors import AttachError, InputRefusedError, PassphraseError, StorageError, VaultDamagedError
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.copying import Contents, Progress, contents, look_into, new_file, sync_folder, write_copy
from attach_desktop.vault.key import SALT_BYTES, Key
from attach_desktop.vault.rotation import BY_HAND, DAILY, Dated, to_drop
from attach_desktop.vault.shred import shred
from attach_desktop.vault.vault import DAY_START_SETTING, Vault

PLAIN_HEADER = b"SQLite format 3\0"
#: The setting that names the folder for a second copy of each backup.
COPY_FOLDER_SETTING = "backup-copy-folder"
REASONS = (
    DAILY, BY_HAND, "before-import", "before-migration", "before-restore", "before-passphrase", "before-merge",
    "before-wipe",
)  # fmt: skip
_NAME = re.compile(rf"(\d{{8}}-\d{{6}})-({'|'.join(REASONS)})(?:-([0-9a-f]{{8}}))?(?:-\d+)?\.vault")
_UNDER_WAY = ".making"
_OLD_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup. ``made`` is naive: what the wall clock showed. ``reason`` is one of REASONS, ``size`` in bytes.

    ``digest`` is the beginning of the file's SHA-256, from its name: a plain database would not notice a turned bit.
    """

    path: Path
    made: datetime
    reason: str
    size: int
    encrypted: bool
    digest: str = ""

    @property
    def name(self) -> str:
        """Its file's name, which says when and why, and nothing else."""
        return self.path.name


class Made(NamedTuple):
    """A new backup, what it holds, and what kept the second copy from being made, if anything did."""

    backup: Backup
    contents: Contents
    copy_error: AttachError | None


class Backups:
    """The backups in one folder."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        """Those in ``folder``, which is made with the first of them."""
        self.folder = folder
        self._clock = clock

    @classmethod
    def of(cls, vault: Path, clock: Clock) -> Backups:
        """The backups of the vault at the path ``vault``: in the folder ``backups`` beside it."""
        return cls(vault.parent / "backups", clock)

    def make(self, vault: Vault, reason: str = BY_HAND, progress: Progress | None = None) -> Made:
        """Make a backup of ``vault``, and the second copy in the folder of the setting; drop what is kept no longer.

        It uses a connection of its own, so that it may run in another thread than the one that works with ``vault``.
        Raises StorageError or VaultDamagedError, and what ``progress`` raises; then there is no half file.
        """
        connection = vault.another_connection()
        try:
            return self._make(connection, reason, progress)
        finally:
            connection.close()

    def _make(self, connection: Connection, reason: str, progress: Progress | None) -> Made:
        made = self.make_from(connection, reason, progress)
        copy_folder = _setting(connection, COPY_FOLDER_SETTING)
        error = self._copy(made.backup, copy_folder)
        self.rotate(Path(copy_folder) if copy_folder and error is None else None)
        return made._replace(copy_error=error)

    def make_from(self, connection: Connection, reason: str, progress: Progress | None = None) -> Made:
        """Make a backup of the vault behind ``connection`` and nothing else. Raises as ``make`` does."""
        self._make_folder()
        name = f"{self._clock.now():%Y%m%d-%H%M%S}-{reason}"
        temporary = new_file(self.folder / f"{name}{_UNDER_WAY}")
        try:
            found = write_copy(connection, temporary, connection.key, progress)
            target = new_file(self.folder / f"{name}-{_digest(temporary)}.vault")
            temporary.replace(target)
            sync_folder(self.folder)
        except BaseException as error:
            temporary.unlink(missing_ok=True)
            if isinstance(error, OSError):
                raise _told(error, self.folder) from error
            raise
        backup = read_backup(target)
        if backup is None:
            raise StorageError("cannot-open", path=target)
        return Made(backup, found, None)

    def daily(self, vault: Vault, progress: Progress | None = None) -> Made | None:
        """Make today's backup if there is none yet (the person's day), or None. An empty vault needs none.

        It may run in another thread, as ``make`` may. Raises as that does.
        """
        connection = vault.another_connection()
        try:
            day_start = day_start_of(_setting(connection, DAY_START_SETTING))
            today = day_of(self._clock.now().replace(tzinfo=None), day_start)
            made = any(one.reason == DAILY and day_of(one.made, day_start) == today for one in self.each())
            if made or contents(connection).empty:
                return None
            return self._make(connection, DAILY, progress)
        finally:
            connection.close()

    def each(self) -> list[Backup]:
        """Every backup there is, the newest first."""
        try:
            files = sorted(self.folder.iterdir())
        except OSError:
            return []
        found = [backup for file in files if (backup := read_backup(file)) is not None]
        return sorted(found, key=lambda backup: (backup.made, backup.name), reverse=True)

    def plain(self) -> list[Backup]:
        """Those that anybody can read who has the file."""
        return [backup for backup in self.each() if not backup.encrypted]

    def named(self, name: str) -> Backup | None:
        """The backup of this file name, or None."""
        return next((backup for backup in self.each() if backup.name == name), None)

    def check(self, backup: Backup, key: Key | None, progress: Progress | None = None) -> Contents:
        """Read every page of it and count what it holds. Raises VaultDamagedError if it is not sound.

        Raises PassphraseError ("backup-other-passphrase") if it is encrypted with another passphrase than ``key``.
        """
        try:
            fits = fitting(backup, key)
            if backup.digest and _digest(backup.path) != backup.digest:
                raise VaultDamagedError("copy-unsound", path=backup.path)
        except OSError as error:
            raise _told(error, backup.path) from error
        return look_into(backup.path, fits, progress)

    def count(self, backup: Backup, key: Key | None) -> Contents:
        """What it holds, without reading all of it. Raises as ``check`` does, but does not find all damage."""
        connection = Connection(backup.path, fitting(backup, key), read_only=True, still=True)
        try:
            return contents(connection)
        finally:
            connection.close()

    def write_to(self, vault: Vault, out: Path, progress: Progress | None = None) -> tuple[Path, Contents]:
        """Write a copy of ``vault`` to ``out``, a file or a folder that is there; returns where, and what it holds.

        A file that is there already is replaced once the new one is whole.
        """
        target = out / f"{self._clock.now():%Y%m%d-%H%M%S}-{BY_HAND}.vault" if out.is_dir() else out
        if target.exists() and target.samefile(vault.path):
            raise InputRefusedError("backup-onto-itself", path=target)
        connection = vault.another_connection()
        try:
            temporary = new_file(target.with_name(f"{target.name}.part"))
            try:
                found = write_copy(connection, temporary, connection.key, progress)
                temporary.replace(target)
                sync_folder(target.parent)
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise _told(error, target) from error
        finally:
            connection.close()
        return target, found

    def rotate(self, copies: Path | None = None) -> list[Backup]:
        """Delete the backups that the rule keeps no longer (in ``copies`` those of the same names); returns them."""
        dropped = to_drop(self.each(), lambda backup: Dated(backup.made, backup.reason))
        self.delete(dropped)
        if copies is not None:
            for backup in dropped:
                with suppress(OSError):
                    (copies / backup.name).unlink()
        self._clean()
        return dropped

    def delete(self, backups: Iterable[Backup]) -> int:
        """Write over and delete ``backups``; returns how many were there. Raises StorageError where one cannot be."""
        count = 0
        for backup in backups:
            try:
                shred(backup.path)
            except FileNotFoundError:
                continue
            except OSError as error:
                raise _told(error, backup.path) from error
            count += 1
        return count

    # -- inside ----------------------------------------------------------------------------------------------------

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise StorageError("folder", path=self.folder, reason=error.strerror or "") from error

    def _copy(self, backup: Backup, folder: str) -> AttachError | None:
        """The second copy, in a folder of the person's choice, which may well be away: told, and no reason to fail."""
        if not folder:
            return None
        from attach_desktop.vault.second_copy import copy_file

        try:
            copy_file(backup.path, Path(folder) / backup.name)
        except OSError as error:
            return StorageError("backup-copy", path=folder, reason=error.strerror or type(error).__name__)
        return None

    def _clean(self) -> None:
        """Remove what a backup that was killed has left, an hour later: nothing is written for so long."""
        with suppress(OSError):
            for file in self.folder.glob(f"*{_UNDER_WAY}*"):
                if self._clock.now().timestamp() - file.stat().st_mtime > _OLD_SECONDS:
                    file.unlink()
            for file in self.folder.glob("*.vault"):
                # The name is taken first, as an empty file.
                if file.stat().st_size == 0 and self._clock.now().timestamp() - file.stat().st_mtime > _OLD_SECONDS:
                    file.unlink()


def read_backup(file: Path) -> Backup | None:
    """The backup in ``file``, as its name tells; None where that is no backup's name, or there is nothing in it."""
    named = _NAME.fullmatch(file.name)
    if named is None:
        return None
    try:
        made = datetime.strptime(named[1], "%Y%m%d-%H%M%S")  # noqa: DTZ007 (what the wall clock showed)
        with file.open("rb") as opened:
            header = opened.read(len(PLAIN_HEADER))
        size = file.stat().st_size
    except (OSError, ValueError):
        return None
    return Backup(file, made, named[2], size, header != PLAIN_HEADER, named[3] or "") if header else None


def fitting(backup: Backup, key: Key | None) -> Key | None:
    """The key that opens ``backup``: ``key``, or None for a plain one. Raises PassphraseError if it is not that one."""
    if not backup.encrypted:
        return None
    with backup.path.open("rb") as file:
        salt = file.read(SALT_BYTES)
    if key is None or salt != key.salt:
        raise PassphraseError("backup-other-passphrase", name=backup.name)
    return key


def _digest(file: Path) -> str:
    import hashlib

    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()[:8]


def _setting(connection: Connection, name: str) -> str:
    row = connection.one("SELECT data ->> '$' FROM setting WHERE name = ?", (name,))
    return str(row[0]) if row and row[0] else ""


def _told(error: OSError, path: Path) -> StorageError:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageError("disk-full", path=path)
    return StorageError("cannot-open", path=path)
