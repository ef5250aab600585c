"""Backups in rows."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt

from attach_desktop.ui.dialogs.backups_model import DAMAGED, LOCKED, UNKNOWN, BackupsModel
from attach_desktop.vault.backups import REASONS, Backup

MADE = datetime(2026, 11, 8, 20, 40)


def backup(reason: str = "daily", *, encrypted: bool = True) -> Backup:
    return Backup(Path(f"/nowhere/20261108-204000-{reason}.vault"), MADE, reason, 1024, encrypted)


@pytest.fixture
def model(qapp: QObject) -> BackupsModel:
    return BackupsModel(qapp)


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (UNKNOWN, "…"),
        (LOCKED, "another passphrase"),
        (DAMAGED, "cannot be read"),
        (0, "0 records"),
        (1, "1 record"),
        (1200, "1,200 records"),
    ],
)
def test_what_is_known_of_its_records_is_said(model: BackupsModel, count: int, text: str) -> None:
    one = backup()
    model.show([one])
    assert model.unknown() == [one]
    model.know(one.name, count)
    assert model.cells(0)[2] == text
    assert model.unknown() == []


def test_every_reason_has_words(model: BackupsModel) -> None:
    model.show([backup(reason) for reason in REASONS])
    words = [model.cells(row)[1] for row in range(len(REASONS))]
    assert len(set(words)) == len(REASONS)
    assert not set(words) & set(REASONS)


def test_a_screen_reader_is_told_the_whole_row(model: BackupsModel) -> None:
    model.show([backup(encrypted=False)])
    told = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(told, str)
    assert "first start of the day" in told
    assert "by anybody" in told
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Records"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
