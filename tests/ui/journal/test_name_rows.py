"""What is still unknown about new names: a quiet row for each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from attach_desktop.ui.journal.name_rows import NameRows
from attach_desktop.ui.theme.theme import Theme
from tests.ui.hands import settle, spoken_name

QUESTIONS = [
    ("kind", [("other", "something else"), ("silence", "silence")]),
    ("pull", [("", "neither"), ("toward", "toward others")]),
]


@pytest.fixture
def rows(theme: Theme, on_screen: Callable[..., None]) -> NameRows:
    window = QWidget()
    made = NameRows(QUESTIONS, lambda name: name == "known")
    QVBoxLayout(window).addWidget(made)
    on_screen(window)
    return made


def boxes(rows: NameRows) -> dict[str, QComboBox]:
    settle()
    return {spoken_name(box): box for box in rows.findChildren(QComboBox)}


def test_only_unknown_names_get_a_row(rows: NameRows) -> None:
    assert rows.isHidden()
    rows.show_for(["known"])
    assert rows.isHidden()
    rows.show_for(["known", "new", "newer"])
    assert not rows.isHidden()
    assert set(boxes(rows)) == {"new: kind", "new: pull", "newer: kind", "newer: pull"}
    assert [label.text() for label in rows.findChildren(QLabel)] == ["new", "newer"]


def test_answers_are_optional_and_read_by_name(rows: NameRows) -> None:
    rows.show_for(["new", "newer"])
    assert rows.answers() == {"new": ["other", ""], "newer": ["other", ""]}
    boxes(rows)["newer: kind"].setCurrentIndex(1)
    assert rows.answers() == {"new": ["other", ""], "newer": ["silence", ""]}


def test_an_answer_stays_while_other_names_come_and_go(rows: NameRows) -> None:
    rows.show_for(["new"])
    boxes(rows)["new: pull"].setCurrentIndex(1)
    rows.show_for(["new", "newer"])
    rows.show_for(["NEW"])
    assert rows.answers() == {"new": ["other", "toward"]}
    rows.show_for([])
    assert rows.isHidden()
    assert rows.answers() == {}
    assert boxes(rows) == {}


def test_a_name_that_came_back_is_asked_anew(rows: NameRows) -> None:
    rows.show_for(["new"])
    boxes(rows)["new: pull"].setCurrentIndex(1)
    rows.show_for([])
    rows.show_for(["new"])
    assert rows.answers() == {"new": ["other", ""]}
