"""A few pages printed by themselves, and what is said of it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.errors import StorageError
from attach_desktop.summary.document import Document, Paragraph
from attach_desktop.ui.paper.single import print_single
from tests.ui.insights.noted_shell import NotedShell
from tests.ui.printer import Printer

PAGE = Document(title="A page", blocks=[Paragraph("Some words")])


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_what_was_printed_is_said(parent: QWidget, printer: Printer) -> None:
    shell = NotedShell()
    print_single(parent, shell, lambda: PAGE)
    assert printer.files[0].read_bytes().startswith(b"%PDF")
    assert printer.named == ["Document"]
    assert shell.said == ["Sent to the printer."]


def test_a_change_of_mind_is_silent(parent: QWidget, printer: Printer) -> None:
    printer.willing = False
    shell = NotedShell()
    print_single(parent, shell, lambda: PAGE)
    assert (shell.said, shell.complained, printer.files) == ([], [], [])


def test_what_cannot_be_made_is_told(parent: QWidget, printer: Printer) -> None:
    def broken() -> Document:
        raise StorageError("cannot-read", path="somewhere")

    shell = NotedShell()
    print_single(parent, shell, broken)
    assert [error.key for error in shell.complained] == ["cannot-read"]
    assert printer.named == []


@pytest.mark.no_qt_log
def test_a_printer_that_refuses_is_told(parent: QWidget, printer: Printer) -> None:
    printer.break_down()
    shell = NotedShell()
    print_single(parent, shell, lambda: PAGE)
    assert [error.key for error in shell.complained] == ["cannot-write"]
