"""``paths``: where a person's files lie."""

from __future__ import annotations

from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request


def arguments(_grammar: Grammar) -> None:
    """Nothing to say."""


def act(request: Request) -> int:
    """Print the places, whether or not there is anything yet."""
    paths = request.paths
    for name in ("data", "vault", "backups", "log"):
        request.say(f"{name:9}{getattr(paths, name)}")
    return 0
