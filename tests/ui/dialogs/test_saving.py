from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.ui.dialogs.saving import ask_where


def test_a_name_and_its_ending_are_suggested_and_what_is_chosen_is_told(qtbot: QtBot) -> None:
    parent, chosen = QWidget(), list[str]()
    qtbot.addWidget(parent)
    ask_where(parent, "summary-2026-11-08.pdf", ".pdf", chosen.append)
    [chooser] = parent.findChildren(QFileDialog)
    assert chooser.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    assert chooser.defaultSuffix() == "pdf"
    assert chooser.nameFilters()[0] == "*.pdf"
    assert [Path(name).name for name in chooser.selectedFiles()] == ["summary-2026-11-08.pdf"]
    chooser.fileSelected.emit("/somewhere/mine.pdf")
    assert chosen == ["/somewhere/mine.pdf"]
    chooser.reject()
