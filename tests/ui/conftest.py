"""What tests of the window share: a theme, something to show widgets with, and the window on a vault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.journal.store import JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults
from tests.ui.executors import AtOnce, WhenTold
from tests.ui.hands import settle
from tests.ui.printer import Printer
from tests.ui.programs import Programs
from tests.ui.windows import Windows


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme, in force."""
    made = Theme(qapp, "light")
    yield made
    made.deleteLater()


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """The English words; they never change."""
    return Vocabulary()


@pytest.fixture
def store(vault: Vault) -> JournalStore:
    """The journal of an empty vault."""
    return JournalStore(vault)


@pytest.fixture
def on_screen(qtbot: QtBot, theme: Theme, vault_factory: Vaults) -> Iterator[Callable[..., None]]:
    """Shows a widget, active, and in the end closes and frees it, before the vaults are closed."""
    shown: list[QWidget] = []

    def show(widget: QWidget, size: QSize | None = None) -> None:
        shown.append(widget)
        if size is not None:
            widget.resize(size)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)

    yield show
    for widget in shown:
        widget.close()
        widget.deleteLater()
    settle()


@pytest.fixture
def windows(theme: Theme, vault_factory: Vaults) -> Iterator[Windows]:
    """Opens the program's window on vaults, and closes them all in the end, before the vaults are."""
    opened = Windows(theme)
    yield opened
    opened.close()


@pytest.fixture
def programs(qapp: QApplication, vault_factory: Vaults, clock: FixedClock) -> Iterator[Programs]:
    """Starts the program on a vault, and ends it in the end."""
    begun = Programs(qapp, vault_factory, clock)
    yield begun
    begun.end()


@pytest.fixture
def at_once(qapp: QApplication) -> Iterator[Jobs]:
    """Work that is done as soon as it is asked for."""
    jobs = Jobs(AtOnce)
    yield jobs
    jobs.close()


@pytest.fixture
def held() -> WhenTold:
    """Work that waits until it is told to go on."""
    return WhenTold()


@pytest.fixture
def when_told(qapp: QApplication, held: WhenTold) -> Iterator[Jobs]:
    """Jobs over ``held``."""
    jobs = Jobs(lambda: held)
    yield jobs
    jobs.close()


@pytest.fixture
def printer(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Printer:
    """A printer that takes whatever it is given."""
    folder = tmp_path / "paper"
    folder.mkdir()
    return Printer(monkeypatch, folder)
