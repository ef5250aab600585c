"""What is wished for an item is done, with the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication

from attach_desktop.errors import FaultsError, InputRefusedError, fault
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.gratitude.deeds import Deeds
from attach_desktop.ui.main_window import MainWindow
from tests.ui.gratitude.slips import gratitude_page, thing
from tests.ui.printer import Printer


@pytest.fixture
def window(open_gratitude: Callable[[], MainWindow]) -> MainWindow:
    return open_gratitude()


@pytest.fixture
def deeds(window: MainWindow, gratitude: GratitudeStore) -> Deeds:
    return Deeds(gratitude, window, gratitude_page(window))


def test_a_deleted_item_lies_in_the_bin_and_comes_back(
    deeds: Deeds, window: MainWindow, gratitude: GratitudeStore
) -> None:
    record = gratitude.add(thing("warm tea"))
    deeds.wishes.delete.emit(record)
    assert [one.record.id for one in gratitude.binned()] == [record.id]
    window.undo()
    assert gratitude.get(record.id) is not None


def test_a_note_to_them_is_in_the_clipboard(deeds: Deeds, window: MainWindow, gratitude: GratitudeStore) -> None:
    deeds.wishes.copy.emit(gratitude.add(thing("You waited", people=("Kim",))))
    assert QGuiApplication.clipboard().text() == "Kim, this is something I am grateful for:\n\nYou waited"
    assert window.status.text().startswith("Copied")


def test_a_note_to_them_is_printed_from_the_dialog_of_the_system(
    deeds: Deeds, window: MainWindow, gratitude: GratitudeStore, printer: Printer
) -> None:
    deeds.wishes.print.emit(gratitude.add(thing("You waited")))
    assert printer.named == ["Document"]
    assert printer.files[0].read_bytes().startswith(b"%PDF")
    assert window.status.text() == "Sent to the printer."


def test_at_the_edge_of_its_list_nothing_moves(deeds: Deeds, gratitude: GratitudeStore) -> None:
    first, last = gratitude.add(thing("first")), gratitude.add(thing("last", 1))
    deeds.wishes.step.emit(first, -1)
    deeds.wishes.step.emit(last, 1)
    assert [one.value.text for one in gratitude.in_order("myself")] == ["first", "last"]
    deeds.wishes.step.emit(last, -1)
    assert [one.value.text for one in gratitude.in_order("myself")] == ["last", "first"]


def test_what_goes_wrong_is_told_and_nothing_is_raised(
    deeds: Deeds, window: MainWindow, gratitude: GratitudeStore
) -> None:
    record = gratitude.add(thing("warm tea"))
    gratitude.bin([record.id])
    deeds.wishes.move.emit(record, "anything")
    assert window.status.text()
    assert window.status.step == ""

    def refuse() -> None:
        raise FaultsError([fault("text", "missing")])

    assert not deeds.do(refuse)
    assert deeds.do(lambda: None)
    with pytest.raises(InputRefusedError):
        deeds.keep(record, thing("cold tea"))
