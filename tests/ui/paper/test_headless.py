from __future__ import annotations

import subprocess
import sys

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from attach_desktop.ui.paper.headless import application


def test_where_the_program_has_an_application_it_is_that_one(qtbot: QtBot) -> None:
    assert application() is QCoreApplication.instance()


def test_it_needs_no_screen_whatever_the_environment_says() -> None:
    script = (
        "from attach_desktop.ui.paper.headless import application\n"
        "from PySide6.QtGui import QGuiApplication\n"
        "one = application()\n"
        "print(QGuiApplication.platformName(), application() is one)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":no-such-screen", "PATH": "", "HOME": "/"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "offscreen True\n"), done.stderr
