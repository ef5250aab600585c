"""A chart on the screen: what it says, how large it is, that it can have the focus."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QPainter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from attach_desktop.ui.charts.view import ChartView
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import THEMES, Palette
from tests.ui.hands import focus, press


def fill(painter: QPainter, box: QRectF, palette: Palette, font: QFont) -> None:
    painter.fillRect(box, QColor(palette.accent))


@pytest.fixture
def chart(theme: Theme) -> ChartView:
    made = ChartView(theme, "The plane", (200, 100))
    made.show_chart(fill, "A point at 3 and 4.")
    return made


def test_it_says_its_name_and_its_sentence(chart: ChartView) -> None:
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "The plane"
    assert interface.text(QAccessible.Text.Description) == "A point at 3 and 4."
    chart.show_chart(fill, "Another point.")
    assert interface.text(QAccessible.Text.Description) == "Another point."


def test_tab_comes_by(chart: ChartView, on_screen: Callable[..., None]) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    line = QLineEdit()
    column.addWidget(line)
    column.addWidget(chart)
    on_screen(window)
    line.setFocus()
    plain = chart.grab().toImage()
    press(Qt.Key.Key_Tab)
    assert focus() is chart
    assert chart.grab().toImage() != plain


def test_a_square_one_is_as_high_as_it_is_wide(theme: Theme) -> None:
    square = ChartView(theme, "Square", (300, 300), square=True)
    assert square.hasHeightForWidth()
    assert square.heightForWidth(241) == 241
    assert square.sizeHint() == QSize(300, 300)
    assert square.minimumSizeHint() == QSize(150, 150)


def test_one_that_is_not_square_keeps_its_height(chart: ChartView) -> None:
    assert not chart.hasHeightForWidth()
    assert chart.heightForWidth(1000) == 100


def test_without_a_drawing_it_is_empty(theme: Theme) -> None:
    empty, other = ChartView(theme, "Nothing", (50, 50)), QWidget()
    for widget in (empty, other):
        widget.resize(50, 50)
    assert empty.grab().toImage() == other.grab().toImage()


@pytest.mark.parametrize("name", THEMES)
def test_it_follows_the_theme(chart: ChartView, theme: Theme, name: str) -> None:
    theme.choose(name)
    chart.resize(200, 100)
    assert chart.grab().toImage().pixelColor(100, 50).name().upper() == THEMES[name].accent
