"""What is still unknown about newly written triggers and people: a quiet row for each, all of it optional."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.ui.widgets.labels import label, shortened
from attach_desktop.ui.widgets.tab_order import chain_after
from attach_desktop.vault.words import word_key

#: A question about a name: what a screen reader calls it, and (key, words) for each answer.
Question = tuple[str, Sequence[tuple[str, str]]]


class NameRows(QWidget):
    """For each name that the library does not know yet, a row with one combo box for each question."""

    def __init__(
        self, questions: Sequence[Question], known: Callable[[str], bool], after: Callable[[], QWidget] | None = None
    ) -> None:
        """``known`` tells whether a name needs no row; Tab comes here from what ``after`` gives."""
        super().__init__()
        self._questions, self._known, self._after = questions, known, after
        self._rows: dict[str, tuple[str, QWidget, list[QComboBox]]] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(8, 0, 0, 0)
        self._box.setSpacing(4)
        self.hide()

    def show_for(self, names: Sequence[str]) -> None:
        """Show rows for exactly those ``names`` that are not known."""
        wanted = {word_key(name): name for name in names if not self._known(name)}
        for key in [key for key in self._rows if key not in wanted]:
            _, row, _ = self._rows.pop(key)
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        new = {key: name for key, name in wanted.items() if key not in self._rows}
        for key, name in new.items():
            self._rows[key] = (name, *self._row(name))
        if new and self._after is not None:
            chain_after(self._after(), self)
        self.setVisible(bool(self._rows))

    def answers(self) -> dict[str, list[str]]:
        """The answers by name, one for each question."""
        return {name: [str(box.currentData()) for box in boxes] for name, _, boxes in self._rows.values()}

    def _row(self, name: str) -> tuple[QWidget, list[QComboBox]]:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(label(shortened(name), "muted", wrap=False))
        boxes = []
        for question, choices in self._questions:
            box = QComboBox()
            box.setAccessibleName(f"{name}: {question}")
            # On Linux a screen reader is told what is chosen in place of the name.
            box.setAccessibleDescription(f"{name}: {question}")
            for key, words in choices:
                box.addItem(words, key)
            line.addWidget(box)
            boxes.append(box)
        line.addStretch()
        self._box.addWidget(row)
        return row, boxes
