"""How records of any kind are found in a backup: by words and days, each in two lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRectF
from PySide6.QtGui import QPainter

from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.rooms import title_of, words_of
from attach_desktop.sentences import one_line
from attach_desktop.ui.finding.day_words import DayWords
from attach_desktop.ui.finding.filter_panel import FilterPanel
from attach_desktop.ui.finding.found_model import Heading, Row
from attach_desktop.ui.finding.row_delegate import RowDelegate
from attach_desktop.ui.finding.subject import Emptiness, FindWords, Subject
from attach_desktop.ui.journal.entry_delegate import EntryDelegate
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.finding import FindingStore
from attach_desktop.vault.kind import Kind

#: What people call the keys that stand in fields, by field (rooms.names_of_keys).
Names = Mapping[str, Mapping[str, str]]
_LONGEST = 300


class PlainWords(DayWords):
    """Says records of one kind that has no words of its own."""

    def __init__(self, kind: Kind[Any], names: Names, today: Callable[[], date]) -> None:
        """``names`` are what people call keys."""
        super().__init__(today)
        self._kind, self._names = kind, names

    def lines(self, value: Any) -> tuple[str, str]:
        """A record in two lines; the second may be empty."""
        said = [one_line(text) for text in self._kind.texts(value) if text.strip()]
        if not said:
            return (words_of(self._kind, value, self._names) or title_of(self._kind.name))[:_LONGEST], ""
        return said[0][:_LONGEST], " – ".join(said[1:])[:_LONGEST]

    def time(self, value: Any) -> str:
        """When on its day it was, if that is known."""
        at = self._kind.moment(value).at
        return at.strftime("%H:%M") if at else ""

    def sentence(self, row: Row[Any]) -> str:
        """A row for a screen reader."""
        if isinstance(row, Heading):
            return f"{self.day(row.day)}, {row.count}"
        return ". ".join(part for part in (self.time(row.value), *self.lines(row.value)) if part)


class PlainDelegate(RowDelegate[Any]):
    """Draws what such a record says, with its time of day at the right."""

    def __init__(self, theme: Theme, words: PlainWords, query: Callable[[], str], parent: QObject) -> None:
        """``words`` says the records."""
        super().__init__(theme, words, query, parent)
        self._words = words

    def draw_record(self, painter: QPainter, inner: QRectF, record: Any) -> None:
        """One record."""
        half = inner.height() / 2
        first, second = self._words.lines(record.value)
        line = self.aside(
            painter, QRectF(inner.left(), inner.top(), inner.width(), half), self._words.time(record.value)
        )
        self.first(painter, line, first)
        self.second(painter, QRectF(inner.left(), inner.top() + half, inner.width(), half), second, [])


def any_subject(store: FindingStore[Any], theme: Theme, names: Names, today: Callable[[], date]) -> Subject[Any]:
    """The records of ``store``, of whatever kind; entries are drawn as in the journal."""
    days: DayWords
    if store.kind.name == "journal":
        entries = days = RowText(Vocabulary(), today)
        sentence = entries.sentence

        def delegate(query: Callable[[], str], parent: QObject) -> RowDelegate[Any]:
            return EntryDelegate(theme, entries, query, parent)
    else:
        plain = days = PlainWords(store.kind, names, today)
        sentence = plain.sentence

        def delegate(query: Callable[[], str], parent: QObject) -> RowDelegate[Any]:
            return PlainDelegate(theme, plain, query, parent)

    return Subject(
        store=store,
        days=days,
        words=_words(),
        sentence=sentence,
        delegate=delegate,
        filters=lambda: FilterPanel(today),
        named=lambda _, word: word,
    )


def _words() -> FindWords:
    return FindWords(
        search=_tr("Search this list"),
        rows=_tr("Records by day"),
        one=_tr("1 record"),
        several=_tr("{count} records"),
        no_match=Emptiness(
            _tr("Nothing matches"),
            _tr("Nothing in this list has all of this. A shorter word may find it."),
            _tr("Show all of it"),
        ),
        # Only lists that hold something are offered.
        none_yet=Emptiness(_tr("Nothing here"), "", ""),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("InsideBackup", text)
