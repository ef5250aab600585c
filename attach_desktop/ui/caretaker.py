"""What is done for an open vault without being asked: the day's backup, and a look at what others put beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance

from attach_desktop.errors import AttachError, VaultDamagedError
from attach_desktop.ui.dialogs.sheet import counted
from attach_desktop.ui.jobs import Jobs, Progress, one_thread
from attach_desktop.ui.locking.door import Door
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.vault.backups import Made
from attach_desktop.vault.conflicts import Copy, conflict_copies
from attach_desktop.vault.key import Key
from attach_desktop.vault.merging import Merged
from attach_desktop.vault.vault import Vault

#: Milliseconds after opening: first what the person came for.
LATER = 2000
#: What the name of a conflict copy ends with once it was taken in.
TAKEN_IN = ".taken-in"


class CaredFor(Protocol):
    """The program that it cares for."""

    vault: Vault | None
    door: Door
    window: MainWindow

    @property
    def unlocked(self) -> SignalInstance:
        """A vault is open."""
        ...

    @property
    def locking(self) -> SignalInstance:
        """The vault is about to be closed."""
        ...

    def rescue(self, error: AttachError) -> None:
        """Close the vault and show what is left of it."""
        ...


class Caretaker(QObject):
    """Cares for the vault of one program for as long as it runs."""

    def __init__(self, program: CaredFor, jobs: Jobs | None = None, parent: QObject | None = None) -> None:
        """Begins ``LATER`` after each time a vault was opened."""
        super().__init__(parent)
        self._program = program
        self._jobs = jobs or Jobs(one_thread, self)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(LATER)
        self.timer.timeout.connect(self.look)
        program.unlocked.connect(self.timer.start)
        program.locking.connect(self._stop)
        if program.vault is not None:
            self.timer.start()

    def close(self) -> None:
        """Call off what is under way and wait for its end."""
        self._stop()

    def look(self) -> None:
        """Make the day's backup if there is none yet, and look for conflict copies."""
        vault, door = self._program.vault, self._program.door
        if vault is None:
            return
        self._jobs.run(partial(_daily, vault, door), self._backed_up, self._failed)
        copies = [copy for copy in conflict_copies(vault.path, vault.connection.key) if copy.readable]
        if copies:
            window = self._program.window
            text = counted(
                len(copies),
                self.tr("Another computer has left a copy of these records beside them."),
                self.tr("Other computers have left {count} copies of these records beside them."),
            )
            window.status.offer(text, partial(self._take_in, copies), self.tr("Take in what is new there"))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _stop(self) -> None:
        self.timer.stop()
        self._jobs.close()

    def _backed_up(self, made: Made | None) -> None:
        if made is not None and made.copy_error is not None:
            self._program.window.complain(made.copy_error)

    def _failed(self, error: AttachError) -> None:
        window = self._program.window
        window.complain(error)
        if isinstance(error, VaultDamagedError):
            window.status.offer(window.status.text(), partial(self._program.rescue, error), self.tr("See what is left"))

    def _take_in(self, copies: list[Copy]) -> None:
        vault = self._program.vault
        if vault is not None:
            self._jobs.run(partial(_merge, vault, copies), partial(self._taken_in, vault), self._failed)

    def _taken_in(self, vault: Vault, merged: Merged) -> None:
        from attach_desktop.rooms import KINDS

        for topic in (*(kind.name for kind in KINDS), "settings"):
            vault.changes.notify(topic)
        text = self.tr("Taken in: {added} new, {updated} newer. What differed is kept as a former version.")
        self._program.window.say(text.format(added=merged.added, updated=merged.updated))


def _daily(vault: Vault, door: Door, progress: Progress) -> Made | None:
    from attach_desktop.ui.dialogs.backups_work import stepping

    with vault.beside() as beside:
        return door.backups.daily(beside, stepping(progress))


def _merge(vault: Vault, copies: list[Copy], progress: Progress) -> Merged:
    from attach_desktop.rooms import KINDS
    from attach_desktop.vault.conflicts import merge

    merged = Merged()
    with vault.beside() as beside:
        for copy in copies:
            progress.check()
            key: Key | None = vault.connection.key if copy.encrypted else None
            merged += merge(copy.path, beside, key, KINDS)
            copy.path.rename(_free(copy.path))
    return merged


def _free(path: Path) -> Path:
    """Its name once it was taken in, so that it is not offered again; it stays where it is."""
    name = path.with_name(path.name + TAKEN_IN)
    number = 1
    while name.exists():
        number += 1
        name = path.with_name(f"{path.name}{TAKEN_IN}-{number}")
    return name
