"""The rows of the list are drawn, whatever is in them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QWidget

from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.finding.found_model import FoundModel
from attach_desktop.ui.journal.entry_delegate import EntryDelegate
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import THEMES
from tests.support import NOW
from tests.ui.journal.entries import FULL, KINDS, entry

SIZE = QSize(420, 56)
SELECTED = QStyle.StateFlag.State_Selected
FOCUSED = SELECTED | QStyle.StateFlag.State_HasFocus


class Rows:
    """Draws the rows of a journal one by one."""

    def __init__(self, store: JournalStore, theme: Theme, vocabulary: Vocabulary) -> None:
        self.store, self.theme = store, theme
        self.query = ""
        self.owner = QWidget()
        text = RowText(vocabulary, NOW.date)
        self.model = FoundModel(store, text.sentence)
        self.delegate = EntryDelegate(theme, text, lambda: self.query, self.owner)

    def show(self, *values: Entry) -> None:
        for value in values:
            self.store.add(value)
        self.model.show(Filter())
        self.model.count_days()

    def draw(
        self,
        row: int,
        state: QStyle.StateFlag = QStyle.StateFlag.State_None,
        size: QSize = SIZE,
        direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight,
    ) -> QImage:
        picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(QColor(self.theme.palette.surface))
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, size.width(), size.height())
        option.state = state
        option.direction = direction
        painter = QPainter(picture)
        self.delegate.paint(painter, option, self.model.index(row, 0))
        painter.end()
        return picture


@pytest.fixture
def rows(store: JournalStore, theme: Theme, vocabulary: Vocabulary, qapp: QApplication) -> Iterator[Rows]:
    made = Rows(store, theme, vocabulary)
    yield made
    made.owner.deleteLater()


def colours(picture: QImage) -> set[str]:
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def columns(picture: QImage, colour: str) -> list[int]:
    """Where, from the left, there is ink of a colour."""
    return [
        x for x in range(picture.width()) for y in range(picture.height()) if picture.pixelColor(x, y).name() == colour
    ]


def blank(rows: Rows, size: QSize = SIZE) -> QImage:
    picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor(rows.theme.palette.surface))
    return picture


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_entry_is_drawn_in_both_directions(rows: Rows, name: str) -> None:
    rows.show(KINDS[name])
    for query in ("", "words", "שלום"):
        rows.query = query
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            for state in (QStyle.StateFlag.State_None, SELECTED, FOCUSED):
                assert rows.draw(1, state, direction=direction) != blank(rows)
    assert rows.draw(0) != blank(rows)


@pytest.mark.parametrize("choice", THEMES)
def test_every_theme_draws_in_its_own_colours(rows: Rows, choice: str) -> None:
    rows.show(FULL)
    rows.theme.choose(choice)
    palette = THEMES[choice]
    heading, record = colours(rows.draw(0)), colours(rows.draw(1))
    assert QColor(palette.line).name() in heading
    assert QColor(palette.mood[1]).name() in record
    assert QColor(palette.accent_soft).name() in colours(rows.draw(1, SELECTED))
    focused = colours(rows.draw(1, FOCUSED))
    assert QColor(palette.focus).name() in focused


def test_a_match_is_underlined_where_it_stands(rows: Rows) -> None:
    rows.show(entry(note="a walk in the rain", mood=3, energy=3))
    accent = QColor(rows.theme.palette.accent).name()
    plain = rows.draw(1)
    rows.query = "walk"
    marked = rows.draw(1)
    assert accent not in colours(plain)
    assert accent in colours(marked)
    where = [
        x for x in range(marked.width()) for y in range(marked.height()) if marked.pixelColor(x, y).name() == accent
    ]
    rows.query = "rain"
    other = rows.draw(1)
    later = columns(other, accent)
    assert max(where) < min(later)


def test_a_match_in_a_text_from_right_to_left_is_shown_without_a_misplaced_line(rows: Rows) -> None:
    rows.show(entry(note="שלום רב לכולם", mood=3, energy=3))
    rows.query = "רב"
    assert QColor(rows.theme.palette.accent).name() not in colours(rows.draw(1))


def test_every_row_has_the_height_of_the_systems_font(rows: Rows, qapp: QApplication) -> None:
    rows.show(entry(note="x"))
    option = QStyleOptionViewItem()
    before = rows.delegate.row_height
    assert rows.delegate.sizeHint(option, rows.model.index(1, 0)).height() == before
    font = qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(larger)
    try:
        rows.theme.choose("dark")  # a change of the look asks for the font anew
        assert rows.delegate.row_height > before * 1.5
    finally:
        qapp.setFont(font)


@pytest.mark.parametrize("width", [1, 40, 120, 2000])
def test_any_width_can_be_drawn(rows: Rows, width: int) -> None:
    rows.show(FULL)
    rows.query = "walk"
    for row in (0, 1):
        rows.draw(row, FOCUSED, QSize(width, 56))


def test_a_row_that_is_gone_draws_nothing(rows: Rows) -> None:
    rows.show()
    assert rows.draw(5) == blank(rows)


def test_flags_and_words_do_not_run_into_each_other(rows: Rows) -> None:
    rows.show(KINDS["marked"])
    with_flags = rows.draw(1)
    rows.store.change(next(rows.store.each()).id, entry(mood=3, energy=3))
    rows.model.show(Filter())
    assert rows.draw(1) != with_flags
