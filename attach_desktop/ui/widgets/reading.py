"""Text to read, typeset like a page. Whatever it holds, it loads nothing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QTextBrowser, QWidget


class SafeDocument(QTextDocument):
    """A document that never loads anything: no picture, no style sheet, no file."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing, for whatever is asked; for a picture, an empty one."""
        return _nothing(kind)


class Reading(QTextBrowser):
    """A page to read. Links are text: nothing opens by itself or by a click."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is what a screen reader calls it."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDocument(SafeDocument(self))
        self.document().setDocumentMargin(24)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setTabChangesFocus(True)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing, for whatever is asked; for a picture, an empty one."""
        return _nothing(kind)


def _nothing(kind: int) -> QImage | None:
    # Where a document gives no picture at all, Qt goes and reads the file by itself.
    if kind != QTextDocument.ResourceType.ImageResource.value:
        return None
    empty = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    empty.fill(0)
    return empty


def markdown(cursor: QTextCursor, text: str) -> None:
    """Insert a person's light Markdown. HTML in it stays the text that it is."""
    plain = QTextDocument.MarkdownFeature.MarkdownNoHTML | QTextDocument.MarkdownFeature.MarkdownDialectCommonMark
    # A single line break is one, as people expect who have never heard of Markdown.
    broken = text.replace("\n", "  \n").replace("![", "!\\[")
    cursor.insertFragment(QTextDocumentFragment.fromMarkdown(broken, plain))


def paragraph(cursor: QTextCursor, text: str, form: QTextCharFormat, above: float = 0, below: float = 4) -> None:
    """Insert plain text as a paragraph of its own, with space above and below in pixels."""
    block = QTextBlockFormat()
    block.setTopMargin(above)
    block.setBottomMargin(below)
    if cursor.position() == 0:
        cursor.setBlockFormat(block)
        cursor.setBlockCharFormat(form)
    else:
        cursor.insertBlock(block, form)
    cursor.insertText(text, form)
