"""``wipe``: delete a record, a person, some days, or everything for good."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from attach_desktop import resources
from attach_desktop.cli.grammar import PROGRAM, Grammar
from attach_desktop.cli.request import Request
from attach_desktop.errors import AttachError, InputRefusedError, UsageError

if TYPE_CHECKING:
    from attach_desktop.vault.vault import Vault
    from attach_desktop.vault.wipe import Wipe, Wiped

_PLACES = {"record": 1, "person": 1, "days": 2, "everything": 0}


def arguments(grammar: Grammar) -> None:
    """What, which, and that it is meant."""
    grammar.place("WHAT", choices=tuple(_PLACES), metavar="record|person|days|everything")
    grammar.place("WHICH", nargs="*")
    grammar.switch("--with-records")
    grammar.switch("--backups")
    grammar.switch("--yes")


def act(request: Request) -> int:
    """Delete it, and tell what was deleted and what may remain. Without ``--yes`` only tell how much it would be."""
    options = request.options
    if len(options.WHICH) != _PLACES[options.WHAT]:
        problem = request.message("wipe-places", what=options.WHAT, count=_PLACES[options.WHAT])
        raise UsageError("usage", problem=problem, help=f"{PROGRAM} wipe --help")
    if options.WHAT == "everything":
        return _everything(request)
    span = _days(options.WHICH) if options.WHAT == "days" else None
    with request.vault() as vault:
        wipe = _wipe(request, vault)
        if options.WHAT == "record":
            record_id = _one_id(vault, options.WHICH[0])
            _confirmed(request, 1)
            wiped = wipe.record(record_id, backups=options.backups)
        elif span is None:
            _confirmed(request, wipe.named(options.WHICH[0]))
            wiped = wipe.person(options.WHICH[0], with_records=options.with_records, backups=options.backups)
        else:
            _confirmed(request, wipe.within(*span))
            wiped = wipe.days(*span, backups=options.backups)
    _tell(request, wiped)
    return 0


def _wipe(request: Request, vault: Vault) -> Wipe:
    from attach_desktop.rooms import KINDS
    from attach_desktop.vault.backups import Backups
    from attach_desktop.vault.wipe import Wipe

    return Wipe(vault, KINDS, Backups.of(vault.path, request.clock))


def _confirmed(request: Request, count: int) -> None:
    if not request.options.yes:
        request.say(request.message("would-wipe", count=count))
        raise InputRefusedError("not-confirmed")


def _one_id(vault: Vault, given: str) -> str:
    """The id of one record of any kind, live or in the bin."""
    from attach_desktop.cli.finding import matching_any
    from attach_desktop.rooms import AllRecords

    found = {record_id for _, record_id in matching_any(AllRecords(vault).stores, given)}
    if len(found) > 1:
        raise InputRefusedError("ambiguous-id", id=given[:40])
    return found.pop()


def _days(given: list[str]) -> tuple[date, date]:
    days = []
    for text in given:
        try:
            days.append(date.fromisoformat(text.strip()))
        except ValueError as error:
            raise UsageError("not-a-day", option="wipe days", given=text[:40]) from error
    if days[0] > days[1]:
        raise UsageError("days-crossed", begin=days[0], end=days[1])
    return days[0], days[1]


def _tell(request: Request, wiped: Wiped) -> None:
    counts = {"records": wiped.records + wiped.binned, "changed": wiped.changed, "former": wiped.former}
    request.say(request.message("wiped", **counts, drafts=wiped.drafts, backups=wiped.backups))
    for key in wiped.remains:
        request.say(resources.sentence("wipe", key, mentions=wiped.mentions))


def _everything(request: Request) -> int:
    from attach_desktop.vault.wipe_files import everything, files_of

    path, backups = request.paths.vault, request.options.backups
    copies = _copy_folder(request) if backups else None
    _confirmed(request, len(files_of(path, request.clock, backups=backups, copies=copies)))
    wiped = everything(path, request.clock, backups=backups, copies=copies)
    request.say(request.message("wiped-files", count=wiped.deleted))
    for file in wiped.left:
        request.say(request.message("left", path=file))
    for key in ["exports", "disk"] if backups else ["backups", "exports", "disk"]:
        request.say(resources.sentence("wipe", key, mentions=0))
    return 7 if wiped.left else 0


def _copy_folder(request: Request) -> Path | None:
    """The folder of the second copies, where the vault can be opened to ask it. Deleting needs no passphrase."""
    from attach_desktop.vault.backups import COPY_FOLDER_SETTING

    with suppress(AttachError):
        if request.paths.vault.exists():
            with request.vault() as vault:
                folder = vault.settings.get(COPY_FOLDER_SETTING)
                return Path(folder) if folder else None
    return None
