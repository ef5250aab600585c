"""Every sentence on one page: by keyboard alone, by mouse alone, and where the page scrolls to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QRadioButton, QScrollArea, QWidget

from attach_desktop.quiz.words import Words
from attach_desktop.ui.quiz.all_view import AllView
from attach_desktop.ui.theme.theme import Theme
from tests.quiz.samples import ATTACH
from tests.quiz.takes import sitting
from tests.ui.hands import focus, press, settle, write
from tests.ui.quiz.takes import described, shown_text


@pytest.fixture
def view(theme: Theme, words: Words, on_screen: Callable[..., None]) -> AllView:
    made = AllView(theme, words)
    on_screen(made, QSize(900, 500))
    made.show_items(sitting(layout="all"), ATTACH)
    settle()
    made.start(0)
    return made


def place(view: AllView) -> int | None:
    """The sentence that has the focus."""
    return next((at for at, row in enumerate(view.rows) if row.isAncestorOf(focus())), None)


def answers(view: AllView) -> list[int | None]:
    return [row.scale.value() for row in view.rows]


def in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().height() == widget.height()


def test_it_shows_every_sentence(view: AllView) -> None:
    told = shown_text(view)
    for at in range(16):
        assert f"{at + 1}.  {ATTACH.sentence(at, ATTACH.lens('general'))}" in told
    assert "can stay without an answer" in told
    assert ATTACH.time_frame in told


def test_sixteen_digits_answer_all_and_enter_finishes(view: AllView) -> None:
    heard = QSignalSpy(view.answered)
    for at in range(16):
        assert place(view) == at
        assert in_sight(view.rows[at])
        write(str(at % 7 + 1))
    assert answers(view) == [at % 7 + 1 for at in range(16)]
    assert heard.count() == 16
    assert focus() is view.finish_button
    assert in_sight(view.finish_button)
    finished = QSignalSpy(view.finish_asked)
    press(Qt.Key.Key_Return)
    assert finished.count() == 1


def test_backspace_goes_back_and_enter_goes_on(view: AllView) -> None:
    write("12")
    press(Qt.Key.Key_Backspace)
    assert place(view) == 1
    press(Qt.Key.Key_Backspace, times=5)
    assert place(view) == 0
    press(Qt.Key.Key_Return, times=16)
    assert focus() is view.finish_button
    press(Qt.Key.Key_Backspace)
    assert place(view) == 15
    assert in_sight(view.rows[15])
    assert answers(view)[:3] == [1, 2, None]


def test_arrows_answer_and_stay(view: AllView) -> None:
    press(Qt.Key.Key_Right, times=3)
    assert place(view) == 0
    assert answers(view)[0] == 3


def test_tab_goes_from_sentence_to_sentence_and_scrolls_along(view: AllView) -> None:
    for at in range(16):
        assert place(view) == at
        assert in_sight(view.rows[at])
        press(Qt.Key.Key_Tab)
    assert place(view) is None


def test_one_hears_which_sentence_one_has_come_to(view: AllView) -> None:
    seen = QSignalSpy(view.seen)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert [seen.at(at) for at in range(seen.count())] == [[1], [2]]


def test_a_click_answers_and_moves_nothing(view: AllView) -> None:
    bar = view.findChildren(QScrollArea)[0].verticalScrollBar()
    bar.setValue(150)
    point = view.rows[3].scale.findChildren(QRadioButton)[4]
    QTest.mouseClick(point, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert answers(view)[3] == 5
    assert bar.value() == 150
    assert place(view) == 3


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_an_answer_can_be_taken_back(view: AllView, by: str) -> None:
    row = view.rows[0]
    assert not row.clear_button.isVisible()
    press(Qt.Key.Key_Right)
    assert row.clear_button.isVisible()
    heard = QSignalSpy(view.answered)
    if by == "key":
        press(Qt.Key.Key_Delete)
    else:
        QTest.mouseClick(row.clear_button, Qt.MouseButton.LeftButton)
    assert heard.at(0) == [0, None]
    assert answers(view)[0] is None
    assert not row.clear_button.isVisible()


def test_what_was_answered_before_is_on_show_and_one_starts_where_one_was(view: AllView) -> None:
    view.show_items(sitting(layout="all", answers=(7,) * 12 + (None,) * 4, item=12), ATTACH)
    view.start(12)
    settle()
    assert answers(view) == [7] * 12 + [None] * 4
    assert place(view) == 12
    assert in_sight(view.rows[12])
    assert len(view.findChildren(QScrollArea)) == 1


def test_one_can_stop(view: AllView) -> None:
    stopped = QSignalSpy(view.stop_asked)
    view.start(16)
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Return)
    assert stopped.count() == 1


def test_other_keys_are_left_to_the_page(view: AllView) -> None:
    press(Qt.Key.Key_F5)
    assert place(view) == 0
    assert answers(view) == [None] * 16


def test_a_screen_reader_hears_the_sentence_with_each_point(view: AllView) -> None:
    point = view.rows[1].scale.findChildren(QRadioButton)[0]
    assert described(point) == ATTACH.sentence(1, ATTACH.lens("general"))
    assert "struggle" in view.rows[1].clear_button.accessibleName()


def test_before_anything_is_shown_nothing_breaks(theme: Theme, words: Words, on_screen: Callable[..., None]) -> None:
    empty = AllView(theme, words)
    on_screen(empty, QSize(400, 300))
    empty.setFocus()
    empty.start(0)
    assert empty.rows == []
