"""A list to drop down: the keyboard changes it, the wheel does not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.choice import Choice
from tests.ui.hands import press


def test_the_wheel_scrolls_the_page_and_changes_nothing(theme: Theme, on_screen: Callable[..., None]) -> None:
    choice = Choice("Which", ("one", "other"))
    on_screen(choice)
    choice.setFocus()
    at = QPointF(choice.rect().center())
    turn = QWheelEvent(
        at,
        choice.mapToGlobal(at),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, turn)
    assert choice.currentIndex() == 0
    assert not turn.isAccepted()


def test_keys_choose(theme: Theme, on_screen: Callable[..., None]) -> None:
    choice = Choice("Which", ("one", "other"))
    on_screen(choice)
    choice.setFocus()
    press(Qt.Key.Key_Down)
    assert choice.currentText() == "other"


def test_its_label_names_it_to_a_screen_reader(theme: Theme, on_screen: Callable[..., None]) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    choice = Choice("Which", ("one", "other"))
    named = choice.label()
    row.addWidget(named)
    row.addWidget(choice)
    on_screen(window)
    assert named.text() == choice.accessibleName() == "Which"
    interface = QAccessible.queryAccessibleInterface(choice)
    assert interface is not None
    labels = [other for other, kind in interface.relations() if kind == QAccessible.RelationFlag.Label]
    assert [other.text(QAccessible.Text.Name) for other in labels] == ["Which"]
