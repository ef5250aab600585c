"""``restore``: take records of any kind out of the bin again, or put a backup in the place of the vault."""

from __future__ import annotations

from pathlib import Path

from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.errors import InputRefusedError
from attach_desktop.sentences import one_line

_ENDING = ".vault"


def arguments(grammar: Grammar) -> None:
    """The records, or the backup."""
    grammar.place("ID", nargs="+", metavar="ID|FILE")


def act(request: Request) -> int:
    """Bring all records back, or, where one is not in the bin, none. A single word that names a backup restores that.

    No id has a dot or a slash in it, so what ends like a vault or has a folder in its name is a backup.
    """
    given: list[str] = request.options.ID
    if len(given) == 1 and _is_file(given[0]):
        return _restore_backup(request, given[0])
    from attach_desktop.cli.finding import the_one
    from attach_desktop.rooms import AllRecords

    with request.vault() as vault:
        records = AllRecords(vault)
        with vault.connection.transaction():
            restored = records.restore(dict.fromkeys(the_one(records.stores, one, binned=True) for one in given))
    request.say(request.message("restored", count=restored))
    return 0


def _is_file(given: str) -> bool:
    return given.endswith(_ENDING) or "/" in given or "\\" in given


def _restore_backup(request: Request, given: str) -> int:
    from attach_desktop.vault.backups import Backups, read_backup
    from attach_desktop.vault.restoring import restore
    from attach_desktop.vault.vault import fitting_key, key_of

    backups = Backups.of(request.paths.vault, request.clock)
    known = backups.named(given)
    source = known.path if known else Path(given).expanduser()
    if not source.is_file():
        raise InputRefusedError("no-such-backup", name=given[:80])
    key = key_of(source, request.ask(source))
    backup = known or read_backup(source)
    if backup is not None:
        backups.check(backup, key)
    request.paths.make()
    restored = restore(source, key, request.paths.vault, fitting_key(request.paths.vault, key), request.clock)
    request.say(request.message("backup-restored", count=restored.contents.records))
    if restored.kept is not None:
        request.say(request.message("vault-kept", path=one_line(str(restored.kept))))
    return 0
