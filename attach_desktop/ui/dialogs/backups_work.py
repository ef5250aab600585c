"""The work behind the backups dialog: counting, checking, making. No widgets: it runs in a thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attach_desktop.errors import AttachError, PassphraseError
from attach_desktop.ui.dialogs.backups_model import DAMAGED, LOCKED
from attach_desktop.ui.jobs import Progress
from attach_desktop.vault.backups import Backup, Backups, Made
from attach_desktop.vault.copying import Contents
from attach_desktop.vault.key import Key
from attach_desktop.vault.vault import Vault


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


def stepping(progress: Progress) -> Callable[[float], None]:
    """A job's progress as the vault wants it: a share, and an error when it was called off."""

    def tell(share: float) -> None:
        progress.check()
        progress.step(round(share * 1000), 1000)

    return tell
