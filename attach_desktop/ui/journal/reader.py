"""An entry to read, typeset like a page, with what can be done to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPixmap, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from attach_desktop.journal.entry import Entry
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, NORMAL, SMALL
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.mood_mark import draw_mark
from attach_desktop.ui.widgets.reading import Reading, markdown, paragraph
from attach_desktop.ui.widgets.wrapping import wrap_mode
from attach_desktop.vault.kind import Stored


class EntryReader(QWidget):
    """Shows one entry. E edits, Delete bins, P prints, Escape goes back."""

    edit_asked = Signal()
    delete_asked = Signal()
    print_asked = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, vocabulary: Vocabulary, text: RowText) -> None:
        """``text`` says dates and flags in words."""
        super().__init__()
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._vocabulary, self._text = theme, vocabulary, text
        self._record: Stored[Entry] | None = None
        self._mark = QLabel()
        self._mark.setAccessibleName(self.tr("Mood mark"))
        self._title = label("", "title")
        self._when = label("", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(LARGE, LARGE, LARGE, 0)
        head.setSpacing(NORMAL)
        words = QVBoxLayout()
        words.setSpacing(4)
        for line in (self._title, self._when):
            line.setMinimumWidth(1)  # one very long word must not push the list off the window
            words.addWidget(line)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self._page = Reading(self.tr("The entry"))
        foot = QHBoxLayout()
        foot.setContentsMargins(LARGE, SMALL, LARGE, NORMAL)
        foot.setSpacing(SMALL)
        self.edit = button(self.tr("Edit"), self.edit_asked.emit)
        self.edit.setToolTip("E")
        self.delete = button(self.tr("Delete"), self.delete_asked.emit, "quiet")
        self.print = button(self.tr("Print …"), self.print_asked.emit, "quiet")
        self.print.setToolTip("P")
        back = button(self.tr("Write a new one"), self.closed.emit, "quiet")
        foot.addWidget(self.edit)
        foot.addWidget(self.print)
        foot.addWidget(self.delete)
        foot.addStretch()
        foot.addWidget(back)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self._page, 1)
        outer.addLayout(foot)
        theme.changed.connect(self._render)

    @property
    def record(self) -> Stored[Entry] | None:
        """The entry on show."""
        return self._record

    def show_record(self, record: Stored[Entry]) -> None:
        """Show an entry."""
        self._record = record
        self._render()

    def start(self) -> None:
        """Take the focus, so that the page can be scrolled and its keys work."""
        self._page.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """E, P, Delete and Escape."""
        if event.key() == Qt.Key.Key_E and not event.modifiers():
            self.edit_asked.emit()
        elif event.key() == Qt.Key.Key_P and not event.modifiers():
            self.print_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _render(self) -> None:
        record = self._record
        if record is None:
            return
        entry = record.value
        self._draw_mark(entry)
        self._title.setText(self._text.first_line(entry))
        when = [self._text.date(entry.at.day, with_year=True)]
        when.append(entry.at.at.strftime("%H:%M") if entry.at.at else self.tr("no time"))
        if entry.mood is not None and entry.feelings:
            when.append(self._vocabulary.cell_word(entry.mood, entry.energy or 3))
        lines = [" · ".join(when)]
        lines += [line for line in (self._text.flags(entry), self._text.written(record)) if line]
        self._when.setText("\n".join(lines))
        self._page.clear()
        self._page.setWordWrapMode(wrap_mode("\n".join((entry.note, *(text for _, text in self._sections(entry))))))
        cursor = QTextCursor(self._page.document())
        self._fill(cursor, entry)
        self._page.moveCursor(QTextCursor.MoveOperation.Start)

    def _fill(self, cursor: QTextCursor, entry: Entry) -> None:
        body, head, small = self._formats()
        if entry.note:
            paragraph(cursor, "", body, below=0)
            markdown(cursor, entry.note)
        for title, text in self._sections(entry):
            paragraph(cursor, title, head, above=14, below=2)
            paragraph(cursor, text, body)
        if entry.tags:
            paragraph(cursor, self.tr("Tags: {tags}").format(tags=", ".join(entry.tags)), small, above=14)

    def _sections(self, entry: Entry) -> list[tuple[str, str]]:
        def strength(value: int | None) -> str:
            return "" if value is None else self.tr("{value} of 10").format(value=value)

        def belief(value: int | None) -> str:
            return "" if value is None else self.tr(" (believed {value} %)").format(value=value)

        minutes = [item.minutes for item in entry.coping if item.minutes is not None]
        after = strength(entry.intensity_after)
        if after and minutes:
            after = self.tr("{strength}, after {minutes} minutes").format(strength=after, minutes=max(minutes))
        parts = [
            (self.tr("What set it off"), ", ".join(entry.triggers)),
            (self.tr("Who was there, or on my mind"), ", ".join(entry.people)),
            (self.tr("What happened"), entry.happened),
            (self.tr("In the body"), ", ".join(entry.body)),
            (self.tr("The urge"), entry.urge),
            (self.tr("What I did"), entry.did),
            (self.tr("How strong it was"), strength(entry.intensity_before)),
            (self.tr("What I tried to steady myself"), ", ".join(item.name for item in entry.coping)),
            (self.tr("How strong it was then"), after),
            (self.tr("The thought that came"), entry.thought and entry.thought + belief(entry.belief)),
            (self.tr("What speaks for it"), entry.evidence_for),
            (self.tr("What speaks against it"), entry.evidence_against),
            (self.tr("A thought that has room for both"), entry.balanced_thought),
            (self.tr("How much I believe the first one now"), "" if entry.belief_after is None
             else self.tr("{value} %").format(value=entry.belief_after)),
        ]  # fmt: skip
        return [(title, text) for title, text in parts if text]

    def _formats(self) -> tuple[QTextCharFormat, QTextCharFormat, QTextCharFormat]:
        palette = self._theme.palette
        formats = []
        for size, colour, bold in (("body", palette.ink, False), ("small", palette.muted, True),
                                   ("small", palette.muted, False)):  # fmt: skip
            form = QTextCharFormat()
            form.setFont(self._theme.font(size, bold=bold))
            form.setForeground(QColor(colour))
            formats.append(form)
        formats[1].setFontWeight(QFont.Weight.DemiBold)
        return formats[0], formats[1], formats[2]

    def _draw_mark(self, entry: Entry) -> None:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(int(44 * ratio), int(44 * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_mark(painter, QRectF(0, 0, 44, 44), entry.mood, entry.energy,
                  self._theme.palette)  # fmt: skip
        painter.end()
        self._mark.setPixmap(picture)
