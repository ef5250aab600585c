"""A list to drop down and choose from, on a page that scrolls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel

from attach_desktop.ui.widgets.labels import label


class Choice(QComboBox):
    """The mouse wheel scrolls the page and leaves the choice alone, unless the list is open."""

    def __init__(self, name: str, words: Sequence[str] = ()) -> None:
        """``name`` is what a screen reader calls it."""
        super().__init__()
        self.setAccessibleName(name)
        # Some take what is chosen for the name; what it is for is then in the description.
        self.setAccessibleDescription(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItems(list(words))

    def label(self) -> QLabel:
        """A visible label; where a screen reader takes a list's value for its name, this is how it finds the name."""
        made = label(self.accessibleName(), wrap=False)
        made.setBuddy(self)
        return made

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        event.ignore()
