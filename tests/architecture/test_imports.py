"""The import rules of pyproject.toml hold, and the scan behind them has seen every module there is."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import grimp

from tests.architecture.tree import PACKAGE, ROOT, modules

_OF_THE_WINDOW = ("attach_desktop.app", "attach_desktop.background", "attach_desktop.ui", "attach_desktop.desktop")


def test_the_import_contracts_are_kept() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
            "--no-logo",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_scan_sees_every_module() -> None:
    graph = grimp.build_graph(PACKAGE.name, cache_dir=None)
    assert graph.modules == set(modules())


def test_the_rule_about_qt_names_every_part_but_the_window() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    [rule] = [contract for contract in settings["contracts"] if contract.get("forbidden_modules") == ["PySide6"]]
    parts = {name for name in modules() if name.count(".") == 1 and name != "attach_desktop.__main__"}
    assert set(rule["source_modules"]) == parts - set(_OF_THE_WINDOW)


def test_everything_but_the_window_can_be_imported_without_qt() -> None:
    of_the_window = tuple(f"{part}." for part in _OF_THE_WINDOW)
    without_qt = [name for name in modules() if not f"{name}.".startswith(of_the_window)]
    program = (
        "import sys, importlib\n"
        "sys.modules['PySide6'] = None\n"
        "for name in sys.argv[1:]: importlib.import_module(name)\n"
        "print(len([name for name in sys.modules if name.startswith(('PySide6.', 'shiboken6'))]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *without_qt], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["0"]
