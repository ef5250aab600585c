"""What the other tests stand on does what it says."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from attach_desktop import paths
from attach_desktop.errors import PassphraseError
from attach_desktop.vault.vault import Vault
from tests.modal_guard import ModalDialogError, ModalGuard
from tests.support import FixedClock, Vaults

_MODAL: dict[str, Callable[[], object]] = {
    "QDialog.exec": lambda: QDialog().exec(),
    "QMessageBox.exec": lambda: QMessageBox().exec(),
    "QMessageBox.question": lambda: QMessageBox.question(None, "title", "text"),
    "QFileDialog.getSaveFileName": lambda: QFileDialog.getSaveFileName(),
    "QInputDialog.getText": lambda: QInputDialog.getText(None, "title", "label"),
}


@pytest.mark.parametrize("call", _MODAL.values(), ids=_MODAL.keys())
def test_a_modal_dialog_fails_instead_of_waiting(
    call: Callable[[], object], modal_guard: ModalGuard, qtbot: QtBot
) -> None:
    with pytest.raises(ModalDialogError, match="would have waited"):
        call()
    assert len(modal_guard.take_opened()) == 1


def test_a_test_may_answer_a_dialog_itself(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    assert QMessageBox.question(None, "title", "text") == QMessageBox.StandardButton.Yes


def test_a_dialog_may_open_without_waiting(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.isVisible()


def test_the_home_of_a_test_is_its_own(tmp_path: Path) -> None:
    places = paths.find(None, dict(os.environ))
    assert places.data.is_relative_to(Path.home())
    assert Path.home().is_relative_to(tmp_path.parent)
    assert not Path.home().exists()


def test_the_clock_stands_still_until_it_is_moved() -> None:
    clock = FixedClock(datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin")))
    assert clock.now() == clock.now()
    moved = clock.advance(timedelta(hours=1))
    assert moved == clock.now()
    # The hour between two and three comes twice that night.
    assert (moved.hour, moved.minute, moved.utcoffset()) == (2, 30, timedelta(hours=1))
    assert clock.zone_name() == "Europe/Berlin"


def test_the_vault_is_open_and_plain(vault: Vault) -> None:
    assert not vault.encrypted
    assert vault.check() == []


def test_a_vault_with_a_passphrase_is_encrypted(vault_factory: Vaults) -> None:
    vault_factory("secret.vault", "correct horse").close()
    assert vault_factory("secret.vault", "correct horse").encrypted
    with pytest.raises(PassphraseError):
        vault_factory("secret.vault", "wrong")
