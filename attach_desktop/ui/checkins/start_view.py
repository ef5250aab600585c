"""Where check-ins begin: the forms, each with its first step, and the ones of before as a quiet list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from attach_desktop.checkins.checkin import CheckIn
from attach_desktop.checkins.form import FORMS, TOGETHER, Form, texts
from attach_desktop.checkins.store import CheckInStore, draft_name
from attach_desktop.ui.checkins.words import checkin_words, day_words
from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, NORMAL
from attach_desktop.ui.widgets.column import emptied, fill
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.vault.choices import partner_prompts
from attach_desktop.vault.kind import Stored

_WIDTH = 820
_SHOWN = 24


class Offer(NamedTuple):
    """A form to begin: whether something of it lies there, since when, and when it was last done."""

    form: Form
    begun: str
    last: str


def offers(store: CheckInStore) -> list[Offer]:
    """The forms to offer, in order. What is for two is left out where nothing about a partner may be proposed."""
    found = []
    for form_id in FORMS:
        newest = store.of_form(form_id, 1)
        draft = store.vault.drafts.get(draft_name(form_id))
        if form_id == TOGETHER and not (partner_prompts(store.vault.settings) or newest or draft):
            continue
        found.append(
            Offer(
                store.forms.get(form_id),
                "" if draft is None else day_words(draft[1].astimezone().date()),
                day_words(newest[0].value.at.day) if newest else "",
            )
        )
    return found


class StartView(QWidget):
    """``begin_asked`` and ``print_asked`` carry the form's name, ``read_asked`` a check-in's record."""

    begin_asked = Signal(str)
    read_asked = Signal(object)
    print_asked = Signal(str)

    def __init__(self, store: CheckInStore) -> None:
        """Of the check-ins in ``store``."""
        super().__init__()
        self._store = store
        self._words: Any = texts()
        self.starts: dict[str, QWidget] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(MEDIUM)
        fill(self, self._column, _WIDTH)

    def start(self) -> None:
        """Give the focus to the first form."""
        for one in self.starts.values():
            one.setFocus()
            return

    def refresh(self) -> None:
        """Read again."""
        emptied(self._column)
        self.starts = {}
        newest = self._store.newest(_SHOWN)
        if not newest:
            first: Any = self._words["first"]
            self._column.addWidget(label(str(first["title"]), "title"))
            self._column.addWidget(label(str(first["text"])))
            self._column.addWidget(label(str(first["step"]), "muted"))
        offered = offers(self._store)
        for offer in offered:
            self._column.addWidget(self._card(offer))
        self._column.addWidget(self._blank([offer.form for offer in offered]))
        if newest:
            self._column.addSpacing(NORMAL)
            self._column.addWidget(label(self.tr("Earlier check-ins"), "lead"))
            rows = QVBoxLayout()
            rows.setSpacing(0)
            for record in newest:
                rows.addWidget(self._row(record))
            holder = QWidget()
            rows.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(rows)
            self._column.addWidget(holder)
        self._column.addStretch(1)

    def _card(self, offer: Offer) -> QWidget:
        box = frame("card")
        row = QHBoxLayout(box)
        row.setContentsMargins(LARGE, NORMAL, LARGE, NORMAL)
        row.setSpacing(LARGE)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(offer.form.name, "lead"))
        words.addWidget(label(offer.form.about, "muted"))
        small = ""
        if offer.begun:
            small = str(self._words["draft"]).format(day=offer.begun)
        elif offer.last:
            small = self.tr("Last time: {day}").format(day=offer.last)
        if small:
            words.addWidget(label(small, "small"))
        row.addLayout(words, 1)
        text = self.tr("Go on") if offer.begun else self.tr("Begin")
        start = button(text, partial(self.begin_asked.emit, offer.form.id), "" if self.starts else "primary")
        start.setAccessibleName(f"{text}: {offer.form.name}")
        self.starts[offer.form.id] = start
        row.addWidget(start, 0, Qt.AlignmentFlag.AlignVCenter)
        return box

    def _blank(self, forms: Sequence[Form]) -> QWidget:
        """One way to paper for all of the forms."""
        made = button(self.tr("A blank form to fill by hand …"), lambda: None, "quiet")
        menu = QMenu(made)
        for form in forms:
            # A triggered action says whether it is ticked; what matters is the form's name.
            menu.addAction(form.name).triggered.connect(lambda _=False, name=form.id: self.print_asked.emit(name))
        made.setMenu(menu)
        return made

    def _row(self, record: Stored[CheckIn]) -> QWidget:
        name = self._store.forms.get(record.value.form).name if record.value.form in FORMS else record.value.form
        text = f"{checkin_words(record.value)}  ·  {name}"
        return button(text.replace("&", "&&"), partial(self.read_asked.emit, record), "quiet")
