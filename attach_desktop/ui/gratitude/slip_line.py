"""The line at the top of a slip: Enter adds what is written; below it a sentence for when nothing comes to mind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.chip_field import ChipField
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.tab_order import chain


class SlipLine(QWidget):
    """``add_asked`` carries what was written and with whom; ``more_asked`` the same, to go on writing in full."""

    add_asked = Signal(str, object)
    more_asked = Signal()
    prompt_asked = Signal()
    put_away_asked = Signal(str)
    changed = Signal()

    def __init__(self, name: str, hint: str, people: Callable[[], Sequence[str]] | None = None) -> None:
        """``hint`` stands in the empty line; with ``people`` there is a field beside it for whom it was with."""
        super().__init__()
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.line.returnPressed.connect(self._add)
        self.line.textChanged.connect(lambda _: self._typed())
        self.people: ChipField | None = None
        self._more = button(self.tr("People, why, another day …"), self.more_asked.emit, "quiet")
        self._more.hide()
        self._fault = label("", "fault")
        self._fault.hide()
        self._prompt = label("", "muted")
        self._prompt_row = QWidget()
        row = QHBoxLayout(self._prompt_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        self._another = button(self.tr("Another"), self.ask_for_prompt, "quiet")
        self._put_away = button(self.tr("Not this one again"), self._away, "quiet")
        for each in (self._another, self._put_away):
            row.addWidget(each)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.line)
        column.addWidget(self._fault)
        if people is not None:
            self.people = ChipField(self.tr("With whom"), self.tr("With whom"), people)
            self.people.changed.connect(self.changed)
            column.addWidget(self.people)
        for widget in (self._more, self._prompt, self._prompt_row):
            column.addWidget(widget)
        self.show_prompt("")
        chain(self.line, self.people.line if self.people else None, self._more, self._another, self._put_away)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """The name of the list it writes in."""
        self.line.setAccessibleName(self.tr("Something for the list {name}").format(name=name))

    def set_writable(self, writable: bool) -> None:
        """Take the line away while a new item is written in full below it."""
        self.line.setVisible(writable)
        if self.people is not None:
            self.people.setVisible(writable)
        self._typed()

    def values(self) -> dict[str, Any]:
        """What is written, to be kept as a draft; empty where nothing is."""
        people = list(self.people.words()) if self.people is not None else []
        return {"text": self.line.text(), "people": people} if self.line.text().strip() or people else {}

    def set_values(self, values: dict[str, Any]) -> None:
        """Show a draft."""
        self.line.setText(str(values.get("text", "")))
        if self.people is not None:
            self.people.set_words([str(word) for word in values.get("people", ())])

    def added(self) -> None:
        """What was written is kept: the line is free for the next."""
        self.set_values({})
        self.show_fault("")
        self.line.setFocus()

    def show_fault(self, text: str) -> None:
        """Say beside the line what keeps it from being added; what was written stays."""
        self._fault.setText(text)
        self._fault.setVisible(bool(text))

    @property
    def fault(self) -> str:
        """What is said beside the line."""
        return self._fault.text() if not self._fault.isHidden() else ""

    def ask_for_prompt(self) -> None:
        """Ask for a sentence."""
        self.prompt_asked.emit()

    def show_prompt(self, text: str, *, can_go: bool = True) -> None:
        """Show a sentence for when nothing comes to mind; ``can_go`` offers another one, and never this one again."""
        self._prompt.setText(text)
        self._prompt.setVisible(bool(text))
        self._prompt_row.setVisible(bool(text) and can_go)

    @property
    def prompt(self) -> str:
        """The sentence on show."""
        return self._prompt.text()

    def _away(self) -> None:
        self.put_away_asked.emit(self._prompt.text())

    def _typed(self) -> None:
        self.show_fault("")
        self._more.setVisible(bool(self.line.text().strip()) and not self.line.isHidden())
        self.changed.emit()

    def _add(self) -> None:
        text = self.line.text().strip()
        if not text:
            self.show_fault(self.tr("Nothing is written yet. A word is enough."))
        else:
            self.add_asked.emit(text, tuple(self.people.words()) if self.people is not None else ())
