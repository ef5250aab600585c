"""The Qt binding in use does not lose references to None.

PySide6 6.12.0 does on Python 3.11: each void call drops one, and after some thousands the interpreter aborts.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import version

from packaging.requirements import Requirement

from tests.architecture.tree import PACKAGE, ROOT

_UNSOUND = "6.12.0"

# None is held many times over first, so that a lossy binding is counted and does not abort.
_COUNT = """
import sys
from PySide6.QtGui import QImage, QPainter, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

app = QApplication([])
held = [None] * 100_000
window, label, line, text, table = QWidget(), QLabel(), QLineEdit(), QPlainTextEdit(), QTableWidget(1, 1)
layout, document, image = QVBoxLayout(window), QTextDocument(), QImage(9, 9, QImage.Format.Format_ARGB32)
cursor, painter = QTextCursor(document), QPainter(image)
calls = {
    "QTextCursor.insertText": lambda: cursor.insertText("x"),
    "QLabel.setText": lambda: label.setText("x"),
    "QLabel.setAccessibleName": lambda: label.setAccessibleName("x"),
    "QLineEdit.setText": lambda: line.setText("x"),
    "QPlainTextEdit.setPlainText": lambda: text.setPlainText("x"),
    "QTableWidget.setItem": lambda: table.setItem(0, 0, QTableWidgetItem("x")),
    "QVBoxLayout.addWidget": lambda: layout.addWidget(label),
    "QPainter.drawLine": lambda: painter.drawLine(0, 0, 5, 5),
    "QWidget.update": lambda: window.update(),
    "QObject.property": lambda: window.property("none"),
    "QApplication.processEvents": lambda: app.processEvents(),
}
for name, call in calls.items():
    call()
    before = sys.getrefcount(None)
    for _ in range(200):
        call()
    change = sys.getrefcount(None) - before
    if abs(change) > 20:
        print(f"{name}: {change / 200:+.2f} references to None a call")
painter.end()
print(f"{len(calls)} calls counted")
"""


def test_the_unsound_release_is_not_installed() -> None:
    assert version("PySide6_Essentials") != _UNSOUND


def test_the_unsound_release_is_excluded() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    requirements = [Requirement(line) for line in project["dependencies"]]
    [qt] = [requirement for requirement in requirements if requirement.name == "PySide6-Essentials"]
    assert not qt.specifier.contains(_UNSOUND)
    assert qt.specifier.contains(version("PySide6_Essentials"))


def test_a_call_into_qt_keeps_every_reference_to_none() -> None:
    done = subprocess.run([sys.executable, "-c", _COUNT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"\d+ calls counted\n", done.stdout), done.stdout


def test_a_menu_never_waits_in_a_loop_of_its_own() -> None:
    # The guard against waiting dialogs cannot see QMenu.exec; QMenu.popup does the same without waiting.
    waiting = re.compile(r"menu\w*(\(.*\))?\.exec_?\(", re.IGNORECASE)
    assert [file for file in PACKAGE.rglob("*.py") if waiting.search(file.read_text("utf-8"))] == []


def test_only_the_bell_of_windows_may_use_the_network_module_of_qt() -> None:
    # import-linter sees PySide6 as one thing and cannot forbid a part of it.
    network = re.compile(r"\bQtNetwork|\bQtWeb|\bQtSql")
    using = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if network.search(file.read_text("utf-8"))
    }
    assert using <= {"desktop/bell_socket.py"}
