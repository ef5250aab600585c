"""The card at the end of the sentences: something to know before the result, a way back and a way on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.ui.theme.tokens import LARGE, NORMAL
from attach_desktop.ui.widgets.labels import button, frame, label


class EndingCard(QWidget):
    """Says one thing and offers two ways; the one on is the primary one."""

    def __init__(self) -> None:
        """A card that says nothing yet."""
        super().__init__()
        self._back: Callable[[], object] = lambda: None
        self._on: Callable[[], object] = lambda: None
        inside = frame("card")
        inside.setMaximumWidth(560)
        column = QVBoxLayout(inside)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(NORMAL)
        self._text = label("")
        column.addWidget(self._text)
        self.back_button = button("", lambda: self._back())
        self.on_button = button("", lambda: self._on(), "primary")
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch()
        foot.addWidget(self.on_button)
        column.addLayout(foot)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inside, 12)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.addStretch(1)
        box.addLayout(row)
        box.addStretch(2)

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def ask(self, text: str, back: tuple[str, Callable[[], object]], forward: tuple[str, Callable[[], object]]) -> None:
        """Say ``text`` and offer the way ``back`` and the way ``forward``, each with its words."""
        self._text.setText(text)
        words, self._back = back
        self.back_button.setText(words)
        words, self._on = forward
        self.on_button.setText(words)
        for made in (self.back_button, self.on_button):
            made.setAccessibleDescription(text)

    def start(self) -> None:
        """Give the focus to the way on."""
        self.on_button.setFocus()
