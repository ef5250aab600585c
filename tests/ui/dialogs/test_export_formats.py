"""The choice of a format, and of what a spreadsheet holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from attach_desktop.rooms import KINDS
from attach_desktop.ui.dialogs.export_formats import ExportFormats
from tests.ui.dialogs.driving import unnamed


def test_every_kind_of_record_can_be_a_spreadsheet(qapp: QApplication) -> None:
    formats = ExportFormats(of_view=False)
    assert formats.kind is not None
    assert [formats.kind.itemData(at) for at in range(formats.kind.count())] == [kind.name for kind in KINDS]
    assert formats.kind.itemText(4) == "Gratitude"
    assert unnamed(formats) == []


def test_choosing_a_kind_means_wanting_a_spreadsheet(qapp: QApplication) -> None:
    formats = ExportFormats(of_view=False)
    told = list[tuple[str, str]]()
    formats.changed.connect(lambda: told.append((formats.format, formats.kind_name)))
    assert (formats.format, formats.kind_name) == ("json", "journal")
    assert formats.kind is not None
    QTest.keyClick(formats.kind, Qt.Key.Key_Down)
    assert (formats.format, formats.kind_name) == ("csv", "triggers")
    assert told[-1] == ("csv", "triggers")


def test_what_a_list_shows_is_of_one_kind_already(qapp: QApplication) -> None:
    formats = ExportFormats(of_view=True)
    assert formats.kind is None
    formats.choose("markdown")
    assert formats.format == "markdown"
