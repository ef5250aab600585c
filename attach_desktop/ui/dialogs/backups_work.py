"""The work behind the backups dialog: counting, checking, making, looking inside. No widgets: it runs in a thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from attach_desktop.changes import Changes
from attach_desktop.clock import Clock
from attach_desktop.errors import AttachError, PassphraseError
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs.backups_model import DAMAGED, LOCKED
from attach_desktop.ui.jobs import Progress
from attach_desktop.vault.backups import Backup, Backups, Made, fitting
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.copying import Contents
from attach_desktop.vault.key import Key
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault

#: As many entries as one sees when looking inside.
SHOWN = 200


class Inside(NamedTuple):
    """What is in a backup: how much, and its newest entries."""

    contents: Contents
    newest: Sequence[Stored[Entry]]


def count_all(
    backups: Backups, wanted: Sequence[Backup], key: Key | None, progress: Progress, tell: Callable[[str, int], None]
) -> None:
    """Count the records of each; ``tell`` hears each name with its count. Ends when it is called off."""
    for done, backup in enumerate(wanted):
        try:
            tell(backup.name, backups.count(backup, key).records)
        except PassphraseError:
            tell(backup.name, LOCKED)
        except AttachError:
            tell(backup.name, DAMAGED)
        if not progress.step(done + 1, len(wanted)):
            return


def make(backups: Backups, vault: Vault, progress: Progress) -> Made:
    """Make one now. Raises AttachError."""
    return backups.make(vault, progress=stepping(progress))


def check(backups: Backups, backup: Backup, key: Key | None, progress: Progress) -> Contents:
    """Read every page of it. Raises AttachError."""
    return backups.check(backup, key, stepping(progress))


def look_inside(backup: Backup, key: Key | None, clock: Clock) -> Inside:
    """Read what is in it, without writing anything anywhere. Raises AttachError."""
    from attach_desktop.vault.copying import contents

    connection = Connection(backup.path, fitting(backup, key), read_only=True, still=True)
    try:
        vault = Vault(connection, clock, Changes())
        return Inside(contents(connection), JournalStore(vault).newest(SHOWN))
    finally:
        connection.close()


def stepping(progress: Progress) -> Callable[[float], None]:
    """A job's progress as the vault wants it: a share, and an error when it was called off."""

    def tell(share: float) -> None:
        progress.check()
        progress.step(round(share * 1000), 1000)

    return tell
