"""The export dialog: choosing, asking where, writing, calling off, telling."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.interchange.exports import FORMATS, View, Wanted
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs.export_dialog import ExportDialog, OnShow
from attach_desktop.ui.jobs import Jobs
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.vault import Vault
from tests.ui.dialogs.driving import clipped, free_closed, heard, reachable, settle, unnamed
from tests.ui.executors import WhenTold

Show = Callable[[ExportDialog], ExportDialog]


@pytest.fixture
def filled(vault: Vault, store: JournalStore) -> Vault:
    for day in range(1, 6):
        store.add(Entry(at=Moment.on(date(2026, 11, day)), mood=day, note=f"day {day}"))
    return vault


@pytest.fixture
def dialog(show: Show, filled: Vault, at_once: Jobs) -> ExportDialog:
    return show(ExportDialog(filled, None, at_once))


def _words(dialog: ExportDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))


def test_it_begins_with_everything_and_says_who_can_read_it(dialog: ExportDialog) -> None:
    assert dialog.wanted() == Wanted("json")
    assert "not encrypted" in _words(dialog)
    assert "All days: 5 entries" in _words(dialog)
    assert clipped(dialog) == []
    assert unnamed(dialog) == []


def test_formats_are_chosen_by_arrow_keys(dialog: ExportDialog) -> None:
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.wanted().format == "csv"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.wanted().format == "markdown"


def test_a_spreadsheet_can_hold_any_kind_of_record(dialog: ExportDialog, filled: Vault, tmp_path: Path) -> None:
    GratitudeStore(filled).add(Item(at=Moment.on(date(2026, 11, 1)), text="warm tea"))
    assert dialog.formats.kind is not None
    dialog.formats.kind.setCurrentIndex(dialog.formats.kind.findData("gratitude"))
    dialog.formats.choose("csv")
    assert dialog.wanted() == Wanted("csv", kind="gratitude")
    assert "All days: 1 record" in _words(dialog)
    assert clipped(dialog) == []
    dialog.save_to(str(tmp_path / "out.csv"))
    settle()
    assert "warm tea" in (tmp_path / "out.csv").read_text("utf-8-sig")
    assert "day 3" not in (tmp_path / "out.csv").read_text("utf-8-sig")


def test_a_kind_is_chosen_by_keyboard_alone(dialog: ExportDialog) -> None:
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.formats.kind
    for _ in range(3):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert dialog.wanted() == Wanted("csv", kind="quiz")
    names = [heard(widget) or widget.accessibleDescription() for widget in reachable(dialog)]
    assert names.index("From") < names.index("To") < names.index("Save as …")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert [Path(name).name for name in dialog.findChildren(QFileDialog)[0].selectedFiles()] == [
        "export-2026-11-08.csv"
    ]


def test_what_a_list_shows_is_all_that_is_written(show: Show, filled: Vault, at_once: Jobs, tmp_path: Path) -> None:
    view = View("journal", Filter(mood_low=2, mood_high=3))
    dialog = show(ExportDialog(filled, None, at_once, OnShow(view, "2 entries")))
    words = _words(dialog)
    assert "2 entries" in words
    assert "marked private too" in words
    assert "Everything" not in words
    assert clipped(dialog) == []
    assert unnamed(dialog) == []
    for name in FORMATS:
        dialog.formats.choose(name)
        path = tmp_path / f"out.{name}"
        dialog.save_to(str(path))
        settle()
        text = path.read_text("utf-8")
        assert [day for day in range(1, 6) if f"day {day}" in text] == [2, 3]
        assert path.stat().st_mode & 0o077 == 0


def test_choosing_a_day_means_wanting_it(dialog: ExportDialog) -> None:
    dialog.begin.setDate(QDate(2026, 11, 2))
    assert dialog.wanted() == Wanted("json", date(2026, 11, 2))
    dialog.end.setDate(QDate(2026, 11, 3))
    assert dialog.wanted() == Wanted("json", date(2026, 11, 2), date(2026, 11, 3))
    assert "2 entries on these days" in _words(dialog)
    dialog.since.setChecked(False)
    dialog.until.setChecked(False)
    assert dialog.wanted() == Wanted("json")


def test_crossed_days_are_told_and_not_written(dialog: ExportDialog) -> None:
    dialog.begin.setDate(QDate(2026, 11, 5))
    dialog.end.setDate(QDate(2026, 11, 1))
    assert "The last day is before the first one." in _words(dialog)
    assert not dialog.save.isEnabled()
    dialog.end.setDate(QDate(2026, 11, 6))
    assert dialog.save.isEnabled()


def test_it_asks_where_with_a_name_that_tells_nothing(dialog: ExportDialog) -> None:
    dialog.formats.choose("csv")
    dialog.save.click()
    [chooser] = dialog.findChildren(QFileDialog)
    assert chooser.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert [Path(name).name for name in chooser.selectedFiles()] == ["export-2026-11-08.csv"]
    assert chooser.defaultSuffix() == "csv"
    chooser.reject()
    free_closed()
    assert dialog.isVisible()


def test_a_chosen_file_is_written(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.formats.choose("markdown")
    dialog.save.click()
    [chooser] = dialog.findChildren(QFileDialog)
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile("mine")
    chooser.accept()
    settle()
    assert "day 3" in (tmp_path / "mine.md").read_text("utf-8")


def test_it_says_where_it_was_saved(dialog: ExportDialog, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    dialog.save_to(str(path))
    settle()
    assert len(json.loads(path.read_text("utf-8"))["journal"]) == 5
    assert dialog.outcome.text() == f"Saved: {path}"
    assert not dialog.waiting.isVisible()
    assert dialog.close_button.hasFocus()
    assert clipped(dialog) == []


def test_trouble_is_told_and_one_can_try_again(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.save_to(str(tmp_path / "nowhere" / "out.json"))
    settle()
    assert dialog.trouble.isVisible()
    assert "your records" in dialog.trouble.text
    assert clipped(dialog) == []
    dialog.save_to(str(tmp_path / "out.json"))
    settle()
    assert not dialog.trouble.isVisible()
    assert (tmp_path / "out.json").exists()


def test_choosing_anew_says_again_who_can_read_it(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.save_to(str(tmp_path / "out.json"))
    settle()
    assert "not encrypted" not in _words(dialog)
    dialog.formats.choose("csv")
    assert "not encrypted" in _words(dialog)
    assert not dialog.outcome.isVisible()


def test_the_vault_is_not_a_place_for_it(dialog: ExportDialog, filled: Vault) -> None:
    dialog.save_to(str(filled.path))
    settle()
    assert "where the vault itself lies" in dialog.trouble.text
    assert filled.check() == []


def test_while_it_writes_it_can_be_called_off(
    show: Show, filled: Vault, when_told: Jobs, held: WhenTold, tmp_path: Path
) -> None:
    dialog = show(ExportDialog(filled, None, when_told))
    dialog.save_to(str(tmp_path / "out.json"))
    settle()
    assert dialog.waiting.isVisible()
    assert not dialog.choices.isEnabled()
    assert unnamed(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    held.go()
    settle()
    assert "called off" in dialog.trouble.text
    assert not (tmp_path / "out.json").exists()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    free_closed()
    assert not isValid(dialog)


def test_its_own_thread_does_it_too(show: Show, filled: Vault, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = show(ExportDialog(filled))
    dialog.save_to(str(tmp_path / "out.json"))
    qtbot.waitUntil(lambda: dialog.outcome.isVisible())
    assert (tmp_path / "out.json").exists()
    dialog.reject()
