"""The tab "Journal": form or reading page on the left, the list on the right; at small widths one over the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from attach_desktop.clock import day_of
from attach_desktop.errors import AttachError
from attach_desktop.journal.entry import Entry, to_json
from attach_desktop.journal.library import Library
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.sentences import tell
from attach_desktop.ui.journal.drafts import EntryDrafts
from attach_desktop.ui.journal.form import EntryForm
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, NARROW, NORMAL, SMALL
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.vault.kind import Stored

if TYPE_CHECKING:
    from attach_desktop.ui.journal.list_panel import ListPanel
    from attach_desktop.ui.journal.reader import EntryReader
    from attach_desktop.ui.journal.row_text import RowText

#: A draft is written when typing pauses this long.
DRAFT_AFTER = 400


class JournalPage(QWidget):
    """Writes, shows, finds, edits and bins entries."""

    def __init__(
        self, store: JournalStore, library: Library, vocabulary: Vocabulary, theme: Theme, shell: Shell
    ) -> None:
        """``shell`` shows the status line and offers undo."""
        super().__init__()
        self._store, self._shell = store, shell
        self._clock = store.vault.clock
        self._drafts = EntryDrafts(store.vault.drafts)
        self._editing: Stored[Entry] | None = None
        self._stale = False
        self._used_words: dict[str, Sequence[str]] = {}
        self._theme, self._vocabulary = theme, vocabulary
        self._list: ListPanel | None = None
        self._reader: EntryReader | None = None
        self.form = EntryForm(theme, self._clock, vocabulary, library, self._used)
        self._build()
        self._draft_later = QTimer(self)
        self._draft_later.setSingleShot(True)
        self._draft_later.setInterval(DRAFT_AFTER)
        self._draft_later.timeout.connect(self.keep_draft)
        self._connect()
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
            made.troubled.connect(self._shell.complain)
            self._list = made
            self._side.addWidget(made, 1)
            made.refresh()
        return self._list

    @property
    def reader(self) -> EntryReader:
        """The page that shows an entry."""
        if self._reader is None:
            from attach_desktop.ui.journal.reader import EntryReader

            made = EntryReader(self._theme, self._vocabulary, self._text)
            made.edit_asked.connect(self._edit)
            made.delete_asked.connect(self._delete)
            made.closed.connect(self._close_reader)
            self._reader = made
            self._stack.addWidget(made)
        return self._reader

    @property
    def _text(self) -> RowText:
        from attach_desktop.ui.journal.row_text import RowText

        return RowText(self._vocabulary, self.today)

    def today(self) -> date:
        """The person's day now."""
        return day_of(self._clock.now().replace(tzinfo=None), self._store.day_start)

    def start_entry(self) -> None:
        """Ready for two digits and Enter, whatever was on show."""
        if self._editing is not None:
            self._leave_editing()
        self._show_left(self.form)
        self.form.start()

    def start(self) -> None:
        """What has the focus when the tab is opened."""
        if self._left.isVisible():
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
            self._show_left(self.reader)

    def write(self, values: dict[str, Any]) -> None:
        """Go on with a new entry that has these values already; a draft that is there keeps the rest."""
        self.start_entry()
        self.form.set_values({**self.form.values(), **{key: value for key, value in values.items() if value}})
        self.keep_draft()
        self.form.note.setFocus()

    def show_filter(self, wanted: Filter) -> None:
        """Narrow the list, for other tabs that point here."""
        self.list.set_filter(wanted)
        self._show_list()

    def go_to_search(self) -> None:
        """Go to the search line."""
        self._show_list()
        self.list.search.setFocus()
        self.list.search.selectAll()

    def edit_selected(self) -> None:
        """Edit the selected entry."""
        self._edit()

    def delete_selected(self) -> None:
        """Put the selected entry in the bin."""
        self._delete()

    def keep_draft(self) -> None:
        """Put what is half-written on disk now."""
        self._draft_later.stop()
        record_id = self._editing.id if self._editing else None
        try:
            if self._editing is None and self.form.is_empty:
                self._drafts.drop(None)
            elif self._editing is not None and not self._changed_since(self._editing):
                self._drafts.drop(record_id)
            else:
                self._drafts.keep(record_id, self.form.values())
        except AttachError as error:
            self._shell.complain(error)

    def leave(self) -> None:
        """Called before the window closes or locks."""
        if self._draft_later.isActive():
            self.keep_draft()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._note = frame("note")
        note = QHBoxLayout(self._note)
        note.setContentsMargins(NORMAL, SMALL, SMALL, SMALL)
        self._note_text = label("", "body")
        note.addWidget(self._note_text, 1)
        self._note_button = button(self.tr("Start afresh"), self._start_afresh, "quiet")
        note.addWidget(self._note_button)
        self._note.hide()
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._back = button(self.tr("‹ All entries"), self._show_list, "quiet")
        self._back.hide()
        top = QVBoxLayout()
        top.setContentsMargins(LARGE - SMALL, 0, LARGE, 0)
        top.addWidget(self._back)
        top.addWidget(self._note)
        column.addLayout(top)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.form)
        column.addWidget(self._stack, 1)
        self._new = button(self.tr("New entry"), self.start_entry, "primary")
        self._new.hide()
        right = QWidget()
        side = self._side = QVBoxLayout(right)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        self._new_row = QHBoxLayout()
        self._new_row.setContentsMargins(NORMAL, SMALL, NORMAL, 0)
        self._new_row.addWidget(self._new)
        self._new_row.addStretch()
        side.addLayout(self._new_row)
        self._right = right
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._left)
        self._split.addWidget(right)
        self._split.setStretchFactor(0, 0)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([560, 720])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._split)
        self._narrow = False
        self._over = True

    def _connect(self) -> None:
        self.form.changed.connect(self._draft_later.start)
        self.form.save_asked.connect(self._save)
        self.form.cancel_asked.connect(self._cancel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column below a certain width."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while it was out of sight."""
        super().showEvent(event)
        if self._stale and self._list is not None:
            self._records_changed()

    def _arrange(self) -> None:
        self._left.setVisible(not self._narrow or self._over)
        self._right.setVisible(not self._narrow or not self._over)
        self._back.setVisible(self._narrow)
        self._new.setVisible(self._narrow)

    def _show_left(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)
        self._over = True
        self._arrange()

    def _show_list(self) -> None:
        self._over = False
        self._arrange()
        if self._narrow:
            self.list.start()

    # -- writing ---------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        if self.form.is_empty and self._editing is None:
            self.form.show_faults(self.tr("A point on the grid or one word is enough."))
            return
        try:
            entry = self.form.entry()
            self.form.keep_names()
            editing = self._editing.id if self._editing else None
            record = self._store.add(entry) if editing is None else self._store.change(editing, entry)
            self._drafts.drop(editing)
        except AttachError as error:
            told = tell(error)
            self.form.show_faults(f"{told.happened} {told.next}")
            self._shell.complain(error)
            return
        self._draft_later.stop()
        self._note.hide()
        was_editing = self._editing is not None
        self._editing = None
        self.form.set_editing(False)
        self.form.set_values(self._kept_new())
        self.list.refresh(keep=record.id)
        self._shell.say(self.tr("Saved {time}").format(time=f"{self._clock.now():%H:%M}"))
        if was_editing:
            self._back_to_reading(record)
        else:
            self._stack.setCurrentWidget(self.form)
            self.form.start()

    def _kept_new(self) -> dict[str, object]:
        kept = self._drafts.kept(None)
        return kept[0] if kept else {}

    def _edit(self, record: Stored[Entry] | None = None) -> None:
        record = record or self._shown_record()
        if record is None:
            return
        self.keep_draft()
        present = self._store.get(record.id)
        if present is None:
            return
        self._editing = present
        kept = self._drafts.kept(present.id)
        self.form.set_values(kept[0] if kept else to_json(present.value))
        self.form.set_editing(True)
        self._note.hide()
        self._show_left(self.form)
        self.form.start()

    def _cancel(self) -> None:
        """Leave editing; changes that were made can be taken up again."""
        record = self._editing
        if record is None:
            return
        values, changed = self.form.values(), self._changed_since(record)
        self._draft_later.stop()
        self._drafts.drop(record.id)
        self._editing = None
        self.form.set_editing(False)
        self.form.set_values(self._kept_new())
        if changed:

            def take_up() -> None:
                self._drafts.keep(record.id, values)
                self.list.select(record)
                self._edit(record)

            self._shell.offer_undo(self.tr("Changes put aside"), take_up, self.tr("Take them up again"))
        self._back_to_reading(record)

    def _back_to_reading(self, record: Stored[Entry]) -> None:
        self.reader.show_record(record)
        self._show_left(self.reader)
        if self._right.isVisible():
            self.list.start()
        else:
            self.reader.start()

    def _changed_since(self, record: Stored[Entry]) -> bool:
        try:
            return to_json(self.form.entry()) != to_json(record.value)
        except AttachError:
            return True

    def _leave_editing(self) -> None:
        """Go to a new entry; changes to the other one stay as its draft."""
        self.keep_draft()
        self._editing = None
        self.form.set_editing(False)
        self.form.set_values(self._kept_new())

    def _offer_draft(self) -> None:
        editing = self._drafts.editing()
        record = self._store.get(editing) if editing else None
        kept = self._drafts.kept(record.id if record else None)
        if kept is None:
            return
        if record is not None:
            self._editing = record
            self.form.set_editing(True)
        self.form.set_values(kept[0])
        now = self._clock.now()
        when = kept[1].astimezone(now.tzinfo)
        today = when.date() == now.date()
        said = f"{when:%H:%M}" if today else f"{when:%d.%m.%Y, %H:%M}"
        self._note_text.setText(self.tr("What you had not saved yet is still here, from {when}.").format(when=said))
        self._note.show()

    def _start_afresh(self) -> None:
        record_id = self._editing.id if self._editing else None
        values = self.form.values()
        self._draft_later.stop()
        self._drafts.drop(record_id)
        self._editing = None
        self.form.set_editing(False)
        self.form.set_values(self._kept_new())
        self._note.hide()

        def bring_back() -> None:
            self._drafts.keep(record_id, values)
            self._offer_draft()
            self._show_left(self.form)

        self._shell.offer_undo(self.tr("Draft put aside"), bring_back, self.tr("Bring it back"))
        self.form.start()

    # -- reading ---------------------------------------------------------------------------------------------------

    def _chosen(self, record: Stored[Entry]) -> None:
        if self._editing is not None:
            self._leave_editing()
        self.leave()
        self.reader.show_record(record)
        if self._stack.currentWidget() is not self.reader or not self._narrow:
            self._stack.setCurrentWidget(self.reader)

    def _open(self, record: Stored[Entry], by_key: bool) -> None:
        """A click opens an entry to read; so does Enter where reading hides the list, else Enter edits."""
        if by_key and not self._narrow:
            self._edit(record)
            return
        self._chosen(record)
        self._show_left(self.reader)
        if self._narrow:
            self.reader.start()

    def _shown_record(self) -> Stored[Entry] | None:
        """The entry that is selected or on show."""
        return self.list.selected() or (self._reader.record if self._reader else None)

    def _close_reader(self) -> None:
        self._stack.setCurrentWidget(self.form)
        self.list.table.setCurrentIndex(QModelIndex())
        if self._narrow and not self._over:
            self._show_left(self.form)
        self.form.start()

    def _delete(self) -> None:
        record = self._editing or self._shown_record()
        if record is None:
            return
        at = self.list.table.currentIndex().row()
        try:
            if self._editing is not None:
                self._leave_editing()
            changes = self._drafts.kept(record.id)
            token = self._store.bin([record.id])
            # What was being changed goes with the entry, and comes back with it.
            self._drafts.drop(record.id)
        except AttachError as error:
            self._shell.complain(error)
            return
        self._stack.setCurrentWidget(self.form)

        def bring_back() -> None:
            self._store.restore(token)
            if changes is not None:
                self._drafts.keep(record.id, changes[0])
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
        if self._reader is None or self._stack.currentWidget() is not self._reader:
            return
        shown = self._reader.record
        present = None if shown is None else self._store.get(shown.id)
        if present is None:
            self._stack.setCurrentWidget(self.form)
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
