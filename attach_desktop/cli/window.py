"""No command at all: the window."""

from __future__ import annotations

from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.errors import AttachError


def arguments(grammar: Grammar) -> None:
    """Whose records to show; and, for those who ask for help, which commands there are."""
    from attach_desktop.cli import COMMANDS

    grammar.switch("--demo")
    grammar.commands([command.name for command in COMMANDS])


def act(request: Request) -> int:
    """Open the window; returns when it has been closed.

    It asks for a passphrase by itself: a terminal that started a program in the background cannot answer.
    """
    try:
        from attach_desktop.app import run_window

        return run_window(request.paths, request.environment, request.ask_file(), demo=request.options.demo)
    except ImportError as error:
        if (error.name or "").split(".")[0] not in ("PySide6", "shiboken6"):
            raise
        # Qt was never installed, or a library of the system that it needs was not.
        raise AttachError("no-window", reason=error.msg) from error
