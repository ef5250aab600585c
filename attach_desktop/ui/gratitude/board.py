"""The slips side by side: as many columns as there is room for. A slip stays the same one while its list changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.gratitude.lists import Heading
from attach_desktop.ui.gratitude.slip import Slip
from attach_desktop.ui.theme.tokens import NORMAL
from attach_desktop.ui.widgets.tab_order import chain

SLIP_WIDTH = 280
_MOST_COLUMNS = 3


class Board(QWidget):
    """Keeps one slip for each list, those that are out of sight included: what is written on them is not lost."""

    def __init__(self, make: Callable[[Heading], Slip]) -> None:
        """``make`` makes the slip of a list when it is first shown."""
        super().__init__()
        self._make = make
        self._all: dict[str, Slip] = {}
        self.slips: list[Slip] = []
        self._columns = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(NORMAL)
        self._chain_later = QTimer(self)
        self._chain_later.setSingleShot(True)
        self._chain_later.setInterval(0)
        self._chain_later.timeout.connect(self._chain)
        self._boxes = []
        for _ in range(_MOST_COLUMNS):
            box = QVBoxLayout()
            box.setSpacing(NORMAL)
            row.addLayout(box)
            self._boxes.append(box)

    def show_lists(self, headings: Sequence[Heading]) -> bool:
        """Show these lists in this order; returns whether other slips are on show now, or in another order."""
        before = self.slips
        self.slips = [self._slip(heading) for heading in headings]
        if before == self.slips:
            return False
        for slip in self._all.values():
            slip.setVisible(slip in self.slips)
        self._place()
        return True

    def slip(self, key: str) -> Slip | None:
        """The slip of a list, on show or not."""
        return self._all.get(key)

    def all(self) -> list[Slip]:
        """Every slip there is, on show or not."""
        return list(self._all.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        if self._wanted() != self._columns:
            self._place()

    def _wanted(self) -> int:
        return max(1, min(_MOST_COLUMNS, (self.width() + NORMAL) // (SLIP_WIDTH + NORMAL)))

    def _slip(self, heading: Heading) -> Slip:
        slip = self._all.get(heading.key)
        if slip is None:
            slip = self._all[heading.key] = self._make(heading)
            slip.setParent(self)
            slip.refilled.connect(self._chain_later.start)
        elif slip.heading != heading:
            slip.set_heading(heading)
        return slip

    def _place(self) -> None:
        self._columns = self._wanted()
        for at, box in enumerate(self._boxes):
            # Not takeAt for slips: the item that Python then holds goes on being told of their changes in place of the
            # new one, which keeps the height it once had.
            for slip in self._all.values():
                box.removeWidget(slip)
            box.takeAt(0)
            row = self.layout()
            if isinstance(row, QHBoxLayout):
                row.setStretch(at, 1 if at < self._columns else 0)
        for at, slip in enumerate(self.slips):
            self._boxes[at % self._columns].addWidget(slip)
        for box in self._boxes[: self._columns]:
            box.addStretch()
        self._chain_later.start()

    def _chain(self) -> None:
        """Tab goes through one slip after the other, in the order of the lists; rows are made anew all the time."""
        chain(*(stop for slip in self.slips for stop in slip.stops()))
