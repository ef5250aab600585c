"""A chart that is read: keys, mouse, zoom, and what is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from attach_desktop.ui.charts.chart import WHOLE, Span
from attach_desktop.ui.charts.reader import ChartReader
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import THEMES
from attach_desktop.vault.finding import Filter
from tests.ui.charts.made import chart_of, days
from tests.ui.hands import CTRL, NONE, focus, press

key = Qt.Key


@pytest.fixture
def reader(theme: Theme, on_screen: Callable[..., None]) -> ChartReader:
    """Thirty days, with the focus."""
    made = ChartReader(theme, chart_of(replace(days(30), lines=())))
    window = QWidget()
    column = QVBoxLayout(window)
    line = QLineEdit()
    line.setAccessibleName("before")
    column.addWidget(line)
    column.addWidget(made)
    on_screen(window, QSize(520, 320))
    made.setFocus()
    return made


def description(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)


def test_arrows_go_from_value_to_value_and_say_each(reader: ChartReader) -> None:
    said: list[str] = []
    reader.read.connect(said.append)
    press(key.Key_Right, times=3)
    press(key.Key_Left)
    assert said == ["reading 0: 1", "reading 1: 2", "reading 2: 3", "reading 1: 2"]
    assert description(reader) == "reading 1: 2 Moods went up and down."


def test_home_and_end(reader: ChartReader) -> None:
    press(key.Key_End)
    assert reader.reading == "reading 29: 5"
    press(key.Key_Right)
    assert reader.reading == "reading 29: 5"
    press(key.Key_Home)
    assert reader.reading == "reading 0: 1"
    press(key.Key_Left)
    assert reader.reading == "reading 0: 1"


def test_the_first_step_back_begins_at_the_end(reader: ChartReader) -> None:
    press(key.Key_Left)
    assert reader.reading == "reading 29: 5"


def test_up_and_down_go_to_the_nearest_above_and_below(reader: ChartReader) -> None:
    press(key.Key_Down)
    assert reader.reading == "reading 0: 1"
    press(key.Key_Up)
    assert reader.reading == "reading 1: 2"
    press(key.Key_Down)
    assert reader.reading in ("reading 0: 1", "reading 5: 1")
    press(key.Key_Down)
    assert reader.reading.endswith(": 1")


def test_escape_takes_the_mark_away(reader: ChartReader) -> None:
    plain = reader.grab().toImage()
    press(key.Key_Right)
    assert reader.grab().toImage() != plain
    press(key.Key_Escape)
    assert reader.reading == ""
    assert description(reader) == "Moods went up and down."
    assert reader.grab().toImage() == plain


def test_the_mark_goes_with_the_focus(reader: ChartReader) -> None:
    press(key.Key_Right)
    press(key.Key_Tab)
    assert focus() is not reader
    assert reader.reading == ""


def test_plus_minus_and_nought_zoom_around_the_mark(reader: ChartReader) -> None:
    press(key.Key_End)
    press(key.Key_Plus, times=3)
    assert reader.span.width < 0.5
    assert reader.span.end == pytest.approx(1.0, abs=0.05)
    assert reader.reading == "reading 29: 5"
    press(key.Key_Minus)
    assert reader.span.width > 0.5
    press(key.Key_0)
    assert reader.span == WHOLE


def test_reading_past_the_edge_moves_the_time_along(reader: ChartReader) -> None:
    press(key.Key_Home)
    press(key.Key_Plus, times=4)
    begin = reader.span.begin
    last = 0
    for _ in range(29):
        press(key.Key_Right)
        number = int(reader.reading.split(":")[0].split()[-1])
        assert number == last + 1
        last = number
    assert reader.span.begin > begin


def test_pages_pan(reader: ChartReader) -> None:
    press(key.Key_Plus, times=4)
    before = reader.span
    press(key.Key_PageDown)
    assert reader.span.begin > before.begin
    press(key.Key_PageUp)
    assert reader.span.begin == pytest.approx(before.begin)


def test_a_mark_that_goes_out_of_sight_goes_to_its_nearest(reader: ChartReader) -> None:
    press(key.Key_Home)
    reader.zoom(Span(0.5, 0.9))
    assert reader.reading == "reading 15: 1"


def test_one_that_does_not_zoom_leaves_those_keys_alone(theme: Theme, on_screen: Callable[..., None]) -> None:
    made = ChartReader(theme, chart_of(days(30), zooms=False))
    on_screen(made, QSize(460, 240))
    made.setFocus()
    press(key.Key_Plus)
    made.zoom(Span(0.2, 0.4))
    assert made.span == WHOLE


def test_without_anything_to_read_keys_do_nothing(theme: Theme, on_screen: Callable[..., None]) -> None:
    made = ChartReader(theme, chart_of(replace(days(30), days=(), lines=())))
    on_screen(made, QSize(460, 240))
    made.setFocus()
    for one in (key.Key_Right, key.Key_Up, key.Key_Home, key.Key_Escape, key.Key_Plus):
        press(one)
    assert made.reading == ""


def test_enter_leads_to_what_is_behind_a_value(theme: Theme, on_screen: Callable[..., None]) -> None:
    leads = (Filter(query="one"), None, Filter(query="three"))
    made = ChartReader(theme, replace(chart_of(replace(days(3), lines=())), leads=leads))
    followed: list[object] = []
    made.followed.connect(followed.append)
    on_screen(made, QSize(460, 240))
    made.setFocus()
    press(key.Key_Return)
    for _ in leads:
        press(key.Key_Right)
        press(key.Key_Return)
    assert followed == [leads[0], leads[2]]
    assert "Enter shows the entries." in description(made)
    press(key.Key_Left)
    assert "Enter" not in description(made)
    spot = made.spots[0].at.toPoint()
    QTest.mouseDClick(made, Qt.MouseButton.LeftButton, NONE, spot)
    QTest.mouseDClick(made, Qt.MouseButton.LeftButton, NONE, made.spots[1].at.toPoint())
    assert followed == [leads[0], leads[2], leads[0]]


# -- the mouse ---------------------------------------------------------------------------------------------------------


def over(reader: ChartReader, at: QPointF) -> None:
    QTest.mouseMove(reader, at.toPoint())
    QApplication.processEvents()


def test_what_is_under_the_mouse_is_told(reader: ChartReader) -> None:
    said: list[str] = []
    reader.read.connect(said.append)
    over(reader, reader.spots[4].at)
    assert reader.reading == "reading 4: 5"
    over(reader, QPointF(2, 2))
    assert reader.reading == ""
    assert said == ["reading 4: 5", ""]


def test_when_the_mouse_leaves_nothing_is_told_any_more(reader: ChartReader) -> None:
    over(reader, reader.spots[4].at)
    QApplication.sendEvent(reader, QEvent(QEvent.Type.Leave))
    assert reader.reading == ""
    QApplication.sendEvent(reader, QEvent(QEvent.Type.Leave))
    assert reader.reading == ""


def test_only_the_left_button_reads(reader: ChartReader) -> None:
    QTest.mouseClick(reader, Qt.MouseButton.RightButton, NONE, reader.spots[6].at.toPoint())
    assert not reader.reading.startswith("reading 6") or reader._marked is None


def test_keys_with_ctrl_are_the_windows(reader: ChartReader) -> None:
    press(key.Key_Right, CTRL)
    assert reader.reading == ""


def test_a_click_begins_reading_there(reader: ChartReader) -> None:
    QTest.mouseClick(reader, Qt.MouseButton.LeftButton, NONE, reader.spots[6].at.toPoint())
    assert reader.reading == "reading 6: 2"
    press(key.Key_Right)
    assert reader.reading == "reading 7: 3"


def test_the_time_is_dragged_along(reader: ChartReader) -> None:
    reader.zoom(Span(0.4, 0.6))
    QTest.mousePress(reader, Qt.MouseButton.LeftButton, NONE, QPoint(300, 60))
    over(reader, QPointF(200, 60))
    QTest.mouseRelease(reader, Qt.MouseButton.LeftButton, NONE, QPoint(200, 60))
    assert reader.span.begin > 0.4
    assert reader.span.width == pytest.approx(0.2)
    after = reader.span
    over(reader, QPointF(250, 60))
    assert reader.span == after


def wheel(reader: ChartReader, turned: QPoint, modifiers: Qt.KeyboardModifier) -> bool:
    at = QPointF(reader.width() / 2, 50)
    event = QWheelEvent(
        at,
        reader.mapToGlobal(at),
        QPoint(),
        turned,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(reader, event)
    return event.isAccepted()


def test_the_wheel_alone_scrolls_the_page(reader: ChartReader) -> None:
    assert not wheel(reader, QPoint(0, 120), NONE)
    assert reader.span == WHOLE


def test_the_wheel_zooms_with_ctrl_and_pans_with_shift(reader: ChartReader) -> None:
    assert wheel(reader, QPoint(0, 120), Qt.KeyboardModifier.ControlModifier)
    nearer = reader.span
    assert nearer.width < 1
    assert wheel(reader, QPoint(0, -120), Qt.KeyboardModifier.ShiftModifier)
    assert reader.span.begin > nearer.begin
    assert wheel(reader, QPoint(0, -1200), Qt.KeyboardModifier.ControlModifier)
    assert reader.span == WHOLE


@pytest.mark.parametrize("theme_name", THEMES)
def test_the_reading_is_seen_in_every_theme(reader: ChartReader, theme: Theme, theme_name: str) -> None:
    theme.choose(theme_name)
    plain = reader.grab().toImage()
    press(key.Key_End)
    marked = reader.grab().toImage()
    assert marked != plain
    assert marked.size() == plain.size()
