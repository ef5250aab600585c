"""Setting, changing and removing the passphrase: the dialog."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from attach_desktop.ui.dialogs.passphrase import PassphraseDialog
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.locking.choices import Step
from attach_desktop.ui.locking.door import Door
from tests.support import CHEAP_COSTS, FixedClock, Vaults
from tests.ui.dialogs.driving import clipped, reachable, settle, unnamed
from tests.ui.executors import WhenTold

RIGHT, NEW = "correct horse", "a lamp over the northern door"
Show = Callable[[PassphraseDialog], PassphraseDialog]


@pytest.fixture
def door(vault_factory: Vaults, clock: FixedClock) -> Door:
    return Door(vault_factory(passphrase=RIGHT).path, clock, CHEAP_COSTS)


def made(show: Show, door: Door, step: Step, jobs: Jobs) -> tuple[PassphraseDialog, list[object]]:
    dialog, decided = PassphraseDialog(door, step, jobs=jobs), list[object]()
    dialog.decided.connect(decided.append)
    return show(dialog), decided


@pytest.mark.parametrize("step", Step)
def test_it_fits_and_every_control_has_a_name(show: Show, door: Door, at_once: Jobs, step: Step) -> None:
    dialog, _ = made(show, door, step, at_once)
    assert clipped(dialog) == []
    assert unnamed(dialog) == []
    assert not dialog.go.isEnabled()
    assert isinstance(reachable(dialog)[0], QLineEdit)


def test_a_new_one_is_typed_twice(show: Show, door: Door, at_once: Jobs) -> None:
    dialog, decided = made(show, door, Step.SET, at_once)
    QTest.keyClicks(dialog.first, NEW)
    assert not dialog.go.isEnabled()
    QTest.keyClicks(dialog.second, NEW[:-1])
    assert not dialog.go.isEnabled()
    assert dialog.differ.text() == ""
    QTest.keyClicks(dialog.second, "x")
    assert dialog.differ.text() == "The two are not the same."
    dialog.second.setText(NEW)
    QTest.keyClick(dialog.second, Qt.Key.Key_Return)
    assert decided == [NEW]


def test_how_strong_it_is_is_said_and_nothing_is_refused(show: Show, door: Door, at_once: Jobs) -> None:
    dialog, decided = made(show, door, Step.SET, at_once)
    said = []
    for typed in ("", "a", NEW):
        dialog.first.setText(typed)
        dialog.second.setText(typed)
        said.append(dialog.strength.text())
    assert len(set(said)) == 3
    dialog.first.setText("a")
    dialog.second.setText("a")
    dialog.go.click()
    assert decided == ["a"]


def test_what_is_typed_can_be_shown(show: Show, door: Door, at_once: Jobs) -> None:
    dialog, _ = made(show, door, Step.CHANGE, at_once)
    dialog._show.click()
    fields = (dialog.present, dialog.first, dialog.second)
    assert [field.echoMode() for field in fields] == [QLineEdit.EchoMode.Normal] * 3
    dialog._show.click()
    assert [field.echoMode() for field in fields] == [QLineEdit.EchoMode.Password] * 3


@pytest.mark.parametrize(("step", "new"), [(Step.CHANGE, NEW), (Step.REMOVE, None)])
def test_changing_and_removing_ask_for_the_present_one(
    show: Show, door: Door, at_once: Jobs, step: Step, new: str | None
) -> None:
    dialog, decided = made(show, door, step, at_once)
    dialog.first.setText(new or "")
    dialog.second.setText(new or "")
    assert not dialog.go.isEnabled()
    dialog.present.setText("wrong")
    dialog.go.click()
    settle()
    assert decided == []
    assert "does not open the vault" in dialog.trouble.text
    assert clipped(dialog) == []
    dialog.present.setText(RIGHT)
    dialog.go.click()
    settle()
    assert decided == [new]
    assert not isValid(dialog)


def test_escape_while_it_looks_changes_nothing(show: Show, door: Door, when_told: Jobs, held: WhenTold) -> None:
    dialog, decided = made(show, door, Step.REMOVE, when_told)
    dialog.present.setText(RIGHT)
    dialog.go.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    held.go()
    settle()
    assert not isValid(dialog)
    assert decided == []
