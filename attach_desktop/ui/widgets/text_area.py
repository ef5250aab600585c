"""A field for longer words: plain text, grows with what is written up to a limit, Tab moves on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from attach_desktop.ui.widgets.wrapping import wrap_mode


class TextArea(QPlainTextEdit):
    """Plain text of any length. It never loads, runs or renders what is typed."""

    def __init__(self, name: str, placeholder: str = "", lines: tuple[int, int] = (2, 10)) -> None:
        """``name`` is what a screen reader calls it; it is as high as its text, within ``lines`` lines."""
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines = lines
        self._blocks = 0
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._fit(lines[0])

    def text(self) -> str:
        """What is written, without the signs that no file can keep."""
        # Not toPlainText: it makes plain blanks of those that hold words together.
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n").replace("\0", "")

    def set_text(self, text: str) -> None:
        """Show another text."""
        mode = wrap_mode(text)
        if mode == QTextOption.WrapMode.WrapAnywhere:
            self.setWordWrapMode(mode)
        self.setPlainText(text)
        # Not before: what was there would be laid out once more.
        self.setWordWrapMode(mode)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take in what is pasted or dropped, as plain text."""
        if wrap_mode(source.text()) != self.wordWrapMode():
            self.setWordWrapMode(wrap_mode(self.text() + source.text()))
        super().insertFromMimeData(source)

    def changeEvent(self, event: QEvent) -> None:
        """A larger font needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._blocks = 0
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrower place the same text has more lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def sizeHint(self) -> QSize:
        """The height that it was last fitted to."""
        return QSize(160, self.minimumHeight())

    def _grow(self) -> None:
        # QPlainTextEdit's document measures itself in lines.
        count = int(self.document().size().height())
        if count != self._blocks:
            self._blocks = count
            self._fit(min(max(count, self._lines[0]), self._lines[1]))

    def _fit(self, lines: int) -> None:
        height = int(self.fontMetrics().lineSpacing() * lines + 2 * self.document().documentMargin()) + 14
        if height != self.minimumHeight():
            self.setFixedHeight(height)
