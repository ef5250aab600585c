"""Before pages without a preview are printed, it is said what could not be read on them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.summary.document import Document, Paragraph
from attach_desktop.ui.paper import printing
from tests.ui.printer import Printer

#: No font has a sign for a letter that there is not.
UNKNOWN = "a\u0378b"


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def paper(text: str) -> Document:
    return Document(title="", blocks=[Paragraph(text)])


def answer(patch: pytest.MonkeyPatch, label: str) -> list[str]:
    """Press the button called ``label`` in every question that comes up; what was asked."""
    asked = list[str]()

    def press(box: QMessageBox) -> int:
        asked.append(box.text())
        next(one for one in box.buttons() if one.text().replace("&", "") == label).click()
        return 0

    patch.setattr(QMessageBox, "exec", press)
    return asked


def test_where_every_letter_can_be_shown_nothing_is_asked(parent: QWidget, printer: Printer) -> None:
    assert printing.document(parent, paper("plain words"))
    assert len(printer.files) == 1


def test_letters_that_cannot_be_shown_are_told_and_may_be_printed_all_the_same(
    parent: QWidget, printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answer(monkeypatch, "Print all the same")
    assert printing.document(parent, paper(UNKNOWN))
    assert len(asked) == 1
    assert "cannot be shown" in asked[0]
    assert len(printer.files) == 1


def test_who_would_rather_not_prints_nothing(
    parent: QWidget, printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "Not now")
    assert not printing.document(parent, paper(UNKNOWN))
    assert printer.named == []
