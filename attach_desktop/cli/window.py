"""No command at all: the window."""

from __future__ import annotations

from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.errors import AttachError
from attach_desktop.paths import DATA_DIR_VARIABLE


def arguments(grammar: Grammar) -> None:
    """Whose records to show; and, for those who ask for help, which commands there are."""
    from attach_desktop.cli import COMMANDS

    grammar.switch("--demo")
    grammar.switch("--hidden")
    grammar.commands([command.name for command in COMMANDS])


def act(request: Request) -> int:
    """Open the window; returns when it has been closed."""
    return show(request, demo=request.options.demo, hidden=request.options.hidden)


def show(request: Request, *, demo: bool = False, hidden: bool = False, page: str | None = None) -> int:
    """Open the window, or show the one that is open; returns when it has been closed, or at once.

    It asks for a passphrase by itself: a terminal that started a program in the background cannot answer.
    """
    try:
        from attach_desktop.app import Opening, run_window

        named = request.options.data_dir or request.environment.get(DATA_DIR_VARIABLE)
        opening = Opening(demo, page, hidden, request.paths.data if named else None)
        return run_window(request.paths, request.environment, request.ask_file(), opening)
    except ImportError as error:
        if (error.name or "").split(".")[0] not in ("PySide6", "shiboken6"):
            raise
        # Qt was never installed, or a library of the system that it needs was not.
        raise AttachError("no-window", reason=error.msg) from error
