"""The window is painted for the first time before the enums of Qt's namespace are made (see ui/later.py)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt as RealQt

from attach_desktop.ui.later import Qt

PAINT = """
import enum, sys
from pathlib import Path
from attach_desktop.app import _application
from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault

app = _application()
vault = Vault.open(Path(sys.argv[1]), SystemClock(), Changes())
theme = Theme(app, dressed=False)
window = MainWindow(vault, theme)
theme.dress()
window.start()
painted = window.grab()
made = {kind.__qualname__ for kind in (*enum.Enum.__subclasses__(), *enum.Flag.__subclasses__())}
assert "QSizePolicy.Policy" in made, "enums are not to be found where they were looked for"
print(painted.width(), *sorted(name for name in made if name.startswith("Qt.")))
"""


def test_the_first_paint_does_without_qts_enums(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", PAINT, str(tmp_path / "attach.vault")],
        capture_output=True,
        check=True,
        env=environment,
        encoding="utf-8",
    )
    width, *enums = ran.stdout.split()
    assert int(width) > 0
    assert enums == []


@pytest.mark.parametrize("name", ["Key", "AlignmentFlag", "FocusPolicy"])
def test_what_is_asked_of_it_is_qts_own(name: str) -> None:
    assert getattr(Qt, name) is getattr(RealQt, name)
