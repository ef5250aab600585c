"""The numbers of a chart as a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QAccessible

from attach_desktop.ui.charts.chart import Table
from attach_desktop.ui.charts.numbers import NumbersModel, NumbersView
from tests.ui.hands import press

TABLE = Table(("Day", "Median", "Word"), (("2026-11-08", "2.5", "uneasy"), ("2026-11-09", "−1", "calm")))


def test_every_cell_is_there(qapp: object) -> None:
    model = NumbersModel(TABLE)
    assert (model.rowCount(), model.columnCount()) == (2, 3)
    found = tuple(tuple(str(model.index(row, column).data()) for column in range(3)) for row in range(2))
    assert found == TABLE.rows
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(3)]
    assert tuple(heads) == TABLE.heads
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex(), Qt.ItemDataRole.DecorationRole) is None


def test_figures_stand_right_and_words_left(qapp: object) -> None:
    model = NumbersModel(TABLE)
    sides = [model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) for column in range(3)]
    right = [bool(Qt.AlignmentFlag(side) & Qt.AlignmentFlag.AlignRight) for side in sides]
    assert right == [False, True, False]
    head = model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag(head) & Qt.AlignmentFlag.AlignRight


def test_it_is_a_table_to_a_screen_reader_and_to_the_keyboard(on_screen: Callable[..., None]) -> None:
    view = NumbersView("Mood, as a table", TABLE)
    on_screen(view, QSize(400, 200))
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Mood, as a table"
    view.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1


@pytest.mark.parametrize("width", [220, 700])
def test_words_of_the_first_column_are_whole_however_narrow_it_is(on_screen: Callable[..., None], width: int) -> None:
    word = "a trigger with quite a long name"
    view = NumbersView("Triggers", Table(("Trigger", "Entries", "Days"), ((word, "20", "19"), ("short", "3", "3"))))
    on_screen(view, QSize(width, 200))
    assert view.columnWidth(0) > view.fontMetrics().horizontalAdvance(word)
    assert view.horizontalScrollBar().isVisible() == (width == 220)
    assert view.rowViewportPosition(1) + view.rowHeight(1) <= view.viewport().height()
    if width == 700:
        assert view.columnViewportPosition(2) + view.columnWidth(2) == pytest.approx(view.viewport().width(), abs=1)


def test_many_rows_scroll_in_a_low_table(qapp: object) -> None:
    many = NumbersView("many", Table(("Day", "n"), tuple((str(at), "1") for at in range(4000))))
    few = NumbersView("few", TABLE)
    assert few.height() < many.height() < 400
