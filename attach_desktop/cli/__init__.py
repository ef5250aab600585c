"""The command line: journal, search, export and import for people who live in a terminal, and for scripts.

No data command imports Qt, and only the module of the command asked for is imported: ``list --limit 1`` should
be over before one notices that it is Python. Exit codes: 0 done, 1 something unexpected, 2 usage, 3 passphrase
missing or wrong, 4 vault damaged, 5 input refused, 6 vault made by a newer version, 7 disk or permission,
130 interrupted, 141 the reader of the output went away.
"""

from __future__ import annotations

import gc
from argparse import Namespace
from collections.abc import Sequence
from typing import NamedTuple, Protocol, TextIO

from attach_desktop.cli import streams
from attach_desktop.cli.grammar import Grammar, WantedError
from attach_desktop.cli.request import Request
from attach_desktop.clock import Clock
from attach_desktop.errors import AttachError, StorageError, UsageError

INTERRUPTED = 130
READER_GONE = 141


class Command(NamedTuple):
    """One command: its name on the command line, and the module of this package that holds it."""

    name: str
    module: str


class CommandModule(Protocol):
    """What the module of a command offers."""

    def arguments(self, grammar: Grammar) -> None:
        """Name the arguments of the command."""

    def act(self, request: Request) -> int:
        """Do it; returns the exit code."""


COMMANDS = (
    Command("add", "add"),
    Command("list", "listing"),
    Command("show", "show"),
    Command("edit", "edit"),
    Command("delete", "delete"),
    Command("restore", "restore"),
    Command("bin", "bin"),
    Command("quiz", "quiz"),
    Command("gratitude", "gratitude"),
    Command("affirmation", "affirmation"),
    Command("insights", "insights"),
    Command("checkin", "checkin"),
    Command("reminders", "reminders"),
    Command("remind", "remind"),
    Command("summary", "summary"),
    Command("export", "exporting"),
    Command("import", "importing"),
    Command("check", "check"),
    Command("backup", "backup"),
    Command("backups", "backups"),
    Command("recover", "recover"),
    Command("passphrase", "passphrase"),
    Command("wipe", "wipe"),
    Command("paths", "places"),
    Command("demo", "demonstrate"),
    Command("open", "opening"),
)
_WINDOW = Command("", "window")
_VALUED = ("--data-dir", "--passphrase-file")


def run(
    argv: Sequence[str],
    stdin: TextIO,
    stdout: TextIO,
    stderr: TextIO,
    environment: dict[str, str],
    clock: Clock | None = None,
) -> int:
    """Do what ``argv`` (without the program's name) asks for; returns the exit code and never raises.

    A known error is told in one line on ``stderr``. ``clock`` is the computer's where none is given.
    """
    try:
        streams.forgive(stdout)
        code = _run(list(argv), stdin, stdout, stderr, environment, clock)
        stdout.flush()
    except WantedError as wanted:
        return _print(wanted.text, stdout, stderr)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        streams.silence(stdout)
        return READER_GONE
    except Exception as error:
        return _fail(error, stdout, stderr)
    return code


def _run(
    argv: list[str],
    stdin: TextIO,
    stdout: TextIO,
    stderr: TextIO,
    environment: dict[str, str],
    clock: Clock | None,
) -> int:
    at = _place_of_command(argv)
    command = _WINDOW if at is None else _named(argv.pop(at))
    module = _module(command)
    options = _options(command, module, argv)
    if command is not _WINDOW:  # which has more to import first
        gc.freeze()
        gc.enable()
    return module.act(Request(options, stdin, stdout, stderr, environment, clock))


def _options(command: Command, module: CommandModule, argv: list[str]) -> Namespace:
    if command is _WINDOW and not argv:
        # As nearly everybody opens it. Setting up a grammar to read nothing would take two milliseconds.
        return Namespace(data_dir=None, passphrase_file=None, demo=False, hidden=False)
    grammar = Grammar(command.name)
    module.arguments(grammar)
    return grammar.parse(argv)


def _place_of_command(argv: list[str]) -> int | None:
    """Where the command's name stands: the first word that is neither an option nor an option's value."""
    at = 0
    while at < len(argv):
        if not argv[at].startswith("-"):
            return at
        at += 2 if argv[at] in _VALUED else 1
    return None


def _named(name: str) -> Command:
    for command in COMMANDS:
        if command.name == name:
            return command
    raise UsageError("no-such-command", given=name[:40])


def _module(command: Command) -> CommandModule:
    from importlib import import_module

    module: CommandModule = import_module(f"attach_desktop.cli.{command.module}")
    return module


def _print(text: str, stdout: TextIO, stderr: TextIO) -> int:
    try:
        stdout.write(text)
        stdout.flush()
    except OSError as error:
        return _fail(error, stdout, stderr)
    return 0


def _fail(error: Exception, stdout: TextIO, stderr: TextIO) -> int:
    """Tell what went wrong in one line; returns the exit code."""
    from attach_desktop.sentences import tell

    known = _known(error)
    streams.finish(stdout)
    streams.complain(stderr, tell(known).line)
    return known.exit_code


def _known(error: Exception) -> AttachError:
    if isinstance(error, AttachError):
        return error
    if isinstance(error, OSError):
        return _of_system(error)
    # The type's name alone: a message could quote what a person wrote.
    return AttachError("unexpected", name=type(error).__name__)


def _of_system(error: OSError) -> StorageError:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageError("disk-full")
    return StorageError("disk", reason=error.strerror or type(error).__name__)
