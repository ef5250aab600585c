"""Deleting for good: the dialog."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate

from attach_desktop.ui.dialogs.wipe_dialog import Wanted, What, WipedDialog, WipeDialog
from tests.ui.dialogs.driving import clipped, unnamed
from tests.ui.eyes import read

TODAY = date(2026, 11, 8)
COUNTS = {What.DAYS: 3, What.PERSON: 1, What.EVERYTHING: 40}
Show = Callable[[WipeDialog], WipeDialog]


@pytest.fixture
def dialog(show: Show) -> WipeDialog:
    return show(WipeDialog(TODAY, ["Dad", "Kim"], lambda wanted: COUNTS[wanted.what]))


def test_it_says_how_much_it_would_be(dialog: WipeDialog) -> None:
    assert dialog.how_many.text() == "That is 3 records."
    dialog.choose(What.PERSON)
    assert dialog.how_many.text() == "The name goes from 1 record."
    dialog.with_records.click()
    assert dialog.how_many.text() == "That is 1 record."
    dialog.choose(What.EVERYTHING)
    assert dialog.how_many.text() == "That is 40 records."
    assert clipped(dialog) == []
    assert unnamed(dialog) == []


def test_nothing_goes_before_the_word_is_typed(dialog: WipeDialog) -> None:
    decided: list[Wanted] = []
    dialog.decided.connect(decided.append)
    dialog.choose(What.PERSON)
    dialog.alias.setCurrentIndex(1)
    dialog.backups.click()
    assert not dialog.go.isEnabled()
    dialog.word.setText("delet")
    assert not dialog.go.isEnabled()
    dialog.word.setText(" Delete ")
    dialog.go.click()
    assert decided == [Wanted(What.PERSON, TODAY, TODAY, alias="Kim", backups=True)]


def test_days_that_are_crossed_delete_nothing(dialog: WipeDialog) -> None:
    dialog.word.setText("delete")
    assert dialog.go.isEnabled()
    dialog.begin.setDate(QDate(2026, 11, 9))
    assert "before the first" in dialog.how_many.text()
    assert not dialog.go.isEnabled()


def test_where_nobody_is_known_nobody_can_be_chosen(show: Show) -> None:
    dialog = show(WipeDialog(TODAY, [], lambda _: 0))
    dialog.choose(What.PERSON)
    assert not dialog.alias.isEnabled() or not [one for one in dialog._group.buttons() if one.isEnabled()][2:]
    assert unnamed(dialog) == []


def test_what_remains_is_told(show: Callable[[WipedDialog], WipedDialog]) -> None:
    dialog = show(WipedDialog(["Records deleted: 3.", "A disk may still hold older copies."]))
    assert "A disk may still hold older copies." in read(dialog)
    assert clipped(dialog) == []
