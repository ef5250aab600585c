"""A field for several words: chips that can be taken off, and a line to write or choose the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QSizePolicy, QWidget

from attach_desktop.ui.later import Qt
from attach_desktop.ui.widgets.flow_layout import FlowLayout, flow_policy
from attach_desktop.ui.widgets.labels import button, literal, restyle, shortened
from attach_desktop.vault.reading import MAX_WORD
from attach_desktop.vault.words import word_key

if TYPE_CHECKING:
    from PySide6.QtCore import QStringListModel
    from PySide6.QtWidgets import QAbstractItemView, QCompleter

#: Returns the words to offer, the likeliest first. Asked anew each time the field gets the focus.
Suggest = Callable[[], Sequence[str]]


class _Line(QLineEdit):
    """The line inside. Enter and comma ``add`` (comma: as written).

    With nothing in it, Backspace takes the last chip off and Down has ``asked`` for all suggestions.
    """

    emptied_backwards = Signal()
    left = Signal()
    entered = Signal()
    asked = Signal()
    add = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bare")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        written = bool(self.text().strip())
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied_backwards.emit()
        elif written and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add.emit(False)
        elif written and event.text() == ",":
            self.add.emit(True)
        elif event.key() == Qt.Key.Key_Down and not self.text():
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.entered.emit()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class ChipField(QFrame):
    """Words as chips. ``changed`` comes with every change; what is written but not yet a chip counts as a word."""

    changed = Signal()

    def __init__(self, name: str, placeholder: str, suggest: Suggest | None = None, limit: int = 100) -> None:
        """``name`` is what a screen reader calls it; at most ``limit`` words are taken."""
        super().__init__()
        self._suggest = suggest
        self._limit = limit
        self._words: list[str] = []
        self._chips: list[QPushButton] = []
        self._completer: QCompleter | None = None
        self.setProperty("role", "field")
        flow_policy(self)
        self._flow = FlowLayout(self)
        self._line = _Line()
        self._line.setPlaceholderText(placeholder)
        self._placeholder = placeholder
        self._line.setAccessibleName(name)
        self._line.setMinimumWidth(64)
        self._line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line.textEdited.connect(lambda: self.changed.emit())
        self._line.add.connect(self._take_line)
        self._line.left.connect(self._left)
        self._line.entered.connect(self._entered)
        self._line.emptied_backwards.connect(self._drop_last)
        self._line.asked.connect(self._offer_all)
        self._flow.addWidget(self._line)
        self.setFocusProxy(self._line)

    @property
    def line(self) -> QLineEdit:
        """The line to write in."""
        return self._line

    @property
    def chips(self) -> tuple[str, ...]:
        """The words that are chips already, without the one still being written."""
        return tuple(self._words)

    @property
    def last_stop(self) -> QWidget:
        """The last part of the field that Tab stops at."""
        return self._chips[-1] if self._chips else self._line

    def words(self) -> tuple[str, ...]:
        """The words, the one still being written included."""
        pending = self._line.text().strip()
        known = {word_key(word) for word in self._words}
        return (*self._words, *((pending,) if pending and word_key(pending) not in known else ()))

    def set_words(self, words: Sequence[str]) -> None:
        """Show other words."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips, self._words = [], []
        self._line.clear()
        for word in words:
            # As it was kept: a word that came from elsewhere must not change because somebody looked at it.
            self._add(word.strip())
        self._shown()

    def add_word(self, word: str) -> None:
        """Add a word, as if it had been written."""
        if self._add(" ".join(word.split())[:MAX_WORD]):
            self._shown()
            self.changed.emit()

    def remove_word(self, word: str) -> None:
        """Take a word off again."""
        key = word_key(word)
        for index, present in enumerate(self._words):
            if word_key(present) == key:
                self._words.pop(index)
                chip = self._chips.pop(index)
                had_focus = chip.hasFocus()
                self._flow.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
                self._shown()
                if had_focus:
                    self._line.setFocus()
                self.changed.emit()
                return

    def _add(self, word: str) -> bool:
        if not word or len(self._words) >= self._limit or word_key(word) in {word_key(w) for w in self._words}:
            return False
        chip = button(f"{literal(word)}  ×", lambda: self.remove_word(word), "chip")
        chip.setAccessibleName(self.tr("{word}, remove").format(word=word))
        if shortened(word) != word:
            chip.setToolTip(word)
        self._words.append(word)
        self._flow.insert_widget(len(self._chips), chip)
        chip.show()
        QWidget.setTabOrder(self.last_stop, chip)
        self._chips.append(chip)
        return True

    def _shown(self) -> None:
        full = len(self._words) >= self._limit
        self._line.setVisible(not full)
        self._line.setPlaceholderText("" if self._words else self._placeholder)
        names = ", ".join(self._words)
        self._line.setAccessibleDescription(self.tr("Chosen: {words}").format(words=names) if names else "")
        self._flow.invalidate()
        self.updateGeometry()

    def _take_line(self, as_written: bool = True) -> None:
        if self._completer is not None:
            _popup(self._completer).hide()
        word = self._line.text().strip()
        self._line.clear()
        self.add_word(word if as_written else self._nearest(word))

    def _nearest(self, word: str) -> str:
        """What Enter takes: the first suggestion that begins with ``word``, else the word itself."""
        key = word_key(word)
        if self._suggest is None or len(key) < 3:
            return word
        offered = list(self._suggest())
        begins = [one for one in offered if word_key(one).startswith(key)]
        return next((one for one in begins if word_key(one) == key), begins[0] if begins else word)

    def _drop_last(self) -> None:
        if self._words:
            self.remove_word(self._words[-1])

    def _left(self) -> None:
        self._focus_shown(False)
        if self._line.text().strip():
            self._take_line()

    def _entered(self) -> None:
        self._focus_shown(True)
        if self._suggest is None:
            return
        completer = self._completer
        if completer is None:
            from PySide6.QtCore import QStringListModel
            from PySide6.QtWidgets import QCompleter

            completer = self._completer = QCompleter(self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setMaxVisibleItems(8)
            completer.setModel(QStringListModel(self))
            completer.activated.connect(self._chosen, Qt.ConnectionType.QueuedConnection)
            self._line.setCompleter(completer)
        known = {word_key(word) for word in self._words}
        model = completer.model()
        cast("QStringListModel", model).setStringList([word for word in self._suggest() if word_key(word) not in known])

    def _chosen(self, word: str) -> None:
        self._line.clear()
        self.add_word(word)

    def _focus_shown(self, focused: bool) -> None:
        self.setProperty("focused", "true" if focused else "false")
        restyle(self)

    def _offer_all(self) -> None:
        if self._completer is not None:
            self._completer.setCompletionPrefix("")
            self._completer.complete()


def _popup(completer: QCompleter) -> QAbstractItemView:
    return cast("QAbstractItemView", completer.popup())
