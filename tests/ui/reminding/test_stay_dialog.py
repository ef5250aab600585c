from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from attach_desktop.ui.reminding.stay_dialog import StayDialog
from attach_desktop.ui.theme.theme import Theme
from tests.ui.eyes import push, read
from tests.ui.hands import settle


@pytest.fixture
def asked(theme: Theme, qtbot: QtBot) -> Iterator[tuple[StayDialog, list[bool]]]:
    dialog, told = StayDialog(None, tray=True), list[bool]()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    dialog.answered.connect(told.append)
    dialog.open()
    settle()
    yield dialog, told
    dialog.close()
    dialog.deleteLater()
    settle()


@pytest.mark.parametrize(("name", "stay"), [("Stay in the background", True), ("Close it", False)])
def test_it_tells_the_answer(asked: tuple[StayDialog, list[bool]], name: str, stay: bool) -> None:
    dialog, told = asked
    push(dialog, name)
    assert told == [stay]
    assert not dialog.isVisible()


def test_escape_answers_nothing(asked: tuple[StayDialog, list[bool]]) -> None:
    dialog, told = asked
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert told == []


def test_it_says_how_it_comes_back(theme: Theme, qtbot: QtBot) -> None:
    for tray, word in ((True, "icon in the tray"), (False, "no tray")):
        dialog = StayDialog(None, tray=tray)
        dialog.open()
        assert any(word in text for text in read(dialog))
        dialog.close()
    settle()
