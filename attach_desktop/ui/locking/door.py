"""One vault file, and how it is opened: with what somebody typed, with its key, or with nobody to ask."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from attach_desktop.changes import Changes
from attach_desktop.clock import Clock
from attach_desktop.errors import AttachError, PassphraseError, VaultDamagedError
from attach_desktop.vault.key import COSTS, Key, KeyCost
from attach_desktop.vault.vault import Ask, Vault

if TYPE_CHECKING:
    from attach_desktop.vault.attempts import Attempts
    from attach_desktop.vault.backups import Backups

#: Errors that say that what was typed is not it.
_WRONG = ("passphrase-wrong", "code-wrong")


class Door:
    """Opens the vault at ``path``, each time with a bulletin board of its own."""

    def __init__(self, path: Path, clock: Clock, costs: tuple[KeyCost, ...] = COSTS) -> None:
        """Opens nothing yet. ``costs`` are those of the key derivation."""
        self.path, self.clock, self.costs = path, clock, costs

    @cached_property
    def attempts(self) -> Attempts:
        """What failed before."""
        from attach_desktop.vault.attempts import Attempts

        return Attempts(self.path, self.clock)

    @property
    def backups(self) -> Backups:
        """The backups of this vault."""
        from attach_desktop.vault.backups import Backups

        return Backups.of(self.path, self.clock)

    def open(self, ask: Ask | None) -> Vault:
        """Open the vault, or make a new one where there is none. Raises AttachError as ``Vault.open`` does."""
        return Vault.open(self.path, self.clock, Changes(), ask, self.costs)

    def open_with(self, key: Key | None) -> Vault:
        """Open the vault with its key. Raises AttachError."""
        return Vault.open_with(self.path, self.clock, Changes(), key)

    def open_typed(self, typed: str) -> Vault:
        """Open the vault with what a person typed: the passphrase or the recovery code. Failures are counted.

        May be called in another thread. Raises AttachError.
        """
        try:
            vault = self.open(lambda: typed)
        except PassphraseError as error:
            if error.key in _WRONG:
                self._look_at_backups(typed)
                self.attempts.failed()
            raise
        self.attempts.succeeded()
        return vault

    def _look_at_backups(self, typed: str) -> None:
        """What does not open the vault may open its backups: then it is a former passphrase, or the file is damaged.

        Raises PassphraseError or VaultDamagedError to say which; nothing where no backup is of another salt.
        """
        key = self.key_of_backups(typed)
        if key is None:
            return
        from attach_desktop.ui.locking.mended import is_readable

        if is_readable(self.path, key):
            # The vault's first bytes are its salt: with that of the backups, the rest of it can be read.
            raise VaultDamagedError("damaged", path=self.path)
        self.attempts.failed()
        raise PassphraseError("passphrase-former")

    def key_of_backups(self, typed: str) -> Key | None:
        """The key of the newest backup that what was typed opens and that has another salt than the vault, or None."""
        from attach_desktop.ui.locking.mended import first_bytes
        from attach_desktop.vault.key import SALT_BYTES
        from attach_desktop.vault.vault import key_of

        seen = {first_bytes(self.path, SALT_BYTES)}
        for backup in self.backups.each():
            salt = first_bytes(backup.path, SALT_BYTES)
            if not backup.encrypted or salt in seen:
                continue
            seen.add(salt)
            with suppress(AttachError):
                return key_of(backup.path, lambda: typed, self.costs)
        return None

    @property
    def is_remembered(self) -> bool:
        """Whether the key lies in the key store of the person's system."""
        from attach_desktop.vault.remembered import is_remembered

        return is_remembered(self.path)

    def open_remembered(self) -> Vault | None:
        """Open the vault with the key from the key store; None where that does not open it (any more).

        May be called in another thread, and may take as long as the person takes to answer their system.
        """
        from attach_desktop.vault.remembered import recall

        code = recall(self.path)
        try:
            return None if code is None else self.open(lambda: code)
        except PassphraseError:
            return None

    def key_typed(self, typed: str) -> Key | None:
        """The key behind what a person typed, without opening anything. Raises AttachError."""
        from attach_desktop.vault.vault import key_of

        return key_of(self.path, lambda: typed, self.costs)

    def seconds_to_wait(self) -> float:
        """How long it is until the next try."""
        return self.attempts.wait().total_seconds()
