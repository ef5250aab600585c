"""What is in a backup, to look at: all of its lists, to be searched, each record to be read, and nothing to change."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from attach_desktop.clock import day_of
from attach_desktop.errors import AttachError
from attach_desktop.interchange.markdown_format import record_markdown
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.rooms import KINDS, AllRecords, names_of_keys, title_of
from attach_desktop.ui.dialogs.bin_model import BinModel
from attach_desktop.ui.dialogs.bin_words import BinWords
from attach_desktop.ui.dialogs.inside_subject import any_subject
from attach_desktop.ui.dialogs.rows import RowsTable
from attach_desktop.ui.dialogs.sheet import Sheet, Trouble, counted
from attach_desktop.ui.finding.find_panel import FindPanel
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import NORMAL, SMALL
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.days import shown_moment
from attach_desktop.ui.widgets.labels import label
from attach_desktop.ui.widgets.reading import Reading
from attach_desktop.ui.widgets.tab_order import chain, chain_after
from attach_desktop.vault.backups import Backup
from attach_desktop.vault.copying import Contents
from attach_desktop.vault.finding import FindingStore
from attach_desktop.vault.kind import Kind
from attach_desktop.vault.vault import Vault

_BIN, _INDENT = "bin", 16
#: Nothing of a person's becomes HTML, whatever it looks like.
_PLAIN = QTextDocument.MarkdownFeature.MarkdownNoHTML | QTextDocument.MarkdownFeature.MarkdownDialectCommonMark


class InsideDialog(Sheet):
    """Nothing here can be changed. It owns ``vault``, and closes it when it is left, by whatever way."""

    def __init__(
        self, vault: Vault, backup: Backup, contents: Contents, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """``vault`` is ``backup``, opened to be looked at, and ``contents`` how much it holds."""
        super().__init__(parent, 900, 560)
        self.vault, self._theme, self._contents = vault, theme, contents
        self.finished.connect(self._forget)
        self.set_title(self.tr("The backup of {when}").format(when=shown_moment(backup.made)))
        self._names = names_of_keys(vault)
        self.choice = self._choice()
        self.panel: FindPanel[Any] | None = None
        self.trouble = Trouble()
        self.reading = Reading(self.tr("What is selected"))
        self.reading.setPlaceholderText(self.tr("Select a record to read all of it."))
        self.reading.setProperty("framed", True)
        self.reading.document().setIndentWidth(_INDENT)
        self._lists = QStackedWidget()
        self.binned = self._bin_table()
        self._bin_page = _lowered(self.binned)
        self._lists.addWidget(self._bin_page)
        sides = QWidget()
        beside = QHBoxLayout(sides)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(NORMAL)
        beside.addWidget(self._lists, 1)
        # As far down as the line to search in begins.
        beside.addWidget(_lowered(self.reading), 1)
        self.column.addLayout(self._head())
        self.column.addWidget(self.trouble)
        self.column.addWidget(sides, 1)
        close = self.primary(self.tr("Close"), self.reject)
        self.foot.addStretch()
        self.foot.addWidget(close)
        self.choice.currentIndexChanged.connect(lambda _: self._guarded())
        there = self.choice.count() > 0
        sides.setVisible(there)
        if there:
            self._guarded()
        else:
            self.column.addStretch()
            close.setFocus()

    # -- building --------------------------------------------------------------------------------------------------

    def _choice(self) -> Choice:
        """The lists that hold something, the bin last."""
        choice = Choice(self.tr("List"))
        numbers = dict(self._contents.kinds)
        for kind in KINDS:
            if numbers.get(kind.number):
                choice.addItem(f"{title_of(kind.name)} ({numbers[kind.number]:,})", kind.name)
        if self._contents.binned:
            choice.addItem(self.tr("In the bin ({count})").format(count=f"{self._contents.binned:,}"), _BIN)
        return choice

    def _head(self) -> QHBoxLayout:
        said = [
            counted(self._contents.records, self.tr("1 record"), self.tr("{count} records")),
            counted(self._contents.binned, self.tr("1 in the bin"), self.tr("{count} in the bin")),
            counted(self._contents.former, self.tr("1 former version"), self.tr("{count} former versions")),
        ]
        row = QHBoxLayout()
        row.setSpacing(NORMAL)
        row.addWidget(label(" · ".join(said), "muted"), 1)
        if self.choice.count():
            beside = QHBoxLayout()
            beside.setSpacing(SMALL)
            beside.addWidget(self.choice.label())
            beside.addWidget(self.choice)
            row.addLayout(beside)
        return row

    def _bin_table(self) -> RowsTable:
        words = BinWords(RowText(Vocabulary(), self._today), self._names)
        self.bin_model = BinModel(words, self.vault.clock.now().tzinfo, self)
        table = RowsTable(self.bin_model, self.tr("In the bin"), QAbstractItemView.SelectionMode.SingleSelection)
        table.horizontalHeader().setStretchLastSection(False)
        table.horizontalHeader().setSectionResizeMode(0, table.horizontalHeader().ResizeMode.Stretch)
        for column in (2, 3):
            table.hideColumn(column)
        table.selectionModel().selectionChanged.connect(lambda *_: self._read_binned())
        return table

    def _panel(self, kind: Kind[Any]) -> FindPanel[Any]:
        subject = any_subject(FindingStore(self.vault, kind), self._theme, self._names, self._today)
        panel: FindPanel[Any] = FindPanel(subject, self._theme, self._today, margin=0)
        panel.troubled.connect(self.trouble.tell)
        panel.chosen.connect(lambda record: self._read(kind, record.id, record.value))
        panel.opened.connect(lambda _record, by_key: self.reading.setFocus() if by_key else None)
        panel.table.back_asked.connect(self.reject)
        panel.model.modelReset.connect(self.reading.clear)
        return panel

    # -- showing ---------------------------------------------------------------------------------------------------

    def _today(self) -> date:
        return day_of(self.vault.clock.now().replace(tzinfo=None), self.vault.day_start)

    def _guarded(self) -> None:
        """Show the list that is chosen; where it cannot be read, tell that."""
        self.trouble.clear()
        self.reading.clear()
        try:
            self._show(str(self.choice.currentData()))
        except AttachError as error:
            self.trouble.tell(error)

    def _show(self, name: str) -> None:
        before, self.panel = self.panel, None
        if before is not None:
            # With the records that it had read.
            self._lists.removeWidget(before)
            before.deleteLater()
        if name == _BIN:
            self.bin_model.show(AllRecords(self.vault).binned())
            self._lists.setCurrentWidget(self._bin_page)
            self.binned.choose(0)
            self.binned.setFocus()
            return
        self.bin_model.show(())
        self.panel = self._panel(next(kind for kind in KINDS if kind.name == name))
        self._lists.addWidget(self.panel)
        self._lists.setCurrentWidget(self.panel)
        chain_after(self.choice, self.panel)
        chain(self.panel.table, self.reading)
        self.panel.refresh()
        self.panel.table.step(1)
        self.panel.table.setFocus()

    def _read_binned(self) -> None:
        rows = self.binned.chosen()
        if rows:
            kind, gone = self.bin_model.at(rows[0])
            self._read(kind, gone.record.id, gone.record.value)

    def _read(self, kind: Kind[Any], record_id: str, value: Any) -> None:
        """All that a record says, and what it said before it was changed."""
        try:
            store, start = FindingStore(self.vault, kind), self.vault.day_start
            parts = [record_markdown(kind, value, start, self._names)]
            for replaced, former in store.former(record_id):
                until = shown_moment(replaced.astimezone(self.vault.clock.now().tzinfo).replace(tzinfo=None))
                parts.append(f"---\n\n*{self.tr('Until {when} it said:').format(when=until)}*")
                parts.append(record_markdown(kind, former, start, self._names))
            self.reading.document().setMarkdown("\n\n".join(parts), _PLAIN)
        except AttachError as error:
            self.reading.clear()
            self.trouble.tell(error)

    def _forget(self) -> None:
        """Nothing of what was looked at stays: neither on show, nor the file open, nor its key in use."""
        self.reading.clear()
        self.bin_model.show(())
        if self.panel is not None:
            self.panel.model.forget()
        self.vault.close()


def _lowered(widget: QWidget) -> QWidget:
    """``widget``, beginning where the line to search in does."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, NORMAL, 0, 0)
    column.addWidget(widget)
    return holder
