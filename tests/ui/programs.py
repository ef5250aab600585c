"""The program around a vault, as it runs, without starting another process."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from attach_desktop.ui.locking.door import Door
from attach_desktop.ui.locking.reason import Reason
from attach_desktop.ui.locking.unlock_page import UnlockPage
from attach_desktop.ui.program import Program
from attach_desktop.ui.tabs import TABS, TabSpec
from attach_desktop.vault.vault import Ask, Vault
from tests.support import CHEAP_COSTS, FixedClock, Vaults
from tests.ui.hands import settle
from tests.ui.pages import noted
from tests.ui.windows import WIDE

RIGHT = "correct horse"
SPECS = (noted("one"), *(spec for spec in TABS if spec.key in ("journal", "checkins")))

Fill = Callable[[Vault], object]


class Programs:
    """Starts the program, shown, and ends it in the end."""

    def __init__(self, app: QApplication, vaults: Vaults, clock: FixedClock) -> None:
        self._app, self._vaults, self._clock = app, vaults, clock
        self._begun: list[Program] = []

    def __call__(
        self,
        passphrase: str | None = RIGHT,
        ask: Ask | None = None,
        fill: Fill | None = None,
        specs: tuple[TabSpec, ...] = SPECS,
    ) -> Program:
        """On ``attach.vault``, with what ``fill`` puts into it; ``passphrase`` None makes a plain one."""
        vault = self._vaults("attach.vault", passphrase=passphrase)
        if fill is not None:
            fill(vault)
        vault.close()
        return self.start(Door(vault.path, self._clock, CHEAP_COSTS), ask, specs)

    def start(self, door: Door, ask: Ask | None = None, specs: tuple[TabSpec, ...] = SPECS) -> Program:
        """On the vault behind ``door``, with the tabs of ``specs``."""
        program = Program(self._app, door, specs)
        program.begin(ask)
        self._begun.append(program)
        program.window.resize(WIDE)
        program.window.show()
        program.window.activateWindow()
        settle()
        return program

    def end(self) -> None:
        """End them all."""
        for program in self._begun:
            program.stays = False
            program.quit()
            settle()
            program.end()


def unlock_page(program: Program) -> UnlockPage:
    """What covers the window."""
    page = program.window.shown
    assert isinstance(page, UnlockPage)
    return page


def unlock(program: Program, qtbot: QtBot, typed: str = RIGHT) -> None:
    """Type the passphrase and open."""
    # Without a screen, a window that loses a menu is no longer the active one.
    program.window.activateWindow()
    unlock_page(program).field.setText(typed)
    with qtbot.waitSignal(program.unlocked):
        unlock_page(program).open_button.click()
    settle()


def lock(program: Program, reason: Reason = Reason.ASKED) -> None:
    """Lock, and wait until everything is gone."""
    assert program.lock(reason)
    settle()


def open_dialog(kind: type[QDialog]) -> QDialog:
    """The one dialog of its kind that is on show."""
    settle()
    found = [one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()]
    assert len(found) == 1, f"{len(found)} of {kind.__name__}"
    dialog: QWidget = found[0]
    assert isinstance(dialog, QDialog)
    return dialog
