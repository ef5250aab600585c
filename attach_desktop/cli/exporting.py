"""``export``: records to a file, or to standard output."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from attach_desktop.cli import days
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.errors import UsageError
from attach_desktop.interchange.writing import refuse_vault, write_whole
from attach_desktop.vault.vault import Vault

FORMATS = {".json": "json", ".csv": "csv", ".md": "markdown", ".markdown": "markdown"}
_STDOUT = "-"


def arguments(grammar: Grammar) -> None:
    """Where to, how, and what of it."""
    grammar.place("OUT")
    grammar.option("--format", choices=tuple(dict.fromkeys(FORMATS.values())))
    grammar.option("--kind", metavar="KIND")
    days.arguments(grammar)


def act(request: Request) -> int:
    """Write the records. A file appears only once it is whole, and what was there before stays until then."""
    options = request.options
    name: str = options.OUT
    chosen = options.format or FORMATS.get(Path(name).suffix.lower())
    if chosen is None:
        raise UsageError("no-format", path=name)
    if options.kind is not None and chosen != "csv":
        raise UsageError("kind-needs-csv")
    days.span(options)
    if name != _STDOUT and "\0" not in name:
        refuse_vault(Path(name), request.paths.vault)
    with request.vault() as vault:
        write, encoding = _writer(request, vault, chosen)
        if name == _STDOUT:
            _write_out(request.stdout, write, encoding)
        else:
            write_whole(Path(name), write, encoding)
    return 0


def _writer(request: Request, vault: Vault, chosen: str) -> tuple[Callable[[TextIO], None], str]:
    begin, end = days.span(request.options)
    if chosen == "csv":
        from attach_desktop.interchange import csv_format

        kind: str = request.options.kind or "journal"
        return (lambda out: csv_format.export_csv(vault, kind, out, begin, end)), csv_format.ENCODING
    if chosen == "markdown":
        from attach_desktop.interchange import markdown_format

        return (lambda out: markdown_format.export_markdown(vault, out, begin, end)), markdown_format.ENCODING
    from attach_desktop.interchange import json_format

    return (lambda out: json_format.export_json(vault, out, begin, end)), json_format.ENCODING


def _write_out(stdout: TextIO, write: Callable[[TextIO], None], encoding: str) -> None:
    """Bytes as they would be in a file, whatever the terminal's own encoding and line ends are."""
    buffer = getattr(stdout, "buffer", None)
    if buffer is None:
        write(stdout)
        return
    out = io.TextIOWrapper(buffer, encoding=encoding, newline="")
    try:
        write(out)
    finally:
        out.detach()
