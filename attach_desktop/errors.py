"""What can go wrong, each with what happened, what is safe, and what to do next.

The sentences lie in ``resources/content/<language>/errors.json`` under the error's key, as a list of three:
what happened, what is safe, what to do next. They are looked up only when a person is about to read them.
"""

from __future__ import annotations

from typing import ClassVar, NamedTuple


class AttachError(Exception):
    """A known error: something a person can be told about in plain words.

    ``exit_code`` is the documented exit code of the command line. ``key`` names the sentences; ``details`` fills
    their blanks. Details may name files and fields, never anything that a person wrote.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key, details)
        self.key = key
        self.details = details


class UsageError(AttachError):
    """The command line was not understood."""

    exit_code = 2


class PassphraseError(AttachError):
    """The passphrase is missing or does not open the vault."""

    exit_code = 3


class VaultDamagedError(AttachError):
    """The vault cannot be read as what it says it is."""

    exit_code = 4


class InputRefusedError(AttachError):
    """What was handed in cannot be kept as it is; nothing of it was stored."""

    exit_code = 5


class NewerVaultError(AttachError):
    """The vault was made by a newer version of the program."""

    exit_code = 6


class StorageError(AttachError):
    """Disk or permission: full, read-only, missing, or in use for too long."""

    exit_code = 7


class Fault(NamedTuple):
    """One thing wrong with one field: ``field`` by its documented name, ``key`` of the sentence, its details."""

    field: str
    key: str
    details: tuple[tuple[str, object], ...] = ()


def fault(field: str, key: str, **details: object) -> Fault:
    """A fault with its details by name."""
    return Fault(field, key, tuple(details.items()))


class FaultsError(InputRefusedError):
    """A value that cannot be, with every fault named (not just the first)."""

    def __init__(self, faults: list[Fault] | tuple[Fault, ...]) -> None:
        super().__init__("faults", count=len(faults))
        self.faults = tuple(faults)
