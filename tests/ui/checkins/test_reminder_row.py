from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize

from attach_desktop.ui.checkins.reminder_row import Line, ReminderRow
from tests.ui.eyes import choose, push, read

Show = Callable[..., None]


def test_it_says_what_and_when_and_how_it_stands(on_screen: Show) -> None:
    done: list[str] = []
    lines = [Line("Pause", partial(done.append, "pause")), Line("Delete", partial(done.append, "delete"))]
    row = ReminderRow("My words", "every day at 20:00", "switched off", lines)
    row.edit_asked.connect(partial(done.append, "edit"))
    on_screen(row, QSize(700, 90))
    assert read(row) == ["My words", "every day at 20:00", "switched off"]
    push(row, "Edit: My words")
    choose(row, "Delete")
    assert done == ["edit", "delete"]
