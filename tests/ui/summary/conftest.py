"""The Print summary window on a vault with some days of everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from attach_desktop.errors import AttachError
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.summary.choosing import Days
from attach_desktop.ui.summary.dialog import SummaryDialog
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault
from tests.ui.hands import settle
from tests.ui.journal.entries import add_days, entry


class Opens(Protocol):
    """Opens the window, shown, its first pages there."""

    def __call__(
        self, tab: str = "today", on_show: Days | None = None, jobs: Jobs | None = None, size: QSize | None = None
    ) -> SummaryDialog: ...


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """Twelve days of entries, one of them private and one for the session."""
    store = JournalStore(vault)
    add_days(store, 12)
    store.add(entry(2, note="not for anybody", private=True))
    store.add(entry(3, note="to talk about", for_session=True, people=("Robin",)))
    return vault


@pytest.fixture
def complaints() -> list[AttachError]:
    """What went wrong when nobody saw the window any more."""
    return []


@pytest.fixture
def opens(filled: Vault, theme: Theme, complaints: list[AttachError], qtbot: QtBot, at_once: Jobs) -> Iterator[Opens]:
    opened: list[SummaryDialog] = []

    def open_it(
        tab: str = "today", on_show: Days | None = None, jobs: Jobs | None = None, size: QSize | None = None
    ) -> SummaryDialog:
        dialog = SummaryDialog(filled, theme, complaints.append, None, jobs or at_once, tab=tab, on_show=on_show)
        opened.append(dialog)
        if size is not None:
            dialog.resize(size)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        if jobs is None:
            laid_out(dialog, qtbot)
        return dialog

    yield open_it
    for dialog in opened:
        if isValid(dialog):
            dialog.done(0)
    settle()


def laid_out(dialog: SummaryDialog, qtbot: QtBot) -> None:
    """Wait until the pages are those of what is chosen."""
    qtbot.waitUntil(lambda: dialog.laying.current and not dialog.laying.busy and not dialog._pause.isActive())
    settle()


@pytest.fixture
def laid(qtbot: QtBot) -> Callable[[SummaryDialog], None]:
    """Waits until the pages are those of what is chosen."""
    return lambda dialog: laid_out(dialog, qtbot)
