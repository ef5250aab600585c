"""Cards in two columns, in one where there is little room; wide cards always take the whole width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from attach_desktop.ui.theme.tokens import NORMAL

#: From this width on there are two columns.
_TWO_COLUMNS = 880


class Board(QWidget):
    """Lays cards out in their order; hidden ones leave no gap."""

    def __init__(self, two_from: int = _TWO_COLUMNS) -> None:
        """No cards yet; from a width of ``two_from`` pixels on there are two columns."""
        super().__init__()
        self._two_from = two_from
        self._cards: tuple[tuple[QWidget, bool], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(NORMAL)
        self._laid: tuple[tuple[int, int, int, int], ...] = ()

    def show_cards(self, cards: Sequence[tuple[QWidget, bool]]) -> None:
        """Show these cards; True beside one makes it wide."""
        self._cards = tuple(cards)
        for card, _ in cards:
            card.setParent(self)
        self.arrange()

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return 1 if self.width() < self._two_from else 2

    def arrange(self) -> None:
        """Give every card its place, after one has been shown or hidden."""
        columns = self.columns
        shown = [(card, wide) for card, wide in self._cards if not _put_away(card)]
        placed = list[tuple[int, int, int, int]]()
        row = column = 0
        for at, (card, wide) in enumerate(shown):
            alone = at + 1 == len(shown) or shown[at + 1][1]
            if wide or columns == 1 or (column == 0 and alone):
                row, column = (row + 1, 0) if column else (row, 0)
                placed.append((id(card), row, 0, columns))
                row += 1
                continue
            placed.append((id(card), row, column, 1))
            row, column = (row + 1, 0) if column else (row, 1)
        if tuple(placed) == self._laid:
            return
        self._laid = tuple(placed)
        for card, _ in self._cards:
            self._grid.removeWidget(card)
        for (card, _), (_, row, column, span) in zip(shown, placed, strict=True):
            self._grid.addWidget(card, row, column, 1, span)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column or two."""
        super().resizeEvent(event)
        self.arrange()


def _put_away(card: QWidget) -> bool:
    """Whether it was hidden on purpose; what has not been shown yet is hidden to Qt, too."""
    return card.isHidden() and card.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
