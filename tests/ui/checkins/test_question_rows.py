from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from attach_desktop.checkins.form import Question
from attach_desktop.ui.checkins.question_rows import QuestionRow, Wish
from attach_desktop.ui.theme.theme import Theme
from tests.ui.eyes import choose, push, read
from tests.ui.hands import CTRL, focus_name, press, settle, write

Show = Callable[..., None]
SCALE = Question(id="calm", wording=1, sort="scale", text="How calm?", name="Calm", low="hardly", high="very")
OPEN = Question(id="try", wording=1, sort="open", text="What next?", name="Next")


def row(theme: Theme, on_screen: Show, question: Question) -> tuple[QuestionRow, list[Wish]]:
    made, wishes = QuestionRow(question, theme, "about rewording", "empty brings it back"), list[Wish]()
    made.wished.connect(wishes.append)
    on_screen(made)
    return made, wishes


def test_a_scale_takes_a_point(theme: Theme, on_screen: Show) -> None:
    made, _ = row(theme, on_screen, SCALE)
    changes: list[bool] = []
    made.changed.connect(lambda: changes.append(True))
    made.start()
    write("7")
    assert (made.value(), made.text()) == (7, "")
    assert changes
    assert {"hardly", "very"} <= set(read(made))


def test_an_open_one_takes_words(theme: Theme, on_screen: Show) -> None:
    made, _ = row(theme, on_screen, OPEN)
    made.start()
    write("walk home")
    assert (made.value(), made.text()) == (None, "walk home")


@pytest.mark.parametrize(
    ("line", "act"), [("Move up", "up"), ("Move down", "down"), ("Leave this question out", "hide")]
)
def test_the_menu_says_what_is_wished(theme: Theme, on_screen: Show, line: str, act: str) -> None:
    made, wishes = row(theme, on_screen, SCALE)
    choose(made, line)
    assert wishes == [Wish("calm", act)]


def test_other_words_are_written_in_place(theme: Theme, on_screen: Show) -> None:
    made, wishes = row(theme, on_screen, SCALE)
    choose(made, "Other words …")
    assert focus_name() == "Other words for this question"
    assert "about rewording" in read(made)
    press(Qt.Key.Key_A, CTRL)
    write("How steady?\n")
    assert wishes == [Wish("calm", "reword", "How steady?")]


def test_escape_leaves_the_words_as_they_were(theme: Theme, on_screen: Show) -> None:
    made, wishes = row(theme, on_screen, SCALE)
    choose(made, "Other words …")
    press(Qt.Key.Key_Escape)
    settle()
    assert wishes == []
    assert "How calm?" in read(made)
    assert focus_name().startswith("What to do with the question")
    choose(made, "Other words …")
    push(made, "Cancel")
    assert "about rewording" not in read(made)


def test_the_menu_is_freed_with_the_row(theme: Theme, on_screen: Show) -> None:
    made, _ = row(theme, on_screen, SCALE)
    assert len(made.findChildren(QMenu)) == 1
