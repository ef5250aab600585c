"""The list: search as one types, filters as chips, a calendar to jump with, keys, and honest emptiness."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QCalendarWidget, QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from attach_desktop import demo
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.finding.found_model import ROW, Heading
from attach_desktop.ui.journal.list_panel import ListPanel
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.day_calendar import DayCalendar
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.kind import Stored
from tests.support import NOW, FixedClock, Vaults
from tests.ui.hands import CTRL, NONE, click, focus, focus_name, press, settle, spoken_name, tab_to, write
from tests.ui.journal.entries import add_days, entry

TODAY = date(2026, 11, 8)
SIZE = QSize(520, 600)


@dataclass
class Maker:
    """Puts the list of a journal on the screen."""

    theme: Theme
    vocabulary: Vocabulary
    on_screen: Callable[..., None]

    def __call__(self, store: JournalStore) -> ListPanel:
        text = RowText(self.vocabulary, lambda: TODAY)
        used: Callable[[str], list[str]] = lambda field: [word for word, _ in store.labels(field)]  # noqa: E731
        panel = ListPanel(store, self.theme, self.vocabulary, text, used, lambda: TODAY)
        self.on_screen(panel, SIZE)
        panel.refresh()
        panel.search.setFocus()
        return panel


@pytest.fixture
def make(theme: Theme, vocabulary: Vocabulary, on_screen: Callable[..., None]) -> Maker:
    return Maker(theme, vocabulary, on_screen)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalStore]:
    """A journal of 2,000 made-up entries; nobody may change it."""
    vaults = Vaults(Path(tmp_path_factory.mktemp("large")), FixedClock())
    vault = vaults()
    demo.fill(vault, 2000, 2, 5, NOW)
    yield JournalStore(vault)
    vaults.close()


def notes(panel: ListPanel) -> list[str]:
    found = [panel.model.row(number) for number in range(panel.model.rowCount())]
    return [row.value.note for row in found if isinstance(row, Stored)]


def count(panel: ListPanel) -> str:
    """The line above the list."""
    shown = [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]
    return next((text for text in shown if text.endswith((" entries", "1 entry", "counting …"))), "")


def words_on_show(panel: ListPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible() and label.text()]


def chips(panel: ListPanel) -> list[QPushButton]:
    settle()
    return [one for one in panel.findChildren(QPushButton) if one.isVisible() and one.property("role") == "chip"]


def selected_note(panel: ListPanel) -> str | None:
    record = panel.selected()
    return None if record is None else record.value.note


# -- search ------------------------------------------------------------------------------------------------------------


def test_searching_as_one_types(make: Maker, store: JournalStore) -> None:
    for note in ("a walk in the rain", "walking home", "tea", "散歩に行った"):
        store.add(entry(note=note))
    panel = make(store)
    for key, found in (("w", 2), ("a", 2), ("l", 2), ("k", 2), (" ", 2), ("r", 1)):
        write(key)
        assert len(notes(panel)) == found, panel.search.text()
    assert notes(panel) == ["a walk in the rain"]
    panel.search.clear()
    assert len(notes(panel)) == 4
    write("散歩")
    assert notes(panel) == ["散歩に行った"]


def test_the_count_is_said_and_counting_waits_for_a_pause(make: Maker, large: JournalStore, qtbot: QtBot) -> None:
    panel = make(large)
    assert count(panel) == "counting …"
    qtbot.waitUntil(lambda: count(panel) == "2,000 entries")
    write("a")
    assert count(panel) == "counting …"
    matching = large.days(Filter(query="a"))
    qtbot.waitUntil(lambda: count(panel) == f"{sum(day.count for day in matching):,} entries")


def test_one_entry_is_said_as_one(make: Maker, store: JournalStore) -> None:
    store.add(entry(note="x"))
    assert count(make(store)) == "1 entry"


def test_escape_empties_the_search(make: Maker, store: JournalStore) -> None:
    add_days(store, 2)
    panel = make(store)
    write("nothing like it")
    assert notes(panel) == []
    press(Qt.Key.Key_Escape)
    assert len(notes(panel)) == 4
    assert panel.search.text() == ""
    press(Qt.Key.Key_Escape)  # and does nothing where there is nothing


def test_a_search_keeps_the_filter_and_a_filter_the_search(make: Maker, store: JournalStore) -> None:
    store.add(entry(1, note="walk", mood=1))
    store.add(entry(2, note="walk", mood=5))
    store.add(entry(3, note="tea", mood=1))
    panel = make(store)
    panel.set_filter(Filter(mood_high=2))
    panel.search.setFocus()
    write("walk")
    assert panel.filter == Filter(query="walk", mood_high=2)
    assert notes(panel) == ["walk"]


# -- emptiness ---------------------------------------------------------------------------------------------------------


def test_an_empty_journal_says_what_it_is_for_and_offers_the_first_step(
    make: Maker, store: JournalStore, qtbot: QtBot
) -> None:
    panel = make(store)
    assert "Your entries will be here" in words_on_show(panel)
    assert count(panel) == ""
    tab_to("Write the first one")
    with qtbot.waitSignal(panel.new_asked):
        press(Qt.Key.Key_Space)


def test_no_match_says_so_and_offers_the_way_back(make: Maker, store: JournalStore) -> None:
    add_days(store, 1)
    panel = make(store)
    write("zebra")
    assert "Nothing matches" in words_on_show(panel)
    assert "Your entries will be here" not in words_on_show(panel)
    tab_to("Show all entries")
    press(Qt.Key.Key_Space)
    assert panel.filter == Filter()
    assert panel.search.text() == ""
    assert len(notes(panel)) == 2
    assert panel.table.isVisible()


def test_each_emptiness_is_made_once(make: Maker, store: JournalStore) -> None:
    panel = make(store)
    write("zebra crossing")
    settle()
    assert [text for text in words_on_show(panel) if text == "Nothing matches"] == ["Nothing matches"]


# -- filters -----------------------------------------------------------------------------------------------------------


def test_every_part_of_a_filter_is_a_chip_that_can_be_removed(make: Maker, store: JournalStore) -> None:
    wanted = Filter(
        query="walk", begin=date(2026, 11, 1), end=TODAY, mood_low=2, mood_high=4,
        words=(("feelings", "R&D"), ("tags", "x"), ("flag", "private")),
    )  # fmt: skip
    store.add(entry(note="walk", feelings=("R&D",), tags=("x",), mood=3, private=True))
    panel = make(store)
    panel.set_filter(wanted)
    assert len(notes(panel)) == 1
    assert [spoken_name(chip) for chip in chips(panel)] == [
        "Sunday, 1 November 2026 – Sunday, 8 November 2026, remove", "unpleasant – pleasant, remove",
        "R&D, remove", "x, remove", "Private, remove",
    ]  # fmt: skip
    assert chips(panel)[2].text() == "R&&D  ×"
    for left in range(4, -1, -1):
        click(chips(panel)[0])
        assert len(chips(panel)) == left
    assert panel.filter == Filter(query="walk")
    assert panel.search.text() == "walk"


def test_half_open_days_are_said_with_dots(make: Maker, store: JournalStore) -> None:
    add_days(store, 1)
    panel = make(store)
    panel.set_filter(Filter(begin=date(2026, 11, 1)))
    assert spoken_name(chips(panel)[0]) == "Sunday, 1 November 2026 – …, remove"
    panel.set_filter(Filter(end=TODAY))
    assert spoken_name(chips(panel)[0]) == "… – Sunday, 8 November 2026, remove"


def test_chips_are_removed_by_keyboard_and_all_at_once(make: Maker, store: JournalStore) -> None:
    add_days(store, 2)
    panel = make(store)
    panel.set_filter(Filter(query="day", mood_low=2, words=(("tags", "x"),)))
    panel.search.setFocus()
    tab_to("x, remove")
    press(Qt.Key.Key_Space)
    assert panel.filter == Filter(query="day", mood_low=2)
    panel.set_filter(Filter(query="day", mood_low=2, words=(("tags", "x"),)))
    panel.search.setFocus()
    tab_to("Show all")
    press(Qt.Key.Key_Space)
    assert panel.filter == Filter(query="day")


def test_the_filter_opens_in_place_and_narrows_at_once(make: Maker, store: JournalStore) -> None:
    store.add(entry(1, note="one", private=True))
    store.add(entry(2, note="two", feelings=("uneasy",)))
    panel = make(store)
    tab_to("Filter")
    press(Qt.Key.Key_Space)
    assert focus_name() == "From"
    tab_to("Feeling")
    write("une\n")
    assert notes(panel) == ["two"]
    assert [spoken_name(chip) for chip in chips(panel) if "une" in spoken_name(chip)] == ["uneasy, remove"] * 2
    click([chip for chip in chips(panel) if chip.parent() is not None and spoken_name(chip) == "uneasy, remove"][-1])
    assert len(notes(panel)) == 2
    tab_to("Private")
    press(Qt.Key.Key_Space)
    assert notes(panel) == ["one"]


def test_the_open_filter_shows_what_was_set_elsewhere(make: Maker, store: JournalStore) -> None:
    add_days(store, 1)
    panel = make(store)
    panel.toggle_filter()
    panel.set_filter(Filter(words=(("flag", "for_session"),)))
    box = next(one for one in panel.findChildren(QCheckBox) if one.text() == "For my session")
    assert box.isChecked()
    click(chips(panel)[0])
    assert not box.isChecked()


def test_the_filter_closes_and_keeps_narrowing(make: Maker, store: JournalStore) -> None:
    add_days(store, 1)
    panel = make(store)
    panel.toggle_filter()
    box = next(one for one in panel.findChildren(QCheckBox) if one.text() == "Private")
    box.setChecked(True)
    panel.toggle_filter()
    assert not box.isVisible()
    assert panel.filter == Filter(words=(("flag", "private"),))
    assert len(chips(panel)) == 1
    panel.toggle_filter()
    assert box.isVisible()
    assert box.isChecked()


# -- the calendar ------------------------------------------------------------------------------------------------------


def test_a_day_chosen_in_the_calendar_is_scrolled_to(make: Maker, large: JournalStore) -> None:
    panel = make(large)
    tab_to("Calendar")
    press(Qt.Key.Key_Space)
    calendar = panel.findChildren(QCalendarWidget)[0]
    assert calendar.isVisible()
    wanted = large.days(Filter())[150].day
    panel.findChildren(DayCalendar)[0].day_chosen.emit(wanted)
    top = panel.table.indexAt(panel.table.viewport().rect().topLeft())
    row = top.data(ROW)
    assert isinstance(row, Heading)
    assert row.day == wanted
    chosen = panel.selected()
    assert chosen is not None
    assert panel.model.day_of(chosen) == wanted
    panel.findChildren(QCalendarWidget)[0].window().close()


def test_a_day_without_entries_leads_to_the_nearest_before_it(make: Maker, store: JournalStore) -> None:
    store.add(entry(0, note="today"))
    store.add(entry(24 * 10, note="ten days ago"))
    panel = make(store)
    panel.go_to_day(date(2026, 11, 3))
    assert selected_note(panel) == "ten days ago"
    panel.go_to_day(date(2030, 1, 1))
    assert selected_note(panel) == "today"


def test_the_calendar_opens_on_the_selected_day(make: Maker, store: JournalStore) -> None:
    add_days(store, 3)
    store.add(entry(24 * 40, note="long ago"))
    panel = make(store)
    panel.go_to_day(date(2026, 9, 30))
    panel.show_calendar()
    calendar = panel.findChildren(QCalendarWidget)[0]
    chosen = calendar.selectedDate()
    assert (chosen.year(), chosen.month()) == (2026, 9)
    panel.show_calendar()
    assert len(panel.findChildren(QCalendarWidget)) == 1
    calendar.window().close()


def test_a_jump_on_an_empty_journal_does_nothing(make: Maker, store: JournalStore) -> None:
    panel = make(store)
    panel.go_to_day(TODAY)
    assert panel.selected() is None


# -- keys --------------------------------------------------------------------------------------------------------------


def test_down_leaves_the_search_for_the_first_entry_and_arrows_step_over_headings(
    make: Maker, store: JournalStore, qtbot: QtBot
) -> None:
    add_days(store, 3, each=2)
    panel = make(store)
    chosen: list[str] = []
    panel.chosen.connect(lambda record: chosen.append(record.value.note))
    for expected in ("day 0, 0", "day 0, 1", "day 1, 0", "day 1, 1", "day 2, 0", "day 2, 1", "day 2, 1"):
        press(Qt.Key.Key_Down)
        assert selected_note(panel) == expected
    for expected in ("day 2, 0", "day 1, 1", "day 1, 0", "day 0, 1", "day 0, 0", "day 0, 0"):
        press(Qt.Key.Key_Up)
        assert selected_note(panel) == expected
    assert focus() is panel.table
    assert chosen[:3] == ["day 0, 0", "day 0, 1", "day 1, 0"]


def test_up_without_a_selection_does_nothing(make: Maker, store: JournalStore) -> None:
    add_days(store, 2)
    panel = make(store)
    panel.table.setFocus()
    panel.table.setCurrentIndex(QModelIndex())
    press(Qt.Key.Key_Up)
    assert panel.selected() is None
    press(Qt.Key.Key_Down)
    assert selected_note(panel) == "day 0, 0"


def test_enter_opens_e_edits_and_delete_deletes(make: Maker, store: JournalStore, qtbot: QtBot) -> None:
    add_days(store, 1)
    panel = make(store)
    for key in (Qt.Key.Key_E, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        panel.table.setFocus()
        panel.table.setCurrentIndex(QModelIndex())
        with qtbot.assertNotEmitted(panel.edit_asked), qtbot.assertNotEmitted(panel.delete_asked):
            press(key)
    panel.search.setFocus()
    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.edit_asked):
        press(Qt.Key.Key_E)
    with qtbot.waitSignal(panel.delete_asked):
        press(Qt.Key.Key_Delete)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(panel.opened) as told:
            press(key)
        assert told.args is not None
        assert told.args[0] == panel.selected()
        assert told.args[1] is True


def test_a_click_opens_also_the_entry_that_is_selected_already(make: Maker, store: JournalStore, qtbot: QtBot) -> None:
    add_days(store, 1)
    panel = make(store)
    opened: list[Any] = []
    panel.opened.connect(lambda record, by_key: opened.append((record.value.note, by_key)))
    for row in (1, 1, 2, 0):
        click(panel.table.viewport(), panel.table.visualRect(panel.model.index(row, 0)).center())
    assert opened == [("day 0, 0", False), ("day 0, 0", False), ("day 0, 1", False)]


def test_a_letter_in_the_list_does_not_read_every_entry(
    make: Maker, large: JournalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = make(large)
    press(Qt.Key.Key_Down)
    panel.go_to_day(TODAY)
    settle()
    asked: list[str] = []
    read = Connection.rows

    def counting(self: Connection, sql: str, bindings: Any = ()) -> Any:
        asked.append(sql)
        return read(self, sql, bindings)

    monkeypatch.setattr(Connection, "rows", counting)
    panel.table.setFocus()
    write("xz")
    assert asked == []


def test_home_end_and_pages_scroll_through_everything(make: Maker, large: JournalStore) -> None:
    panel = make(large)
    press(Qt.Key.Key_Down)
    panel.go_to_day(TODAY)
    for key in (Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_PageDown):
        press(key, CTRL if key in (Qt.Key.Key_Home, Qt.Key.Key_End) else NONE)
        panel.table.grab()
    assert panel.table.verticalScrollBar().maximum() > 0


# -- changes -----------------------------------------------------------------------------------------------------------


def test_reading_again_keeps_the_place_the_selection_and_tells_nobody(
    make: Maker, large: JournalStore, qtbot: QtBot
) -> None:
    panel = make(large)
    panel.go_to_day(large.days(Filter())[100].day)
    chosen, at = panel.selected(), panel.table.verticalScrollBar().value()
    with qtbot.assertNotEmitted(panel.chosen):
        panel.refresh()
    settle()
    assert panel.selected() == chosen
    assert panel.table.verticalScrollBar().value() == at
    assert count(panel) == "2,000 entries"


def test_a_new_entry_can_be_selected_and_is_scrolled_to(make: Maker, store: JournalStore) -> None:
    add_days(store, 60)
    panel = make(store)
    panel.go_to_day(date(2026, 9, 20))
    record = store.add(entry(note="new"))
    panel.refresh(keep=record.id)
    assert selected_note(panel) == "new"
    settle()
    index = panel.table.currentIndex()
    assert panel.table.viewport().rect().intersects(panel.table.visualRect(index))


def test_what_the_filter_hides_is_not_selected(make: Maker, store: JournalStore) -> None:
    add_days(store, 2)
    panel = make(store)
    panel.set_filter(Filter(query="day 1"))
    record = store.add(entry(note="hidden"))
    panel.refresh(keep=record.id)
    assert selected_note(panel) != "hidden"
    panel.refresh(keep="no such id")


def test_every_row_is_painted_and_only_what_is_on_show_is_read(make: Maker, large: JournalStore) -> None:
    panel = make(large)
    panel.go_to_day(TODAY)
    panel.table.grab()
    bar = panel.table.verticalScrollBar()
    for step in range(0, bar.maximum(), max(1, bar.maximum() // 20)):
        bar.setValue(step)
        panel.table.grab()
    assert len(panel.model._records) < 700


def test_rows_follow_the_height_of_the_theme_and_the_list_may_go_before_it(
    make: Maker, store: JournalStore, theme: Theme, qtbot: QtBot
) -> None:
    add_days(store, 1)
    panel = make(store)
    before = panel.table.visualRect(panel.model.index(1, 0))
    assert isinstance(before, QRect)
    theme.choose("dark")
    settle()
    assert panel.table.visualRect(panel.model.index(1, 0)).height() == before.height()
    gone = ListPanel(
        store, theme, make.vocabulary, RowText(make.vocabulary, lambda: TODAY), lambda _: [], lambda: TODAY
    )
    with qtbot.waitSignal(gone.destroyed):
        gone.deleteLater()
        settle()
    theme.choose("light")


def test_entry_is_what_rows_hold(make: Maker, store: JournalStore) -> None:
    store.add(entry(mood=2, energy=4, note="x"))
    panel = make(store)
    press(Qt.Key.Key_Down)
    record = panel.selected()
    assert record is not None
    assert isinstance(record.value, Entry)
    assert "worried" in panel.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
