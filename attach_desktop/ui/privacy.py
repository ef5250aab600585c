"""What the File menu offers around the vault: passphrase, backups, privacy. Each is a dialog, opened and left alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from attach_desktop.errors import AttachError
from attach_desktop.ui.dialogs.passphrase import PassphraseDialog
from attach_desktop.ui.dialogs.plain_backups import PlainBackupsDialog
from attach_desktop.ui.dialogs.recovery_code import RecoveryDialog
from attach_desktop.ui.locking.choices import Step
from attach_desktop.ui.widgets.days import shown_moment

if TYPE_CHECKING:
    from attach_desktop.ui.dialogs.wipe_dialog import Wanted
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
    if program.door.is_remembered:
        # What it remembers is the former key.
        _set_remembered(program, key is not None)
    if key is None:
        program.window.say(program.tr("The passphrase is gone. The records lie on the disk as they are."))
        return
    program.window.say(program.tr("Everything is encrypted now."))
    dialog = RecoveryDialog(recovery_code(key), program.window)
    # Not before the next turn of the event loop: the lock closes dialogs, too, and then nothing is to come after it.
    dialog.finished.connect(lambda _: QTimer.singleShot(0, program, lambda: _offer_to_delete(program)))
    dialog.open()


def _set_remembered(program: Program, on: bool) -> None:
    """Put the key of the open vault into the key store of the system, or take it out."""
    from attach_desktop.vault import remembered

    vault = program.vault
    if vault is None:
        return
    remembered.forget(vault.path)
    key = vault.connection.key
    if on and key is not None:
        try:
            remembered.remember(vault.path, key)
        except AttachError as error:
            program.window.complain(error)


def _offer_to_delete(program: Program) -> None:
    backups = program.door.backups
    plain = backups.plain()
    if plain and program.vault is not None and program.window.is_open:
        PlainBackupsDialog(backups, plain, program.window).open()


def open_backups(program: Program) -> None:
    """Show the backups; go back to one while the vault is closed."""
    from attach_desktop.ui.dialogs.backups_dialog import BackupsDialog

    if program.vault is None:
        return
    dialog = BackupsDialog(program.vault, program.door.backups, program.theme, program.window)
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


def open_privacy(program: Program) -> None:
    """Tell how things are, with the choices there are."""
    from attach_desktop.ui.dialogs.locking_choices import what_is_heard
    from attach_desktop.ui.dialogs.privacy_dialog import Discretion, KeyStore, PrivacyDialog, Ways
    from attach_desktop.ui.dialogs.privacy_facts import look
    from attach_desktop.vault.remembered import is_possible

    vault = program.vault
    if vault is None:
        return
    ways = Ways(
        set_passphrase=lambda: open_passphrase(program, Step.SET),
        change_passphrase=lambda: open_passphrase(program, Step.CHANGE),
        remove_passphrase=lambda: open_passphrase(program, Step.REMOVE),
        backups=lambda: open_backups(program),
        hide=program.hide_window,
        lock=program.lock_now,
        wipe=lambda: open_wipe(program),
    )
    discretion = Discretion(
        program.discreet, program.set_discreet, what_is_heard(*program.heard()) if vault.encrypted else ""
    )
    store = None
    if vault.encrypted and is_possible():
        store = KeyStore(program.door.is_remembered, lambda on: _set_remembered(program, on))
    facts = look(vault, program.door.backups)
    PrivacyDialog(facts, vault.settings, ways, discretion, store, program.window).open()


def open_wipe(program: Program) -> None:
    """Ask what is to be deleted for good, then do it while the vault is closed."""
    from attach_desktop.clock import day_of
    from attach_desktop.journal.library import Library
    from attach_desktop.ui.dialogs.wipe_dialog import WipeDialog
    from attach_desktop.ui.dialogs.wipe_work import counter

    vault = program.vault
    if vault is None:
        return
    today = day_of(vault.clock.now().replace(tzinfo=None), vault.day_start)
    aliases = sorted(one.value.alias for one in Library(vault).people.each())
    dialog = WipeDialog(today, aliases, counter(program.door, vault), program.window)
    dialog.decided.connect(lambda wanted: _wipe(program, wanted))
    dialog.open()


def open_bin(program: Program) -> None:
    """Show what was deleted; delete for good, while the vault is closed, what is to go."""
    from attach_desktop.journal.vocabulary import Vocabulary
    from attach_desktop.ui.dialogs.bin_dialog import BinDialog

    vault = program.vault
    if vault is None:
        return
    dialog = BinDialog(vault, Vocabulary(), program.window, has_backups=bool(program.door.backups.each()))
    dialog.wipe_asked.connect(lambda wanted: _wipe(program, wanted))
    dialog.open()


def _wipe(program: Program, wanted: Wanted) -> None:
    from attach_desktop.ui.dialogs.wipe_work import delete

    vault, door = program.vault, program.door
    if vault is None:
        return
    key, said = vault.connection.key, list[str]()
    program.apart(
        program.tr("Deleting …"),
        lambda tell: delete(door, key, wanted, said, tell),
        lambda: _tell_wiped(program, wanted, said),
        may_stop=False,
    )


def _tell_wiped(program: Program, wanted: Wanted, said: list[str]) -> None:
    from attach_desktop.rooms import AllRecords
    from attach_desktop.ui.dialogs.wipe_dialog import What, WipedDialog

    vault = program.vault
    dialog = WipedDialog(said, program.window)
    if wanted.what is What.RECORDS and vault is not None and AllRecords(vault).binned():
        # Back to the others that lie in the bin.
        dialog.left.connect(lambda: open_bin(program))
    dialog.open()
