"""Pages that scroll, columns that stay readable."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QRadioButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import CONTENT_WIDTH, LINE_CHARACTERS, WIDE
from attach_desktop.ui.widgets.column import Lines, centred, emptied, fill, held, line_width, scrolled
from attach_desktop.ui.widgets.labels import label
from tests.ui.hands import press, settle


def page(content: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(content)
    return made


def test_a_scrolled_page_scrolls_up_and_down_only(theme: Theme, on_screen: Callable[..., None]) -> None:
    inside = QWidget()
    inside.setMinimumSize(2000, 2000)
    area = scrolled(inside)
    on_screen(area, QSize(400, 300))
    assert area.verticalScrollBar().isVisible()
    assert not area.horizontalScrollBar().isVisible()
    assert area.focusPolicy() == Qt.FocusPolicy.NoFocus


def choices(on_screen: Callable[..., None]) -> list[QRadioButton]:
    """More choices than there is room for."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    made = [QRadioButton(f"choice {at}") for at in range(40)]
    for one in made:
        column.addWidget(one)
    made[0].setChecked(True)
    on_screen(scrolled(inside), QSize(300, 200))
    made[0].setFocus()
    return made


def test_it_follows_the_focus_also_by_arrow(theme: Theme, on_screen: Callable[..., None]) -> None:
    made = choices(on_screen)
    press(Qt.Key.Key_Down, times=39)
    assert made[39].hasFocus()
    assert made[39].visibleRegion().boundingRect().height() == made[39].height()


def test_what_one_clicks_on_stays_under_the_mouse(theme: Theme, on_screen: Callable[..., None]) -> None:
    made = choices(on_screen)
    half = next(one for one in made if 0 < one.visibleRegion().boundingRect().height() < one.height())
    before = half.mapToGlobal(QPoint())
    QTest.mouseClick(half, Qt.MouseButton.LeftButton, pos=QPoint(10, 2))
    assert half.isChecked()
    assert half.mapToGlobal(QPoint()) == before


@pytest.mark.parametrize(("window", "expected"), [(700, 700 - 2 * WIDE), (3000, CONTENT_WIDTH)])
def test_centred_content_takes_what_there_is_up_to_its_width(
    theme: Theme, on_screen: Callable[..., None], window: int, expected: int
) -> None:
    content = QLabel("x")
    holder = centred(content)
    on_screen(holder, QSize(window, 200))
    assert content.width() == pytest.approx(expected, abs=6)
    assert content.geometry().center().x() == pytest.approx(window / 2, abs=3)


@pytest.mark.parametrize(("window", "expected"), [(250, 250), (900, 300)])
def test_held_content_stays_at_the_left(
    theme: Theme, on_screen: Callable[..., None], window: int, expected: int
) -> None:
    content = QLabel("x")
    on_screen(page(held(content, 300)), QSize(window, 200))
    assert content.width() == pytest.approx(expected, abs=2)
    assert content.geometry().left() == 0


def test_a_held_text_is_as_high_as_its_lines(theme: Theme, on_screen: Callable[..., None]) -> None:
    text = label("word " * 60)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(held(text, 200))
    column.addStretch()
    on_screen(scrolled(inside), QSize(900, 900))
    settle()
    assert text.height() >= text.heightForWidth(text.width())


def test_a_line_is_no_longer_than_is_good_to_read(theme: Theme) -> None:
    text = label("Distance or silence seems to leave you fairly calm, and so on.")
    width = line_width(text)
    assert width == text.fontMetrics().averageCharWidth() * LINE_CHARACTERS
    assert text.fontMetrics().horizontalAdvance("e" * LINE_CHARACTERS) <= width * 1.2


def test_an_emptied_box_shows_nothing_at_once_and_its_widgets_are_destroyed(
    theme: Theme, on_screen: Callable[..., None]
) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    lines = [QLabel("one"), QLabel("two")]
    for line in lines:
        column.addWidget(line)
    column.addStretch()
    on_screen(window)
    emptied(column)
    assert column.count() == 0
    assert not any(line.isVisible() for line in lines)
    settle()
    assert not any(isValid(line) for line in lines)


def test_lines_are_replaced_by_others_and_say_whether_there_are_any(
    theme: Theme, on_screen: Callable[..., None]
) -> None:
    card = Lines(2)
    assert card.show_lines([QLabel("one"), QLabel("two")])
    on_screen(card)
    assert card.show_lines([QLabel("three")])
    settle()
    assert [one.text() for one in card.findChildren(QLabel)] == ["three"]
    assert not card.show_lines([])
    assert not card.start()


def test_a_page_is_filled_to_its_edges(theme: Theme, on_screen: Callable[..., None]) -> None:
    page, column = QWidget(), QVBoxLayout()
    text = QLabel("words")
    column.addWidget(text)
    area = fill(page, column, 300)
    on_screen(page, QSize(700, 200))
    assert area.geometry() == page.rect()
    content = text.parentWidget()
    assert content is not None
    assert content.width() == 300
    assert abs(content.mapTo(page, content.rect().center()).x() - page.rect().center().x()) <= 10
