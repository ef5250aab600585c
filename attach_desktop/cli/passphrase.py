"""``passphrase``: set, change or remove the vault's passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request, read_passphrase
from attach_desktop.errors import InputRefusedError, PassphraseError
from attach_desktop.sentences import one_line

if TYPE_CHECKING:
    from attach_desktop.vault.key import Key

_ACTIONS = ("set", "change", "remove")


def arguments(grammar: Grammar) -> None:
    """What to do, where the new passphrase comes from, and what becomes of backups that are not encrypted."""
    grammar.place("WHAT", choices=_ACTIONS, metavar="set|change|remove")
    grammar.option("--new-passphrase-file", metavar="FILE")
    grammar.switch("--delete-plain-backups")


def act(request: Request) -> int:
    """Write the vault anew under the new passphrase, or none; print the recovery code that belongs to it."""
    from attach_desktop.vault.backups import Backups
    from attach_desktop.vault.recovery import recovery_code
    from attach_desktop.vault.rekey import set_passphrase

    what: str = request.options.WHAT
    key_now = request.key()
    if what == "set" and key_now is not None:
        raise InputRefusedError("already-encrypted")
    if what != "set" and key_now is None:
        raise InputRefusedError("not-encrypted-yet")
    passphrase = None if what == "remove" else _new_passphrase(request)
    key = set_passphrase(request.paths.vault, key_now, passphrase, lambda _: None, request.clock)
    if key is None:
        request.say(request.message("passphrase-removed"))
        return 0
    request.say(request.message("passphrase-set"))
    request.say(recovery_code(key))
    request.say(request.message("recovery-code"))
    backups = Backups.of(request.paths.vault, request.clock)
    plain = backups.plain()
    if plain and request.options.delete_plain_backups:
        request.say(request.message("plain-backups-deleted", count=backups.delete(plain)))
    elif plain:
        request.say(request.message("plain-backups", count=len(plain)))
    _tell_of_second_copies(request, key)
    return 0


def _tell_of_second_copies(request: Request, key: Key) -> None:
    """Those in the person's own folder may be of another computer's vault: they are told of, and left alone."""
    from attach_desktop.changes import Changes
    from attach_desktop.vault.backups import COPY_FOLDER_SETTING, Backups
    from attach_desktop.vault.vault import Vault

    vault = Vault.open_with(request.paths.vault, request.clock, Changes(), key)
    try:
        folder = vault.settings.get(COPY_FOLDER_SETTING)
    finally:
        vault.close()
    count = len(Backups(Path(folder), request.clock).plain()) if folder else 0
    if count:
        request.say(request.message("plain-copies", path=one_line(folder), count=count))


def _new_passphrase(request: Request) -> str:
    file: str | None = request.options.new_passphrase_file
    if file is not None:
        return read_passphrase(file)
    if not request.stdin.isatty():
        raise PassphraseError("new-passphrase-needed")
    first, second = request.ask_hidden("new-passphrase"), request.ask_hidden("new-passphrase-again")
    if not first:
        raise InputRefusedError("passphrase-empty")
    if first != second:
        raise InputRefusedError("passphrases-differ")
    return first
