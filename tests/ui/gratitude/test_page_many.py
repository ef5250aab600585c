"""Thousands of items: what is read and made is what is looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import BUILT_IN
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.gratitude.item_row import ItemRow
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.lookup import Lookup
from tests.support import NOW, ZONE
from tests.ui.eyes import parts
from tests.ui.gratitude.slips import gratitude_page, thing

MANY = 3000


@pytest.fixture
def many(gratitude: GratitudeStore) -> GratitudeStore:
    with gratitude.together():
        for number in range(MANY):
            at = Moment.from_datetime(NOW - timedelta(hours=3 * number), ZONE)
            gratitude.add(thing(f"thing {number}", list=BUILT_IN[number % 5], moment=at))
    return gratitude


@pytest.fixture
def read_records(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the records that are read from now on."""
    found: list[str] = []
    stored = Lookup.stored

    def noting(self: Lookup[Any], row: Any) -> Stored[Any]:
        found.append(str(row[1]))
        return stored(self, row)

    monkeypatch.setattr(Lookup, "stored", noting)
    return found


def test_the_page_reads_and_shows_a_few_of_each_list(
    many: GratitudeStore, read_records: list[str], open_gratitude: Callable[[], MainWindow]
) -> None:
    window = open_gratitude()
    assert len(parts(window, ItemRow)) == 25
    assert len(read_records) < 100
    read_records.clear()
    many.add(thing("new"))
    assert len(read_records) < 100


def test_scrolling_through_all_of_it_reads_what_is_on_show(
    many: GratitudeStore, read_records: list[str], open_gratitude: Callable[[], MainWindow]
) -> None:
    page = gratitude_page(open_gratitude())
    page.panel.set_filter(Filter(query="thing"))
    page.panel.model.count_days()
    assert page.panel.model.entry_count == MANY
    bar = page.panel.table.verticalScrollBar()
    for step in range(0, bar.maximum(), max(1, bar.maximum() // 5)):
        read_records.clear()
        bar.setValue(step)
        page.panel.table.grab()
        assert len(read_records) < 300
