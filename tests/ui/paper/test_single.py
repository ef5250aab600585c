"""A few pages printed by themselves, and what is said of it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.affirmations.library import wordings
from attach_desktop.checkins.form import FORMS, built_in
from attach_desktop.errors import StorageError
from attach_desktop.summary.document import Document, Paragraph
from attach_desktop.summary.papers.blank_forms import blank_checkin, blank_thought_record
from attach_desktop.summary.papers.cards import affirmation_card, recovery_code
from attach_desktop.ui.paper.pages import lay_out
from attach_desktop.ui.paper.sheet import Paper
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


@pytest.mark.parametrize("sheet", list(Paper))
def test_forms_to_fill_by_hand_take_the_two_sides_of_one_sheet(qapp: QApplication, sheet: Paper) -> None:
    forms = [blank_thought_record(), *(blank_checkin(built_in(name)) for name in FORMS)]
    assert [lay_out(form, sheet).count for form in forms] == [2] * 4


@pytest.mark.parametrize("sheet", list(Paper))
def test_cards_and_codes_take_one_sheet(qapp: QApplication, sheet: Paper) -> None:
    longest = max((wording.text for wording in wordings().values()), key=len)
    for document in (affirmation_card(longest), recovery_code(["   ".join(["A1B2"] * 7)] * 2)):
        assert lay_out(document, sheet).count == 1
