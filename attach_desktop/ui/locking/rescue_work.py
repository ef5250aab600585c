"""What can be done about a damaged vault: looking for what there is, and going on with one of it. No widgets.

The damaged file is never written to; going on gives it another name, and there it stays.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from attach_desktop.changes import Changes
from attach_desktop.errors import AttachError
from attach_desktop.ui.locking.door import Door
from attach_desktop.ui.locking.mended import mended
from attach_desktop.vault.key import Key
from attach_desktop.vault.rescue import Good, Salvaged, newest_good, salvage, set_aside
from attach_desktop.vault.vault import Ask, Vault


class Found(NamedTuple):
    """What there is: the ``key`` of the vault, the newest sound backup, and what could be read of the vault itself."""

    key: Key | None
    good: Good | None
    saved: Salvaged | None


def look(door: Door, ask: Ask | None) -> Found:
    """Find the newest sound backup, and read of the vault what can be read, into a file beside it."""
    from attach_desktop.rooms import KINDS

    key = _key(door, ask)
    good = newest_good(door.backups, key)
    saved: Salvaged | None = None
    target = _salvaged(door)
    drop(door)
    try:
        with mended(door.path, key) as readable:
            saved = salvage(readable, key, target, KINDS, door.clock)
    except AttachError:
        saved = None
    if saved is not None and not saved.contents.records:
        drop(door)
        saved = None
    return Found(key, good, saved)


def _key(door: Door, ask: Ask | None) -> Key | None:
    from attach_desktop.vault.vault import key_of

    try:
        return key_of(door.path, ask, door.costs)
    except AttachError:
        # Its beginning is gone, and with it the salt. The backups have the same, and plain ones need none.
        return None if ask is None else door.key_of_backups(ask())


def go_on_with_backup(door: Door, found: Found) -> Vault:
    """Keep the damaged vault under a new name and put the backup in its place. Raises AttachError."""
    from attach_desktop.vault.restoring import restore

    if found.good is None:
        raise AttachError("unexpected", name="no backup")
    backup = found.good.backup
    key = found.key if backup.encrypted else None
    drop(door)
    # It keeps the present file under a new name, and at every moment one of the two has the vault's.
    restore(backup.path, key, door.path, found.key, door.clock)
    return door.open_with(key)


def go_on_with_saved(door: Door, found: Found) -> Vault:
    """Keep the damaged vault under a new name and put what could be read in its place. Raises AttachError."""
    from attach_desktop.vault import swap
    from attach_desktop.vault.restoring import keep_beside

    if found.saved is None:
        raise AttachError("unexpected", name="nothing saved")
    keep_beside(door.path, "damaged", door.clock)
    swap.swap_in(found.saved.path, door.path)
    return door.open_with(found.key)


def begin_anew(door: Door, found: Found) -> Vault:
    """Set the damaged vault aside and begin an empty one under the same key. Raises AttachError."""
    drop(door)
    set_aside(door.path, door.clock)
    return Vault.create(door.path, door.clock, Changes(), found.key)


def drop(door: Door) -> None:
    """Delete what was read of the vault and is not wanted."""
    target = _salvaged(door)
    for ending in ("", "-wal", "-shm", "-journal"):
        target.with_name(target.name + ending).unlink(missing_ok=True)


def _salvaged(door: Door) -> Path:
    return door.path.with_name(f"{door.path.name}.salvaged")
