"""The reminders: a list, an editor in place, a pause for all of them, and whether they can arrive at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.clock import Moment, day_of, zone_of
from attach_desktop.errors import AttachError, FaultsError
from attach_desktop.reminders.agenda import Agenda
from attach_desktop.reminders.offers import OFFERS, offered
from attach_desktop.reminders.reminder import Reminder, from_json, to_json
from attach_desktop.reminders.words import name_of, texts
from attach_desktop.sentences import tell
from attach_desktop.ui.checkins.reach_card import ReachCard
from attach_desktop.ui.checkins.reminder_editor import ReminderEditor, new_reminder
from attach_desktop.ui.checkins.reminder_row import Line, ReminderRow
from attach_desktop.ui.checkins.reminder_words import moment_words, plan_words
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, SMALL
from attach_desktop.ui.widgets.column import emptied, fill
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.vault.kind import Stored

_WIDTH = 820
_DRAFT = "reminder"
#: As long as a pause that has no end in sight.
_LONG = timedelta(days=36_500)
Do = Callable[[Callable[[], object]], bool]


class RemindersView(QWidget):
    """Shows the reminders of an agenda."""

    def __init__(self, agenda: Agenda, theme: Theme, shell: Shell, do: Do) -> None:
        """``shell`` knows what the desktop has, where there is a program around the window."""
        super().__init__()
        self._agenda, self._shell, self._do = agenda, shell, do
        self._store, self._clock = agenda.store, agenda.store.vault.clock
        self.editor: ReminderEditor | None = None
        self._edited: str | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(MEDIUM)
        self._list = QVBoxLayout()
        self._list.setSpacing(SMALL)
        self._above = QWidget()
        self._head = QVBoxLayout(self._above)
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.setSpacing(MEDIUM)
        self._column.addWidget(self._above)
        self._column.addLayout(self._list)
        self._column.addSpacing(SMALL)
        self._reach = ReachCard(shell)
        self._column.addWidget(self._reach)
        self._column.addStretch(1)
        self._area = fill(self, self._column, _WIDTH)
        self._new: QWidget | None = None

    def start(self) -> None:
        """Give the focus to the first step."""
        if self.editor is not None:
            self.editor.start()
        elif self._new is not None:
            self._new.setFocus()

    def leave(self) -> None:
        """A reminder that is half made is kept as a draft."""
        drafts = self._store.vault.drafts
        if self.editor is None or self._edited is not None:
            return
        try:
            made = to_json(self.editor.reminder())
        except FaultsError:
            # What cannot be kept yet cannot be read again either; it stays on the screen.
            return
        self._do(lambda: drafts.save(_DRAFT, made))

    def refresh(self) -> None:
        """Read again; an editor that is open stays."""
        if self.editor is not None:
            return
        for box in (self._head, self._list):
            emptied(box)
        self._above.show()
        records = self._store.everything()
        now = self._clock.now().astimezone(zone_of(self._clock))
        self._show_head(records, now)
        resting = set(self._agenda.resting(now)) if records else set()
        for record in records:
            self._list.addWidget(self._row(record, now, record.id in resting))
        if not records:
            for offer in self._offers():
                self._list.addWidget(offer)
        self._reach.refresh()
        if (kept := self._store.vault.drafts.get(_DRAFT)) is not None:
            self._take_up(kept[0])

    # -- what is shown ---------------------------------------------------------------------------------------------

    def _show_head(self, records: list[Stored[Reminder]], now: datetime) -> None:
        if not records:
            self._head.addWidget(label(str(texts()["first"]["title"]), "title"))
            self._head.addWidget(label(str(texts()["first"]["text"])))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self._new = button(self.tr("New reminder"), self._add, "primary" if records else "")
        row.addWidget(self._new)
        until = self._store.all_paused_until
        if records and until is None:
            row.addWidget(button(self.tr("Pause all for a week"), lambda: self._do(self._store.pause_all), "quiet"))
            row.addWidget(button(self.tr("Pause all"), self._pause_all, "quiet"))
        elif records and until is not None:
            far = until - now > timedelta(days=3650)
            words = (
                self.tr("All are paused.")
                if far
                else self.tr("All are paused until {moment}.").format(
                    moment=moment_words(until.astimezone(now.tzinfo), now)
                )
            )
            row.addWidget(label(words, "muted", wrap=False))
            row.addWidget(button(self.tr("Go on"), lambda: self._do(self._store.resume_all), "quiet"))
        row.addStretch(1)
        holder = QWidget()
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self._head.addWidget(holder)

    def _offers(self) -> list[QWidget]:
        now = Moment.now(self._clock)
        offers: list[QWidget] = []
        for name in OFFERS:
            made = offered(name, now)
            box = frame("card")
            row = QHBoxLayout(box)
            row.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
            words = QVBoxLayout()
            words.setSpacing(2)
            said = str(texts()["offers"][name])
            words.addWidget(label(said, "lead"))
            for plan in dict.fromkeys(plan_words(reminder.plan) for reminder in made):
                words.addWidget(label(plan, "muted"))
            row.addLayout(words, 1)
            # What makes several cannot be looked at as one: it is made, and each can be changed afterwards.
            act = partial(self._edit, None, made[0]) if len(made) == 1 else partial(self._make, made)
            look = button(self.tr("Look at it") if len(made) == 1 else self.tr("Make them"), act)
            look.setAccessibleName(f"{look.text()}: {said}")
            row.addWidget(look)
            offers.append(box)
        return offers

    def _make(self, reminders: tuple[Reminder, ...]) -> None:
        def make() -> None:
            with self._store.together():
                for reminder in reminders:
                    self._store.add(reminder)

        self._do(make)
        self.start()

    def _row(self, record: Stored[Reminder], now: datetime, rests: bool) -> ReminderRow:
        reminder = record.value
        lines = self._lines(record, rests)
        row = ReminderRow(name_of(reminder), plan_words(reminder.plan), self._state(record, now, rests), lines)
        row.edit_asked.connect(partial(self._edit, record.id, reminder))
        return row

    def _state(self, record: Stored[Reminder], now: datetime, rests: bool) -> str:
        reminder = record.value
        if not reminder.on:
            return self.tr("switched off")
        if rests:
            return self.tr("resting, because it was left alone a few times")
        if reminder.paused_until is not None and reminder.paused_until > now:
            until = moment_words(reminder.paused_until.astimezone(now.tzinfo), now)
            return self.tr("paused until {moment}").format(moment=until)
        for moment, found in self._agenda.coming(now, 400):
            if found.id == record.id:
                return self.tr("next {moment}").format(moment=moment_words(moment.astimezone(now.tzinfo), now))
        return self.tr("nothing ahead")

    def _lines(self, record: Stored[Reminder], rests: bool) -> list[Line]:
        reminder, store = record.value, self._store
        paused = reminder.paused_until is not None and reminder.paused_until > self._clock.now()
        found = []
        if rests:
            stay = partial(self._agenda.stay, [record.id], self._clock.now())
            found.append(Line(self.tr("Let it come again"), partial(self._do, stay)))
        if paused:
            found.append(Line(self.tr("Go on"), partial(self._do, partial(store.resume, record.id))))
        elif reminder.on:
            found.append(Line(self.tr("Pause for a week"), partial(self._do, partial(store.pause, record.id))))
        switch = partial(store.switch, record.id, on=not reminder.on)
        found.append(Line(self.tr("Switch off") if reminder.on else self.tr("Switch on"), partial(self._do, switch)))
        found.append(Line(self.tr("Delete"), partial(self._delete, record)))
        return found

    # -- what is done ----------------------------------------------------------------------------------------------

    def _add(self) -> None:
        self._edit(None, new_reminder(Moment.now(self._clock)))

    def _take_up(self, draft: dict[str, Any]) -> None:
        try:
            reminder = from_json(draft)
        except AttachError:
            self._do(lambda: self._store.vault.drafts.drop(_DRAFT))
            return
        self._edit(None, reminder)

    def _edit(self, record_id: str | None, reminder: Reminder) -> None:
        self._close()
        today = day_of(self._clock.now().replace(tzinfo=None), self._store.vault.day_start)
        self._edited = record_id
        self.editor = ReminderEditor(reminder, today)
        self.editor.kept.connect(self._keep)
        self.editor.left.connect(self._put_away)
        emptied(self._list)
        self._above.hide()
        self._list.addWidget(self.editor)
        self.editor.start()
        # From its beginning, once it has been laid out.
        QTimer.singleShot(0, self._area, lambda: self._area.verticalScrollBar().setValue(0))

    def _keep(self, reminder: Reminder) -> None:
        record_id, store = self._edited, self._store
        try:
            if record_id is None:
                store.add(replace(reminder, noted=Moment.now(self._clock)))
                store.vault.drafts.drop(_DRAFT)
            else:
                store.change(record_id, reminder)
        except FaultsError as error:
            if self.editor is not None:
                self.editor.show_faults(error)
            return
        except AttachError as error:
            told = tell(error)
            if self.editor is not None:
                self.editor.show_fault(f"{told.happened} {told.next}")
            return
        self._shell.say(self.tr("Kept. It comes {when}.").format(when=plan_words(reminder.plan)))
        self._put_away()

    def _put_away(self) -> None:
        if self._edited is None:
            self._do(lambda: self._store.vault.drafts.drop(_DRAFT))
        self._close()
        self.refresh()
        self.start()

    def _close(self) -> None:
        if self.editor is not None:
            self._list.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None

    def _pause_all(self) -> None:
        self._do(lambda: self._store.pause_all(self._clock.now() + _LONG))

    def _delete(self, record: Stored[Reminder]) -> None:
        store = self._store
        if self._do(lambda: store.bin([record.id])):
            self._shell.offer_undo(
                self.tr("The reminder is in the bin."), lambda: store.restore([record.id]), self.tr("Undo delete")
            )
