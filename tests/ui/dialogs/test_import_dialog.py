"""The import dialog: from a file that somebody chose to what was done with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from attach_desktop.clock import Moment
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs.import_dialog import MOODS_SETTING, ImportDialog, choose_and_import
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults
from tests.ui.dialogs.driving import clipped, free_closed, settle, unnamed
from tests.ui.dialogs.files import daylio, many, ours
from tests.ui.executors import WhenTold

Show = Callable[[ImportDialog], ImportDialog]
OpenOn = Callable[[Path], ImportDialog]


@pytest.fixture
def open_on(show: Show, vault: Vault, at_once: Jobs) -> OpenOn:
    def open_one(path: Path) -> ImportDialog:
        dialog = show(ImportDialog(path, vault, None, at_once))
        dialog.start()
        settle()
        return dialog

    return open_one


def _buttons(dialog: ImportDialog) -> list[str]:
    known = (dialog.back, dialog.close_button, dialog.go_on, dialog.import_button)
    return [each.text() for each in known if each.isVisibleTo(dialog)]


def test_our_own_file_is_shown_before_anything_is_done(open_on: OpenOn, store: JournalStore, tmp_path: Path) -> None:
    dialog = open_on(ours(tmp_path, *many(3)))
    assert dialog.report.text == "3 records are new and will be added."
    assert _buttons(dialog) == ["Close", "Import"]
    assert dialog.import_button.hasFocus()
    assert store.count() == 0
    assert clipped(dialog) == []
    assert unnamed(dialog) == []


def test_enter_takes_it_in_and_the_window_hears_of_it(
    open_on: OpenOn, vault: Vault, store: JournalStore, tmp_path: Path
) -> None:
    heard: list[str] = []
    vault.changes.subscribe("journal", lambda: heard.append("journal"))
    dialog = open_on(ours(tmp_path, *many(3)))
    assert heard == []
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    settle()
    assert store.count() == 3
    assert heard == ["journal"]
    assert dialog.report.text == "3 records were added."
    assert _buttons(dialog) == ["Close"]
    assert dialog.close_button.hasFocus()


def test_the_same_file_twice_brings_nothing_new(open_on: OpenOn, store: JournalStore, tmp_path: Path) -> None:
    path = ours(tmp_path, *many(3))
    open_on(path).import_button.click()
    settle()
    again = open_on(path)
    assert again.report.text.splitlines() == [
        "3 are here already and stay as they are.",
        "There is nothing new to take in.",
    ]
    assert _buttons(again) == ["Close"]


def test_what_is_wrong_is_listed_and_the_rest_comes_in(open_on: OpenOn, store: JournalStore, tmp_path: Path) -> None:
    dialog = open_on(ours(tmp_path, *many(1), {"at": "2026-02-30", "mood": 6}))
    assert dialog.report.problems.isVisible()
    problem = dialog.report.problems.toPlainText()
    assert problem.startswith("journal[1]:")
    assert "mood: 6 is not between 1 and 5" in problem
    dialog.import_button.click()
    settle()
    assert store.count() == 1


def test_daylio_asks_for_the_words_it_does_not_know(open_on: OpenOn, store: JournalStore, tmp_path: Path) -> None:
    dialog = open_on(daylio(tmp_path))
    assert dialog.mapping is not None
    assert dialog.mapping.isVisible()
    assert dialog.mapping.open_words == ["Medium [-]"]
    assert dialog.mapping.box("Medium [-]").hasFocus()
    assert not dialog.go_on.isEnabled()
    assert clipped(dialog) == []
    assert unnamed(dialog) == []
    box = dialog.mapping.box("Medium [-]")
    box.setCurrentIndex(box.findData(2))
    assert dialog.go_on.isEnabled()
    QTest.keyClick(box, Qt.Key.Key_Return)
    settle()
    assert "3 records are new" in dialog.report.text
    assert "row 5" in dialog.report.problems.toPlainText()
    dialog.import_button.click()
    settle()
    assert [record.value.mood for record in store.newest(9)] == [4, 4, 2]


def test_the_mapping_is_remembered(open_on: OpenOn, vault: Vault, tmp_path: Path) -> None:
    dialog = open_on(daylio(tmp_path))
    assert dialog.mapping is not None
    box = dialog.mapping.box("Medium [-]")
    box.setCurrentIndex(box.findData(0))
    dialog.go_on.click()
    settle()
    dialog.reject()
    assert vault.settings.get(MOODS_SETTING) == {"good": 4, "Medium [-]": 0, "awful": 1}
    again = open_on(daylio(tmp_path, name="again.csv"))
    assert again.mapping is not None
    assert again.mapping.open_words == []
    assert again.go_on.isEnabled()


@pytest.mark.parametrize("kept", [7, ["good"], {"good": "4"}, {"good": 9}, None])
def test_a_setting_that_makes_no_sense_is_passed_over(
    open_on: OpenOn, vault: Vault, tmp_path: Path, kept: object
) -> None:
    vault.settings.set(MOODS_SETTING, kept)
    dialog = open_on(daylio(tmp_path))
    assert dialog.mapping is not None
    assert dialog.mapping.levels() == {"good": 4, "awful": 1}


def test_one_can_go_back_to_the_mapping(open_on: OpenOn, store: JournalStore, tmp_path: Path) -> None:
    dialog = open_on(daylio(tmp_path))
    assert dialog.mapping is not None
    dialog.mapping.leave_out()
    dialog.go_on.click()
    settle()
    assert _buttons(dialog) == ["Back", "Close", "Import"]
    dialog.back.click()
    assert _buttons(dialog) == ["Close", "Preview"]
    box = dialog.mapping.box("good")
    box.setCurrentIndex(box.findData(5))
    dialog.go_on.click()
    settle()
    dialog.import_button.click()
    settle()
    assert [record.value.mood for record in store.newest(9)] == [5, 5, None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Dear diary", "of no kind that can be taken in"),
        ('{"format": "attach-desktop", "version": 1, "journal": [', "ends in the middle"),
        ('{"entries": []}', "not an export of this program"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(open_on: OpenOn, tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "some file"
    path.write_text(text, "utf-8")
    dialog = open_on(path)
    assert told in dialog.trouble.text
    assert "Nothing" in dialog.trouble.text
    assert _buttons(dialog) == ["Close"]
    assert dialog.close_button.hasFocus()
    assert clipped(dialog) == []


def test_a_file_that_is_gone_is_told(open_on: OpenOn, tmp_path: Path) -> None:
    assert "There is no file" in open_on(tmp_path / "gone.json").trouble.text


def test_escape_while_it_looks_leaves_once_the_look_has_ended(
    show: Show, vault: Vault, when_told: Jobs, held: WhenTold, tmp_path: Path
) -> None:
    dialog = show(ImportDialog(ours(tmp_path, *many(3)), vault, None, when_told))
    dialog.start()
    settle()
    assert dialog.waiting.isVisible()
    assert unnamed(dialog) == []
    assert clipped(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    held.go()
    free_closed()
    assert not isValid(dialog)


def test_called_off_while_trying_out_the_mapping_is_still_there(
    show: Show, vault: Vault, when_told: Jobs, held: WhenTold, tmp_path: Path
) -> None:
    dialog = show(ImportDialog(daylio(tmp_path), vault, None, when_told))
    dialog.start()
    held.go()
    settle()
    assert dialog.mapping is not None
    dialog.mapping.leave_out()
    dialog.go_on.click()
    dialog.call_off()
    held.go()
    settle()
    assert dialog.mapping.isVisible()
    assert not dialog.trouble.isVisible()
    assert dialog.mapping.open_words == []


def test_called_off_while_taking_in_nothing_is_kept(
    show: Show, vault: Vault, store: JournalStore, threaded: Jobs, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = show(ImportDialog(ours(tmp_path, *many(2000)), vault, None, threaded))
    dialog.start()
    qtbot.waitUntil(lambda: dialog.import_button.isVisible(), timeout=20_000)
    stop = dialog.waiting.findChild(QPushButton)
    assert stop is not None
    # The other connection waits until the main one lets go: the click comes while the work is under way.
    with vault.connection.transaction():
        dialog.import_button.click()
        stop.click()
        settle()
    qtbot.waitUntil(lambda: dialog.import_button.isVisible(), timeout=20_000)
    assert store.count() == 0
    assert "called off" in dialog.trouble.text
    assert clipped(dialog) == []
    dialog.import_button.click()
    qtbot.waitUntil(lambda: store.count() == 2000, timeout=20_000)
    qtbot.waitUntil(lambda: not threaded.busy)


def test_a_vault_that_is_busy_is_told_and_one_can_try_again(
    open_on: OpenOn, store: JournalStore, tmp_path: Path, vault_factory: Vaults, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("attach_desktop.vault.connection.BUSY_MILLISECONDS", 1)
    dialog = open_on(ours(tmp_path, *many(2)))
    with vault_factory().connection.transaction():
        dialog.import_button.click()
        settle()
    assert "held the vault" in dialog.trouble.text
    assert store.count() == 0
    dialog.import_button.click()
    settle()
    assert store.count() == 2


def test_a_newer_record_here_stays(open_on: OpenOn, store: JournalStore, clock: FixedClock, tmp_path: Path) -> None:
    store.add(Entry(at=Moment.now(clock), note="mine, edited since"), "entry-0")
    dialog = open_on(ours(tmp_path, *many(2)))
    assert dialog.report.text.splitlines() == [
        "1 record is new and will be added.",
        "1 is here already and stays as it is.",
    ]


def test_a_file_is_chosen_first(theme: Theme, qtbot: QtBot, vault: Vault, at_once: Jobs, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    path = ours(tmp_path, *many(2))
    choose_and_import(window, vault, at_once)
    [chooser] = window.findChildren(QFileDialog)
    assert chooser.fileMode() == QFileDialog.FileMode.ExistingFile
    chooser.setDirectory(str(tmp_path))
    chooser.selectFile(path.name)
    chooser.accept()
    settle()
    [dialog] = window.findChildren(ImportDialog)
    assert dialog.isVisible()
    assert "2 records are new" in dialog.report.text
    dialog.reject()
    free_closed()
    assert window.findChildren(ImportDialog) == []


def test_no_file_no_dialog(theme: Theme, qtbot: QtBot, vault: Vault) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    choose_and_import(window, vault)
    [chooser] = window.findChildren(QFileDialog)
    QTest.keyClick(chooser, Qt.Key.Key_Escape)
    free_closed()
    assert window.findChildren(QFileDialog) == []
    assert window.findChildren(ImportDialog) == []
