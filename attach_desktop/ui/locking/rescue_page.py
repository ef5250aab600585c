"""What the window shows in the place of a vault that cannot be read: what is left, and how one can go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.ui.dialogs.sheet import Trouble, Waiting, counted
from attach_desktop.ui.jobs import Jobs, one_thread
from attach_desktop.ui.locking import rescue_work
from attach_desktop.ui.locking.card import centred_card
from attach_desktop.ui.locking.door import Door
from attach_desktop.ui.locking.rescue_work import Found
from attach_desktop.ui.theme.tokens import MEDIUM, NORMAL, SMALL, TIGHT
from attach_desktop.ui.widgets.days import shown_moment
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.ui.widgets.tab_order import chain
from attach_desktop.vault.vault import Ask, Vault

_WIDTH = 560
Way = Callable[[Door, Found], Vault]


class RescuePage(QWidget):
    """Looks for what is left, then offers it. ``opened`` comes with the vault that was chosen to go on with."""

    opened = Signal(object)
    quit_asked = Signal()

    def __init__(self, door: Door, error: AttachError, ask: Ask | None, jobs: Jobs | None = None) -> None:
        """``ask`` knows the passphrase of the vault, where it has one and somebody has typed it."""
        super().__init__()
        self._door, self._ask = door, ask
        self._jobs = jobs or Jobs(one_thread, self)
        self.found: Found | None = None
        self._ways: list[QWidget] = []
        _, self._column = centred_card(self, _WIDTH)
        self._column.addWidget(label(self.tr("These records cannot be opened as they are"), "title"))
        self._column.addSpacing(SMALL)
        self.trouble = Trouble()
        self.trouble.tell(error)
        self._column.addWidget(self.trouble)
        self.waiting = Waiting(None)
        self._column.addWidget(self.waiting)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(MEDIUM)
        self._column.addLayout(self._offers)
        self.quit_button = button(self.tr("Quit"), self.quit_asked.emit)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.quit_button)
        self._column.addSpacing(SMALL)
        self._column.addLayout(foot)
        self.setFocusProxy(self.quit_button)
        self.waiting.begin(self.tr("Looking for what is left …"))
        QTimer.singleShot(0, self, self._look)

    def close_down(self) -> None:
        """Wait until what is under way has ended, and leave nothing of it: the program ends."""
        self._jobs.close()
        rescue_work.drop(self._door)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        door, ask = self._door, self._ask
        self._jobs.run(lambda _: rescue_work.look(door, ask), self._looked, self._failed)

    def _looked(self, found: Found) -> None:
        self.found = found
        self.waiting.hide()
        first: QWidget | None = None
        if found.good is not None:
            made = shown_moment(found.good.backup.made)
            said = self._records(found.good.contents.records)
            first = self._offer(
                self.tr("The newest sound backup"),
                self.tr("Of {when}, with {records}.").format(when=made, records=said),
                self.tr("Go on with the backup"),
                rescue_work.go_on_with_backup,
            )
        if found.saved is not None:
            said = self._records(found.saved.contents.records)
            lost = counted(
                found.saved.lost,
                self.tr("1 piece could not be read any more."),
                self.tr("{count} pieces could not be read any more."),
            )
            second = self._offer(
                self.tr("What can still be read"),
                self.tr("{records}.").format(records=said) + (f" {lost}" if found.saved.lost else ""),
                self.tr("Go on with what can be read"),
                rescue_work.go_on_with_saved,
            )
            first = first or second
        if first is None:
            first = self._offer(
                self.tr("Nothing was found"),
                self.tr("There is no sound backup, and nothing in the file can be read any more."),
                self.tr("Begin anew"),
                rescue_work.begin_anew,
            )
        kept = self.tr("Whatever you choose: the damaged file is kept beside it under a new name.")
        self._offers.addWidget(label(kept, "muted"))
        first.setFocus()

    def _records(self, count: int) -> str:
        return counted(count, self.tr("1 record"), self.tr("{count} records"))

    def _offer(self, title: str, text: str, step: str, way: Way) -> QWidget:
        box: QFrame = frame("note")
        inside = QHBoxLayout(box)
        inside.setContentsMargins(NORMAL, MEDIUM, NORMAL, MEDIUM)
        inside.setSpacing(NORMAL)
        words = QVBoxLayout()
        words.setSpacing(TIGHT)
        words.addWidget(label(title, "lead"))
        words.addWidget(label(text))
        inside.addLayout(words, 1)
        choose = button(step, lambda: self._go(way))
        choose.setAccessibleDescription(f"{title}. {text}")
        inside.addWidget(choose)
        self._offers.addWidget(box)
        self._ways.append(choose)
        chain(*self._ways, self.quit_button)
        return choose

    def _go(self, way: Way) -> None:
        found, door = self.found, self._door
        if found is None or self._jobs.busy:
            return
        self.trouble.clear()
        self.waiting.show()
        self.waiting.begin(self.tr("Putting it in its place …"))
        self._jobs.run(lambda _: way(door, found), self.opened.emit, self._failed)

    def _failed(self, error: AttachError) -> None:
        self.waiting.hide()
        self.trouble.tell(error)
        self.quit_button.setFocus()
