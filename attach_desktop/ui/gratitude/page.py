"""The tab "Gratitude": slips side by side, what is proposed today, and something to remember; or all of it by day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QVBoxLayout, QWidget

from attach_desktop import resources
from attach_desktop.clock import Moment, day_of
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.lists import Heading
from attach_desktop.gratitude.rules import due, next_list
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.finding.find_panel import FindPanel
from attach_desktop.ui.gratitude.board import Board
from attach_desktop.ui.gratitude.choices import ListChoices
from attach_desktop.ui.gratitude.deeds import Deeds
from attach_desktop.ui.gratitude.drafts import GratitudeDrafts, HalfWritten
from attach_desktop.ui.gratitude.finding import items_subject
from attach_desktop.ui.gratitude.item_editor import Offers
from attach_desktop.ui.gratitude.item_pane import ItemPane
from attach_desktop.ui.gratitude.item_row import ItemRow
from attach_desktop.ui.gratitude.item_text import ItemText
from attach_desktop.ui.gratitude.memory import MemoryCard
from attach_desktop.ui.gratitude.slip import MOST, Slip
from attach_desktop.ui.gratitude.slip_maker import SlipMaker
from attach_desktop.ui.gratitude.ways_out import WaysOut
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, NORMAL, SMALL
from attach_desktop.ui.widgets.column import scrolled
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.ui.widgets.labels import label
from attach_desktop.ui.widgets.pause import at_pause
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.kind import Stored


class GratitudePage(QWidget):
    """Adds, edits, moves and finds things to be grateful for."""

    def __init__(self, store: GratitudeStore, people: Callable[[], Sequence[str]], theme: Theme, shell: Shell) -> None:
        """``people`` offers the aliases the person uses."""
        super().__init__()
        self._store, self._people, self._shell = store, people, shell
        self._clock, self._drafts = store.vault.clock, GratitudeDrafts(store.vault.drafts)
        self._texts = resources.content("gratitude")
        self._deeds = Deeds(store, shell, self)
        self._names: dict[str, str] = {}
        #: Nothing is read until the page is on show: in the window, what is made is dressed once.
        self._stale, self._taken_up = True, False
        self._text = ItemText(lambda key: self._names.get(key, key), self.today)
        self._draft_later = at_pause(self, self.keep_draft)
        offers = Offers(self._aliases, store.lists.headings)
        self._maker = SlipMaker(store, shell, self._deeds, offers, self._draft_later.start)
        self._build(theme)
        changes = store.vault.changes
        self._ends = [
            changes.subscribe(topic, self._changed) for topic in (store.kind.name, "gratitude_lists", "settings")
        ]

    # -- the page's duties -----------------------------------------------------------------------------------------

    def complete(self) -> None:
        """Nothing waits."""

    def start(self) -> None:
        """The line of the list that is proposed, ready to be written in; or the list by days, if that is on show."""
        slip = self.board.slip(self._due()) or next(iter(self.board.slips), None)
        if not self.panel.at_home:
            self.panel.start()
        elif slip is not None:
            slip.line.setFocus()
        else:
            self.panel.search.setFocus()

    def leave(self) -> None:
        """What was written but not entered is kept: nothing typed is lost."""
        self.keep_draft()

    def release(self) -> None:
        """End the subscriptions, and what is on its way to paper."""
        for end in self._ends:
            end()
        self._ways_out.close()

    def today(self) -> date:
        """The person's day now."""
        return day_of(self._clock.now().replace(tzinfo=None), self._store.day_start)

    def go_to_search(self) -> None:
        """Go to the search line."""
        self.panel.search.setFocus()
        self.panel.search.selectAll()

    def edit_selected(self) -> None:
        """Edit the item that has the focus, or the one chosen in the list by days."""
        focus = QApplication.focusWidget()
        if isinstance(focus, ItemRow):
            focus.edit_asked.emit(focus.record)
        elif not self.panel.at_home:
            self.pane.edit()

    def delete_selected(self) -> None:
        """Put the item that has the focus, or the one chosen in the list by days, in the bin."""
        focus = QApplication.focusWidget()
        if isinstance(focus, ItemRow):
            self._deeds.wishes.delete.emit(focus.record)
        elif not self.panel.at_home:
            self._delete_selected()

    def print_shown(self) -> None:
        """Print the items that are on show."""
        self._ways_out.print_shown()

    def export_shown(self) -> None:
        """Export the items that are on show."""
        self._ways_out.export_shown()

    def keep_draft(self) -> None:
        """Put what is half-written on disk now."""
        self._draft_later.stop()
        if not self._taken_up:
            return
        lines = {slip.heading.key: values for slip in self.board.all() if (values := slip.top.values())}
        editor = {}
        for key, editing in [*((slip.heading.key, slip.editing) for slip in self.board.all()), ("", self.pane.editing)]:
            if editing.is_open:
                editor = {"list": key, "id": editing.record_id, "values": editing.values()}
        self._deeds.do(lambda: self._drafts.keep(HalfWritten(lines, editor)))

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(LARGE, SMALL, LARGE, LARGE)
        column.setSpacing(NORMAL)
        self._proposal = label("", "title")
        self._first = label(f"{self._texts['first']['text']} {self._texts['first']['step']}", "muted")
        self._memory = MemoryCard(self._store, self.today, self._shell)
        self._all_hidden = label(str(self._texts["empty"]["all-hidden"]), "muted")
        self.board = Board(self._make_slip)
        self.choices = Fold(self.tr("Lists and rhythm"), lambda: ListChoices(self._store.lists, self._deeds.do))
        self._partner = QCheckBox(self.tr("Prompts about a partner, anywhere in the program"))
        self._partner.toggled.connect(
            lambda on: self._deeds.do(lambda: self._store.lists.choose_partner_prompts(on=on))
        )  # fmt: skip
        self._partner_said = label("", "small")
        head = QVBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._proposal)
        head.addWidget(self._first)
        column.addLayout(head)
        for widget in (self._memory, self._all_hidden, self.board, self.choices):
            column.addWidget(widget)
        foot = QVBoxLayout()
        foot.setSpacing(2)
        foot.addWidget(self._partner)
        foot.addWidget(self._partner_said)
        column.addLayout(foot)
        column.addStretch()
        subject = items_subject(self._store, theme, self._text, self._aliases, self.today)
        back = self.tr("‹ Back to the lists")
        self.panel: FindPanel[Item] = FindPanel(
            subject, theme, self.today, home=scrolled(inside), back=back, margin=LARGE
        )  # fmt: skip
        self.panel.bar.offer_ways_out(self.tr("Print what is on show …"))
        self.panel.bar.print_asked.connect(self.print_shown)
        self._ways_out = WaysOut(self, self._store.vault, self.panel, self._deeds, self._shell)
        self.pane = ItemPane(self._text, self._maker.editing(""), self._deeds.wishes)
        self.panel.below.addWidget(self.pane)
        self.panel.chosen.connect(self._show)
        self.panel.opened.connect(self._open)
        self.panel.edit_asked.connect(lambda: self.pane.edit())
        self.panel.delete_asked.connect(self._delete_selected)
        self.panel.turned.connect(self._turned)
        self.panel.troubled.connect(self._shell.complain)
        self.pane.left.connect(self._edited)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panel)

    def _make_slip(self, heading: Heading) -> Slip:
        slip = self._maker.make(heading)
        slip.all_asked.connect(lambda _: self._deeds.do(lambda: self._show_all(slip)))
        slip.by_day_asked.connect(self._show_by_day)
        slip.print_asked.connect(self._ways_out.print_list)
        slip.export_asked.connect(self._ways_out.export_list)
        return slip

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read lists and items again."""
        self._stale = False
        lists = self._store.lists
        self._names = {heading.key: heading.name for heading in lists.headings(hidden=True)}
        start = self._store.day_start
        headings, used = lists.headings(), self._store.last_used()
        self.board.show_lists(headings)
        for slip in self.board.slips:
            records = self._store.in_order(slip.heading.key, slip.wanted)
            shown = [(record, self._text.short(day_of(record.value.at.wall, start))) for record in records]
            slip.show_items(shown, say_empty=bool(used))
        due_list = self._due()
        if due_list:
            self._proposal.setText(self.tr("Perhaps something for: {name}").format(name=self._names[due_list]))
        else:
            self._proposal.setText(self.tr("Things to be grateful for"))
        self._first.setVisible(not used)
        self._all_hidden.setVisible(not headings)
        self._memory.refresh()
        self._partner.blockSignals(True)
        self._partner.setChecked(lists.partner_prompts)
        self._partner.blockSignals(False)
        self._partner_said.setText(str(self._texts["page"]["partner-on" if lists.partner_prompts else "partner-off"]))
        if isinstance(inside := self.choices.inside, ListChoices):
            inside.refresh()
        self._refresh_list()

    def _refresh_list(self) -> None:
        self.panel.refresh()
        if self.panel.at_home:
            return
        shown = self.pane.record
        present = None if shown is None else self._store.get(shown.id)
        self._show(present)

    def _aliases(self) -> list[str]:
        used = [word for word, _ in self._store.labels("people")]
        return list(dict.fromkeys([*used, *self._people()]))

    def _day_of(self, moment: Moment) -> date:
        return day_of(moment.wall, self._store.day_start)

    def _day_words(self, record: Stored[Item]) -> str:
        return self._text.short(self._day_of(record.value.at))

    def _due(self) -> str:
        """The list that is proposed today; none while the rhythm says that there is time."""
        lists, used = self._store.lists, self._store.last_used()
        if not due(max(used.values(), default=None), self.today(), lists.rhythm):
            return ""
        keys = [slip.heading.key for slip in self.board.slips]
        return next_list(keys, used, partner_prompts=lists.partner_prompts) or ""

    def _take_up(self, half: HalfWritten) -> None:
        """Show what was half-written when the page was left."""
        for key, values in half.lines.items():
            if (slip := self.board.slip(key)) is not None and isinstance(values, dict):
                slip.top.set_values(values)
        if not half.editor:
            return
        record_id, values = half.editor.get("id"), half.editor.get("values") or {}
        record = self._store.get(str(record_id)) if record_id else None
        slip = self.board.slip(record.value.list if record is not None else str(half.editor.get("list")))
        if record_id and record is None:
            return
        if slip is not None and record is None:
            slip.write_in_full(values)
        elif record is not None:
            if slip is not None:
                slip.edit(record, values)
            if slip is None or not slip.editing.is_open:
                # It is not among those that its slip shows.
                self._show_by_day(record.value.list)
                self.panel.select(record)
                self._show(record)
                self.pane.edit(values)
        self._draft_later.stop()

    # -- the list by days ------------------------------------------------------------------------------------------

    def _show_all(self, slip: Slip) -> None:
        if len(self._store.in_order(slip.heading.key, MOST + 1)) > MOST:
            self._show_by_day(slip.heading.key)
            return
        slip.show_all()
        self.refresh()
        slip.line.setFocus()

    def _show_by_day(self, key: str) -> None:
        self.panel.set_filter(Filter(words=(("list", key),)))
        self.panel.table.setFocus()
        self.panel.table.step(1)

    def _edited(self) -> None:
        self._refresh_list()
        self._show(self.panel.selected())
        self.panel.start()

    def _turned(self, listed: bool) -> None:
        if not listed:
            self._show(None)

    def _show(self, record: Stored[Item] | None) -> None:
        self.pane.show_record(record, self._day_words(record) if record is not None else "")

    def _open(self, record: Stored[Item], by_key: bool) -> None:
        self._show(record)
        if by_key:
            self.pane.edit()

    def _delete_selected(self) -> None:
        record = self.panel.selected()
        if record is not None:
            at = self.panel.table.currentIndex().row()
            self._deeds.wishes.delete.emit(record)
            self.panel.table.setCurrentIndex(self.panel.model.index(min(at, self.panel.model.rowCount()) - 1, 0))
            self.panel.table.step(1)

    # -- changes ---------------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        if self.isVisible():
            self._deeds.do(self.refresh)
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while it was out of sight."""
        super().showEvent(event)
        if self._stale:
            self._deeds.do(self.refresh)
        if not self._taken_up:
            self._taken_up = True
            self._take_up(self._drafts.kept())
