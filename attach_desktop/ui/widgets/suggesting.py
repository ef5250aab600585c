"""A field for longer words that offers some: what one begins with, or all of them with Down while it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter

from attach_desktop.ui.widgets.text_area import TextArea

_KEYS_OF_THE_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class SuggestingArea(TextArea):
    """What is chosen takes the place of what was begun since the last comma; the rest of the text stays."""

    def __init__(
        self, name: str, placeholder: str, lines: tuple[int, int], suggest: Callable[[], Sequence[str]]
    ) -> None:
        """``suggest`` gives the words, the likeliest first, whenever they are offered."""
        super().__init__(name, placeholder, lines)
        self._suggest = suggest
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(8)
        self._completer.activated.connect(self._take)
        self.textChanged.connect(self._written)

    @property
    def offered(self) -> list[str]:
        """The words on offer, while they are."""
        if not self.popup.isVisible():
            return []
        found = self._completer.completionModel()
        return [str(found.index(row, 0).data()) for row in range(found.rowCount())]

    @property
    def popup(self) -> QAbstractItemView:
        """The list of what is offered."""
        return cast("QAbstractItemView", self._completer.popup())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down in an empty field asks for all; while the list is open, its keys are the list's."""
        if self.popup.isVisible() and event.key() in _KEYS_OF_THE_LIST:
            event.ignore()
        elif event.key() == Qt.Key.Key_Down and not self.text().strip() and not self.popup.isVisible():
            self._offer("")
        else:
            super().keyPressEvent(event)

    def _offer(self, begun: str) -> None:
        self._words.setStringList(list(self._suggest()))
        self._completer.setCompletionPrefix(begun)
        if self._completer.completionCount() == 0 or self._completer.currentCompletion() == begun:
            self.popup.hide()
        else:
            self._completer.complete()

    def _written(self) -> None:
        if not self.hasFocus():
            return
        begun = self._begun()
        if len(begun) >= 2:
            self._offer(begun)
        else:
            self.popup.hide()

    def _begun(self) -> str:
        """What was written since the last comma of the line, up to the cursor."""
        cursor = self.textCursor()
        return cursor.block().text()[: cursor.positionInBlock()].rpartition(",")[2].lstrip()

    def _take(self, word: str) -> None:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(self._begun()))
        cursor.insertText(word)
        self.popup.hide()
