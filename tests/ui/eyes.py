"""The eyes of a person: what stands on a part of the window, and the buttons by what is written on them."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget

from tests.ui.hands import settle

T = TypeVar("T", bound=QWidget)


def part(parent: QWidget, kind: type[T]) -> T:
    """The one part of this kind."""
    settle()
    found: list[T] = parent.findChildren(kind)
    assert len(found) == 1, f"{len(found)} of {kind.__name__}"
    return found[0]


def parts(parent: QWidget, kind: type[T]) -> list[T]:
    """Every part of this kind that is on show."""
    settle()
    found: list[T] = parent.findChildren(kind)
    return [one for one in found if one.isVisible()]


def read(parent: QWidget) -> list[str]:
    """The texts that stand there, without those that are hidden or empty."""
    return [one.text() for one in parts(parent, QLabel) if one.text()]


def buttons(parent: QWidget) -> list[str]:
    """What is written on the buttons that are on show."""
    return [one.text() for one in parts(parent, QAbstractButton)]


def push(parent: QWidget, name: str) -> None:
    """Push the button with these words on it, or of this spoken name."""
    found = [one for one in parts(parent, QAbstractButton) if name in (one.text(), one.accessibleName())]
    assert len(found) == 1, f"{len(found)} buttons “{name}” of {buttons(parent)}"
    found[0].click()
    settle()


def choose(parent: QWidget, name: str) -> None:
    """Choose a line of the first menu that has it."""
    settle()
    actions: list[QAction] = [one for menu in parent.findChildren(QMenu) for one in menu.actions()]
    next(one for one in actions if one.text() == name).trigger()
    settle()
