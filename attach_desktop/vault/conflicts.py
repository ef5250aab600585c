"""A vault in a folder that other computers share: noticing what came from outside, and the copies it leaves behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from attach_desktop.changes import Changes
from attach_desktop.clock import Clock
from attach_desktop.errors import AttachError, VaultDamagedError
from attach_desktop.vault.copying import new_file, write_copy
from attach_desktop.vault.key import SALT_BYTES, Key
from attach_desktop.vault.kind import Kind
from attach_desktop.vault.merging import Merged, merge_from
from attach_desktop.vault.restoring import free_name
from attach_desktop.vault.vault import Vault

_PLAIN_HEADER = b"SQLite format 3\0"
#: How programs that share folders name the copy that lost, by what stands between the file's stem and its ending.
_NAMES = (
    r"\.sync-conflict-\d{8}-\d{6}-[A-Z0-9]{7}",  # Syncthing
    r" ?\(.*conflicted copy.*\)",  # Dropbox, Nextcloud, ownCloud
    r" ?\(.*(?:In Konflikt stehende Kopie|Konfliktkopie|copie en conflit|copia en conflicto).*\)",
    r"_conflict-\d{8}-\d{6}",  # ownCloud before 2.0
    r"-\d{8}-\d{6}-conflict(?:-\d+)?",  # this program's own (see keep_ours)
)


class Copy(NamedTuple):
    """A conflict copy. ``readable`` says whether the key of the vault opens it (a plain one is always readable)."""

    path: Path
    encrypted: bool
    readable: bool


class Watch:
    """Looks whether the file of an open vault is still the one that was opened, and who has written into it."""

    def __init__(self, vault: Vault) -> None:
        """Watch the file of ``vault``."""
        self._vault = vault
        self._version = vault.data_version()

    def replaced(self) -> bool:
        """Whether another file has taken the place of the vault, it is gone, or another program has written into it.

        Every write then fails with StorageError ("vault-replaced", "vault-gone", "vault-overwritten"); ``keep_ours``
        saves what this program had.
        """
        return not self._vault.connection.in_place

    def written(self) -> bool:
        """Whether another program has properly written into the vault since the last call; pages may refresh."""
        before, self._version = self._version, self._vault.data_version()
        return before != self._version


def conflict_copies(path: Path, key: Key | None) -> list[Copy]:
    """The conflict copies that lie beside the vault at ``path``, by name, sorted."""
    pattern = re.compile(re.escape(path.stem) + f"(?:{'|'.join(_NAMES)})" + re.escape(path.suffix), re.IGNORECASE)
    found = []
    try:
        files = sorted(path.parent.iterdir())
    except OSError:
        return []
    for file in files:
        if pattern.fullmatch(file.name):
            header = _header(file)
            encrypted = header != _PLAIN_HEADER
            found.append(Copy(file, encrypted, bool(header) and (not encrypted or _fits(header, key))))
    return found


def merge(copy: Path, vault: Vault, key: Key | None, kinds: Sequence[Kind[Any]]) -> Merged:
    """Take everything of the vault at ``copy``, which ``key`` opens (None for a plain one), into ``vault``.

    A backup of ``vault`` is made first. The newer of two versions of a record wins, the older becomes a former version;
    what lies in only one bin goes by the same rule. ``copy`` itself is only read. Raises VaultDamagedError where it
    cannot be read, StorageError where the vault cannot be written; nothing of it is then kept.
    """
    from attach_desktop.vault.backups import Backups

    if copy.resolve() == vault.path.resolve():
        raise VaultDamagedError("not-a-vault", path=copy)
    # In a copy of its own, so that neither the file nor the folder it lies in is written to.
    theirs = new_file(vault.path.with_name(f"{vault.path.name}.merging"))
    try:
        _copy_of(copy, key, theirs)
        other = Vault.open_with(theirs, vault.clock, Changes(), key, scratch=True)
        try:
            faults = other.check()
            if faults:
                raise VaultDamagedError("check-failed", path=copy, count=len(faults), first=faults[0][:200])
            if not vault.empty:
                Backups.of(vault.path, vault.clock).make(vault, "before-merge")
            merged = merge_from(other, vault, kinds)
        finally:
            other.close()
    finally:
        for file in (theirs, *(theirs.with_name(theirs.name + log) for log in ("-wal", "-shm", "-journal"))):
            file.unlink(missing_ok=True)
    for topic in (*(kind.name for kind in kinds), "settings"):
        vault.changes.notify(topic)
    return merged


def keep_ours(vault: Vault, clock: Clock) -> Path:
    """Save all that an open vault holds whose file was replaced from outside, as a conflict copy beside the new file.

    The copy can be merged into the vault that lies there now. Closing the vault does this too, if it was not done.
    Where its file was written into instead, what can still be read of ours is saved: what was written since the log
    was folded in, and as much of the rest as is left. Raises AttachError where that is nothing. Drafts that could not
    be saved any more are saved there.
    """
    kept = vault.kept_beside or _copy_of_ours(vault, clock)
    vault.kept_beside = kept
    if vault.drafts.unsaved:
        beside = Vault.open_with(kept, clock, Changes(), vault.connection.key)
        try:
            for name, data in vault.drafts.unsaved.items():
                beside.drafts.save(name, data)
            vault.drafts.unsaved.clear()
        finally:
            beside.close()
    return kept


def _copy_of_ours(vault: Vault, clock: Clock) -> Path:
    target = new_file(free_name(vault.path, "conflict", clock))
    try:
        write_copy(vault.connection, target, vault.connection.key)
    except AttachError:
        if not vault.connection.overwritten:
            raise
        from attach_desktop.vault.rescue import gather
        from attach_desktop.vault.salvage import Damaged

        try:
            gather(Damaged(vault.connection), target, vault.connection.key, (), clock)
        except AttachError:
            if not vault.drafts.unsaved:
                raise
            # At least what is being written at this moment.
            Vault.create(target, clock, Changes(), vault.connection.key).close()
    return target


def _copy_of(copy: Path, key: Key | None, target: Path) -> None:
    from attach_desktop.vault.connection import Connection

    connection = Connection(copy, key, read_only=True, still=True)
    try:
        write_copy(connection, target, key)
    finally:
        connection.close()


def _header(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(SALT_BYTES)
    except OSError:
        return b""


def _fits(header: bytes, key: Key | None) -> bool:
    return key is not None and header == key.salt
