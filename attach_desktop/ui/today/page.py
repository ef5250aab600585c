"""Today: one column of cards in an order that the person sets. It waits; it never calls out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QDate, QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.clock import day_of
from attach_desktop.errors import AttachError
from attach_desktop.ui.cards import CardSpec, card_of
from attach_desktop.ui.house import House
from attach_desktop.ui.theme.tokens import LARGE, NORMAL, SMALL
from attach_desktop.ui.today.arrangement import SETTING, Arrangement
from attach_desktop.ui.today.first_run import WELCOMED, FirstRun
from attach_desktop.ui.widgets.column import emptied, scrolled
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.ui.widgets.tab_order import chain

_WIDTH = 760
#: After this long without a record one is simply welcome; nothing missed is counted.
GAP = timedelta(days=14)
LAST_OPENED = "last-opened"


class TodayPage(QWidget):
    """Shows the cards it is handed."""

    def __init__(self, house: House, cards: tuple[CardSpec, ...]) -> None:
        """``cards`` in the order in which a new vault shows them."""
        super().__init__()
        self._house, self._specs = house, {spec.key: spec for spec in cards}
        self._settings = house.vault.settings
        self._arrangement = Arrangement.read(self._settings.get(SETTING), tuple(self._specs))
        self._frames: dict[str, QWidget] = {}
        self._cards: dict[str, QWidget] = {}
        self._movers: dict[tuple[str, int], QWidget] = {}
        self._ends: list[Callable[[], None]] = []
        self._stale: set[str] = set()
        self._first_run: FirstRun | None = None
        self._build()
        for key in self._arrangement.order:
            if not self._specs[key].waits:
                self._make(key)
        self._place()

    # -- the page's duties -----------------------------------------------------------------------------------------

    def complete(self) -> None:
        """The cards that could wait until the window had been painted once."""
        for key in self._arrangement.order:
            if key not in self._cards and key not in self._arrangement.hidden:
                self._make(key)
        self._place()
        self._remember_visit()

    def start(self) -> None:
        """The first card that is there to begin with."""
        for key in self._arrangement.order:
            card = self._cards.get(key)
            if card is not None and card.isVisible() and card_of(card).start():
                return

    def leave(self) -> None:
        """Cards put what is half-written on disk."""
        for card in self._cards.values():
            card_of(card).leave()

    def release(self) -> None:
        """End the subscriptions."""
        for end in self._ends:
            end()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        inside = QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        # While it is empty: whatever is in there already would be measured as it gets its place, for nothing.
        outer.addWidget(scrolled(inside))
        self._column = QVBoxLayout()
        self._column.setSpacing(NORMAL)
        head = label(self._greeting(), "title")
        self._column.addWidget(head)
        if not self._settings.get(WELCOMED):
            self._first_run = FirstRun(self._house.shell, self._welcomed, encrypted=self._house.vault.encrypted)
            self._column.addWidget(self._first_run)
        self._cards_box = QVBoxLayout()
        self._cards_box.setSpacing(NORMAL)
        self._column.addLayout(self._cards_box)
        self._arrange = Fold(self.tr("What Today shows"), self._build_arrange)
        self._column.addWidget(self._arrange)
        self._column.addStretch()
        middle = QWidget()
        middle.setLayout(self._column)
        middle.setMaximumWidth(_WIDTH)
        row = QHBoxLayout(inside)
        row.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        row.addStretch(1)
        row.addWidget(middle, 12)
        row.addStretch(1)

    def _greeting(self) -> str:
        today = self._today()
        day = QLocale().toString(QDate(today.year, today.month, today.day), "dddd, d MMMM")
        last = self._settings.get(LAST_OPENED)
        try:
            away = last is not None and today - date.fromisoformat(last) >= GAP
        except ValueError:
            away = False
        return self.tr("Welcome back. Start anywhere.") if away else day

    def _remember_visit(self) -> None:
        today = self._today().isoformat()
        if self._settings.get(LAST_OPENED) != today:
            try:
                self._settings.set(LAST_OPENED, today)
            except AttachError as error:
                self._house.shell.complain(error)

    def _today(self) -> date:
        vault = self._house.vault
        return day_of(vault.clock.now().replace(tzinfo=None), vault.day_start)

    def _make(self, key: str) -> None:
        spec = self._specs[key]
        card = spec.build(self._house)
        box = frame("card")
        column = QVBoxLayout(box)
        column.setContentsMargins(NORMAL, NORMAL, NORMAL, NORMAL)
        column.setSpacing(SMALL)
        column.addWidget(label(spec.shown_title(), "lead"))
        column.addWidget(card)
        self._cards[key], self._frames[key] = card, box
        for topic in card_of(card).topics():
            self._ends.append(self._house.vault.changes.subscribe(topic, partial(self._changed, key)))
        # It is shown where it is placed; before that it would be a window of its own.

    def _place(self) -> None:
        for box in self._frames.values():
            # Not takeAt: the item that Python then holds would be told of changes in place of the new one.
            self._cards_box.removeWidget(box)
        placed = [self._frames[key] for key in self._arrangement.order if key in self._frames]
        for box in placed:
            self._cards_box.addWidget(box)
        for key, box in self._frames.items():
            hidden = key in self._arrangement.hidden
            box.setVisible(not hidden and self._fresh(key))
        if len(placed) > 1:
            chain(*(first for box in placed if (first := _first_focus(box)) is not None))

    def _build_arrange(self) -> QWidget:
        box = QWidget()
        self._rows = QVBoxLayout(box)
        self._rows.setContentsMargins(NORMAL, 0, 0, 0)
        self._fill_arrange()
        return box

    def _fill_arrange(self) -> None:
        emptied(self._rows)
        for key in self._arrangement.order:
            title = self._specs[key].shown_title()
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            show = QCheckBox(title)
            show.setChecked(key not in self._arrangement.hidden)
            show.toggled.connect(self._shower(key))
            row.addWidget(show, 1)
            for step, words in ((-1, self.tr("Up")), (1, self.tr("Down"))):
                move = button(words, self._mover(key, step), "quiet")
                move.setAccessibleName(f"{title}: {words}")
                self._movers[key, step] = move
                row.addWidget(move)
            self._rows.addWidget(line)

    def _shower(self, key: str) -> Callable[[bool], None]:
        return lambda on: self._rearrange(self._arrangement.shown(key, visible=on))

    def _mover(self, key: str, step: int) -> Callable[[], None]:
        def move() -> None:
            self._rearrange(self._arrangement.moved(key, step))
            self._fill_arrange()
            # The buttons are made anew: the hand that moved it can go on moving it.
            self._movers[key, step].setFocus()

        return move

    def _rearrange(self, arrangement: Arrangement) -> None:
        self._arrangement = arrangement
        try:
            self._settings.set(SETTING, arrangement.kept())
        except AttachError as error:
            self._house.shell.complain(error)
        self.complete()

    # -- changes ---------------------------------------------------------------------------------------------------

    def _changed(self, key: str) -> None:
        if not self.isVisible():
            self._stale.add(key)
            return
        self._refresh(key)

    def _refresh(self, key: str) -> None:
        self._frames[key].setVisible(self._fresh(key) and key not in self._arrangement.hidden)

    def _fresh(self, key: str) -> bool:
        """Have a card read again; returns whether it has anything to show. What goes wrong is told; others go on."""
        try:
            return card_of(self._cards[key]).refresh()
        except AttachError as error:
            self._house.shell.complain(error)
            return False

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while it was out of sight."""
        super().showEvent(event)
        for key in self._stale:
            self._refresh(key)
        self._stale.clear()

    def _welcomed(self) -> None:
        try:
            self._settings.set(WELCOMED, True)
        except AttachError as error:
            self._house.shell.complain(error)
        if self._first_run is not None:
            self._first_run.hide()
        self.start()


def _first_focus(box: QWidget) -> QWidget | None:
    from PySide6.QtCore import Qt

    for widget in box.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return widget
    return None
