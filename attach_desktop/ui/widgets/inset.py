"""Room between the frame of a field for numbers or times and what stands in it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QAbstractSpinBox

from attach_desktop.ui.theme.tokens import TIGHT

Field = TypeVar("Field", bound=QAbstractSpinBox)


def inset(field: Field) -> Field:
    """Keep the text of ``field`` off its frame: a style sheet's padding does not reach into these fields."""
    side = TIGHT + 2
    field.lineEdit().setTextMargins(side, 0, side, 0)
    return field
