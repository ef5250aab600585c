"""``remind``: bring up what is due now, once; for cron and systemd timers."""

from __future__ import annotations

from contextlib import suppress

from attach_desktop.cli.grammar import PROGRAM, Grammar
from attach_desktop.cli.request import Request
from attach_desktop.errors import UsageError
from attach_desktop.reminders.agenda import Agenda
from attach_desktop.reminders.words import said_when_due, texts


def arguments(grammar: Grammar) -> None:
    """Only once: there is nothing here that stays."""
    grammar.switch("--once")


def act(request: Request) -> int:
    """Bring up what is due and was not brought up yet, as one; nothing due is no error."""
    if not request.options.once:
        raise UsageError("usage", problem=texts()["command"]["only-once"], help=f"{PROGRAM} remind --help")
    now = request.clock.now()
    with request.vault() as vault:
        agenda = Agenda(vault)
        due = agenda.due(now)
        if due is None or not due.new:
            if request.stdout.isatty():
                request.say(texts()["command"]["nothing-due"])
            return 0
        _bring(request, said_when_due(agenda.reminders(due), asking=bool(due.asking)))
        agenda.delivered(due, now)
    return 0


def _bring(request: Request, text: str) -> None:
    """As a notification of the desktop, where there is one; else as a line.

    It has no buttons: when they are pressed, nobody is here any more to hear it.
    """
    from attach_desktop.desktop.notifications import Notifications, NotShownError

    desktop = Notifications.connect(request.environment)
    if desktop is not None:
        with desktop, suppress(NotShownError):
            desktop.notify(text)
            return
    request.say(text)
