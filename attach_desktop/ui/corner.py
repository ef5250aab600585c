"""The tab bar's corner: what is within reach on every tab, always in the same place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from attach_desktop.ui.shell import Desk
from attach_desktop.ui.theme.tokens import SMALL, TIGHT
from attach_desktop.ui.widgets.labels import button


def corner(desk: Desk) -> QWidget:
    """The buttons in the corner."""
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(SMALL, 0, SMALL, TIGHT)
    row.setSpacing(TIGHT)
    hide = button(QCoreApplication.translate("Corner", "Hide"), desk.hide_window, "quiet")
    hide.setAccessibleDescription(
        QCoreApplication.translate("Corner", "Takes the window out of sight at once; locks where there is a passphrase")
    )
    row.addWidget(hide)
    return box
