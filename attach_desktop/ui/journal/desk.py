"""What is being written in the journal: the form, the entry that it changes, and the draft of either on disk."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject

from attach_desktop.clock import Clock
from attach_desktop.errors import AttachError
from attach_desktop.journal.entry import Entry, to_json
from attach_desktop.journal.store import JournalStore
from attach_desktop.sentences import tell
from attach_desktop.ui.journal.drafts import EntryDrafts
from attach_desktop.ui.journal.form import EntryForm
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.widgets.pause import at_pause
from attach_desktop.vault.kind import Stored


class Saved(NamedTuple):
    """An entry that was saved, and whether it was there before."""

    record: Stored[Entry]
    changed: bool


class PutAside(NamedTuple):
    """What was in the form when it was put aside: of which entry (None is a new one), and whether it says anything."""

    record: Stored[Entry] | None
    values: dict[str, object]
    changed: bool


class Desk(QObject):
    """Writes new entries and changes old ones; nothing typed is lost on the way."""

    def __init__(self, form: EntryForm, store: JournalStore, shell: Shell) -> None:
        """``shell`` tells what goes wrong."""
        # A child of the form, and destroyed with it: what its timer holds on to would keep a locked vault in memory.
        super().__init__(form)
        self._form, self._store, self._shell = form, store, shell
        self._drafts = EntryDrafts(store.vault.drafts)
        self._editing: Stored[Entry] | None = None
        self._later = at_pause(self, self.keep_draft)
        form.changed.connect(self._later.start)

    @property
    def editing(self) -> Stored[Entry] | None:
        """The entry that the form changes; None for a new one."""
        return self._editing

    # -- drafts ----------------------------------------------------------------------------------------------------

    def keep_draft(self) -> None:
        """Put what is half-written on disk now."""
        self._later.stop()
        record_id = self._editing.id if self._editing else None
        try:
            if self._editing is None and self._form.is_empty:
                self._drafts.drop(None)
            elif self._editing is not None and not self._changed_since(self._editing):
                self._drafts.drop(record_id)
            else:
                self._drafts.keep(record_id, self._form.values())
        except AttachError as error:
            self._shell.complain(error)

    def leave(self) -> None:
        """Put on disk what was typed a moment ago."""
        if self._later.isActive():
            self.keep_draft()

    def take_up(self, clock: Clock) -> str:
        """Show what was not saved when the program ended; returns when it was written, in words, or nothing."""
        editing = self._drafts.editing()
        record = self._store.get(editing) if editing else None
        kept = self._drafts.kept(record.id if record else None)
        if kept is None:
            return ""
        if record is not None:
            self._editing = record
            self._form.set_editing(True)
        self._form.set_values(kept[0])
        now = clock.now()
        when = kept[1].astimezone(now.tzinfo)
        return f"{when:%H:%M}" if when.date() == now.date() else f"{when:%d.%m.%Y, %H:%M}"

    def changes_of(self, record: Stored[Entry]) -> dict[str, object] | None:
        """Changes to an entry that were not saved, or None."""
        kept = self._drafts.kept(record.id)
        return kept[0] if kept else None

    def forget_changes(self, record: Stored[Entry]) -> None:
        """Drop the changes to an entry that goes to the bin."""
        self._drafts.drop(record.id)

    def keep_changes(self, record: Stored[Entry] | None, values: dict[str, object]) -> None:
        """Bring changes back that were put aside."""
        self._drafts.keep(record.id if record is not None else None, values)

    # -- writing ---------------------------------------------------------------------------------------------------

    def edit(self, record: Stored[Entry]) -> bool:
        """Put an entry in the form, with changes to it that were not saved; returns whether it is still there."""
        self.keep_draft()
        present = self._store.get(record.id)
        if present is None:
            return False
        self._editing = present
        self._form.set_values(self.changes_of(present) or to_json(present.value))
        self._form.set_editing(True)
        return True

    def save(self) -> Saved | None:
        """Keep what is in the form. What is wrong is told beside it, nothing is lost, and None returned."""
        if self._form.is_empty and self._editing is None:
            self._form.show_faults(self.tr("A point on the grid or one word is enough."))
            return None
        editing = self._editing.id if self._editing else None
        try:
            entry = self._form.entry()
            self._form.keep_names()
            record = self._store.add(entry) if editing is None else self._store.change(editing, entry)
            self._drafts.drop(editing)
        except AttachError as error:
            told = tell(error)
            self._form.show_faults(f"{told.happened} {told.next}")
            self._shell.complain(error)
            return None
        self._later.stop()
        self._to_a_new_one()
        return Saved(record, editing is not None)

    def set_aside(self) -> None:
        """Go to a new entry; changes to the one that was edited stay as its draft."""
        if self._editing is not None:
            self.keep_draft()
            self._to_a_new_one()

    def give_up(self) -> PutAside:
        """Go to a new entry without what is in the form; it is returned, for the way back."""
        record, values = self._editing, self._form.values()
        changed = record is None or self._changed_since(record)
        self._later.stop()
        self._drafts.drop(record.id if record is not None else None)
        self._to_a_new_one()
        return PutAside(record, values, changed)

    def _to_a_new_one(self) -> None:
        self._editing = None
        self._form.set_editing(False)
        kept = self._drafts.kept(None)
        self._form.set_values(kept[0] if kept else {})

    def _changed_since(self, record: Stored[Entry]) -> bool:
        try:
            return to_json(self._form.entry()) != to_json(record.value)
        except AttachError:
            return True
