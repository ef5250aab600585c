"""Deleting for good: a person, some days, everything. Chosen, counted, and confirmed in a word that one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from attach_desktop.ui.dialogs.sheet import Sheet, counted
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.day_edit import DayEdit
from attach_desktop.ui.widgets.labels import button, label

_INDENT = 26


class What(Enum):
    """What is to be deleted."""

    DAYS = "days"
    PERSON = "person"
    EVERYTHING = "everything"
    RECORDS = "records"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be deleted for good.

    What.DAYS are those from ``begin`` to ``end``, both included; What.RECORDS those of ``ids``.
    """

    what: What
    begin: date = date.min
    end: date = date.min
    ids: tuple[str, ...] = ()
    alias: str = ""
    with_records: bool = False
    backups: bool = False


class WipeDialog(Sheet):
    """``decided`` comes with what is Wanted."""

    decided = Signal(object)

    def __init__(
        self, today: date, aliases: Sequence[str], count: Callable[[Wanted], int], parent: QWidget | None = None
    ) -> None:
        """``aliases`` are the people there are; ``count`` tells how many records it would be."""
        super().__init__(parent, 560)
        self._count = count
        self.set_title(self.tr("Delete for good"))
        self._group = QButtonGroup(self)
        self.begin, self.end = self._day(self.tr("From"), today), self._day(self.tr("To"), today)
        self.alias = QComboBox()
        self.alias.setAccessibleName(self.tr("Person"))
        self.alias.addItems(list(aliases))
        self.with_records = QCheckBox(self.tr("and every record that names this person"))
        self.backups = QCheckBox(self.tr("The backups too; a fresh one is made of what is left"))
        self.how_many = label("", "body")
        self.word = QLineEdit()
        self._build(has_people=bool(aliases))
        self.go = self.primary(self.tr("Delete for good"), self._decide)
        self.cancel = button(self.tr("Leave it all as it is"), self.reject)
        self.foot.addStretch()
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.go)
        self._group.buttonToggled.connect(lambda *_: self._changed())
        self.alias.currentIndexChanged.connect(lambda _: self._changed())
        for box in (self.with_records, self.backups):
            box.toggled.connect(lambda _: self._changed())
        self._group.buttons()[0].setChecked(True)
        self._changed()

    def wanted(self) -> Wanted:
        """What is chosen."""
        chosen = next(one for one in self._group.buttons() if one.isChecked())
        return Wanted(
            What(str(chosen.property("what"))),
            self.begin.day(),
            self.end.day(),
            alias=self.alias.currentText(),
            with_records=self.with_records.isChecked(),
            backups=self.backups.isChecked(),
        )

    def choose(self, what: What) -> None:
        """Choose one."""
        for one in self._group.buttons():
            if one.property("what") == what.value:
                one.setChecked(True)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self, *, has_people: bool) -> None:
        lead = self.tr("This cannot be taken back: there is no bin and no undo. What is only to be out of the way may")
        self.column.addWidget(label(lead + self.tr(" rather go into the bin, where it can be brought back."), "muted"))
        self._choice(What.DAYS, self.tr("Some days"), self.begin, self.end)
        self._choice(What.PERSON, self.tr("A person"), self.alias, self.with_records, enabled=has_people)
        self._choice(What.EVERYTHING, self.tr("Everything, and begin anew without a passphrase"))
        self.column.addWidget(self.backups)
        self.column.addWidget(self.how_many)
        ask = self.tr("To go on, type the word: {word}").format(word=self._meant())
        head = label(ask, wrap=False)
        head.setBuddy(self.word)
        self.word.setAccessibleName(ask)
        self.word.setMaximumWidth(self.word.fontMetrics().averageCharWidth() * 24)
        self.word.textChanged.connect(lambda _: self._changed())
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(head)
        row.addWidget(self.word)
        row.addStretch()
        self.column.addLayout(row)
        self.column.addStretch()

    def _choice(self, what: What, text: str, *beside: QWidget, enabled: bool = True) -> None:
        choice = QRadioButton(text)
        choice.setProperty("what", what.value)
        choice.setEnabled(enabled)
        self._group.addButton(choice)
        self.column.addWidget(choice)
        if beside:
            row = QHBoxLayout()
            row.setContentsMargins(_INDENT, 0, 0, 0)
            row.setSpacing(SMALL)
            for widget in beside:
                widget.setEnabled(False)
                choice.toggled.connect(widget.setEnabled)
                row.addWidget(widget)
            row.addStretch()
            self.column.addLayout(row)

    def _day(self, name: str, day: date) -> DayEdit:
        edit = DayEdit(name, day)
        edit.dateChanged.connect(lambda _: self._changed())
        return edit

    # -- inside ----------------------------------------------------------------------------------------------------

    def _meant(self) -> str:
        return self.tr("delete")

    def _changed(self) -> None:
        if not hasattr(self, "go") or self._group.checkedButton() is None:
            return
        wanted = self.wanted()
        crossed = wanted.what is What.DAYS and wanted.end < wanted.begin
        if crossed:
            self.how_many.setText(self.tr("The last day is before the first one."))
        else:
            one, several = self.tr("That is 1 record."), self.tr("That is {count} records.")
            if wanted.what is What.PERSON and not wanted.with_records:
                one = self.tr("The name goes from 1 record.")
                several = self.tr("The name goes from {count} records; they stay, without it.")
            self.how_many.setText(counted(self._count(wanted), one, several))
        meant = self.word.text().strip().casefold() == self._meant().casefold()
        self.go.setEnabled(meant and not crossed)

    def _decide(self) -> None:
        wanted = self.wanted()
        self.accept()
        self.decided.emit(wanted)


class WipedDialog(Sheet):
    """What was deleted, and what may remain all the same. ``left`` comes when the person leaves it, not the lock."""

    left = Signal()

    def __init__(self, said: Sequence[str], parent: QWidget | None = None) -> None:
        """``said`` are its sentences."""
        super().__init__(parent, 520)
        self.set_title(self.tr("Deleted for good"))
        for number, sentence in enumerate(said):
            self.column.addWidget(label(sentence, "muted" if number else "body"))
        self.column.addStretch()
        close = self.primary(self.tr("Close"), self.reject)
        self.foot.addStretch()
        self.foot.addWidget(close)
        close.setFocus()

    def reject(self) -> None:
        """Escape and Close."""
        super().reject()
        self.left.emit()
