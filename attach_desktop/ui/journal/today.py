"""What the journal hands to Today: the mood grid, ready for the keyboard, and the last entries."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from attach_desktop.clock import Moment, day_of
from attach_desktop.errors import AttachError
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, SMALL
from attach_desktop.ui.widgets.chip_field import ChipField
from attach_desktop.ui.widgets.column import Lines
from attach_desktop.ui.widgets.labels import button
from attach_desktop.ui.widgets.mood_grid import MoodGrid
from attach_desktop.ui.widgets.mood_mark import draw_mark
from attach_desktop.ui.widgets.pause import at_pause
from attach_desktop.vault.vault import Vault

if TYPE_CHECKING:
    from attach_desktop.journal.entry import Entry
    from attach_desktop.journal.store import JournalStore
    from attach_desktop.vault.kind import Stored

_LAST = 3


class MoodCard(QWidget):
    """Two digits and Enter, with a few words if there are any. The journal has room for more."""

    def __init__(self, vault: Vault, vocabulary: Vocabulary, theme: Theme, shell: Shell) -> None:
        """``shell`` leads on to the journal."""
        super().__init__()
        self._vault, self._vocabulary, self._shell = vault, vocabulary, shell
        self._clock = vault.clock
        self.grid = MoodGrid(theme, vocabulary.cell_word)
        self.grid.submitted.connect(self.save)
        self.feelings = ChipField(self.tr("Feelings"), self.tr("uneasy, hopeful …"), self._near)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("A line, if you like"))
        self.note.setAccessibleName(self.tr("A line about it"))
        self.note.returnPressed.connect(self.save)
        self.save_button = button(self.tr("Save"), self.save, "primary")
        more = button(self.tr("Write more"), self._write_more, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(LARGE)
        left = QVBoxLayout()
        left.addWidget(self.grid)
        left.addStretch()
        row.addLayout(left)
        words = QVBoxLayout()
        words.setSpacing(SMALL)
        words.addWidget(self.feelings)
        words.addWidget(self.note)
        foot = QHBoxLayout()
        foot.addWidget(self.save_button)
        foot.addWidget(more)
        foot.addStretch()
        words.addLayout(foot)
        words.addStretch()
        row.addLayout(words, 1)
        kept = vault.drafts.get("today")
        if kept is not None:
            self._show(kept[0])
        self._later = at_pause(self, self.leave)
        for signal in (self.grid.changed, self.feelings.changed, self.note.textChanged):
            signal.connect(lambda *_: self._later.start())

    def topics(self) -> tuple[str, ...]:
        """Nothing that it shows changes elsewhere."""
        return ()

    def refresh(self) -> bool:
        """Always there."""
        return True

    def start(self) -> bool:
        """Ready for two digits."""
        self.grid.start()
        return True

    def leave(self) -> None:
        """What was chosen and written is kept as a draft."""
        self._later.stop()
        values = self._values()
        try:
            if any(values.values()):
                self._vault.drafts.save("today", values)
            else:
                self._vault.drafts.drop("today")
        except AttachError as error:
            self._shell.complain(error)

    def save(self) -> None:
        """Keep it as an entry of the journal."""
        values = self._values()
        if not any(values.values()):
            self._shell.say(self.tr("A point on the grid or one word is enough."))
            return
        # This card is what the window opens with: what it needs for saving is not waited for until then.
        from attach_desktop.journal.entry import Entry
        from attach_desktop.journal.store import JournalStore

        try:
            entry = Entry(
                at=Moment.now(self._clock),
                mood=values["mood"],
                energy=values["energy"],
                feelings=tuple(values["feelings"]),
                note=values["note"],
            )
            JournalStore(self._vault).add(entry)
            self._vault.drafts.drop("today")
        except AttachError as error:
            self._shell.complain(error)
            return
        self._show({})
        self._shell.say(self.tr("Saved {time}").format(time=f"{self._clock.now():%H:%M}"))
        self.grid.start()

    def _values(self) -> dict[str, Any]:
        mood, energy = self.grid.value()
        return {"mood": mood, "energy": energy, "feelings": list(self.feelings.words()), "note": self.note.text()}

    def _show(self, values: dict[str, Any]) -> None:
        self.grid.set_value(values.get("mood"), values.get("energy"))
        self.feelings.set_words(values.get("feelings") or [])
        self.note.setText(str(values.get("note") or ""))

    def _write_more(self) -> None:
        values = self._values()
        try:
            # First there: what has not arrived in the journal is still here.
            self._shell.write_entry(values)
            self._show({})
            self._vault.drafts.drop("today")
        except AttachError as error:
            self._shell.complain(error)

    def _near(self) -> list[str]:
        mood, energy = self.grid.value()
        return [feeling.word for feeling in self._vocabulary.near(mood, energy)]


class LastEntriesCard(Lines):
    """The last few entries, a line each; pressing one opens it in the journal."""

    def __init__(self, store: JournalStore, vocabulary: Vocabulary, theme: Theme, shell: Shell) -> None:
        """``shell`` opens the journal."""
        super().__init__(2)
        from attach_desktop.ui.journal.row_text import RowText

        self._store, self._theme, self._shell = store, theme, shell
        self._text = RowText(vocabulary, self._today)

    def topics(self) -> tuple[str, ...]:
        """The journal."""
        return (self._store.kind.name,)

    def refresh(self) -> bool:
        """Read the last entries."""
        return self.show_lines([self._row(record) for record in self._store.newest(_LAST)])

    def _today(self) -> date:
        return day_of(self._store.vault.clock.now().replace(tzinfo=None), self._store.day_start)

    def _open(self, record_id: str) -> None:
        try:
            self._shell.open_entry(record_id)
        except AttachError as error:
            self._shell.complain(error)

    def _row(self, record: Stored[Entry]) -> QWidget:
        entry = record.value
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(_Mark(entry, self._theme))
        second = self._text.second_line(entry, "")[0]
        day = self._text.day(day_of(entry.at.wall, self._store.day_start))
        words = " · ".join(part for part in (day, self._text.time(entry), self._text.first_line(entry)) if part != "–")
        link = button(words, lambda: self._open(record.id), "quiet")
        link.setAccessibleName(self._text.sentence(record))
        link.setToolTip(second)
        row.addWidget(link)
        row.addStretch()
        return line


class _Mark(QWidget):
    """The mood mark of an entry."""

    def __init__(self, entry: Entry, theme: Theme) -> None:
        super().__init__()
        self._entry, self._theme = entry, theme
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(30, 26)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_mark(painter, self.rect().toRectF(), self._entry.mood, self._entry.energy, self._theme.palette)
        painter.end()
