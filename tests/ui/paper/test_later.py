"""Pages that may be many: made in another thread, then printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.errors import StorageError
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.summary.document import Document, Paragraph
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.paper.later import PrintLater
from attach_desktop.vault.vault import Vault
from tests.ui.executors import WhenTold
from tests.ui.gratitude.slips import thing
from tests.ui.hands import settle
from tests.ui.insights.noted_shell import NotedShell
from tests.ui.printer import Printer, needs_poppler


@pytest.fixture
def page(on_screen: Callable[..., None]) -> QWidget:
    made = QWidget()
    on_screen(made, QSize(300, 200))
    return made


def thanks(vault: Vault) -> Document:
    return Document(title="", blocks=[Paragraph(record.value.text) for record in GratitudeStore(vault).each()])


@pytest.fixture
def later(page: QWidget, vault: Vault, when_told: Jobs) -> Iterator[PrintLater]:
    GratitudeStore(vault).add(thing("warm tea"))
    made = PrintLater(page, vault, NotedShell(), when_told)
    yield made
    made.close()


def shell_of(later: PrintLater) -> NotedShell:
    shell = later._shell
    assert isinstance(shell, NotedShell)
    return shell


@needs_poppler
def test_it_prints_what_the_vault_holds(later: PrintLater, held: WhenTold, printer: Printer) -> None:
    later.begin(thanks)
    assert later.busy
    assert shell_of(later).said == ["Getting the pages ready …"]
    held.go()
    settle()
    assert "warm tea" in printer.text
    assert shell_of(later).said[-1] == "Sent to the printer."
    assert not later.busy


def test_what_was_stopped_does_not_come_up(later: PrintLater, held: WhenTold, printer: Printer) -> None:
    later.begin(thanks)
    later.stop()
    held.go()
    settle()
    assert printer.named == []
    assert shell_of(later).complained == []


def test_over_another_page_no_dialog_comes_up(
    later: PrintLater, page: QWidget, held: WhenTold, printer: Printer
) -> None:
    later.begin(thanks)
    page.hide()
    held.go()
    settle()
    assert printer.named == []


def test_what_goes_wrong_is_told(later: PrintLater, held: WhenTold, printer: Printer) -> None:
    def broken(vault: Vault) -> Document:
        raise StorageError("cannot-read", path="somewhere")

    later.begin(broken)
    held.go()
    settle()
    assert [error.key for error in shell_of(later).complained] == ["cannot-read"]
    assert not later.busy


@pytest.mark.no_qt_log
def test_a_printer_that_refuses_is_told(later: PrintLater, held: WhenTold, printer: Printer) -> None:
    printer.break_down()
    later.begin(thanks)
    held.go()
    settle()
    assert [error.key for error in shell_of(later).complained] == ["cannot-write"]


def test_its_own_thread_does_it_too(page: QWidget, vault: Vault, printer: Printer, qtbot: QtBot) -> None:
    store = GratitudeStore(vault)
    for days in range(40):
        store.add(thing(f"thing {days}", days))
    later = PrintLater(page, vault, NotedShell())
    later.begin(thanks)
    qtbot.waitUntil(lambda: not later.busy)
    assert len(printer.files) == 1
    later.close()
