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
import enum, os, sys

from attach_desktop.__main__ import main
from attach_desktop.ui.main_window import MainWindow

paint = MainWindow.paintEvent

def say(window, event):
    paint(window, event)
    made = {kind.__qualname__ for kind in (*enum.Enum.__subclasses__(), *enum.Flag.__subclasses__())}
    assert "QSizePolicy.Policy" in made, "enums are not to be found where they were looked for"
    print(window.width(), *sorted(name for name in made if name.startswith("Qt.")), flush=True)
    os._exit(0)

MainWindow.paintEvent = say
sys.argv[1:] = ["--data-dir", sys.argv[1]]
main()
"""


def test_the_first_paint_does_without_qts_enums(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", PAINT, str(tmp_path)],
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
