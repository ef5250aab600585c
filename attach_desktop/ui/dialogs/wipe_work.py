"""The work behind the wipe dialog: counting beforehand, deleting, telling. No widgets: it may run in a thread."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from attach_desktop import resources
from attach_desktop.changes import Changes
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.rooms import KINDS
from attach_desktop.ui.dialogs.wipe_dialog import Wanted, What
from attach_desktop.ui.locking.door import Door
from attach_desktop.vault.backups import COPY_FOLDER_SETTING
from attach_desktop.vault.copying import Progress
from attach_desktop.vault.key import Key
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.wipe import Wipe, Wiped


def counter(door: Door, vault: Vault) -> Callable[[Wanted], int]:
    """Tells how many records of ``vault`` something would delete or change."""
    wipe = Wipe(vault, KINDS, door.backups)

    def count(wanted: Wanted) -> int:
        if wanted.what is What.DAYS:
            return wipe.within(wanted.begin, wanted.end)
        if wanted.what is What.PERSON:
            return wipe.named(wanted.alias)
        return sum(RecordStore(vault, kind).count() for kind in KINDS)

    return count


def delete(
    door: Door, key: Key | None, wanted: Wanted, said: list[str], progress: Progress | None = None
) -> Key | None:
    """Delete it; puts into ``said`` what is to be told. Returns the key of the vault afterwards. Raises AttachError.

    ``progress`` hears how far it has come; what it raises (it was called off) is passed over, for half of it deleted
    would be worse than either.
    """
    if wanted.what is What.EVERYTHING:
        return _everything(door, key, wanted, said)

    def tell_share(share: float) -> None:
        if progress is not None:
            with suppress(Cancelled):
                progress(share)

    vault = door.open_with(key)
    try:
        wiped = _from(Wipe(vault, KINDS, door.backups, tell_share), wanted)
    finally:
        vault.close()
    said += tell(wiped)
    return key


def _from(wipe: Wipe, wanted: Wanted) -> Wiped:
    if wanted.what is What.DAYS:
        return wipe.days(wanted.begin, wanted.end, backups=wanted.backups)
    if wanted.what is What.RECORDS:
        return wipe.records(wanted.ids, backups=wanted.backups)
    if wanted.what is What.BIN:
        return wipe.bin(backups=wanted.backups)
    return wipe.person(wanted.alias, with_records=wanted.with_records, backups=wanted.backups)


def tell(wiped: Wiped) -> list[str]:
    """What was deleted and what may remain, in sentences."""
    counts = {
        "records": wiped.records + wiped.binned,
        "changed": wiped.changed,
        "former": wiped.former,
        "drafts": wiped.drafts,
        "backups": wiped.backups,
    }
    return [
        resources.sentence("wipe", "done-without-name" if wiped.changed else "done", **counts),
        *(resources.sentence("wipe", name, mentions=wiped.mentions) for name in wiped.remains),
    ]


def _everything(door: Door, key: Key | None, wanted: Wanted, said: list[str]) -> Key | None:
    from attach_desktop.vault.remembered import forget
    from attach_desktop.vault.wipe_files import everything

    copies: Path | None = None
    if wanted.backups:
        vault = door.open_with(key)
        folder = vault.settings.get(COPY_FOLDER_SETTING)
        copies = Path(folder) if folder else None
        vault.close()
    if door.is_remembered:
        forget(door.path)
    wiped = everything(door.path, door.clock, backups=wanted.backups, copies=copies)
    Vault.create(door.path, door.clock, Changes(), None).close()
    said.append(resources.sentence("wipe", "files-done", count=wiped.deleted))
    said += [resources.sentence("wipe", "left", path=path) for path in wiped.left]
    names = ["exports", "disk"] if wanted.backups else ["backups", "exports", "disk"]
    said += [resources.sentence("wipe", name, mentions=0) for name in names]
    return None
