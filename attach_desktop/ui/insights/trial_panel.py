"""Find what works: two coping cards to choose, what comes next, and the way to end it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.insights.experiments import Experiments
from attach_desktop.ui.insights.card_state import Trial
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.labels import button, label


class TrialPanel(QWidget):
    """Begins and ends a comparison of two coping cards; while one goes on, it shows what comes next."""

    def __init__(self, experiments: Experiments, shell: Shell) -> None:
        """Nothing goes on, and nothing can be chosen, until it is told."""
        super().__init__()
        self._experiments, self._shell = experiments, shell
        self._trial: Trial | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        self._going_on = self._make_going_on()
        self._choosing = self._make_choosing()
        column.addWidget(self._going_on)
        column.addWidget(self._choosing)
        self.show_trial(None, ())

    def show_trial(self, trial: Trial | None, offered: Sequence[str]) -> None:
        """Show what goes on; None or an ended one offers to begin with two of those ``offered``, the likeliest first.

        What is being chosen stays chosen.
        """
        self._trial = trial
        going_on = trial is not None and not trial.ended
        self._going_on.setVisible(going_on)
        self._choosing.setVisible(not going_on)
        if going_on and trial is not None:
            self.next.setText(trial.next)
            self.write.setAccessibleName(self.tr("Write down a use of {card}").format(card=trial.next))
        else:
            self._offer(list(offered))

    def begin(self) -> None:
        """Begin with the two that are chosen."""
        try:
            begun = self._experiments.start(self.first.currentText(), self.second.currentText())
        except AttachError as error:
            self._shell.complain(error)
            return
        self._shell.offer_undo(
            self.tr("From now on chance chooses which one comes next."),
            lambda: self._experiments.bin([begun.id]),
            self.tr("Undo: begin to compare"),
        )

    def end(self) -> None:
        """End the one that goes on."""
        if self._trial is None:
            return
        record_id = self._trial.id
        try:
            before = self._experiments.get(record_id)
            self._experiments.end(record_id)
        except AttachError as error:
            self._shell.complain(error)
            return
        if before is not None:
            self._shell.offer_undo(
                self.tr("Ended. What you wrote stays in the journal."),
                lambda: self._experiments.change(record_id, before.value),
                self.tr("Undo: end the comparison"),
            )

    def _make_going_on(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(label(self.tr("Next time"), "muted", wrap=False))
        self.next = label("", "lead")
        row.addWidget(self.next, 1)
        column.addLayout(row)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        self.write = button(self.tr("I did it: write it down"), self._write)
        buttons.addWidget(self.write)
        buttons.addWidget(button(self.tr("End this comparison"), self.end, "quiet"))
        buttons.addStretch()
        column.addLayout(buttons)
        return inside

    def _make_choosing(self) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SMALL)
        grid.setColumnStretch(1, 1)
        self.first, self.second = Choice(self.tr("One card")), Choice(self.tr("Another"))
        for row, choice in enumerate((self.first, self.second)):
            choice.setMinimumContentsLength(12)
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.currentIndexChanged.connect(lambda _: self._check())
            grid.addWidget(choice.label(), row, 0)
            grid.addWidget(choice, row, 1)
        self.start = button(self.tr("Let chance choose"), self.begin)
        grid.addWidget(self.start, 2, 1)
        return inside

    def _offer(self, words: list[str]) -> None:
        for at, choice in enumerate((self.first, self.second)):
            chosen = choice.currentText()
            choice.blockSignals(True)
            choice.clear()
            choice.addItems(words)
            choice.setCurrentIndex(words.index(chosen) if chosen in words else min(at, len(words) - 1))
            choice.blockSignals(False)
        self._check()

    def _check(self) -> None:
        self.start.setEnabled(self.first.currentIndex() != self.second.currentIndex())

    def _write(self) -> None:
        if self._trial is not None:
            self._shell.write_entry({"coping": [{"name": self._trial.next, "minutes": None}]})
