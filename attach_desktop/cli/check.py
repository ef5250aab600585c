"""``check``: whether the vault is sound."""

from __future__ import annotations

from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.errors import VaultDamagedError
from attach_desktop.journal.store import JournalStore
from attach_desktop.sentences import one_line


def arguments(_grammar: Grammar) -> None:
    """Nothing to say."""


def act(request: Request) -> int:
    """Read every page and index of the vault. Raises VaultDamagedError if one is not as it should be."""
    with request.vault() as vault:
        faults = vault.check()
        if faults:
            raise VaultDamagedError("check-failed", path=vault.path, count=len(faults), first=faults[0][:200])
        request.say(request.message("sound", path=one_line(str(vault.path)), count=JournalStore(vault).count()))
        request.say(request.message("encrypted" if vault.encrypted else "not-encrypted"))
    return 0
