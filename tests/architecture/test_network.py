"""No module imports network code, at its top or inside a function, by statement or by name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.tree import modules

_FORBIDDEN = {
    "socket", "socketserver", "ssl", "http", "urllib", "urllib3", "requests", "httpx", "aiohttp", "ftplib", "smtplib",
    "poplib", "imaplib", "xmlrpc", "asyncio", "selectors", "webbrowser", "PySide6.QtNetwork", "PySide6.QtNetworkAuth",
    "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebChannel",
    "PySide6.QtHttpServer", "PySide6.QtRemoteObjects", "PySide6.QtBluetooth",
}  # fmt: skip
#: On Windows, a second start talks to the first through a local socket of this person's.
_EXEMPT = {("attach_desktop.desktop.bell_socket", "PySide6.QtNetwork")}
#: What opens an address in another program.
_OPENERS = {"openUrl", "QDesktopServices"}


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in ("import_module", "__import__"):
                yield str(node.args[0].value)


def _is_forbidden(name: str) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in _FORBIDDEN)


@pytest.mark.parametrize(("name", "file"), modules().items(), ids=lambda one: one if isinstance(one, str) else "")
def test_a_module_imports_no_network_code(name: str, file: Path) -> None:
    found = {one for one in _imported(ast.parse(file.read_text("utf-8"))) if _is_forbidden(one)}
    assert {one for one in found if not any(name == who and one.startswith(what) for who, what in _EXEMPT)} == set()


@pytest.mark.parametrize(("name", "file"), modules().items(), ids=lambda one: one if isinstance(one, str) else "")
def test_a_module_opens_no_address_in_another_program(name: str, file: Path) -> None:
    names = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute | ast.Name)
    }
    assert names & _OPENERS == set(), name


@pytest.mark.parametrize(
    "program",
    [
        "import socket",
        "import urllib.request as x",
        "from http import client",
        "def f():\n from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "import importlib; importlib.import_module('ssl')",
    ],
)
def test_the_looking_would_see_it(program: str) -> None:
    assert any(_is_forbidden(name) for name in _imported(ast.parse(program)))
