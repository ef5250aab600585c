"""Asked once, when the window is closed for the first time with a reminder on: whether to stay in the background."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from attach_desktop.ui.dialogs.sheet import Sheet
from attach_desktop.ui.widgets.labels import button, label

_WIDTH = 520


class StayDialog(Sheet):
    """``answered`` says whether to stay. Escape answers nothing: the window stays open."""

    answered = Signal(bool)

    def __init__(self, parent: QWidget | None, *, tray: bool) -> None:
        """``tray`` is whether this desktop has a tray, from where it can be opened again."""
        super().__init__(parent, _WIDTH)
        self.set_title(self.tr("Stay in the background?"))
        self.column.addWidget(
            label(
                self.tr(
                    "A reminder is set. It can only come while Attach runs, with its window open or in the background."
                )
            )
        )
        where = (
            self.tr("In the background it is a plain icon in the tray. A click on it opens the window again.")
            if tray
            else self.tr(
                "This desktop has no tray, so nothing of it will be seen. Starting Attach again opens the window, and"
                " “Quit” in the File menu ends it."
            )
        )
        self.column.addWidget(label(where))
        self.column.addWidget(label(self.tr("You can change this at any time in Check-ins, under Reminders."), "muted"))
        self.foot.addStretch(1)
        self.foot.addWidget(button(self.tr("Close it"), lambda: self._answer(False)))
        self.foot.addWidget(self.primary(self.tr("Stay in the background"), lambda: self._answer(True)))

    def _answer(self, stay: bool) -> None:
        self.accept()
        self.answered.emit(stay)
