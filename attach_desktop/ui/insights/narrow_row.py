"""To what the entries are narrowed: one person, one tag, one trigger, each a chip that can be taken off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.labels import button, literal, restyle

#: The words offered for each are the most used ones, at most so many.
MOST = 30
_CHIP = 22


class NarrowRow(QWidget):
    """Chooses a word for each of some fields, or none; ``changed`` with every change."""

    changed = Signal()

    def __init__(self, used: Callable[[str], Sequence[str]]) -> None:
        """``used`` gives the words of a field, the most used first; it is asked when somebody wants to choose."""
        super().__init__()
        self._used = used
        self._names = {
            "people": self.tr("person"),
            "tags": self.tr("tag"),
            "triggers": self.tr("trigger"),
        }
        self.words = dict.fromkeys(self._names, "")
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        for field in self._names:
            made = button("", partial(self._pressed, field), "suggestion")
            self._buttons[field] = made
            row.addWidget(made)
            self._show(field)
        row.addStretch()

    def set_word(self, field: str, word: str) -> None:
        """Narrow to a word, or with an empty one no longer."""
        if self.words[field] != word:
            self.words[field] = word
            self._show(field)
            self.changed.emit()

    def clear(self) -> None:
        """Narrow to nothing."""
        if any(self.words.values()):
            self.words = dict.fromkeys(self._names, "")
            for field in self._names:
                self._show(field)
            self.changed.emit()

    def menu(self, field: str) -> QMenu:
        """The words to choose from."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        found = list(self._used(field))[:MOST]
        for word in found:
            menu.addAction(literal(word)).triggered.connect(partial(self._chosen, field, word))
        if not found:
            menu.addAction(self.tr("None in your journal yet")).setEnabled(False)
        return menu

    def _chosen(self, field: str, word: str, checked: bool = False) -> None:
        self.set_word(field, word)

    def _pressed(self, field: str) -> None:
        if self.words[field]:
            self.set_word(field, "")
            return
        pressed, menu = self._buttons[field], self.menu(field)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(pressed.mapToGlobal(pressed.rect().bottomLeft()))

    def _show(self, field: str) -> None:
        made, word, name = self._buttons[field], self.words[field], self._names[field]
        if word:
            made.setText(f"{literal(word)[:_CHIP]} ×")
            made.setAccessibleName(self.tr("Only {name} {word}: take off").format(name=name, word=word))
        else:
            made.setText(f"+ {name}")
            made.setAccessibleName(self.tr("Narrow to a {name}").format(name=name))
        made.setProperty("role", "chip" if word else "suggestion")
        restyle(made)
