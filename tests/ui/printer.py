"""Stands in for the person at the system's print dialog, and looks at what comes out of the printer."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


class Printer:
    """Says yes to every print dialog (no, while ``willing`` is False); each document becomes a PDF file."""

    def __init__(self, patch: pytest.MonkeyPatch, folder: Path) -> None:
        """The files go to ``folder``."""
        self._folder = folder
        self.willing = True
        #: The names under which documents stood in the queue, one for each dialog.
        self.named: list[str] = []
        self.files: list[Path] = []
        patch.setattr(QPrintDialog, "exec", lambda dialog: self._answer(dialog))

    @property
    def text(self) -> str:
        """What can be read on the paper printed last."""
        found = subprocess.run(["pdftotext", "-layout", self.files[-1], "-"], check=True, capture_output=True)
        return found.stdout.decode()

    def break_down(self) -> None:
        """From now on nothing can be printed."""
        self._folder = self._folder / "nowhere"

    def _answer(self, dialog: QPrintDialog) -> int:
        self.named.append(dialog.printer().docName())
        if not self.willing:
            return QDialog.DialogCode.Rejected.value
        self.files.append(self._folder / f"{len(self.files)}.pdf")
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(self.files[-1]))
        return QDialog.DialogCode.Accepted.value
