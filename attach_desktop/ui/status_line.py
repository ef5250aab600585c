"""The quiet line at the bottom: what was just done, and one step back that stays until the next thing is done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStatusBar

from attach_desktop.ui.widgets.labels import button, label


class StatusLine(QStatusBar):
    """Holds at most one sentence and at most one step back."""

    def __init__(self) -> None:
        """An empty line."""
        super().__init__()
        self.setSizeGripEnabled(False)
        # What went wrong, what is safe and what to do takes more than one line; it must not be cut off.
        self._text = label("", "muted")
        self._text.setContentsMargins(12, 4, 12, 4)
        self._text.setMinimumWidth(1)
        self._step = button("", self.undo, "quiet")
        self._step.hide()
        self._undo: Callable[[], object] | None = None
        self.addWidget(self._text, 1)
        self.addPermanentWidget(self._step)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return self._undo is not None

    @property
    def step(self) -> str:
        """The words of the step back."""
        return self._step.text() if self._undo else ""

    def text(self) -> str:
        """The sentence on show."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Show a sentence; the step back of what was done before goes."""
        self._text.setText(text)
        # A screen reader speaks a status line only when its widget says that it changed.
        self._text.setAccessibleName(text)
        self._undo = None
        self._step.hide()
        self._fit()

    def offer(self, text: str, undo: Callable[[], object], step: str) -> None:
        """Show a sentence with a step back."""
        self.say(text)
        self._undo = undo
        self._step.setText(step)
        self._step.show()
        self._fit()

    def undo(self) -> None:
        """Take the step back, once."""
        undo, self._undo = self._undo, None
        self._step.hide()
        if undo is not None:
            self._text.setText("")
            self._fit()
            undo()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower window has longer texts in more lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A status bar asks nobody how high they are at their width; this makes the text as high as it needs."""
        beside = self._step.sizeHint().width() if self._undo is not None else 0
        # A label never says that it needs less than its minimum.
        self._text.setMinimumHeight(0)
        needed = self._text.heightForWidth(max(1, self.width() - beside - 24))
        self._text.setMinimumHeight(max(0, needed))
