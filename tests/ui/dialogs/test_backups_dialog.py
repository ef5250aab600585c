"""The backups dialog, on real backups."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs.backups_dialog import BackupsDialog
from attach_desktop.ui.dialogs.inside_backup import InsideDialog
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.backups import Backup, Backups
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults
from tests.ui.dialogs.driving import clipped, settle, unnamed
from tests.ui.executors import AtOnce
from tests.ui.journal.entries import entry

RIGHT = "correct horse"
Show = Callable[[BackupsDialog], BackupsDialog]


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs(AtOnce)
    yield made
    made.close()


@pytest.fixture
def full(vault_factory: Vaults, clock: FixedClock) -> Vault:
    """A vault with two backups: one of one entry, a newer one of two."""
    vault = vault_factory(passphrase=RIGHT)
    for note in ("first", "second"):
        JournalStore(vault).add(entry(note=note))
        Backups.of(vault.path, clock).make(vault)
        clock.advance(timedelta(days=1))
    return vault


@pytest.fixture
def dialog(show: Show, full: Vault, clock: FixedClock, theme: Theme, jobs: Jobs) -> BackupsDialog:
    dialog = show(BackupsDialog(full, Backups.of(full.path, clock), theme, jobs=jobs))
    settle()
    return dialog


def test_it_lists_them_with_how_many_records_are_in_each(dialog: BackupsDialog) -> None:
    cells = [dialog.model.cells(row) for row in range(2)]
    assert [cell[1:3] for cell in cells] == [("by hand", "2 records"), ("by hand", "1 record")]
    assert [cell[0].split(",")[0] for cell in cells] == ["9 Nov 2026", "8 Nov 2026"]
    assert dialog.model.cells(0)[4] == "with the passphrase"
    assert clipped(dialog) == []
    assert unnamed(dialog) == []


def test_one_is_checked_from_end_to_end(dialog: BackupsDialog, full: Vault, clock: FixedClock) -> None:
    dialog.check_button.click()
    settle()
    assert "is sound: 2 records" in dialog.said.text()
    [newest, _] = Backups.of(full.path, clock).each()
    data = bytearray(newest.path.read_bytes())
    data[len(data) // 2] ^= 255
    newest.path.write_bytes(bytes(data))
    dialog.check_button.click()
    settle()
    assert dialog.said.text() == ""
    assert dialog.trouble.isVisible()


def test_one_can_look_inside(dialog: BackupsDialog) -> None:
    dialog.table.selectRow(1)
    before = {file: file.read_bytes() for file in dialog._backups.folder.iterdir()}
    dialog.inside_button.click()
    settle()
    [inside] = [one for one in QApplication.topLevelWidgets() if isinstance(one, InsideDialog) and one.isVisible()]
    assert "first" in inside.reading.toPlainText()
    assert unnamed(inside) == []
    inside.reject()
    assert dialog.isVisible()
    assert {file: file.read_bytes() for file in dialog._backups.folder.iterdir()} == before


def test_one_that_another_passphrase_opens_is_told_and_not_opened(
    show: Show, full: Vault, clock: FixedClock, theme: Theme, jobs: Jobs, vault_factory: Vaults
) -> None:
    Backups.of(full.path, clock).make(vault_factory("other.vault", passphrase="another one"))  # noqa: S106
    dialog = show(BackupsDialog(full, Backups.of(full.path, clock), theme, jobs=jobs))
    settle()
    dialog.inside_button.click()
    settle()
    assert "another passphrase" in dialog.trouble.text
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, InsideDialog) and one.isVisible()]


def test_one_is_made_now(dialog: BackupsDialog, full: Vault, clock: FixedClock) -> None:
    dialog.make_button.click()
    settle()
    assert dialog.said.text().startswith("Backed up and read back: 2 records")
    assert dialog.model.rowCount() == 3


def test_a_second_copy_goes_to_a_folder_of_ones_own(dialog: BackupsDialog, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert not dialog.no_folder_button.isVisible()
    dialog.copy_to(str(stick))
    dialog.make_button.click()
    settle()
    assert len(list(stick.iterdir())) == 1
    stick.rename(tmp_path / "gone")
    dialog.make_button.click()
    settle()
    assert dialog.said.text().startswith("Backed up")
    assert dialog.trouble.isVisible()
    assert clipped(dialog) == []
    dialog.no_folder_button.click()
    assert dialog._vault.settings.get("backup-copy-folder") is None


def test_restoring_is_asked_twice_and_escape_is_safe(dialog: BackupsDialog) -> None:
    asked: list[tuple[Backup, str]] = []
    dialog.restore_asked.connect(lambda backup, typed: asked.append((backup, typed)))
    dialog.restore_button.click()
    assert dialog.question.isVisible()
    assert dialog._stay.hasFocus()
    assert not dialog.passphrase.isVisible()
    assert not dialog.make_button.isEnabled()
    assert clipped(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.question.isVisible()
    dialog.restore_button.click()
    wanted = dialog.selected
    dialog.restore_now.click()
    assert asked == [(wanted, "")]


def test_a_backup_of_another_passphrase_asks_for_it(
    show: Show, full: Vault, clock: FixedClock, theme: Theme, jobs: Jobs, vault_factory: Vaults
) -> None:
    other = vault_factory("other.vault", passphrase="another one")  # noqa: S106
    Backups.of(full.path, clock).make(other)
    dialog = show(BackupsDialog(full, Backups.of(full.path, clock), theme, jobs=jobs))
    settle()
    assert dialog.model.cells(0)[2] == "another passphrase"
    asked: list[str] = []
    dialog.restore_asked.connect(lambda backup, typed: asked.append(typed))
    dialog.restore_button.click()
    assert dialog.passphrase.isVisible()
    dialog.passphrase.setText("another one")
    dialog.restore_now.click()
    assert asked == ["another one"]


def test_where_there_are_none_it_says_when_there_will_be(
    show: Show, vault: Vault, clock: FixedClock, theme: Theme, jobs: Jobs
) -> None:
    dialog = show(BackupsDialog(vault, Backups.of(vault.path, clock), theme, jobs=jobs))
    assert not dialog.restore_button.isEnabled()
    assert dialog.make_button.hasFocus()
    assert clipped(dialog) == []
