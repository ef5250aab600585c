"""Lists on their way to paper and to files."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.interchange.exports import View, Wanted
from attach_desktop.ui.dialogs.export_dialog import ExportDialog
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.vault.finding import Filter
from tests.ui.eyes import read
from tests.ui.gratitude.slips import gratitude_page, slip, thing
from tests.ui.hands import CTRL, SHIFT, press, settle
from tests.ui.printer import Printer, needs_poppler

Open = Callable[[], MainWindow]


@pytest.fixture
def exported(monkeypatch: pytest.MonkeyPatch) -> list[Wanted]:
    """What each export dialog that was opened would write."""
    found = list[Wanted]()

    def note(dialog: ExportDialog) -> int:
        found.append(dialog.wanted())
        return 0

    monkeypatch.setattr(ExportDialog, "exec", note)
    return found


def choose(window: MainWindow, name: str) -> None:
    """Choose something in the menu of the slip of the list Myself."""
    (action,) = [one for one in slip(window)._more.menu().actions() if one.text() == name]
    action.trigger()


def wait(window: MainWindow, qtbot: QtBot) -> None:
    """Until nothing is on its way to the printer."""
    qtbot.waitUntil(lambda: not gratitude_page(window)._ways_out.printing.busy)
    settle()


@needs_poppler
def test_one_list_is_printed_from_its_slip(
    open_gratitude: Open, gratitude: GratitudeStore, printer: Printer, qtbot: QtBot
) -> None:
    gratitude.add(thing("warm tea"))
    gratitude.add(thing("rain", list="anything"))
    window = open_gratitude()
    choose(window, "Print this list …")
    wait(window, qtbot)
    assert "warm tea" in printer.text
    assert "rain" not in printer.text
    assert window.status.text() == "Sent to the printer."


@needs_poppler
def test_what_is_on_show_is_printed(
    open_gratitude: Open, gratitude: GratitudeStore, printer: Printer, qtbot: QtBot
) -> None:
    gratitude.add(thing("warm tea"))
    gratitude.add(thing("rain", list="anything"))
    window = open_gratitude()
    page = gratitude_page(window)
    page.print_shown()
    wait(window, qtbot)
    assert "warm tea" in printer.text
    assert "rain" in printer.text
    page.panel.set_filter(Filter(query="rain"))
    page.panel.bar.print_asked.emit()
    wait(window, qtbot)
    assert "warm tea" not in printer.text
    assert "rain" in printer.text


def test_a_list_or_what_is_on_show_is_exported(
    open_gratitude: Open, gratitude: GratitudeStore, exported: list[Wanted]
) -> None:
    gratitude.add(thing("warm tea"))
    window = open_gratitude()
    choose(window, "Export this list …")
    gratitude_page(window).panel.set_filter(Filter(query="tea"))
    press(Qt.Key.Key_E, CTRL | SHIFT)
    assert [wanted.view for wanted in exported] == [
        View("gratitude", Filter(words=(("list", "myself"),))),
        View("gratitude", Filter(query="tea")),
    ]
    assert "1 item" in read(gratitude_page(window).panel.bar)
