"""``export``: records to a file, or to standard output."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from attach_desktop.cli import filters
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.cli.streams import write_out
from attach_desktop.errors import UsageError
from attach_desktop.interchange.exports import FORMATS, View, Wanted, writer
from attach_desktop.interchange.writing import refuse_vault, write_whole
from attach_desktop.journal.entry import JOURNAL
from attach_desktop.vault.finding import Filter

_BY_ENDING = {ending: name for name, ending in FORMATS.items()} | {".markdown": "markdown"}
_STDOUT = "-"


def arguments(grammar: Grammar) -> None:
    """Where to, how, and what of it."""
    grammar.place("OUT")
    grammar.option("--format", choices=tuple(FORMATS))
    grammar.option("--kind", metavar="KIND")
    filters.arguments(grammar)


def act(request: Request) -> int:
    """Write the records. A file appears only once it is whole, and what was there before stays until then."""
    options = request.options
    name: str = options.OUT
    chosen = options.format or _BY_ENDING.get(Path(name).suffix.lower())
    if chosen is None:
        raise UsageError("no-format", path=name)
    if options.kind is not None and chosen != "csv":
        raise UsageError("kind-needs-csv")
    wanted = _wanted(options, chosen)
    if name != _STDOUT and "\0" not in name:
        refuse_vault(Path(name), request.paths.vault)
    with request.vault() as vault:
        file = writer(vault, wanted)
        if name == _STDOUT:
            write_out(request.stdout, file.fill, file.encoding)
        else:
            write_whole(Path(name), file.fill, file.encoding)
    return 0


def _wanted(options: Namespace, chosen: str) -> Wanted:
    found = filters.wanted(options)
    begin, end = found.begin, found.end
    if found == Filter(begin=begin, end=end):
        return Wanted(chosen, begin, end, options.kind or JOURNAL.name)
    if options.kind not in (None, JOURNAL.name):
        raise UsageError("filters-are-of-the-journal", kind=options.kind[:40])
    return Wanted(chosen, view=View(JOURNAL.name, found))
