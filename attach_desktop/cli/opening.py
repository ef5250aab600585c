"""``open``: the window on a page; where it is open already, that one comes to the front."""

from __future__ import annotations

from attach_desktop.cli import window
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request

#: The tabs, and "moment": a new entry of the mood.
PAGES = ("today", "quiz", "journal", "gratitude", "affirmations", "checkins", "insights", "moment")


def arguments(grammar: Grammar) -> None:
    """Which page."""
    grammar.place("PAGE", nargs="?", choices=PAGES, metavar="|".join(PAGES))


def act(request: Request) -> int:
    """Show the page; returns when the window has been closed, or at once where another process shows it."""
    return window.show(request, page=request.options.PAGE or PAGES[0])
