"""Makes every Qt call that would wait for a person's click raise an error instead."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import NoReturn

import pytest

_Calls = dict[str, tuple[str, ...]]

_STATIC: _Calls = {
    "QColorDialog": ("getColor",),
    "QFileDialog": (
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    ),
    "QFontDialog": ("getFont",),
    "QInputDialog": ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    "QMessageBox": ("about", "aboutQt", "critical", "information", "question", "warning"),
}
_CALLS: dict[str, _Calls] = {
    # QMenu.exec cannot be guarded from Python; a test of the architecture keeps it out of the code.
    "PySide6.QtWidgets": {"QDialog": ("exec", "exec_"), **_STATIC},
    "PySide6.QtGui": {"QDrag": ("exec", "exec_")},
    "PySide6.QtPrintSupport": {"QPageSetupDialog": ("exec", "exec_"), "QPrintDialog": ("exec", "exec_")},
}


class ModalDialogError(AssertionError):
    """A modal dialog was about to wait for a person."""


class ModalGuard:
    """Stands before the modal calls of the Qt modules that are imported; those not imported stay so.

    A test that expects a dialog puts its own answer in the call's place with ``monkeypatch``.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self._guarded: set[str] = set()
        self._opened: list[str] = []

    def stand(self) -> None:
        """Guard the Qt modules that have been imported since the last time."""
        for name, calls in _CALLS.items():
            module = sys.modules.get(name)
            if module is not None and name not in self._guarded:
                self._guarded.add(name)
                self._guard(module, calls)

    def take_opened(self) -> list[str]:
        """The calls that were caught since the last time, each as ``Class.method``."""
        opened, self._opened = self._opened, []
        return opened

    def _guard(self, module: ModuleType, calls: _Calls) -> None:
        for class_name, methods in calls.items():
            of_class = getattr(module, class_name)
            static = class_name in _STATIC
            for method in methods:
                refuse = self._refusal(f"{class_name}.{method}")
                self._patch.setattr(of_class, method, staticmethod(refuse) if static else refuse)

    def _refusal(self, name: str) -> Callable[..., NoReturn]:
        def refuse(*_given: object, **_named: object) -> NoReturn:
            self._opened.append(name)
            raise ModalDialogError(f"{name} would have waited for a person")

        return refuse
