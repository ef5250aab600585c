"""The card in the middle of a covered window."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.ui.theme.tokens import LARGE, NORMAL, SMALL
from attach_desktop.ui.widgets.labels import frame


def centred_card(page: QWidget, width: int) -> tuple[QFrame, QVBoxLayout]:
    """Put a card of ``width`` pixels in the middle of ``page``; gives it back with its column."""
    card = frame("card")
    card.setFixedWidth(width)
    column = QVBoxLayout(card)
    column.setContentsMargins(LARGE, LARGE, LARGE, NORMAL)
    column.setSpacing(SMALL)
    # Stretches, not an alignment: with one of those, Qt does not ask how high wrapped lines need it.
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(card)
    row.addStretch()
    outer = QVBoxLayout(page)
    outer.addStretch(2)
    outer.addLayout(row)
    outer.addStretch(3)
    return card, column
