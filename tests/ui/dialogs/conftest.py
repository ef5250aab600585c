"""Dialogs are shown, driven and closed; none of them waits for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from attach_desktop.ui.jobs import Jobs, one_thread
from attach_desktop.ui.theme.theme import Theme
from tests.ui.dialogs.driving import free_closed, settle

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def show(theme: Theme) -> Iterator[Callable[[D], D]]:
    """Shows a dialog, and frees it in the end."""
    shown: list[QDialog] = []

    def show_one(dialog: D) -> D:
        shown.append(dialog)
        dialog.show()
        settle()
        return dialog

    yield show_one
    for dialog in shown:
        if isValid(dialog):
            dialog.close()
            dialog.deleteLater()
    free_closed()


@pytest.fixture
def threaded(qapp: QApplication) -> Iterator[Jobs]:
    """Work in a thread, as in the window."""
    jobs = Jobs(one_thread)
    yield jobs
    jobs.close()
