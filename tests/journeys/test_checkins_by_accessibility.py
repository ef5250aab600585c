"""A check-in and a reminder through the accessibility tree: nothing but names, roles and what things offer to do."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from attach_desktop.checkins.store import CheckInStore
from attach_desktop.reminders.store import ReminderStore
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.vault import Vault
from tests.journeys.test_quiz_by_accessibility import BUTTON, CHOICE, NAME, WORDS, Hand, Role, find, tree
from tests.ui.windows import WIDE, Windows


@pytest.fixture
def window(windows: Windows, vault: Vault) -> MainWindow:
    return windows(vault, WIDE, TABS, "checkins")


@pytest.fixture
def act(window: MainWindow, qtbot: QtBot) -> Hand:
    return Hand(window, qtbot)


def heard(window: MainWindow) -> list[str]:
    return [one.text(NAME) for one in tree(window) if one.role() == WORDS]


def test_a_week_is_looked_at(window: MainWindow, act: Hand, vault: Vault) -> None:
    act(BUTTON, "Begin: A look at my week")
    assert "A look at my week" in heard(window)
    act(CHOICE, "How calm were you, on the whole?: 7 of 10")
    text = find(window, Role.EditableText, "What went a little better").editableTextInterface()
    assert text is not None
    text.insertText(0, "said no")
    act(BUTTON, "Keep")
    [record] = CheckInStore(vault).newest(2)
    assert record.value.value("calm", 1) == 7
    assert "said no" in [one.text for one in record.value.texts]
    assert {"7 of 10", "said no"} <= set(heard(window))


def test_a_reminder_is_made(window: MainWindow, act: Hand, vault: Vault) -> None:
    act(Role.CheckBox, "Reminders")
    act(BUTTON, "Look at it: In the evening")
    assert "Quiet hours" in heard(window)
    act(BUTTON, "Keep")
    [record] = ReminderStore(vault).everything()
    assert record.value.what == "mood"
    assert any(text.startswith("next ") for text in heard(window))


def test_everything_to_press_or_fill_in_has_a_name(window: MainWindow, act: Hand) -> None:
    asked = {Role.Button, Role.RadioButton, Role.CheckBox, Role.EditableText, Role.SpinBox}
    act(BUTTON, "Begin: A look at my month")
    nameless = [one for one in tree(window) if one.role() in asked and not one.text(NAME)]
    act(BUTTON, "Stop here for now")
    act(Role.CheckBox, "Reminders")
    act(BUTTON, "New reminder")
    nameless += [one for one in tree(window) if one.role() in asked and not one.text(NAME)]
    assert [f"{one.role()} in {one.parent().text(NAME)}" for one in nameless if one.parent() is not None] == []
