"""Labels and buttons by their role."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSizePolicy
from pytestqt.qtbot import QtBot

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.labels import button, frame, label, literal, restyle
from tests.ui.hands import click


def test_a_label_shows_text_as_it_is(qtbot: QtBot) -> None:
    made = label("<b>not bold</b> & plain", "muted")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText
    assert made.wordWrap()
    assert made.property("role") == "muted"


def test_a_body_label_needs_no_role(qtbot: QtBot) -> None:
    made = label("text", wrap=False)
    qtbot.addWidget(made)
    assert made.property("role") is None
    assert not made.wordWrap()


def test_a_button_does_its_thing_by_mouse_and_by_enter(qtbot: QtBot) -> None:
    pressed: list[str] = []
    made = button("Save", lambda: pressed.append("x"), "primary")
    qtbot.addWidget(made)
    click(made)
    made.show()
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert pressed == ["x", "x"]
    assert made.property("role") == "primary"
    assert made.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Maximum


def test_frames(qtbot: QtBot) -> None:
    card, line = frame("card"), frame("hairline")
    qtbot.addWidget(card)
    qtbot.addWidget(line)
    assert card.property("role") == "card"
    assert line.height() == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("R&D && more", "R&&D &&&& more"),
        ("two\nlines\tand tabs", "two lines and tabs"),
        ("x" * 60, "x" * 47 + "…"),
        ("x" * 46 + " yyyy", "x" * 46 + "…"),
        ("", ""),
    ],
)
def test_a_persons_words_on_a_button(text: str, shown: str) -> None:
    assert literal(text) == shown


def test_a_new_role_is_seen_after_restyling(qapp: QApplication, theme: Theme, qtbot: QtBot) -> None:
    made = label("text", "title")
    qtbot.addWidget(made)
    made.ensurePolished()
    large = made.font().pointSizeF()
    made.setProperty("role", "small")
    restyle(made)
    assert made.font().pointSizeF() < large
