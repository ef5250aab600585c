"""The page that asks which level each mood word has."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from attach_desktop.interchange.daylio_csv import MoodWord
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.dialogs.mood_mapping import MoodMapping
from attach_desktop.ui.theme.theme import Theme
from tests.ui.dialogs.driving import clipped, settle, unnamed

MOODS = (MoodWord("good", 1358, 4), MoodWord("Medium [-]", 2, None), MoodWord("floaty", 1, None))
Made = Callable[..., MoodMapping]


@pytest.fixture
def page(theme: Theme, vocabulary: Vocabulary, qtbot: QtBot) -> Made:
    def make(kept: dict[str, int] | None = None, moods: tuple[MoodWord, ...] = MOODS) -> MoodMapping:
        made = MoodMapping(moods, kept or {}, [vocabulary.mood_word(step) for step in range(1, 6)])
        qtbot.addWidget(made)
        made.resize(560, 400)
        made.show()
        settle()
        return made

    return make


def test_known_words_are_filled_in_and_others_are_open(page: Made) -> None:
    made = page()
    assert made.levels() == {"good": 4}
    assert made.open_words == ["Medium [-]", "floaty"]
    assert made.box("good").currentText() == "pleasant"


def test_what_was_chosen_before_wins_over_the_guess(page: Made) -> None:
    made = page({"GOOD ": 2, "floaty": 0})
    assert made.levels() == {"good": 2, "floaty": 0}
    assert made.box("floaty").currentText() == "keep without mood"


def test_five_steps_and_none_can_be_chosen(page: Made) -> None:
    box = page().box("good")
    levels = [box.itemData(index) for index in range(box.count()) if box.itemText(index)]
    assert levels == [1, 2, 3, 4, 5, 0]


def test_choosing_takes_the_open_choice_away(page: Made, qtbot: QtBot) -> None:
    made = page()
    box = made.box("floaty")
    with qtbot.waitSignal(made.changed):
        box.setCurrentIndex(box.findData(3))
    assert made.levels()["floaty"] == 3
    assert box.findText("Choose …") < 0
    assert made.open_words == ["Medium [-]"]


def test_the_rest_can_be_left_without_a_mood_in_one_go(page: Made) -> None:
    made = page()
    made.leave_out()
    assert made.levels() == {"good": 4, "Medium [-]": 0, "floaty": 0}


def test_the_first_open_choice_has_the_focus(page: Made, qtbot: QtBot) -> None:
    made = page()
    made.start()
    assert made.focusWidget() is made.box("Medium [-]")
    QTest.keyClick(made.box("Medium [-]"), Qt.Key.Key_Down)
    assert made.levels()["Medium [-]"] == 1


def test_each_choice_says_whose_it_is(page: Made) -> None:
    made = page()
    assert made.box("floaty").accessibleName() == "Mood of “floaty”"
    assert unnamed(made) == []


def test_long_and_odd_words_fit(page: Made) -> None:
    odd = (MoodWord("a mood that somebody\nonce called by a whole sentence, and never changed again " * 2, 1, None),)
    assert clipped(page(moods=odd)) == []
