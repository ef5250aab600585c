"""In which format an export is written; for a spreadsheet, also which kind of record."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from attach_desktop.interchange.exports import FORMATS
from attach_desktop.journal.entry import JOURNAL
from attach_desktop.rooms import KINDS, title_of
from attach_desktop.ui.theme.tokens import SMALL, TIGHT
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.labels import label

#: What lies under the words of a radio button, to stand under them and not under its ring.
_INDENT = 26


class ExportFormats(QWidget):
    """A radio button for each of FORMATS. ``changed`` when another format or kind is chosen."""

    changed = Signal()

    def __init__(self, *, of_view: bool) -> None:
        """``of_view``: what is written is what a list shows, so that there is no kind to choose."""
        super().__init__()
        self._group = QButtonGroup(self)
        self.kind: Choice | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        words = self._words_of_view() if of_view else self._words()
        for name in FORMATS:
            column.addLayout(self._block(name, *words[name], with_kind=name == "csv" and not of_view))
        self._group.buttons()[0].setChecked(True)
        self._group.buttonToggled.connect(lambda _, on: self.changed.emit() if on else None)

    @property
    def format(self) -> str:
        """The format that is chosen."""
        chosen = next(each for each in self._group.buttons() if each.isChecked())
        return str(chosen.property("format"))

    @property
    def kind_name(self) -> str:
        """Which kind of record a spreadsheet is to hold."""
        return JOURNAL.name if self.kind is None else str(self.kind.currentData())

    def choose(self, name: str) -> None:
        """Choose one of FORMATS."""
        for each in self._group.buttons():
            if each.property("format") == name:
                each.setChecked(True)

    # -- building --------------------------------------------------------------------------------------------------

    def _words(self) -> dict[str, tuple[str, str]]:
        return {
            "json": (
                self.tr("Everything, as JSON"),
                self.tr("Holds all there is. This program can take it in again, without a change."),
            ),
            "csv": (
                self.tr("One kind of record, as a spreadsheet (CSV)"),
                self.tr("One row for each; opens in any spreadsheet, and comes back from it."),
            ),
            "markdown": (
                self.tr("To read, as Markdown"),
                self.tr("Day by day, as plain text with headings; other notebooks can go on with it."),
            ),
        }

    def _words_of_view(self) -> dict[str, tuple[str, str]]:
        return {
            "json": (self.tr("As JSON"), self.tr("This program can take it in again, without a change.")),
            "csv": (
                self.tr("As a spreadsheet (CSV)"),
                self.tr("One row for each; opens in any spreadsheet, and comes back from it."),
            ),
            "markdown": (
                self.tr("To read, as Markdown"),
                self.tr("Day by day, as plain text with headings; other notebooks can go on with it."),
            ),
        }

    def _block(self, name: str, title: str, text: str, *, with_kind: bool) -> QVBoxLayout:
        choice = QRadioButton(title)
        choice.setProperty("format", name)
        choice.setAccessibleDescription(text)
        choice.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group.addButton(choice)
        hint = label(text, "muted")
        hint.setContentsMargins(_INDENT, 0, 0, TIGHT)
        block = QVBoxLayout()
        block.setSpacing(0)
        block.addWidget(choice)
        block.addWidget(hint)
        if with_kind:
            block.addLayout(self._kinds())
        return block

    def _kinds(self) -> QHBoxLayout:
        self.kind = Choice(self.tr("Which kind of record"))
        for kind in KINDS:
            self.kind.addItem(title_of(kind.name), kind.name)
        # Choosing a kind means wanting it: nobody has to press the button above as well.
        self.kind.activated.connect(lambda _: self.choose("csv"))
        self.kind.currentIndexChanged.connect(lambda _: self.changed.emit())
        row = QHBoxLayout()
        row.setContentsMargins(_INDENT, 0, 0, TIGHT)
        row.addWidget(self.kind)
        row.addStretch()
        return row
