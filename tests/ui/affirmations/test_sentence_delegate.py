"""Sentences in the library are drawn whole, however long they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyleOptionViewItem

from attach_desktop.ui.affirmations.sentence_delegate import SentenceDelegate
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import THEMES

Show = Callable[..., None]


@pytest.fixture
def shelf(theme: Theme, on_screen: Show) -> QListWidget:
    made = QListWidget()
    made.setItemDelegate(SentenceDelegate(theme, made))
    for text in ("I can rest.\nCalming", "I can rest. " * 40 + "\nCalming · my own", "I can rest.\n"):
        made.addItem(text)
    on_screen(made, QSize(400, 500))
    return made


def drawn(shelf: QListWidget, row: int, state: QStyle.StateFlag = QStyle.StateFlag.State_None) -> QImage:
    delegate = shelf.itemDelegate()
    assert isinstance(delegate, SentenceDelegate)
    picture = QImage(380, 60, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor("#808080"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 380, 60)
    option.state = state
    painter = QPainter(picture)
    delegate.paint(painter, option, shelf.model().index(row, 0))
    painter.end()
    return picture


def test_a_row_is_as_high_as_its_words_need(shelf: QListWidget) -> None:
    heights = [shelf.sizeHintForRow(row) for row in range(3)]
    assert heights[1] > 3 * heights[0] > 3 * heights[2]


@pytest.mark.parametrize("name", list(THEMES))
def test_the_selection_is_seen_in_every_theme(shelf: QListWidget, theme: Theme, name: str) -> None:
    theme.choose(name)
    selected = QStyle.StateFlag.State_Selected
    pictures = [drawn(shelf, 0), drawn(shelf, 0, selected), drawn(shelf, 0, selected | QStyle.StateFlag.State_HasFocus)]
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])
    assert drawn(shelf, 2) != drawn(shelf, 0)
    theme.choose("light")
