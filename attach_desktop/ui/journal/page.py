"""The tab "Journal": form or reading page on the left, the list on the right; at small widths one over the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attach_desktop.clock import day_of
from attach_desktop.errors import AttachError
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.library import Library
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.journal.desk import Desk
from attach_desktop.ui.journal.form import EntryForm
from attach_desktop.ui.journal.sides import DraftNote, Sides
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.kind import Stored

if TYPE_CHECKING:
    from attach_desktop.ui.journal.list_panel import ListPanel
    from attach_desktop.ui.journal.reader import EntryReader
    from attach_desktop.ui.journal.row_text import RowText


class JournalPage(QWidget):
    """Writes, shows, finds, edits and bins entries."""

    def __init__(
        self, store: JournalStore, library: Library, vocabulary: Vocabulary, theme: Theme, shell: Shell
    ) -> None:
        """``shell`` shows the status line and offers undo."""
        super().__init__()
        self._store, self._shell = store, shell
        self._clock = store.vault.clock
        self._stale = False
        self._used_words: dict[str, Sequence[str]] = {}
        self._theme, self._vocabulary = theme, vocabulary
        self._list: ListPanel | None = None
        self._reader: EntryReader | None = None
        self.form = EntryForm(theme, self._clock, vocabulary, library, self._used)
        self._desk = Desk(self.form, store, shell)
        self._note = DraftNote(self._start_afresh)
        self._sides = Sides(self._note, self.start_entry)
        self._sides.stack.addWidget(self.form)
        self._sides.listed.connect(lambda: self.list.start())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._sides)
        self.form.save_asked.connect(self._save)
        self.form.cancel_asked.connect(self._cancel)
        self._unsubscribe = store.vault.changes.subscribe(store.kind.name, self._records_changed)
        self._unsettle = store.vault.changes.subscribe("settings", self._records_changed)
        self._offer_draft()

    def complete(self) -> None:
        """Build the list: it comes a moment after the form, which is what a hard evening needs first."""
        self.list.setVisible(True)

    @property
    def list(self) -> ListPanel:
        """The list side."""
        if self._list is None:
            from attach_desktop.ui.journal.list_panel import ListPanel

            made = ListPanel(self._store, self._theme, self._vocabulary, self._text, self._used, self.today)
            made.chosen.connect(self._chosen)
            made.opened.connect(self._open)
            made.edit_asked.connect(self._edit)
            made.delete_asked.connect(self._delete)
            made.new_asked.connect(self.start_entry)
            made.bar.offer_ways_out(self.tr("Print the entry that is chosen …"))
            made.bar.print_asked.connect(self.print_shown)
            made.troubled.connect(self._shell.complain)
            self._list = made
            self._sides.put_list(made)
            try:
                made.refresh()
            except AttachError as error:
                # The form is there all the same: what somebody came to write is kept.
                self._shell.complain(error)
        return self._list

    @property
    def reader(self) -> EntryReader:
        """The page that shows an entry."""
        if self._reader is None:
            from attach_desktop.ui.journal.reader import EntryReader

            made = EntryReader(self._theme, self._vocabulary, self._text)
            made.edit_asked.connect(self._edit)
            made.delete_asked.connect(self._delete)
            made.print_asked.connect(self.print_shown)
            made.closed.connect(self._close_reader)
            self._reader = made
            self._sides.stack.addWidget(made)
        return self._reader

    @property
    def _text(self) -> RowText:
        from attach_desktop.ui.journal.row_text import RowText

        return RowText(self._vocabulary, self.today)

    def today(self) -> date:
        """The person's day now."""
        return day_of(self._clock.now().replace(tzinfo=None), self._store.day_start)

    def days_on_show(self) -> tuple[date, date] | None:
        """The first and the last of the days that the list is narrowed to, where it is."""
        wanted = self._list.filter if self._list is not None else Filter()
        if wanted.begin is None and wanted.end is None:
            return None
        end = wanted.end or self.today()
        begin = wanted.begin or next((record.value.at.day for record in self._store.each()), end)
        return min(begin, end), max(begin, end)

    def start_entry(self) -> None:
        """Ready for two digits and Enter, whatever was on show."""
        self._desk.set_aside()
        self._sides.show_left(self.form)
        self.form.start()

    def start(self) -> None:
        """What has the focus when the tab is opened."""
        if self._sides.left.isVisible():
            self.form.start()
        else:
            self.list.start()

    def show_entry(self, record_id: str) -> None:
        """Show one entry to read."""
        record = self._store.get(record_id)
        if record is not None:
            self.list.set_filter(Filter())
            self.list.select(record)
            self._chosen(record)
            self._sides.show_left(self.reader)

    def write(self, values: dict[str, Any]) -> None:
        """Go on with a new entry that has these values already; a draft that is there keeps the rest."""
        self.start_entry()
        self.form.set_values({**self.form.values(), **{key: value for key, value in values.items() if value}})
        self.keep_draft()
        self.form.note.setFocus()

    def show_filter(self, wanted: Filter) -> None:
        """Narrow the list, for other tabs that point here."""
        self.list.set_filter(wanted)
        self._sides.show_list()

    def go_to_search(self) -> None:
        """Go to the search line."""
        self._sides.show_list()
        self.list.search.setFocus()
        self.list.search.selectAll()

    def edit_selected(self) -> None:
        """Edit the selected entry."""
        self._edit()

    def delete_selected(self) -> None:
        """Put the selected entry in the bin."""
        self._delete()

    def print_shown(self) -> None:
        """Print the entry that is selected or on show."""
        record = self._shown_record()
        if record is None:
            self._shell.say(self.tr("Choose an entry in the list first; then it can be printed."))
            return
        from attach_desktop.days import Days
        from attach_desktop.summary.papers.one_entry import one_entry
        from attach_desktop.ui.paper.single import print_single

        print_single(self, self._shell, lambda: one_entry(self._store.vault, record, Days()))

    def export_shown(self) -> None:
        """Export the entries that the list shows."""
        self.list.export_shown()

    def keep_draft(self) -> None:
        """Put what is half-written on disk now."""
        self._desk.keep_draft()

    def leave(self) -> None:
        """Called before the window closes or locks."""
        self._desk.leave()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while it was out of sight."""
        super().showEvent(event)
        if self._stale and self._list is not None:
            self._records_changed()

    # -- writing ---------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        saved = self._desk.save()
        if saved is None:
            return
        self._note.hide()
        self.list.refresh(keep=saved.record.id)
        self._shell.say(self.tr("Saved {time}").format(time=f"{self._clock.now():%H:%M}"))
        if saved.changed:
            self._back_to_reading(saved.record)
        else:
            self._sides.stack.setCurrentWidget(self.form)
            self.form.start()

    def _edit(self, record: Stored[Entry] | None = None) -> None:
        record = record or self._shown_record()
        if record is not None and self._desk.edit(record):
            self._note.hide()
            self._sides.show_left(self.form)
            self.form.start()

    def _cancel(self) -> None:
        """Leave editing; changes that were made can be taken up again."""
        record = self._desk.editing
        if record is None:
            return
        aside = self._desk.give_up()
        if aside.changed:

            def take_up() -> None:
                self._desk.keep_changes(record, aside.values)
                self.list.select(record)
                self._edit(record)

            self._shell.offer_undo(self.tr("Changes put aside"), take_up, self.tr("Take them up again"))
        self._back_to_reading(record)

    def _back_to_reading(self, record: Stored[Entry]) -> None:
        self.reader.show_record(record)
        self._sides.show_left(self.reader)
        if self._sides.right.isVisible():
            self.list.start()
        else:
            self.reader.start()

    def _offer_draft(self) -> None:
        when = self._desk.take_up(self._clock)
        if when:
            self._note.say(self.tr("What you had not saved yet is still here, from {when}.").format(when=when))

    def _start_afresh(self) -> None:
        aside = self._desk.give_up()
        self._note.hide()

        def bring_back() -> None:
            self._desk.keep_changes(aside.record, aside.values)
            self._offer_draft()
            self._sides.show_left(self.form)

        self._shell.offer_undo(self.tr("Draft put aside"), bring_back, self.tr("Bring it back"))
        self.form.start()

    # -- reading ---------------------------------------------------------------------------------------------------

    def _chosen(self, record: Stored[Entry]) -> None:
        self._desk.set_aside()
        self.leave()
        self.reader.show_record(record)
        self._sides.stack.setCurrentWidget(self.reader)

    def _open(self, record: Stored[Entry], by_key: bool) -> None:
        """A click opens an entry to read; so does Enter where reading hides the list, else Enter edits."""
        if by_key and not self._sides.narrow:
            self._edit(record)
            return
        self._chosen(record)
        self._sides.show_left(self.reader)
        if self._sides.narrow:
            self.reader.start()

    def _shown_record(self) -> Stored[Entry] | None:
        """The entry that is selected or on show."""
        return self.list.selected() or (self._reader.record if self._reader else None)

    def _close_reader(self) -> None:
        self._sides.stack.setCurrentWidget(self.form)
        self.list.table.setCurrentIndex(QModelIndex())
        if self._sides.list_is_over:
            self._sides.show_left(self.form)
        self.form.start()

    def _delete(self) -> None:
        record = self._desk.editing or self._shown_record()
        if record is None:
            return
        at = self.list.table.currentIndex().row()
        try:
            self._desk.set_aside()
            changes = self._desk.changes_of(record)
            token = self._store.bin([record.id])
            # What was being changed goes with the entry, and comes back with it.
            self._desk.forget_changes(record)
        except AttachError as error:
            self._shell.complain(error)
            return
        self._sides.stack.setCurrentWidget(self.form)

        def bring_back() -> None:
            self._store.restore(token)
            if changes is not None:
                self._desk.keep_changes(record, changes)
            self.list.refresh(keep=record.id)
            self._chosen(record)
            self._shell.say(self.tr("Brought back"))

        self._shell.offer_undo(self.tr("Entry moved to the bin"), bring_back, self.tr("Undo delete"))
        if at >= 0 and self.list.model.rowCount():
            self.list.table.setCurrentIndex(self.list.model.index(min(at, self.list.model.rowCount() - 1), 0))

    def _records_changed(self) -> None:
        self._used_words.clear()
        self._stale = not self.isVisible()
        if not self._stale and self._list is not None:
            try:
                self._list.refresh()
                self._reread()
            except AttachError as error:
                # Whoever saved something has saved it, even if the list cannot be read again.
                self._shell.complain(error)

    def _reread(self) -> None:
        """Show the entry on the reading page as it is now; where it is gone, the form."""
        if self._reader is None or self._sides.stack.currentWidget() is not self._reader:
            return
        shown = self._reader.record
        present = None if shown is None else self._store.get(shown.id)
        if present is None:
            self._sides.stack.setCurrentWidget(self.form)
        elif present != shown:
            self._reader.show_record(present)

    def _used(self, field: str) -> Sequence[str]:
        if field not in self._used_words:
            self._used_words[field] = [word for word, _ in self._store.labels(field)]
        return self._used_words[field]

    def release(self) -> None:
        """Called before the page is destroyed: end the subscriptions."""
        self._unsubscribe()
        self._unsettle()
