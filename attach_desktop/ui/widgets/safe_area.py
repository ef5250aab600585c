"""A scroll area that a screen reader can look at while it changes."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea


class QFrame(QScrollArea):
    """A QScrollArea that Qt describes to assistive technology as it describes a frame.

    Qt chooses by the class's name, hence this one. What it has for a QScrollArea (6.11) does not check which child it
    is asked for: when a scroll bar has gone since somebody counted them, it reads past the end of a list, and the
    program is gone, too.
    """


SafeArea = QFrame
