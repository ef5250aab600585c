"""``backups``: which backups there are, and what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.errors import AttachError, PassphraseError

if TYPE_CHECKING:
    from attach_desktop.vault.backups import Backup, Backups
    from attach_desktop.vault.key import Key


def arguments(grammar: Grammar) -> None:
    """How to list them, and whether to read them whole."""
    grammar.switch("--json")
    grammar.switch("--check")
    grammar.switch("--delete-plain")


def act(request: Request) -> int:
    """List the backups, the newest first; with ``--check`` the code is 4 if one is not sound."""
    from attach_desktop.vault.backups import Backups

    backups = Backups.of(request.paths.vault, request.clock)
    if request.options.delete_plain:
        request.say(request.message("plain-backups-deleted", count=backups.delete(backups.plain())))
        return 0
    key = _key(request)
    told = [_told(backups, backup, key, check=request.options.check) for backup in backups.each()]
    if request.options.json:
        request.say(request.json(told, indent=1))
    else:
        for one in told:
            request.say(_line(request, one))
        if not told and request.stdout.isatty():
            request.say(request.message("no-backups"))
    return 4 if any(one["state"] == "damaged" for one in told) else 0


def _key(request: Request) -> Key | None:
    """The vault's key where a file with the passphrase was named: listing alone is no reason to ask for it."""
    from attach_desktop.vault.vault import key_of

    ask = request.ask_file()
    return key_of(request.paths.vault, ask) if ask is not None and request.paths.vault.exists() else None


def _told(backups: Backups, backup: Backup, key: Key | None, *, check: bool) -> dict[str, object]:
    """One backup in words and figures. ``state`` is sound, damaged, locked (another passphrase), or unchecked."""
    records, state = None, "sound" if check else "unchecked"
    try:
        records = (backups.check if check else backups.count)(backup, key).records
    except PassphraseError:
        state = "locked"
    except AttachError:
        state = "damaged"
    return {
        "name": backup.name,
        "path": str(backup.path),
        "made": backup.made.isoformat(),
        "reason": backup.reason,
        "size": backup.size,
        "encrypted": backup.encrypted,
        "records": records,
        "state": state,
    }


def _line(request: Request, one: dict[str, object]) -> str:
    state = request.message(f"backup-{one['state']}")
    made = str(one["made"]).replace("T", " ")[:16]
    records = "" if one["records"] is None else request.message("records", count=one["records"])
    words = [request.message("encrypted-word" if one["encrypted"] else "plain-word"), state, records]
    return f"{made}  {one['name']}  {one['size']:,} B  " + ", ".join(filter(None, words))
