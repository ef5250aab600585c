"""Items are drawn in the list by days, with what is searched for marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.finding.found_model import FoundModel
from attach_desktop.ui.gratitude.item_delegate import ItemDelegate
from attach_desktop.ui.gratitude.item_text import ItemText
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import THEMES
from attach_desktop.vault.finding import Filter
from tests.support import NOW
from tests.ui.gratitude.slips import thing

SIZE = QSize(420, 56)


def drawn(store: GratitudeStore, theme: Theme, query: str = "", row: int = 1) -> QImage:
    text = ItemText(lambda key: key, NOW.date)
    model: FoundModel[Item] = FoundModel(store, text.sentence)
    model.show(Filter())
    owner = QWidget()
    delegate = ItemDelegate(theme, text, lambda: query, owner)
    picture = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor(theme.palette.surface))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, SIZE.width(), SIZE.height())
    option.state = QStyle.StateFlag.State_None
    painter = QPainter(picture)
    delegate.paint(painter, option, model.index(row, 0))
    painter.end()
    owner.deleteLater()
    return picture


@pytest.mark.parametrize("name", list(THEMES))
def test_a_match_is_marked_in_every_theme(gratitude: GratitudeStore, theme: Theme, name: str) -> None:
    theme.choose(name)
    gratitude.add(thing("the walk home", why="It was quiet"))
    plain = drawn(gratitude, theme)
    assert drawn(gratitude, theme, "walk") != plain
    assert drawn(gratitude, theme, "quiet") != plain
    assert drawn(gratitude, theme, "zebra") == plain
    theme.choose("light")


def test_whatever_an_item_says_it_can_be_drawn(gratitude: GratitudeStore, theme: Theme) -> None:
    blank = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    blank.fill(QColor(theme.palette.surface))
    for text in ("x" * 5000, "שלום", "今日は" * 200, "a\nb", "👩‍👩‍👧"):
        record = gratitude.add(thing(text, why=text, list="a-list-of-my-own"))
        assert drawn(gratitude, theme, "a") != blank
        gratitude.bin([record.id])
