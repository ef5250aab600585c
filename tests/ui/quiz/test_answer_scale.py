"""The row of labelled points: digits, arrows, Delete, the mouse, a screen reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.ui.quiz.answer_scale import AnswerScale
from attach_desktop.ui.theme.theme import Theme
from tests.quiz.samples import ATTACH
from tests.ui.hands import CTRL, SHIFT, focus, press, settle, spoken_name, write
from tests.ui.quiz.takes import described

SENTENCE = "I wave at people."


@pytest.fixture
def scale(theme: Theme, on_screen: Callable[..., None]) -> AnswerScale:
    """A scale of seven points with the focus, between two other controls."""
    return shown(theme, on_screen, ATTACH.points)


def shown(theme: Theme, on_screen: Callable[..., None], labels: tuple[str, ...]) -> AnswerScale:
    window = QWidget()
    column = QVBoxLayout(window)
    made = AnswerScale(theme, SENTENCE, "How much?")
    made.set_labels(labels)
    for widget in (QLineEdit("before"), made, QLineEdit("after")):
        column.addWidget(widget)
    on_screen(window, QSize(820, 300))
    made.start()
    return made


def points(scale: AnswerScale) -> list[QRadioButton]:
    return [point for point in scale.findChildren(QRadioButton) if not point.isHidden()]


def test_nothing_is_answered_until_somebody_does(scale: AnswerScale) -> None:
    assert scale.value() is None
    assert focus() is points(scale)[0]


@pytest.mark.parametrize("digit", range(1, 8))
def test_a_digit_answers(scale: AnswerScale, digit: int) -> None:
    typed = QSignalSpy(scale.typed)
    write(str(digit))
    assert scale.value() == digit
    assert focus() is points(scale)[digit - 1]
    assert [typed.at(at) for at in range(typed.count())] == [[digit]]


@pytest.mark.parametrize("sign", ["0", "8", "9", "x", "²"])
def test_what_is_no_point_is_left_alone(scale: AnswerScale, sign: str) -> None:
    write("4")
    typed = QSignalSpy(scale.typed)
    QTest.keyClicks(focus(), sign)
    assert scale.value() == 4
    assert typed.count() == 0


def test_nought_is_ten_where_there_is_a_ten(theme: Theme, on_screen: Callable[..., None]) -> None:
    scale = shown(theme, on_screen, tuple(f"point {at}" for at in range(1, 12)))
    write("0")
    assert scale.value() == 10
    press(Qt.Key.Key_Right)
    assert scale.value() == 11


def test_the_first_arrow_takes_the_point_that_has_the_focus(scale: AnswerScale) -> None:
    picked = QSignalSpy(scale.picked)
    press(Qt.Key.Key_Right)
    assert scale.value() == 1
    press(Qt.Key.Key_Right, times=2)
    assert scale.value() == 3
    press(Qt.Key.Key_Up)
    assert scale.value() == 4
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Down)
    assert scale.value() == 2
    assert picked.count() == 6


def test_arrows_stop_at_the_ends(scale: AnswerScale) -> None:
    press(Qt.Key.Key_Right, times=12)
    assert scale.value() == 7
    press(Qt.Key.Key_Left, times=12)
    assert scale.value() == 1


def test_arrows_go_the_way_the_row_goes(scale: AnswerScale) -> None:
    scale.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    write("4")
    press(Qt.Key.Key_Left)
    assert scale.value() == 5
    press(Qt.Key.Key_Up)
    assert scale.value() == 6


def test_delete_takes_the_answer_back(scale: AnswerScale, qtbot: QtBot) -> None:
    write("5")
    with qtbot.waitSignal(scale.cleared):
        press(Qt.Key.Key_Delete)
    assert scale.value() is None


def test_keys_with_a_modifier_are_not_answers(scale: AnswerScale) -> None:
    press(Qt.Key.Key_3, CTRL)
    assert scale.value() is None
    press(Qt.Key.Key_3, Qt.KeyboardModifier.KeypadModifier)
    assert scale.value() == 3


@pytest.mark.parametrize("by", ["mouse", "space"])
def test_a_click_answers(scale: AnswerScale, qtbot: QtBot, by: str) -> None:
    with qtbot.waitSignal(scale.clicked) as signal:
        if by == "mouse":
            QTest.mouseClick(points(scale)[5], Qt.MouseButton.LeftButton)
        else:
            points(scale)[5].setFocus()
            press(Qt.Key.Key_Space)
    assert signal.args == [6]
    assert scale.value() == 6


def test_it_is_one_stop_of_the_tab_key_whatever_is_answered(scale: AnswerScale) -> None:
    for value in (None, 1, 7, 4):
        scale.set_value(value)
        scale.window().findChildren(QLineEdit)[0].setFocus()
        press(Qt.Key.Key_Tab)
        assert focus() is points(scale)[(value or 1) - 1]
        press(Qt.Key.Key_Tab)
        after = focus()
        assert isinstance(after, QLineEdit)
        assert after.text() == "after"
        press(Qt.Key.Key_Backtab, SHIFT)
        assert scale.isAncestorOf(focus())


def test_it_says_when_the_keyboard_comes_in_and_not_when_the_mouse_does(scale: AnswerScale) -> None:
    scale.window().findChildren(QLineEdit)[0].setFocus()
    entered = QSignalSpy(scale.entered)
    press(Qt.Key.Key_Tab)
    assert entered.count() == 1
    scale.window().findChildren(QLineEdit)[0].setFocus()
    QTest.mouseClick(points(scale)[3], Qt.MouseButton.LeftButton)
    assert entered.count() == 1


def test_values_come_back(scale: AnswerScale) -> None:
    for value in (1, 7, None, 4, None):
        scale.set_value(value)
        assert scale.value() == value


def test_a_screen_reader_hears_number_label_and_sentence(scale: AnswerScale) -> None:
    first = points(scale)[0]
    interface = QAccessible.queryAccessibleInterface(first)
    assert interface is not None
    assert interface.role() == QAccessible.Role.RadioButton
    assert spoken_name(first) == f"1, {ATTACH.points[0]}"
    assert described(first) == SENTENCE
    assert spoken_name(scale) == SENTENCE
    assert described(scale) == "How much?"
    scale.set_sentence("I frown.")
    assert described(first) == "I frown."


def test_other_labels_make_other_points(scale: AnswerScale) -> None:
    write("7")
    scale.set_labels(("no", "yes"))
    assert [point.accessibleName() for point in points(scale)] == ["1, no", "2, yes"]
    assert scale.value() is None
    before = points(scale)
    scale.set_labels(("no", "yes"))
    assert points(scale) == before


def test_without_points_there_is_nothing_to_focus(theme: Theme) -> None:
    empty = AnswerScale(theme)
    empty.start()
    assert empty.value() is None


@pytest.mark.parametrize("width", [560, 820])
def test_long_labels_are_there_in_full(theme: Theme, on_screen: Callable[..., None], width: int) -> None:
    scale = shown(theme, on_screen, tuple(f"a rather long label for the point {at} of the scale" for at in range(11)))
    scale.window().resize(width, 500)
    settle()
    metrics = QFontMetrics(theme.font("small", bold=True))
    for point in points(scale):
        text = point.accessibleName().split(", ")[1]
        flags = int(Qt.TextFlag.TextWordWrap)
        needed = metrics.boundingRect(QRect(0, 0, point.width() - 4, 9999), flags, text).height()
        assert point.height() >= 34 + 8 + needed


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_an_answer_looks_different_and_so_does_the_focus(scale: AnswerScale, theme: Theme, choice: str) -> None:
    theme.choose(choice)
    point = points(scale)[5]
    plain = point.grab().toImage()
    scale.set_value(6)
    answered = point.grab().toImage()
    point.setFocus()
    assert plain != answered
    assert answered != point.grab().toImage()


def act(point: QRadioButton) -> None:
    """What a screen reader does to choose: the first action that the point offers."""
    interface = QAccessible.queryAccessibleInterface(point)
    assert interface is not None
    actions = interface.actionInterface()
    assert actions is not None
    actions.doAction(actions.actionNames()[0])


def test_a_screen_reader_answers(scale: AnswerScale) -> None:
    clicked = QSignalSpy(scale.clicked)
    act(points(scale)[2])
    act(points(scale)[6])
    assert scale.value() == 7
    assert [clicked.at(at) for at in range(clicked.count())] == [[3], [7]]


def test_the_same_answer_clicked_again_is_told_again(scale: AnswerScale) -> None:
    clicked = QSignalSpy(scale.clicked)
    for _ in range(2):
        QTest.mouseClick(points(scale)[4], Qt.MouseButton.LeftButton)
    assert [clicked.at(at) for at in range(clicked.count())] == [[5], [5]]


def test_one_click_is_one_answer_even_where_another_answer_takes_its_place(scale: AnswerScale) -> None:
    heard: list[int] = []

    def next_sentence(value: int) -> None:
        heard.append(value)
        scale.set_value(6)

    scale.clicked.connect(next_sentence)
    QTest.mouseClick(points(scale)[2], Qt.MouseButton.LeftButton)
    assert heard == [3]


def test_what_is_set_is_not_told(scale: AnswerScale) -> None:
    clicked = QSignalSpy(scale.clicked)
    scale.set_value(3)
    write("5")
    press(Qt.Key.Key_Right)
    assert clicked.count() == 0
