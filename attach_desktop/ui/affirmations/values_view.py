"""The values card: three short prompts on something that matters; what was written stands below."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.affirmations.library import texts
from attach_desktop.affirmations.practice import PROMPTS, ValuesNote
from attach_desktop.affirmations.practice_store import ValuesStore
from attach_desktop.clock import Moment
from attach_desktop.errors import AttachError
from attach_desktop.sentences import tell
from attach_desktop.ui.affirmations.practice_view import Do
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, NORMAL, SMALL
from attach_desktop.ui.widgets.column import emptied, scrolled
from attach_desktop.ui.widgets.days import shown_day
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.ui.widgets.pause import at_pause
from attach_desktop.ui.widgets.text_area import TextArea
from attach_desktop.vault.kind import Stored

_DRAFT = "values"
_SHOWN = 20


class ValuesView(QWidget):
    """Writes and shows notes on values."""

    def __init__(self, store: ValuesStore, shell: Shell, do: Do) -> None:
        """The notes of ``store``."""
        super().__init__()
        self._store, self._shell, self._do = store, shell, do
        self._texts = texts()["values"]
        inside = QWidget()
        inside.setMaximumWidth(720)
        column = QVBoxLayout(inside)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(label(str(self._texts["title"]), "title"))
        column.addWidget(label(str(self._texts["about"])))
        column.addWidget(label(str(self._texts["evidence"]), "small"))
        self.fields: dict[str, TextArea] = {}
        for name in PROMPTS:
            prompt = self._texts["prompts"][name]
            field = TextArea(str(prompt["label"]), str(prompt["hint"]), (2, 8))
            head = label(str(prompt["label"]), "muted")
            head.setBuddy(field)
            column.addSpacing(SMALL)
            column.addWidget(head)
            column.addWidget(field)
            self.fields[name] = field
        self.fault = label("", "fault")
        self.fault.hide()
        column.addWidget(self.fault)
        self.keep_button = button(self.tr("Keep"), self.keep, "primary")
        column.addWidget(self.keep_button)
        column.addSpacing(MEDIUM)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(NORMAL)
        column.addLayout(self._notes)
        column.addStretch()
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.addStretch(1)
        row.addWidget(inside, 12)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(holder))
        self.setFocusProxy(self.fields[PROMPTS[0]])
        self._later = at_pause(self, lambda: do(self.keep_draft))
        for field in self.fields.values():
            field.textChanged.connect(self._later.start)
        kept = store.vault.drafts.get(_DRAFT)
        if kept is not None:
            for name, field in self.fields.items():
                field.set_text(str(kept[0].get(name, "")))

    def refresh(self) -> None:
        """Show what was written."""
        emptied(self._notes)
        records = self._store.newest(_SHOWN)
        if not records:
            self._notes.addWidget(label(str(self._texts["empty"]), "muted"))
        for record in records:
            self._notes.addWidget(self._note(record))

    def _note(self, record: Stored[ValuesNote]) -> QWidget:
        note, box = record.value, frame("card")
        column = QVBoxLayout(box)
        column.setContentsMargins(NORMAL, NORMAL, NORMAL, SMALL)
        column.setSpacing(SMALL)
        day = note.at.day
        column.addWidget(label(shown_day(day, "d MMMM yyyy"), "small"))
        for name in PROMPTS:
            text = getattr(note, name)
            if text:
                column.addWidget(label(str(self._texts["prompts"][name]["label"]), "muted"))
                column.addWidget(label(text))
        delete = button(self.tr("Delete"), lambda: self._delete(record), "quiet")
        delete.setAccessibleName(self.tr("Delete what was written on {day}").format(day=day.isoformat()))
        column.addWidget(delete)
        return box

    def keep(self) -> None:
        """Keep what is written as a note."""
        written = {name: field.text().strip() for name, field in self.fields.items()}
        if not any(written.values()):
            self.fault.setText(self.tr("Nothing is written yet. A few words in one of the three are enough."))
            self.fault.show()
            self.fields[PROMPTS[0]].setFocus()
            return
        try:
            self._store.add(ValuesNote(at=Moment.now(self._store.vault.clock), **written))
            self._store.vault.drafts.drop(_DRAFT)
        except AttachError as error:
            told = tell(error)
            self.fault.setText(f"{told.happened} {told.next}")
            self.fault.show()
            return
        self.fault.hide()
        for field in self.fields.values():
            field.set_text("")
        self._shell.say(str(self._texts["kept"]))

    def keep_draft(self) -> None:
        """Keep what is half-written."""
        self._later.stop()
        written = {name: field.text() for name, field in self.fields.items()}
        if any(text.strip() for text in written.values()):
            self._store.vault.drafts.save(_DRAFT, written)
        else:
            self._store.vault.drafts.drop(_DRAFT)

    def _delete(self, record: Stored[ValuesNote]) -> None:
        def delete() -> None:
            token = self._store.bin([record.id])
            self._shell.offer_undo(
                self.tr("Moved to the bin"),
                lambda: self._do(lambda: self._store.restore(token)),
                self.tr("Undo delete"),
            )

        self._do(delete)
