"""What every list by days draws alike: headings, the selection, and rows of one height."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.ui.finding.day_words import DayWords
from attach_desktop.ui.finding.found_model import FoundModel
from attach_desktop.ui.finding.row_delegate import RowDelegate
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import THEMES
from attach_desktop.vault.kind import Stored
from tests.support import NOW
from tests.ui.journal.entries import entry

SIZE = QSize(300, 56)
SELECTED = QStyle.StateFlag.State_Selected


class Plain(RowDelegate[Entry]):
    """Draws the note, with marks where told to."""

    marks: tuple[tuple[int, int], ...] = ()

    def draw_record(self, painter: QPainter, inner: QRectF, record: Stored[Entry]) -> None:
        self.first(painter, inner, record.value.note, list(self.marks))


@pytest.fixture
def delegate(theme: Theme) -> Iterator[Plain]:
    owner = QWidget()
    yield Plain(theme, DayWords(NOW.date), str, owner)
    owner.deleteLater()


def drawn(delegate: Plain, index: QModelIndex, state: QStyle.StateFlag = QStyle.StateFlag.State_None) -> QImage:
    picture = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor(delegate.theme.palette.surface))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, SIZE.width(), SIZE.height())
    option.state = state
    painter = QPainter(picture)
    delegate.paint(painter, option, index)
    painter.end()
    return picture


@pytest.mark.parametrize("name", list(THEMES))
def test_headings_records_and_selections_look_different(
    delegate: Plain, store: JournalStore, theme: Theme, name: str
) -> None:
    theme.choose(name)
    store.add(entry(note="a walk"))
    model: FoundModel[Entry] = FoundModel(store, str)
    model.show(Filter())
    heading, record = model.index(0, 0), model.index(1, 0)
    pictures = [
        drawn(delegate, heading),
        drawn(delegate, record),
        drawn(delegate, record, SELECTED),
        drawn(delegate, record, SELECTED | QStyle.StateFlag.State_HasFocus),
        drawn(delegate, QModelIndex()),
    ]
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])
    theme.choose("light")


def test_a_mark_is_drawn_but_not_beyond_the_line(delegate: Plain, store: JournalStore) -> None:
    store.add(entry(note="walk " * 200))
    model: FoundModel[Entry] = FoundModel(store, str)
    model.show(Filter())
    plain = drawn(delegate, model.index(1, 0))
    delegate.marks = ((0, 4),)
    assert drawn(delegate, model.index(1, 0)) != plain
    delegate.marks = ((900, 4),)
    assert drawn(delegate, model.index(1, 0)) == plain


def test_every_row_is_two_lines_high(delegate: Plain) -> None:
    assert delegate.row_height > 2 * delegate.theme.font().pointSizeF()
    assert delegate.sizeHint(QStyleOptionViewItem(), QModelIndex()).height() == delegate.row_height


def test_a_room_says_what_its_rows_are(theme: Theme, store: JournalStore) -> None:
    owner = QWidget()
    bare: RowDelegate[Entry] = RowDelegate(theme, DayWords(NOW.date), str, owner)
    record = store.add(entry(note="x"))
    picture = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(picture)
    with pytest.raises(NotImplementedError):
        bare.draw_record(painter, QRectF(), record)
    painter.end()
    owner.deleteLater()
