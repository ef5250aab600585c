"""``import``: take in records from a file."""

from __future__ import annotations

from pathlib import Path

from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.errors import InputRefusedError, UsageError
from attach_desktop.interchange.incoming import Incoming, Problem, take_in
from attach_desktop.sentences import one_line, tell_faults

_FORMATS = ("json", "csv", "daylio-csv")


def arguments(grammar: Grammar) -> None:
    """The file, what it is, and whether to change anything."""
    grammar.place("FILE")
    grammar.switch("--dry-run")
    grammar.option("--map", metavar="FILE")
    grammar.option("--format", choices=_FORMATS)


def act(request: Request) -> int:
    """Keep the records of the file; those that cannot be kept are named on standard error, and the code is 5."""
    dry_run: bool = request.options.dry_run
    incoming = _read(request)
    with request.vault() as vault:
        report = take_in(vault, incoming, dry_run=dry_run)
    for problem in report.problems:
        request.stderr.write(_line(request, problem) + "\n")
    refused = sum(not problem.kept for problem in report.problems)
    counts = {"added": report.added, "updated": report.updated, "unchanged": report.unchanged, "refused": refused}
    request.say(request.message("would-import" if dry_run else "imported", **counts))
    return InputRefusedError.exit_code if refused else 0


def _read(request: Request) -> Incoming:
    options = request.options
    path, chosen = Path(options.FILE), options.format
    if chosen is None:
        from attach_desktop.interchange.sniff import recognise

        chosen = recognise(path)
    if options.map is not None and chosen != "daylio-csv":
        raise UsageError("map-needs-daylio")
    if chosen == "json":
        from attach_desktop.interchange.json_format import read_json

        return read_json(path, request.clock)
    if chosen == "csv":
        from attach_desktop.interchange.csv_format import read_csv

        return read_csv(path, request.clock)
    from attach_desktop.interchange.daylio_csv import read_daylio, read_mapping

    mapping = {} if options.map is None else read_mapping(Path(options.map))
    return read_daylio(path, mapping, request.clock.zone_name(), request.clock)


def _line(request: Request, problem: Problem) -> str:
    text = f"{one_line(problem.place)}: {tell_faults(problem.faults)}"
    return f"{text} ({request.message('kept')})" if problem.kept else text
