"""The key that hides the window: one key, or two in a row such as Esc and Esc."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence

from attach_desktop.ui.later import Qt

#: Two keys in a row are one sign within so many seconds.
TOGETHER = 0.6
_ALONE = ("Key_Shift", "Key_Control", "Key_Meta", "Key_Alt", "Key_AltGr", "Key_CapsLock")


class HideKey:
    """Knows the key, and how much of it has been pressed."""

    def __init__(self, keys: str) -> None:
        """``keys`` in Qt's portable notation; empty for none."""
        sequence = QKeySequence(keys)
        self._keys = [sequence[at] for at in range(sequence.count())]  # type: ignore[index]
        self._pressed = 0
        self._at = 0.0

    def press(self, event: QKeyEvent, at: float) -> bool:
        """A key was pressed at ``at`` (seconds of any clock that does not stand still); whether it completes it."""
        if not self._keys or event.isAutoRepeat() or event.key() in {getattr(Qt.Key, name) for name in _ALONE}:
            return False
        if self._pressed and at - self._at > TOGETHER:
            self._pressed = 0
        if event.keyCombination() != self._keys[self._pressed]:
            self._pressed = 0
        if event.keyCombination() == self._keys[self._pressed]:
            self._pressed += 1
            self._at = at
        if self._pressed == len(self._keys):
            self._pressed = 0
            return True
        return False
