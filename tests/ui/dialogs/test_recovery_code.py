"""The recovery code, shown and asked back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog

from attach_desktop.ui.dialogs.recovery_code import RecoveryDialog
from tests.ui.dialogs.driving import clipped, settle, unnamed
from tests.ui.eyes import read
from tests.ui.printer import Printer, needs_poppler

CODE = "-".join(f"A{number:02}X" for number in range(14))


@pytest.fixture
def dialog(show: Callable[[RecoveryDialog], RecoveryDialog]) -> RecoveryDialog:
    return show(RecoveryDialog(CODE))


def test_the_whole_code_is_shown(dialog: RecoveryDialog) -> None:
    words = " ".join(read(dialog)).split()
    assert [group for group in CODE.split("-") if group not in words] == []
    assert clipped(dialog) == []
    assert unnamed(dialog) == []


def test_it_is_asked_back_once(dialog: RecoveryDialog) -> None:
    dialog.next_button.click()
    settle()
    assert CODE.split("-")[0] not in " ".join(read(dialog)).split()
    dialog.answers[0].setText("A00A")
    dialog.next_button.click()
    settle()
    assert dialog.isVisible()
    assert "not the two groups" in dialog.trouble.text
    assert clipped(dialog) == []
    groups = CODE.split("-")
    for field, number in zip(dialog.answers, dialog.asked, strict=True):
        # As one writes: small letters, O for zero.
        field.setText(groups[number].lower().replace("0", "o"))
    dialog.next_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_one_can_look_again(dialog: RecoveryDialog) -> None:
    dialog.next_button.click()
    dialog.back_button.click()
    settle()
    assert CODE.split("-")[3] in " ".join(read(dialog)).split()


def test_it_can_be_left_without_an_answer(dialog: RecoveryDialog) -> None:
    dialog.later_button.click()
    assert not dialog.isVisible()


@needs_poppler
def test_it_can_be_printed(dialog: RecoveryDialog, printer: Printer) -> None:
    dialog.print_button.click()
    assert " ".join(dialog.lines()).split() == CODE.split("-")
    assert [group for group in CODE.split("-") if group not in printer.text.split()] == []
    assert "journal" not in printer.text.lower()


@pytest.mark.no_qt_log
def test_a_printer_that_fails_is_told(dialog: RecoveryDialog, printer: Printer) -> None:
    printer.break_down()
    dialog.print_button.click()
    settle()
    assert dialog.trouble.isVisible()
    assert clipped(dialog) == []
