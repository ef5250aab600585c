"""``recover``: what can be read of a damaged vault, as a new one; the damaged one is kept."""

from __future__ import annotations

from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.errors import VaultDamagedError
from attach_desktop.sentences import one_line


def arguments(_grammar: Grammar) -> None:
    """Nothing to say."""


def act(request: Request) -> int:
    """Put what can still be read in the place of a damaged vault, and name the newest sound backup beside it."""
    from attach_desktop.rooms import KINDS
    from attach_desktop.vault.backups import Backups
    from attach_desktop.vault.copying import look_into
    from attach_desktop.vault.rescue import newest_good, recover

    path, key = request.paths.vault, request.key()
    try:
        found = look_into(path, key)
    except VaultDamagedError:
        pass
    else:
        request.say(request.message("nothing-to-recover", count=found.records))
        return 0
    good = newest_good(Backups.of(path, request.clock), key)
    try:
        recovered = recover(path, key, KINDS, request.clock)
    except VaultDamagedError:
        if good is not None:
            request.say(request.message("newest-backup", name=good.backup.name, count=good.contents.records))
        raise
    request.say(request.message("recovered", count=recovered.contents.records, lost=recovered.lost))
    request.say(request.message("vault-kept", path=one_line(str(recovered.kept))))
    if good is not None:
        request.say(request.message("newest-backup", name=good.backup.name, count=good.contents.records))
    return 0
