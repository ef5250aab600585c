"""``backup``: a whole copy of the vault, now."""

from __future__ import annotations

from pathlib import Path

from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.cli.streams import complain
from attach_desktop.sentences import one_line, tell


def arguments(grammar: Grammar) -> None:
    """Where to."""
    grammar.place("OUT", nargs="?")


def act(request: Request) -> int:
    """Make a backup among the others, or at OUT; what keeps the second copy from being made is only told."""
    from attach_desktop.vault.backups import Backups

    out: str | None = request.options.OUT
    with request.vault() as vault:
        backups = Backups.of(vault.path, request.clock)
        if out is not None:
            place, found = backups.write_to(vault, Path(out).expanduser())
            request.say(request.message("backed-up", path=one_line(str(place)), count=found.records))
            return 0
        made = backups.make(vault)
    request.say(request.message("backed-up", path=one_line(str(made.backup.path)), count=made.contents.records))
    if made.copy_error is not None:
        complain(request.stderr, tell(made.copy_error).line)
    return 0
