"""Qt's file dialog leaves no list of folders behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_CHOOSE = """
import sys
from PySide6.QtWidgets import QApplication, QFileDialog
from attach_desktop.ui.traces import remember_no_folders

app = QApplication([])
if sys.argv[2] == "none":
    remember_no_folders()
dialog = QFileDialog(None, "Import", sys.argv[1])
dialog.show()
app.processEvents()
dialog.selectFile(sys.argv[1] + "/diary.json")
dialog.accept()
del dialog
app.processEvents()
"""


@pytest.mark.skipif(os.name != "posix", reason="the dialogs are the system's own")
@pytest.mark.parametrize(("mode", "traces"), [("usual", True), ("none", False)])
def test_no_folder_is_remembered(tmp_path: Path, mode: str, traces: bool) -> None:
    folder, settings = tmp_path / "heliotrope", tmp_path / "config"
    folder.mkdir()
    (folder / "diary.json").write_text("{}")
    environment = {**os.environ, "XDG_CONFIG_HOME": str(settings), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _CHOOSE, str(folder), mode], env=environment, capture_output=True, text=True, check=True
    )
    assert "QSettings" not in done.stderr
    found = [file for file in settings.rglob("*") if file.is_file() and b"heliotrope" in file.read_bytes()]
    assert bool(found) is traces
