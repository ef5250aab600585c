"""What the File menu offers around the vault: passphrase, backups, privacy. Each is a dialog, opened and left alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from attach_desktop.ui.dialogs.passphrase import PassphraseDialog
from attach_desktop.ui.dialogs.plain_backups import PlainBackupsDialog
from attach_desktop.ui.dialogs.recovery_code import RecoveryDialog
from attach_desktop.ui.locking.choices import Step
from attach_desktop.ui.widgets.days import shown_moment

if TYPE_CHECKING:
    from attach_desktop.ui.program import Program
    from attach_desktop.vault.backups import Backup
    from attach_desktop.vault.key import Key


def open_passphrase(program: Program, step: Step) -> None:
    """Ask what is needed for ``step``, then do it while the vault is closed."""
    dialog = PassphraseDialog(program.door, step, program.window)
    dialog.decided.connect(lambda passphrase: _set(program, passphrase))
    dialog.open()


def _set(program: Program, passphrase: str | None) -> None:
    from attach_desktop.vault.rekey import set_passphrase

    vault, door = program.vault, program.door
    if vault is None:
        return
    key = vault.connection.key
    text = program.tr("Removing the passphrase …") if passphrase is None else program.tr("Encrypting …")
    program.apart(
        text,
        lambda tell: set_passphrase(door.path, key, passphrase, tell, door.clock, door.costs),
        lambda: _was_set(program),
    )


def _was_set(program: Program) -> None:
    from attach_desktop.vault.recovery import recovery_code

    vault = program.vault
    if vault is None:
        return
    key = vault.connection.key
    if key is None:
        program.window.say(program.tr("The passphrase is gone. The records lie on the disk as they are."))
        return
    program.window.say(program.tr("Everything is encrypted now."))
    dialog = RecoveryDialog(recovery_code(key), program.window)
    dialog.finished.connect(lambda _: _offer_to_delete(program))
    dialog.open()


def _offer_to_delete(program: Program) -> None:
    backups = program.door.backups
    plain = backups.plain()
    if plain and program.vault is not None:
        PlainBackupsDialog(backups, plain, program.window).open()


def open_backups(program: Program) -> None:
    """Show the backups; go back to one while the vault is closed."""
    from attach_desktop.ui.dialogs.backups_dialog import BackupsDialog

    if program.vault is None:
        return
    dialog = BackupsDialog(program.vault, program.door.backups, program.window)
    dialog.restore_asked.connect(lambda backup, typed: _restore(program, backup, typed))
    dialog.open()


def _restore(program: Program, backup: Backup, typed: str) -> None:
    from attach_desktop.vault.backups import fitting
    from attach_desktop.vault.restoring import restore
    from attach_desktop.vault.vault import key_of

    vault, door = program.vault, program.door
    if vault is None:
        return
    now = vault.connection.key

    def work(tell: Callable[[float], None]) -> Key | None:
        key = key_of(backup.path, lambda: typed, door.costs) if typed else fitting(backup, now)
        restore(backup.path, key, door.path, now, door.clock, tell)
        return key

    when = shown_moment(backup.made)
    program.apart(
        program.tr("Restoring …"),
        work,
        lambda: program.window.say(program.tr("Everything is as it was on {when}.").format(when=when)),
    )
