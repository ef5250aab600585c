"""The rows of the bin."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from attach_desktop.clock import Moment
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.dialogs.bin_model import BinModel
from attach_desktop.ui.dialogs.bin_words import BinWords
from attach_desktop.ui.journal.row_text import RowText
from tests.support import NOW


@pytest.fixture
def model(qapp: QApplication, vocabulary: Vocabulary, store: JournalStore) -> Iterator[BinModel]:
    timed = Moment.from_datetime(datetime(2026, 11, 7, 21, 40, tzinfo=ZoneInfo("Europe/Berlin")))
    for entry in (
        Entry(at=timed, mood=2, feelings=("uneasy", "hopeful"), note="No answer\nsince noon"),
        Entry(at=Moment.on(date(2026, 11, 1)), note="x" * 5000),
    ):
        store.bin([store.add(entry).id])
    holder = QObject()
    made = BinModel(BinWords(RowText(vocabulary, lambda: NOW.date()), {}), NOW.tzinfo, holder)
    gone = sorted(store.binned(), key=lambda binned: binned.record.value.at.day, reverse=True)
    made.show([(store.kind, binned) for binned in gone])
    yield made
    holder.deleteLater()


def _cells(model: BinModel, row: int) -> list[str]:
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_a_row_says_what_when_and_when_deleted(model: BinModel) -> None:
    words, *rest = _cells(model, 0)
    assert words == "uneasy, hopeful – No answer since noon"
    assert rest == ["Journal", "7 Nov 2026, 21:40", "8 Nov 2026, 20:40"]


def test_an_entry_without_a_time_has_its_day(model: BinModel) -> None:
    text, _, when, _ = _cells(model, 1)
    assert when == "1 Nov 2026"
    assert text.startswith("note – xxx")
    assert len(text) <= 300


def test_a_screen_reader_hears_the_whole_row(model: BinModel) -> None:
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "uneasy, hopeful – No answer since noon. Journal. 7 Nov 2026, 21:40. Deleted 8 Nov 2026, 20:40"


def test_columns_are_named(model: BinModel) -> None:
    names = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert names == ["What it says", "From", "When it was", "Deleted"]
    assert model.headerData(0, Qt.Orientation.Vertical) is None


def test_a_row_knows_its_id(model: BinModel, store: JournalStore) -> None:
    assert {model.id_at(row) for row in range(model.rowCount())} == {item.record.id for item in store.binned()}
