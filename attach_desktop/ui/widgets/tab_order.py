"""The Tab key goes where the eye goes, also through what was built later."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QWidget

from attach_desktop.ui.later import Qt


def chain_after(before: QWidget, inside: QWidget) -> None:
    """Let Tab go from ``before`` through everything in ``inside``, in the order in which it was made."""
    chain(before, *stops(inside))


def stops(inside: QWidget) -> list[QWidget]:
    """Everything in ``inside`` that takes the focus, in the order in which it was made."""
    window = inside.window()
    # Also what takes a click alone: of a row of points, each in turn is the one that Tab stops at. The list of a combo
    # box is a window of its own.
    return [
        widget
        for widget in inside.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None and widget.window() is window
    ]


def chain(*widgets: QWidget | None) -> None:
    """Let Tab go through ``widgets`` one after the other; what is None is left out."""
    present = [widget for widget in widgets if widget is not None]
    for before, after in pairwise(present):
        QWidget.setTabOrder(before, after)
