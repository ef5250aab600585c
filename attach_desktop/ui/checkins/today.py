"""What check-ins hand to Today: what was begun, what may be welcome again, and reminders that wait."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from attach_desktop.checkins.form import FORMS, TOGETHER
from attach_desktop.checkins.period import is_due
from attach_desktop.checkins.store import CheckInStore, draft_name
from attach_desktop.clock import day_of
from attach_desktop.errors import AttachError
from attach_desktop.reminders.agenda import Agenda
from attach_desktop.reminders.words import name_of
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.column import Lines
from attach_desktop.ui.widgets.labels import button, label


class DueCard(Lines):
    """A line for each thing; hidden where there is none."""

    def __init__(self, store: CheckInStore, agenda: Agenda, shell: Shell) -> None:
        """``shell`` leads on to the check-ins."""
        super().__init__(SMALL)
        self._store, self._agenda, self._shell = store, agenda, shell

    def topics(self) -> tuple[str, ...]:
        """Check-ins, reminders, and what ends either."""
        return (self._store.kind.name, self._agenda.store.kind.name, "journal", "gratitude", "practice", "settings")

    def refresh(self) -> bool:
        """What there is at this moment."""
        due = self._agenda.due(self._store.vault.clock.now())
        offered, lines = set(), []
        for form_id, begun in self._forms():
            offered.add(form_id)
            name = self._store.forms.get(form_id).name
            word = self.tr("Go on") if begun else self.tr("Begin")
            lines.append(self._line(name, word, partial(self._begin, form_id)))
        for record in self._agenda.reminders(due) if due is not None else ():
            if record.value.what not in offered:
                act = partial(self._let_pass, record.id)
                lines.append(self._line(name_of(record.value), self.tr("Let it pass"), act))
        return self.show_lines(lines)

    def _forms(self) -> list[tuple[str, bool]]:
        """The forms to show, each with whether something of it lies there. What is for two never asks for itself."""
        vault = self._store.vault
        today = day_of(vault.clock.now().replace(tzinfo=None), vault.day_start)
        found = []
        for form_id in FORMS:
            begun = vault.drafts.get(draft_name(form_id)) is not None
            if begun or (form_id != TOGETHER and is_due(form_id, today, self._store.last_end(form_id))):
                found.append((form_id, begun))
        return found

    def _line(self, text: str, word: str, act: Callable[[], object]) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(label(text), 1)
        step = button(word, act, "quiet")
        step.setAccessibleName(f"{word}: {text}")
        row.addWidget(step)
        return box

    def _begin(self, form_id: str) -> None:
        from attach_desktop.ui.checkins.page import CheckInsPage

        page = self._shell.open_tab("checkins")
        if isinstance(page, CheckInsPage):
            page.begin(form_id)

    def _let_pass(self, record_id: str) -> None:
        try:
            self._agenda.handled([record_id], self._store.vault.clock.now())
        except AttachError as error:
            self._shell.complain(error)
