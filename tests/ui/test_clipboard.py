"""What is copied out of the program, and for how long it stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from attach_desktop.ui.clipboard import CLEARED_AFTER, ClipboardKeeper, copy
from tests.ui.hands import CTRL, press, settle


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    found = QGuiApplication.clipboard()
    yield found
    found.clear()


@pytest.fixture
def keeper(clipboard: QClipboard) -> Iterator[ClipboardKeeper]:
    made = ClipboardKeeper()
    yield made
    made.deleteLater()
    settle()


def test_a_copy_is_marked_as_secret(clipboard: QClipboard) -> None:
    copy("for a friend")
    assert clipboard.text() == "for a friend"
    assert clipboard.mimeData().data("x-kde-passwordManagerHint").data() == b"secret"


def test_it_is_cleared_after_a_minute(clipboard: QClipboard, keeper: ClipboardKeeper) -> None:
    assert CLEARED_AFTER == 60
    copy("for a friend")
    assert keeper.timer.isActive()
    assert keeper.timer.interval() == 60_000
    keeper.timer.setInterval(0)
    settle()
    assert clipboard.text() == ""
    assert not keeper.timer.isActive()


def test_what_is_copied_from_a_text_is_cleared_too(
    clipboard: QClipboard,
    keeper: ClipboardKeeper,
    on_screen: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Without a screen, Qt does not know whose the clipboard is.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda self: True)
    field = QLineEdit("a line of mine")
    on_screen(field)
    field.selectAll()
    press(Qt.Key.Key_C, CTRL)
    assert clipboard.text() == "a line of mine"
    assert keeper.timer.isActive()
    keeper.clear()
    assert clipboard.text() == ""


def test_what_somebody_else_has_put_there_stays(
    clipboard: QClipboard, keeper: ClipboardKeeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy("mine")
    with monkeypatch.context() as patch:
        patch.setattr(QClipboard, "ownsClipboard", lambda self: False)
        theirs = QMimeData()
        theirs.setText("theirs")
        clipboard.setMimeData(theirs)
        assert not keeper.timer.isActive()
        keeper.clear()
    assert clipboard.text() == "theirs"
