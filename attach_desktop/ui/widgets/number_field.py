"""A field for a whole number that may also be left empty."""

from __future__ import annotations

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox

from attach_desktop.ui.widgets.inset import inset

_NOTHING = -1


class NumberField(QSpinBox):
    """A whole number from 0 to ``high``, or nothing: what was written can be taken away again."""

    def __init__(self, name: str, high: int, unit: str, step: int = 1) -> None:
        """``name`` is what a screen reader calls it; ``unit`` stands after the number, with its space before it."""
        super().__init__()
        inset(self)
        self.setRange(_NOTHING, high)
        self.setSpecialValueText(" ")
        self.setSingleStep(step)
        self.setSuffix(unit)
        self.setAccessibleName(name)
        self.setValue(_NOTHING)

    def number(self) -> int | None:
        """The number, or None."""
        return self.value() if self.value() != _NOTHING else None

    def set_number(self, number: int | None) -> None:
        """Show a number, or none."""
        self.setValue(_NOTHING if number is None else number)

    def stepBy(self, steps: int) -> None:
        """Up from nothing is nought; down from nought is nothing."""
        if self.number() is None and steps > 0:
            self.set_number(0)
        else:
            super().stepBy(steps)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """No digits at all are an answer too: without this, what was there before would come back."""
        if not self._digits(text):
            return QValidator.State.Acceptable, text, at
        return super().validate(text, at)

    def valueFromText(self, text: str) -> int:
        """What is written; nothing where there is no digit."""
        return super().valueFromText(text) if self._digits(text) else _NOTHING

    def _digits(self, text: str) -> bool:
        return any(sign.isdecimal() for sign in text)
