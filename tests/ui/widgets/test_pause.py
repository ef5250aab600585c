"""Something is done once typing pauses."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from attach_desktop.ui.widgets.pause import at_pause


def test_several_changes_are_one_pause(qtbot: QtBot) -> None:
    owner, done = QObject(), list[str]()
    timer = at_pause(owner, lambda: done.append("kept"))
    for _ in range(3):
        timer.start()
    assert done == []
    with qtbot.waitSignal(timer.timeout):
        pass
    assert done == ["kept"]
    assert not timer.isActive()
