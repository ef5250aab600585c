"""The mood grid: two digits and Enter, arrows, a mouse, a screen reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.mood_grid import STEPS, MoodGrid
from tests.ui.hands import SHIFT, click, focus, press, spoken_name, write

POINTS = [(mood, energy) for mood in range(1, STEPS + 1) for energy in range(1, STEPS + 1)]


@pytest.fixture
def grid(theme: Theme, vocabulary: Vocabulary, on_screen: Callable[..., None]) -> MoodGrid:
    """A grid with the focus, between two other controls."""
    window = QWidget()
    column = QVBoxLayout(window)
    made = MoodGrid(theme, vocabulary.cell_word)
    for widget in (QLineEdit("before"), made, QLineEdit("after")):
        column.addWidget(widget)
    on_screen(window)
    made.start()
    return made


def cell(grid: MoodGrid, mood: int, energy: int) -> QRadioButton:
    found = [
        button
        for button in grid.findChildren(QRadioButton)
        if f"pleasantness {mood} of 5, energy {energy} of 5" in button.accessibleName()
    ]
    assert len(found) == 1
    return found[0]


def word(grid: MoodGrid) -> str:
    """What stands under the grid."""
    return [label.text() for label in grid.findChildren(QLabel)][-1]


@pytest.mark.parametrize("point", POINTS)
def test_two_digits_choose_pleasantness_then_energy(grid: MoodGrid, point: tuple[int, int]) -> None:
    write(f"{point[0]}{point[1]}")
    assert grid.value() == point
    assert cell(grid, *point) is focus()


def test_two_more_digits_choose_anew(grid: MoodGrid) -> None:
    write("2441")
    assert grid.value() == (4, 1)
    write("5")
    assert grid.value() == (5, 1)


def test_digits_that_are_no_step_are_left_alone(grid: MoodGrid) -> None:
    write("0689")
    assert grid.value() == (None, None)


def test_enter_submits(grid: MoodGrid, qtbot: QtBot) -> None:
    write("24")
    with qtbot.waitSignal(grid.submitted):
        press(Qt.Key.Key_Return)
    with qtbot.waitSignal(grid.submitted):
        press(Qt.Key.Key_Enter)
    # The first digit of a pair does not wait across an Enter.
    write("3")
    press(Qt.Key.Key_Return)
    write("55")
    assert grid.value() == (5, 5)


def test_arrows_walk_and_stop_at_the_edges(grid: MoodGrid) -> None:
    grid.set_value(3, 3)
    grid.start()
    press(Qt.Key.Key_Right)
    assert grid.value() == (4, 3)
    press(Qt.Key.Key_Up)
    assert grid.value() == (4, 4)
    press(Qt.Key.Key_Left, times=7)
    press(Qt.Key.Key_Down, times=7)
    assert grid.value() == (1, 1)


def test_backspace_and_delete_choose_nothing(grid: MoodGrid, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
        write("24")
        with qtbot.waitSignal(grid.changed):
            press(key)
        assert grid.value() == (None, None)
        assert grid.isAncestorOf(focus())


def test_a_click_chooses_and_the_word_is_shown(grid: MoodGrid, vocabulary: Vocabulary, qtbot: QtBot) -> None:
    with qtbot.waitSignal(grid.changed):
        click(cell(grid, 2, 5))
    assert grid.value() == (2, 5)
    assert word(grid) == vocabulary.cell_word(2, 5)


def test_pointing_at_a_cell_shows_its_word_and_leaving_shows_the_choice_again(
    grid: MoodGrid, vocabulary: Vocabulary
) -> None:
    nothing = word(grid)
    for point in ((2, 2), (5, 1)):
        QTest.mouseMove(cell(grid, *point), QPoint(20, 20))
        assert word(grid) == vocabulary.cell_word(*point)
    QTest.mouseMove(grid.window(), QPoint(1, 1))
    assert word(grid) == nothing
    grid.set_value(1, 4)
    QTest.mouseMove(cell(grid, 5, 1), QPoint(20, 20))
    QTest.mouseMove(grid.window(), QPoint(1, 1))
    assert word(grid) == vocabulary.cell_word(1, 4)


def test_it_is_one_tab_stop_whatever_is_chosen(grid: MoodGrid) -> None:
    for choice in ((None, None), (1, 5), (4, 2)):
        grid.set_value(*choice)
        grid.start()
        press(Qt.Key.Key_Tab)
        after = focus()
        assert isinstance(after, QLineEdit)
        assert after.text() == "after"
        press(Qt.Key.Key_Backtab, SHIFT)
        assert grid.isAncestorOf(focus())
        if choice != (None, None):
            assert focus() is cell(grid, *(number or 3 for number in choice))
        press(Qt.Key.Key_Backtab, SHIFT)
        before = focus()
        assert isinstance(before, QLineEdit)
        assert before.text() == "before"


def test_a_screen_reader_hears_word_pleasantness_and_energy_and_the_state(
    grid: MoodGrid, vocabulary: Vocabulary
) -> None:
    names = {spoken_name(button) for button in grid.findChildren(QRadioButton)}
    assert len(names) == STEPS * STEPS
    for mood, energy in POINTS:
        assert f"{vocabulary.cell_word(mood, energy)}: pleasantness {mood} of 5, energy {energy} of 5" in names
    assert grid.accessibleName()
    grid.set_value(2, 4)
    states = {
        spoken_name(button): QAccessible.queryAccessibleInterface(button).state().checked
        for button in grid.findChildren(QRadioButton)
    }
    assert [name for name, checked in states.items() if checked] == [cell(grid, 2, 4).accessibleName()]


@pytest.mark.parametrize("given", [(4, None), (None, 2), (2, 4), (None, None)])
def test_what_is_shown_is_what_is_read_also_where_a_half_is_missing(
    grid: MoodGrid, given: tuple[int | None, int | None]
) -> None:
    grid.set_value(*given)
    assert grid.value() == given
    shown = [button for button in grid.findChildren(QRadioButton) if button.isChecked()]
    assert shown == ([] if given == (None, None) else [cell(grid, given[0] or 3, given[1] or 3)])


def test_a_missing_half_is_filled_in_only_by_the_person(grid: MoodGrid, qtbot: QtBot) -> None:
    grid.set_value(4, None)
    grid.start()
    write("4")
    assert grid.value() == (4, 3)
    grid.set_value(4, None)
    with qtbot.waitSignal(grid.changed):
        click(cell(grid, 4, 3))
    assert grid.value() == (4, 3)
    grid.set_value(4, None)
    grid.start()
    press(Qt.Key.Key_Up)
    assert grid.value() == (4, 4)
    grid.set_value(None, None)
    assert grid.value() == (None, None)


def test_showing_nothing_after_something(grid: MoodGrid) -> None:
    grid.set_value(5, 5)
    grid.set_value(None, None)
    assert grid.value() == (None, None)
    assert not any(button.isChecked() for button in grid.findChildren(QRadioButton))


def test_other_keys_go_on_to_whoever_wants_them(grid: MoodGrid) -> None:
    grid.set_value(2, 2)
    grid.start()
    write("x")
    press(Qt.Key.Key_Escape)
    assert grid.value() == (2, 2)


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_a_chosen_cell_looks_different_from_one_that_is_not(grid: MoodGrid, theme: Theme, choice: str) -> None:
    theme.choose(choice)
    one = cell(grid, 1, 1)
    plain = one.grab().toImage()
    grid.set_value(1, 1)
    chosen = one.grab().toImage()
    one.setFocus()
    focused = one.grab().toImage()
    assert plain != chosen
    assert chosen != focused


def test_properties_that_are_set_by_name_are_set(grid: MoodGrid) -> None:
    alignments = {label.text(): label.alignment() for label in grid.findChildren(QLabel)}
    flag = Qt.AlignmentFlag
    horizontal = {text: alignment & flag.AlignHorizontal_Mask for text, alignment in alignments.items()}
    assert horizontal == {
        "charged": flag.AlignHCenter,
        "calm": flag.AlignHCenter,
        "unpleasant": flag.AlignLeft,
        "pleasant": flag.AlignRight,
        word(grid): flag.AlignHCenter,
    }
    policies = {point: cell(grid, *point).focusPolicy() for point in POINTS}
    assert policies.pop((3, 3)) == Qt.FocusPolicy.StrongFocus
    assert set(policies.values()) == {Qt.FocusPolicy.ClickFocus}
    assert cell(grid, 1, 1).testAttribute(Qt.WidgetAttribute.WA_Hover)
