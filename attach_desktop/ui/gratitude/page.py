"""The tab "Gratitude": slips side by side, what is proposed today, and something to remember."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from attach_desktop import resources
from attach_desktop.clock import Moment, day_of
from attach_desktop.errors import AttachError
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.lists import Heading
from attach_desktop.gratitude.rules import due, next_list
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.gratitude.telling import tell_them
from attach_desktop.sentences import tell
from attach_desktop.ui.clipboard import copy
from attach_desktop.ui.gratitude.memory import MemoryCard
from attach_desktop.ui.gratitude.slip import Slip
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.tokens import LARGE, NORMAL, SMALL
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.column import scrolled
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.kind import Stored

_SLIP_WIDTH = 300
_SEARCH_AFTER = 120
#: How many matches a slip shows at most.
_FOUND = 100


class GratitudePage(QWidget):
    """Adds, edits, moves and finds things to be grateful for."""

    def __init__(self, store: GratitudeStore, people: Callable[[], Sequence[str]], shell: Shell) -> None:
        """``people`` offers the aliases the person uses."""
        super().__init__()
        self._store, self._people, self._shell = store, people, shell
        self._clock = store.vault.clock
        self._texts = resources.content("gratitude")
        self._slips: list[Slip] = []
        self._prompted: dict[str, int] = {}
        self._columns = 0
        self._stale = False
        self._build()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SEARCH_AFTER)
        self._later.timeout.connect(self._fill)
        changes = store.vault.changes
        self._ends = [
            changes.subscribe(topic, self._changed) for topic in (store.kind.name, "gratitude_lists", "settings")
        ]
        self.refresh()

    # -- the page's duties -----------------------------------------------------------------------------------------

    def complete(self) -> None:
        """Nothing waits."""

    def start(self) -> None:
        """The line of the list that is proposed, ready to be written in."""
        wanted = self._proposed()
        slip = next((slip for slip in self._slips if slip.heading.key == wanted), None)
        if slip is not None:
            slip.line.setFocus()
        else:
            self._search.setFocus()

    def leave(self) -> None:
        """Lines that were written but not entered are kept: nothing typed is lost."""
        left = {slip.heading.key: slip.line.text() for slip in self._slips if slip.line.text().strip()}
        try:
            if left:
                self._store.vault.drafts.save("gratitude", left)
            else:
                self._store.vault.drafts.drop("gratitude")
        except AttachError as error:
            self._shell.complain(error)

    def release(self) -> None:
        """End the subscriptions."""
        for end in self._ends:
            end()

    def today(self) -> date:
        """The person's day now."""
        return day_of(self._clock.now().replace(tzinfo=None), self._store.day_start)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(NORMAL)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        self._proposal = label("", "title")
        head.addWidget(self._proposal, 1)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Search …"))
        self._search.setAccessibleName(self.tr("Search the lists"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(260)
        self._search.textChanged.connect(lambda _: self._later.start())
        head.addWidget(self._search)
        column.addLayout(head)
        self._memory = MemoryCard(self._store, self.today)
        column.addWidget(self._memory)
        self._nothing = label(str(self._texts["empty"]["search"]), "muted")
        self._nothing.hide()
        column.addWidget(self._nothing)
        self._grid = QGridLayout()
        self._grid.setSpacing(NORMAL)
        column.addLayout(self._grid)
        self._choices = Fold(self.tr("Lists and rhythm"), self._build_choices)
        column.addWidget(self._choices)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolled(inside)
        outer.addWidget(self._area)

    def _build_choices(self) -> QWidget:
        box, lists = QWidget(), self._store.lists
        column = QVBoxLayout(box)
        column.setContentsMargins(NORMAL, 0, 0, 0)
        column.setSpacing(SMALL)
        row = QHBoxLayout()
        new = QLineEdit()
        new.setMaxLength(200)
        new.setPlaceholderText(self.tr("Name of a new list"))
        new.setAccessibleName(self.tr("Name of a new list"))
        new.setMaximumWidth(_SLIP_WIDTH)
        new.returnPressed.connect(lambda: self._add_list(new))
        row.addWidget(new)
        row.addWidget(button(self.tr("Add list"), lambda: self._add_list(new)))
        row.addStretch()
        column.addLayout(row)
        self._list_fault = label("", "fault")
        self._list_fault.hide()
        column.addWidget(self._list_fault)
        rhythm = Choice(self.tr("How often it is proposed"))
        rhythm.addItem(self.tr("once a week"), "weekly")
        rhythm.addItem(self.tr("every day"), "daily")
        rhythm.setCurrentIndex(1 if lists.rhythm == "daily" else 0)
        rhythm.currentIndexChanged.connect(lambda _: lists.choose_rhythm(rhythm.currentData()))
        pace = QHBoxLayout()
        pace.addWidget(rhythm.label())
        pace.addWidget(rhythm)
        pace.addStretch()
        column.addLayout(pace)
        partner = QCheckBox(self.tr("Prompts about a partner, anywhere in the program"))
        partner.setChecked(lists.partner_prompts)
        partner.toggled.connect(lambda on: lists.choose_partner_prompts(on=on))
        column.addWidget(partner)
        self._hidden_box = QHBoxLayout()
        column.addLayout(self._hidden_box)
        self._show_hidden()
        return box

    def _show_hidden(self) -> None:
        while (item := self._hidden_box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        hidden = [heading for heading in self._store.lists.headings(hidden=True) if heading.hidden]
        if hidden:
            self._hidden_box.addWidget(label(self.tr("Hidden:"), "muted", wrap=False))
        for heading in hidden:
            self._hidden_box.addWidget(
                button(self.tr("Show {name}").format(name=heading.name), self._shower(heading.key), "quiet")
            )
        self._hidden_box.addStretch()

    def _shower(self, key: str) -> Callable[[], None]:
        return lambda: self._do(lambda: self._store.lists.hide(key, hidden=False))

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read lists and items again."""
        self._stale = False
        headings = self._store.lists.headings()
        written = {slip.heading.key: slip.line.text() for slip in self._slips}
        if not self._slips:
            kept = self._store.vault.drafts.get("gratitude")
            written = {key: str(text) for key, text in kept[0].items()} if kept else {}
        if [slip.heading for slip in self._slips] != headings:
            self._make_slips(headings, written)
        self._fill()
        proposed = self._proposed()
        name = next((heading.name for heading in headings if heading.key == proposed), "")
        last = max(self._store.last_used().values(), default=None)
        if name and due(last, self.today(), self._store.lists.rhythm):
            self._proposal.setText(self.tr("Perhaps something for: {name}").format(name=name))
        else:
            self._proposal.setText(self.tr("Things to be grateful for"))
        self._memory.refresh()
        if self._choices.is_built:
            self._show_hidden()

    def _make_slips(self, headings: Sequence[Heading], written: dict[str, str]) -> None:
        for slip in self._slips:
            self._grid.removeWidget(slip)
            slip.hide()
            slip.deleteLater()
        self._slips = []
        for heading in headings:
            hint = self._texts["lists"].get(heading.key, self._texts["lists"]["anything"])["about"]
            slip = Slip(heading, hint, self._day_words, self._people)
            slip.line.setText(written.get(heading.key, ""))
            slip.add_asked.connect(self._add)
            slip.keep_asked.connect(self._keep)
            slip.delete_asked.connect(self._delete)
            slip.tell_asked.connect(self._tell)
            slip.move_asked.connect(self._move)
            slip.prompt_asked.connect(self._prompt)
            slip.hide_asked.connect(self._hide)
            slip.rename_asked.connect(self._rename)
            slip.shift_asked.connect(self._shift)
            self._slips.append(slip)
        self._columns = 0
        self._arrange()

    def _fill(self) -> None:
        query, found = self._search.text().strip(), 0
        for slip in self._slips:
            key = slip.heading.key
            records = (
                self._store.find(Filter(query=query, words=(("list", key),)), _FOUND)
                if query
                else self._store.in_order(key)
            )
            found += len(records)
            slip.show_items(records)
            slip.setVisible(bool(records) or not query)
        self._nothing.setVisible(bool(query) and not found)

    def _day_words(self, record: Stored[Item]) -> str:
        day = record.value.at.day
        form = "d MMMM yyyy" if day.year != self.today().year else "d MMMM"
        return QLocale().toString(QDate(day.year, day.month, day.day), form)

    def _proposed(self) -> str | None:
        keys = [slip.heading.key for slip in self._slips]
        return next_list(keys, self._store.last_used(), partner_prompts=self._store.lists.partner_prompts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many slips side by side as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(3, (self.width() - 2 * LARGE) // _SLIP_WIDTH))
        if columns == self._columns:
            return
        self._columns = columns
        for at, slip in enumerate(self._slips):
            self._grid.addWidget(slip, at // columns, at % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    # -- doing -----------------------------------------------------------------------------------------------------

    def _slip(self, key: str) -> Slip | None:
        return next((slip for slip in self._slips if slip.heading.key == key), None)

    def _add(self, key: str, text: str) -> None:
        slip = self._slip(key)
        if slip is None:
            return
        try:
            self._store.add(Item(at=Moment.now(self._clock), text=text.strip(), list=key))
        except AttachError as error:
            told = tell(error)
            slip.show_fault(f"{told.happened} {told.next}")
            return
        slip.added()
        self._shell.say(self.tr("Saved {time}").format(time=f"{self._clock.now():%H:%M}"))
        slip.line.setFocus()

    def _keep(self, record: Stored[Item], item: Item) -> None:
        self._do(lambda: self._store.change(record.id, item))

    def _delete(self, record: Stored[Item]) -> None:
        def delete() -> None:
            token = self._store.bin([record.id])
            self._shell.offer_undo(
                self.tr("Moved to the bin"),
                lambda: self._do(lambda: self._store.restore(token)),
                self.tr("Undo delete"),
            )

        self._do(delete)

    def _tell(self, record: Stored[Item]) -> None:
        copy(tell_them(record.value))
        self._shell.say(self.tr("Copied. Paste it wherever you write to them."))

    def _move(self, record: Stored[Item], step: int) -> None:
        slip = self._slip(record.value.list)
        records = self._store.in_order(record.value.list)
        at = next((at for at, one in enumerate(records) if one.id == record.id), None)
        if slip is None or at is None or not 0 <= at + step < len(records):
            return
        rest = [one for one in records if one.id != record.id]
        above = rest[at + step - 1] if at + step > 0 else None
        below = rest[at + step] if at + step < len(rest) else None
        self._do(lambda: self._store.move(record.id, record.value.list, above, below))
        slip.focus_item(record.id)

    def _prompt(self, key: str) -> None:
        slip, prompts = self._slip(key), self._store.lists.prompts(key)
        if slip is None or not prompts:
            return
        number = self._prompted.get(key, self.today().toordinal()) + 1
        self._prompted[key] = number
        slip.show_prompt(prompts[number % len(prompts)])

    def _hide(self, key: str) -> None:
        def hide() -> None:
            self._store.lists.hide(key)
            self._shell.offer_undo(self.tr("List hidden"), self._shower(key), self.tr("Show it again"))

        self._do(hide)

    def _rename(self, key: str, name: str) -> None:
        self._do(lambda: self._store.lists.rename(key, name))

    def _shift(self, key: str, step: int) -> None:
        keys = [heading.key for heading in self._store.lists.headings(hidden=True)]
        at = keys.index(key)
        to = min(max(at + step, 0), len(keys) - 1)
        keys.insert(to, keys.pop(at))
        self._do(lambda: self._store.lists.arrange(keys))

    def _add_list(self, line: QLineEdit) -> None:
        if not line.text().strip():
            return
        try:
            self._store.lists.add(line.text())
        except AttachError as error:
            told = tell(error)
            self._list_fault.setText(f"{told.happened} {told.next}")
            self._list_fault.show()
            return
        self._list_fault.hide()
        line.clear()

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except AttachError as error:
            self._shell.complain(error)

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while it was out of sight."""
        super().showEvent(event)
        if self._stale:
            self.refresh()
