"""The field for several words, used with the keyboard as a person does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.chip_field import ChipField
from tests.ui.hands import click, focus, press, settle, spoken_name, write

Make = Callable[..., ChipField]
OFFERED = ["hopeful", "hopeless", "uneasy", "Überwältigt", "sad", "sadder"]


@pytest.fixture
def make(theme: Theme, on_screen: Callable[..., None]) -> Make:
    """A field on the screen, with another control before and after it, and the focus in its line."""

    def made(limit: int = 100, offered: list[str] | None = None) -> ChipField:
        window = QWidget()
        column = QVBoxLayout(window)
        field = ChipField("Feelings", "uneasy …", None if offered is None else lambda: offered, limit)
        for widget in (QLineEdit("before"), field, QLineEdit("after")):
            column.addWidget(widget)
        on_screen(window)
        field.setFocus()
        return field

    return made


def chips(field: ChipField) -> list[QPushButton]:
    return [chip for chip in field.findChildren(QPushButton) if not chip.isHidden()]


def popup(field: ChipField) -> QAbstractItemView:
    completer = field.line.completer()
    found = completer.popup()
    assert isinstance(found, QAbstractItemView)
    return found


def test_enter_takes_the_first_suggestion_that_begins_with_what_is_written(make: Make) -> None:
    field = make(offered=OFFERED)
    write("hop\n")
    assert field.words() == ("hopeful",)
    assert field.line.text() == ""


def test_enter_takes_a_word_that_is_offered_whole_rather_than_a_longer_one(make: Make) -> None:
    field = make(offered=["sadder", "sad"])
    write("SAD\n")
    assert field.words() == ("sad",)


def test_enter_takes_the_word_as_written_where_nothing_begins_with_it(make: Make) -> None:
    field = make(offered=OFFERED)
    write("wobbly\n")
    write("ho\n")  # two letters are too few to guess from
    assert field.words() == ("wobbly", "ho")


def test_a_comma_takes_the_word_as_written(make: Make) -> None:
    field = make(offered=OFFERED)
    write("hop,uneas,")
    assert field.words() == ("hop", "uneas")
    assert field.line.text() == ""


def test_case_and_form_do_not_hide_a_suggestion(make: Make) -> None:
    field = make(offered=OFFERED)
    write("über\n")
    assert field.words() == ("Überwältigt",)


def test_a_comma_or_enter_on_nothing_adds_nothing(make: Make) -> None:
    field = make(offered=OFFERED)
    write("   \n")
    press(Qt.Key.Key_Return)
    assert field.words() == ()


def test_backspace_on_an_empty_line_takes_the_last_word_off(make: Make, qtbot: QtBot) -> None:
    field = make()
    write("one,two,x")
    press(Qt.Key.Key_Backspace)
    assert field.words() == ("one", "two")
    with qtbot.waitSignal(field.changed):
        press(Qt.Key.Key_Backspace)
    assert field.words() == ("one",)
    press(Qt.Key.Key_Backspace, times=3)
    assert field.words() == ()


def test_the_same_word_is_taken_once(make: Make) -> None:
    field = make()
    write("Silence,silence,SILENCE,")
    assert field.words() == ("Silence",)
    write("silence")
    assert field.words() == ("Silence",)


def test_what_is_written_but_not_yet_a_chip_counts(make: Make, qtbot: QtBot) -> None:
    field = make()
    with qtbot.waitSignal(field.changed):
        write("u")
    write("neasy ")
    assert field.words() == ("uneasy",)
    assert chips(field) == []


def test_leaving_makes_a_chip_of_what_is_written(make: Make) -> None:
    field = make(offered=OFFERED)
    write("hop")
    press(Qt.Key.Key_Tab)
    assert [chip.text() for chip in chips(field)] == ["hop  ×"]
    assert field.words() == ("hop",)


def test_blanks_within_a_written_word_become_single(make: Make) -> None:
    field = make()
    write("  a   quiet  place ,")
    assert field.words() == ("a quiet place",)


def test_at_the_limit_the_line_goes_and_comes_back(make: Make) -> None:
    field = make(limit=2)
    write("one,two,")
    assert field.words() == ("one", "two")
    assert not field.line.isVisible()
    field.add_word("three")
    assert field.words() == ("one", "two")
    field.remove_word("one")
    assert field.line.isVisible()


def test_a_chip_is_removed_by_keyboard_alone(make: Make) -> None:
    field = make()
    write("one,two,three,")
    press(Qt.Key.Key_Tab)
    assert spoken_name(focus()) == "one, remove"
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    assert field.words() == ("one", "three")
    assert focus() is field.line


def test_enter_on_a_chip_removes_it_too(make: Make) -> None:
    field = make()
    write("one,")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert field.words() == ()


def test_tab_goes_through_the_chips_in_their_order_and_on(make: Make) -> None:
    make()
    write("one,two,three,")
    passed = []
    for _ in range(4):
        press(Qt.Key.Key_Tab)
        at = focus()
        passed.append(at.text() if isinstance(at, QLineEdit) else spoken_name(at))
    assert passed == ["one, remove", "two, remove", "three, remove", "after"]


def test_words_that_are_shown_come_back_as_they_were(make: Make) -> None:
    field = make()
    words = ("two  blanks", "Großmutter", "寂しい", "e\u0301", "no\u00a0break", "a, b")
    field.set_words(words)
    assert field.words() == words


def test_other_words_replace_the_ones_before_and_what_was_half_written(make: Make) -> None:
    field = make()
    write("one,tw")
    field.set_words(["three"])
    settle()
    assert field.words() == ("three",)
    assert len(field.findChildren(QPushButton)) == 1


def test_a_screen_reader_is_told_what_is_chosen(make: Make) -> None:
    field = make()
    assert spoken_name(field.line) == "Feelings"
    write("one,two,")
    assert "one, two" in field.line.accessibleDescription()
    field.set_words([])
    assert field.line.accessibleDescription() == ""


def test_an_ampersand_is_a_letter(make: Make) -> None:
    field = make()
    write("R&D,")
    assert field.words() == ("R&D",)
    chip = chips(field)[0]
    assert chip.text() == "R&&D  ×"
    assert chip.shortcut().isEmpty()
    assert spoken_name(chip) == "R&D, remove"


def test_a_very_long_word_does_not_widen_the_form(make: Make) -> None:
    field = make()
    field.set_words(["w" * 200])
    settle()
    assert field.words() == ("w" * 200,)
    assert field.minimumSizeHint().width() < 600
    assert chips(field)[0].toolTip() == "w" * 200
    assert spoken_name(chips(field)[0]) == "w" * 200 + ", remove"


def test_the_placeholder_goes_with_the_first_word(make: Make) -> None:
    field = make()
    assert field.line.placeholderText() == "uneasy …"
    field.add_word("one")
    assert field.line.placeholderText() == ""
    field.remove_word("one")
    assert field.line.placeholderText() == "uneasy …"


def test_down_on_an_empty_line_offers_everything_that_is_not_there_yet(make: Make) -> None:
    field = make(offered=OFFERED)
    write("sad,")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Down)
    model = popup(field).model()
    assert popup(field).isVisible()
    shown = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert shown == [word for word in OFFERED if word != "sad"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle()
    assert field.words() == ("sad", "hopeful")
    assert not popup(field).isVisible()


def test_suggestions_are_found_inside_and_chosen_with_the_arrows(make: Make) -> None:
    field = make(offered=OFFERED)
    write("less")
    assert popup(field).isVisible()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle()
    assert field.words() == ("hopeless",)
    assert field.line.text() == ""


def test_a_click_on_a_suggestion_takes_it(make: Make) -> None:
    field = make(offered=OFFERED)
    write("une")
    view = popup(field)
    where = view.visualRect(view.model().index(0, 0)).center()
    click(view.viewport(), where)
    settle()
    assert field.words() == ("uneasy",)
    assert field.line.text() == ""


def test_escape_closes_the_suggestions_and_keeps_what_is_written(make: Make) -> None:
    field = make(offered=OFFERED)
    write("hop")
    press(Qt.Key.Key_Escape)
    assert not popup(field).isVisible()
    assert field.line.text() == "hop"


def test_suggestions_are_asked_for_anew_each_time(make: Make) -> None:
    offered = ["first"]
    field = make(offered=offered)
    press(Qt.Key.Key_Tab)
    offered.insert(0, "second")
    field.setFocus()
    press(Qt.Key.Key_Down)
    assert popup(field).model().index(0, 0).data() == "second"
    popup(field).hide()


def test_the_frame_shows_the_focus_of_its_line(make: Make) -> None:
    field = make()
    assert field.property("focused") == "true"
    press(Qt.Key.Key_Tab)
    assert field.property("focused") == "false"
    assert QApplication.focusWidget() is not field.line
