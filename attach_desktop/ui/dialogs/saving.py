"""Asks where a file is to be saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where(parent: QWidget, name: str, ending: str, chosen: Callable[[str], object]) -> None:
    """Ask where a file is to be, and call ``chosen`` with its path.

    ``name`` is suggested, among the person's documents; ``ending`` (".pdf") is added where none is given. The file
    dialog itself asks before it takes a name that is in use.
    """
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    chooser = QFileDialog(parent, _tr("Save as"), str(Path(folder) / name))
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setFileMode(QFileDialog.FileMode.AnyFile)
    chooser.setNameFilters([f"*{ending}", _tr("All files (*)")])
    chooser.setDefaultSuffix(ending)
    chooser.selectFile(name)
    chooser.fileSelected.connect(chosen)
    chooser.open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Saving", text)
