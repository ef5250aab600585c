"""The table's keys, and that it tells of what a person chooses and of nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.finding.found_model import FoundModel
from attach_desktop.ui.finding.found_table import FoundTable
from attach_desktop.ui.journal.entry_delegate import EntryDelegate
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.ui.theme.theme import Theme
from tests.support import NOW
from tests.ui.hands import focus_name, press
from tests.ui.journal.entries import add_days


@pytest.fixture
def table(
    store: JournalStore, theme: Theme, vocabulary: Vocabulary, on_screen: Callable[..., None]
) -> FoundTable[Entry]:
    add_days(store, 2, each=1)
    text = RowText(vocabulary, NOW.date)
    model: FoundModel[Entry] = FoundModel(store, text.sentence)
    model.show(Filter())
    made: FoundTable[Entry] = FoundTable("Entries", model, theme)
    # The model is kept by nobody else here.
    model.setParent(made)
    made.draw_with(EntryDelegate(theme, text, str, made))
    on_screen(made)
    made.setFocus()
    return made


def test_it_has_its_name_and_rows_of_the_delegates_height(table: FoundTable[Entry]) -> None:
    assert focus_name() == "Entries"
    delegate = table.itemDelegate()
    assert isinstance(delegate, EntryDelegate)
    assert table.rowHeight(0) == delegate.row_height


def test_arrows_choose_records_and_step_over_headings(table: FoundTable[Entry]) -> None:
    chosen: list[str] = []
    table.chosen.connect(lambda record: chosen.append(record.value.note))
    press(Qt.Key.Key_Down, times=3)
    press(Qt.Key.Key_Up)
    assert chosen == ["day 0, 0", "day 1, 0", "day 0, 0"]


def test_while_it_settles_nobody_has_chosen_anything(table: FoundTable[Entry], qtbot: QtBot) -> None:
    table.settling = True
    with qtbot.assertNotEmitted(table.chosen):
        table.step(1)
    assert table.selected() is not None


def test_keys_need_a_selection(table: FoundTable[Entry], qtbot: QtBot) -> None:
    for key, signal in ((Qt.Key.Key_E, table.edit_asked), (Qt.Key.Key_Delete, table.delete_asked)):
        with qtbot.assertNotEmitted(signal):
            press(key)
    table.step(1)
    for key, signal in ((Qt.Key.Key_E, table.edit_asked), (Qt.Key.Key_Delete, table.delete_asked)):
        with qtbot.waitSignal(signal):
            press(key)
    with qtbot.waitSignal(table.opened):
        press(Qt.Key.Key_Return)


def test_escape_asks_for_the_way_back(table: FoundTable[Entry], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.back_asked):
        press(Qt.Key.Key_Escape)
