"""Rows to look at and to choose from in a dialog."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.ui.dialogs.rows import Index, Rows, RowsTable
from attach_desktop.ui.theme.theme import Theme
from tests.ui.hands import SHIFT, focus, press, spoken_name

SINGLE = QAbstractItemView.SelectionMode.SingleSelection
SEVERAL = QAbstractItemView.SelectionMode.ExtendedSelection


class Teas(Rows[str]):
    """Teas, and how long their names are."""

    def heads(self) -> tuple[str, ...]:
        return "Tea", "Length"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        tea = self.at(index.row())
        return (tea, len(tea))[index.column()] if role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture
def teas(qapp: QObject) -> Teas:
    return Teas(qapp)


def test_there_is_a_row_for_each_thing_and_a_column_for_each_name(teas: Teas, qtbot: QtBot) -> None:
    assert (teas.rowCount(), teas.columnCount()) == (0, 2)
    with qtbot.waitSignal(teas.modelReset):
        teas.show(["mint", "sencha"])
    assert (teas.rowCount(), teas.at(1)) == (2, "sencha")
    assert (teas.rowCount(teas.index(0, 0)), teas.columnCount(teas.index(0, 0))) == (0, 0)


def test_only_columns_have_names(teas: Teas) -> None:
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert [teas.headerData(column, across) for column in (0, 1)] == ["Tea", "Length"]
    assert teas.headerData(0, down) is None
    assert teas.headerData(0, across, Qt.ItemDataRole.ToolTipRole) is None
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    assert teas.headerData(0, across, Qt.ItemDataRole.TextAlignmentRole) == left


@pytest.mark.parametrize(("mode", "chosen"), [(SINGLE, [0]), (SEVERAL, [0, 1, 2])])
def test_whole_rows_are_chosen_by_keyboard(
    teas: Teas,
    theme: Theme,
    on_screen: Callable[..., None],
    mode: QAbstractItemView.SelectionMode,
    chosen: list[int],
) -> None:
    teas.show(["mint", "sencha", "assam"])
    table = RowsTable(teas, "Teas", mode)
    on_screen(table)
    table.setFocus()
    press(Qt.Key.Key_Down, times=2)
    assert table.chosen() == [2]
    press(Qt.Key.Key_Up, SHIFT, times=2)
    assert table.chosen() == chosen
    table.clearSelection()
    assert table.chosen() == []


def test_tab_leaves_it_and_a_screen_reader_has_its_name(
    teas: Teas, theme: Theme, on_screen: Callable[..., None]
) -> None:
    teas.show(["mint", "sencha"])
    window, table, after = QWidget(), RowsTable(teas, "Teas", SINGLE), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(table)
    column.addWidget(after)
    on_screen(window)
    table.setFocus()
    press(Qt.Key.Key_Tab)
    assert focus() is after
    assert spoken_name(table) == "Teas"


def test_a_row_is_chosen_whatever_keys_are_held(teas: Teas, theme: Theme, on_screen: Callable[..., None]) -> None:
    teas.show(["mint", "sencha", "assam"])
    table = RowsTable(teas, "Teas", SEVERAL)
    on_screen(table)
    # Qt believes that Ctrl is still down, as where a dialog was opened by a key.
    QTest.keyPress(table, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        for row in (1, 1, 2):
            table.choose(row)
            assert table.chosen() == [row]
            assert table.currentIndex().row() == row
    finally:
        QTest.keyRelease(table, Qt.Key.Key_Control)
