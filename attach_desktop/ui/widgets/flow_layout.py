"""A layout that sets its items in lines, like words in a paragraph; right-to-left where the language is."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Items beside each other, wrapped; an item whose policy expands takes what is left of its line."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        """An empty flow in ``parent``."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = spacing
        #: By width; a layout is asked for the same ones dozens of times before a window is shown.
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item."""
        self._items.append(item)
        self.invalidate()

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Put a widget at a position."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a position, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item at a position out, or None."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the items need in ``width`` pixels."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), apply=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Lay the items out in ``rect``."""
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def invalidate(self) -> None:
        """What was known of the items holds no longer."""
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """As wide as its widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        left, top, right, bottom = self._margins()
        return size + QSize(left + right, top + bottom)

    def _margins(self) -> tuple[int, int, int, int]:
        margins = self.contentsMargins()
        return margins.left(), margins.top(), margins.right(), margins.bottom()

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        left, top, right, bottom = self._margins()
        area = rect.adjusted(left, top, -right, -bottom)
        x, y, line_height = area.x(), area.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            expands = _expands(item)
            width = min(item.minimumSize().width() if expands else hint.width(), max(area.width(), 1))
            if x + width > area.x() + area.width() and line_height:
                self._place(line, area, line_height, apply=apply)
                line = []
                x, y, line_height = area.x(), y + line_height + self._gap, 0
            height = item.heightForWidth(width) if item.hasHeightForWidth() else hint.height()
            line.append((item, QRect(QPoint(x, y), QSize(width, height))))
            x += width + self._gap
            line_height = max(line_height, height)
        self._place(line, area, line_height, apply=apply)
        return y + line_height - rect.y() + bottom

    def _place(self, line: list[tuple[QLayoutItem, QRect]], area: QRect, height: int, *, apply: bool) -> None:
        if not apply or not line:
            return
        free = area.x() + area.width() - (line[-1][1].x() + line[-1][1].width())
        rtl = (parent := self.parentWidget()) is not None and parent.isRightToLeft()
        shift = 0
        for item, box in line:
            box.translate(shift, (height - box.height()) // 2)
            if _expands(item) and free > 0:
                box.setWidth(box.width() + free)
                shift, free = shift + free, 0
            if rtl:
                box.moveLeft(area.x() + area.right() - box.right())
            item.setGeometry(box)


def _expands(item: QLayoutItem) -> bool:
    """Whether it would like all the width there is (``item.expandingDirections()``; see ui/later.py)."""
    widget = item.widget()
    return widget is not None and widget.sizePolicy().horizontalPolicy() in (
        QSizePolicy.Policy.Expanding,
        QSizePolicy.Policy.MinimumExpanding,
    )


def flow_policy(widget: QWidget) -> None:
    """Let a widget with a FlowLayout grow in height with its lines."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
