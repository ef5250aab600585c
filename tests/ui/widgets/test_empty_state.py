"""What an empty place says."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.empty_state import EmptyState
from tests.ui.hands import click


def test_it_says_what_will_be_here_and_offers_the_first_step(theme: Theme, qtbot: QtBot) -> None:
    steps: list[str] = []
    empty = EmptyState("Your entries will be here", "A word is enough.", "Write one", lambda: steps.append("x"))
    qtbot.addWidget(empty)
    assert [label.text() for label in empty.findChildren(QLabel)] == ["Your entries will be here", "A word is enough."]
    step = empty.findChildren(QPushButton)[0]
    assert step.text() == "Write one"
    click(step)
    assert steps == ["x"]


def test_without_a_step_there_is_no_button(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState("Nothing", "at all", "unused")
    qtbot.addWidget(empty)
    assert empty.findChildren(QPushButton) == []
