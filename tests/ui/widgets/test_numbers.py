"""A table of figures: all of it can be read at every width, and by a screen reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QTableWidget, QVBoxLayout, QWidget

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.numbers import number_table
from tests.ui.hands import focus, press, settle

HEADS = ("sentence", "axis", "answer", "part")
ROWS = [
    ("When a plan with someone close to me falls through, I picture them drifting away from me.", "one", "6", "0.86"),
    ("Short.", "other", "–", "–"),
    ("When I am away from people close to me, I still like who I am, and so on and so forth.", "one", "−2", "0.5"),
]


@pytest.fixture
def table(theme: Theme, on_screen: Callable[..., None]) -> QTableWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    line = QLineEdit()
    column.addWidget(line)
    made = number_table("Figures", HEADS, ROWS)
    column.addWidget(made)
    column.addStretch()
    on_screen(window, QSize(900, 600))
    line.setFocus()
    return made


def right(table: QTableWidget, column: int) -> bool:
    item = table.item(0, column)
    assert item is not None
    return bool(item.textAlignment() & int(Qt.AlignmentFlag.AlignRight))


@pytest.mark.parametrize("width", [420, 560, 700, 1200])
def test_all_of_a_sentence_can_be_read(table: QTableWidget, width: int) -> None:
    table.window().resize(width, 600)
    settle()
    room = table.columnWidth(0) - 18
    for row, (sentence, *_) in enumerate(ROWS):
        needed = table.fontMetrics().boundingRect(QRect(0, 0, room, 9999), int(Qt.TextFlag.TextWordWrap), sentence)
        assert needed.height() <= table.rowHeight(row)


@pytest.mark.parametrize("width", [420, 700])
def test_it_is_as_high_as_its_rows(table: QTableWidget, width: int) -> None:
    table.window().resize(width, 600)
    settle()
    rows = sum(table.rowHeight(row) for row in range(len(ROWS)))
    assert table.height() - table.horizontalHeader().height() - rows in range(8)
    assert not table.verticalScrollBar().isVisible()
    assert not table.horizontalScrollBar().isVisible()


def test_figures_stand_to_the_right_under_their_heads_and_words_to_the_left(table: QTableWidget) -> None:
    assert [right(table, column) for column in range(4)] == [False, False, True, True]
    heads = [table.horizontalHeaderItem(column) for column in range(4)]
    assert [bool(head and head.textAlignment() & int(Qt.AlignmentFlag.AlignRight)) for head in heads] == [
        False,
        False,
        True,
        True,
    ]


def test_the_first_column_is_words_even_where_it_looks_like_figures(theme: Theme) -> None:
    made = number_table("Figures", ("take", "mean"), [("2026", "1.0")])
    assert not right(made, 0)


def test_without_rows_there_are_only_heads(theme: Theme) -> None:
    made = number_table("Nothing", HEADS, [])
    assert made.rowCount() == 0
    assert [head.text() for column in range(4) if (head := made.horizontalHeaderItem(column))] == list(HEADS)


def test_one_can_go_through_it_and_change_nothing(table: QTableWidget) -> None:
    press(Qt.Key.Key_Tab)
    assert focus() is table
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right)
    assert (table.currentRow(), table.currentColumn()) == (1, 1)
    press(Qt.Key.Key_F2)
    press(Qt.Key.Key_X)
    item = table.item(1, 1)
    assert item is not None
    assert item.text() == "other"
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focus() is not table


def test_a_screen_reader_finds_a_table_with_heads(table: QTableWidget) -> None:
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface is not None
    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Figures"
    cells = [interface.child(at) for at in range(interface.childCount())]
    heads = [cell.text(QAccessible.Text.Name) for cell in cells if cell.role() == QAccessible.Role.ColumnHeader]
    assert heads == list(HEADS)
    told = [cell.text(QAccessible.Text.Name) for cell in cells if cell.role() == QAccessible.Role.Cell]
    assert told == [text for row in ROWS for text in row]
