"""The page that asks which level each mood word of another program has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.interchange.daylio_csv import MoodWord
from attach_desktop.sentences import one_line
from attach_desktop.ui.dialogs.sheet import counted
from attach_desktop.ui.theme.tokens import MEDIUM, NORMAL, SMALL
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.ui.widgets.safe_area import SafeArea
from attach_desktop.vault.words import word_key

#: The level of a word that is kept without a mood.
WITHOUT = 0


class MoodMapping(QWidget):
    """One line for each word: the word, how often it is there, and its level. ``changed`` with every choice."""

    changed = Signal()

    def __init__(
        self, moods: Sequence[MoodWord], kept: Mapping[str, int], steps: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """``kept`` are the levels chosen before, by word; ``steps`` name pleasantness 1 to 5."""
        super().__init__(parent)
        self._boxes: dict[str, QComboBox] = {}
        before = {word_key(word): level for word, level in kept.items()}
        inside = QWidget()
        inside.setProperty("role", "plain")
        grid = QGridLayout(inside)
        grid.setContentsMargins(NORMAL, MEDIUM, NORMAL, MEDIUM)
        grid.setHorizontalSpacing(NORMAL)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(0, 1)
        for row, mood in enumerate(moods):
            chosen = before.get(word_key(mood.word), mood.guess)
            box = self._box(mood.word, steps, chosen)
            word = label(one_line(mood.word))
            word.setBuddy(box)
            grid.addWidget(word, row, 0)
            times = counted(mood.count, self.tr("once"), self.tr("{count} times"))
            grid.addWidget(label(times, "muted", wrap=False), row, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(box, row, 2)
            self._boxes[mood.word] = box
        grid.setRowStretch(len(moods), 1)
        self._lay_out(inside)
        self._said()

    @property
    def open_words(self) -> list[str]:
        """The words that have no level yet."""
        return [word for word, box in self._boxes.items() if box.currentData() is None]

    def levels(self) -> dict[str, int]:
        """What is chosen, by word: 1 unpleasant to 5 pleasant, 0 for none."""
        return {word: box.currentData() for word, box in self._boxes.items() if box.currentData() is not None}

    def box(self, word: str) -> QComboBox:
        """The choice for one word."""
        return self._boxes[word]

    def start(self) -> None:
        """Give the focus to the first choice that is open, else to the first."""
        words = self.open_words or list(self._boxes)
        if words:
            self._boxes[words[0]].setFocus()

    def leave_out(self) -> None:
        """Keep every word that is still open without a mood."""
        for word in self.open_words:
            box = self._boxes[word]
            box.setCurrentIndex(box.findData(WITHOUT))

    def _box(self, word: str, steps: Sequence[str], chosen: int | None) -> QComboBox:
        box = QComboBox()
        if chosen is None:
            box.addItem(self.tr("Choose …"), None)
        for level, step in enumerate(steps, 1):
            box.addItem(step, level)
        box.insertSeparator(box.count())
        box.addItem(self.tr("keep without mood"), WITHOUT)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.setAccessibleName(self.tr("Mood of “{word}”").format(word=one_line(word)))
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.currentIndexChanged.connect(partial(self._chosen, box))
        return box

    def _chosen(self, box: QComboBox, _index: int) -> None:
        # Whoever has chosen has no use for "Choose …" any more.
        if box.currentData() is not None and box.itemData(0) is None:
            box.removeItem(0)
        self._said()
        self.changed.emit()

    def _lay_out(self, inside: QWidget) -> None:
        area = SafeArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        card = frame("card")
        around = QVBoxLayout(card)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(area)
        self._rest = label("", "muted")
        self._leave = button(self.tr("Keep them without a mood"), self.leave_out, "quiet")
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(self._rest, 1)
        line.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(
            label(
                self.tr(
                    "Which mood does each word stand for? The words themselves are kept as feelings."
                    " Next time your choices are here already."
                )
            )
        )
        column.addWidget(card, 1)
        column.addLayout(line)

    def _said(self) -> None:
        left = len(self.open_words)
        self._rest.setText(
            counted(left, self.tr("One word has no mood yet."), self.tr("{count} words have no mood yet."))
            if left
            else ""
        )
        self._leave.setText(self.tr("Keep it without a mood") if left == 1 else self.tr("Keep them without a mood"))
        self._leave.setVisible(bool(left))
