"""Choices under a name: to take one, to keep the present ones as another, and to let go of one's own."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.summary.choices import BUILT_IN, MAX_NAME, Choices, Presets
from attach_desktop.ui.dialogs.sheet import announce
from attach_desktop.ui.summary.choosing import key_of, preset_of
from attach_desktop.ui.theme.tokens import SMALL, TIGHT
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.labels import button, shortened


class PresetRow(QWidget):
    """Says which preset the present choices are. ``chosen`` carries the choices of one that was taken."""

    chosen = Signal(object)
    #: An AttachError: it could not be kept.
    troubled = Signal(object)

    def __init__(self, presets: Presets, titles: Mapping[str, str]) -> None:
        """``titles`` are those of the built-in presets by their keys; a person's own are called by their names."""
        super().__init__()
        self._presets, self._titles = presets, titles
        self._present = Choices()
        self._names: list[str] = []
        self.choice = Choice(self.tr("What it is for"))
        self.choice.activated.connect(self._taken)
        self.save = button(self.tr("Save as preset …"), self._ask, "quiet")
        self.forget = button("", self._forget, "quiet")
        deeds = QHBoxLayout()
        deeds.setSpacing(0)
        deeds.addWidget(self.save)
        deeds.addWidget(self.forget)
        deeds.addStretch()
        self._naming = QWidget()
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.name.setAccessibleName(self.tr("Name of the preset"))
        self.name.setPlaceholderText(self.tr("Name of the preset"))
        self.name.installEventFilter(self)
        self.keep = button(self.tr("Save"), self._keep)
        row = QHBoxLayout(self._naming)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.name, 1)
        row.addWidget(self.keep)
        self._naming.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.choice)
        column.addLayout(deeds)
        column.addWidget(self._naming)

    def show_choices(self, choices: Choices) -> None:
        """Say which preset these are; "own choice" where none is kept just like that."""
        self._present = choices
        self._names = self._presets.names()
        chosen = preset_of(choices, self._presets)
        words = [self._titles.get(name, name) for name in self._names]
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([*words, self.tr("Own choice")])
        self.choice.setCurrentIndex(len(words) if chosen is None else self._names.index(chosen))
        self.choice.blockSignals(False)
        self._offer(chosen)

    def _offer(self, chosen: str | None) -> None:
        """Offer to forget what can be forgotten: one of the person's own, or the changes to a built-in one."""
        changed = chosen in BUILT_IN and self._presets.get(chosen or "") != BUILT_IN[chosen or ""]
        self.save.setVisible(chosen is None and self._naming.isHidden())
        self.forget.setVisible(changed or (chosen is not None and chosen not in BUILT_IN))
        self.forget.setText(self.tr("As it came") if changed else self.tr("Forget this preset"))
        if chosen is not None:
            self.forget.setAccessibleName(f"{self.forget.text()}: {shortened(self._titles.get(chosen, chosen))}")

    def _taken(self, at: int) -> None:
        choices = self._presets.get(self._names[at]) if at < len(self._names) else None
        if choices is not None:
            self.chosen.emit(choices)

    # -- keeping one -----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the name's line, Enter keeps and Escape leaves; neither is the window's there."""
        if watched is self.name and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._keep()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        self._naming.show()
        self.save.hide()
        self.name.setFocus()

    def _leave(self) -> None:
        self.name.clear()
        self._naming.hide()
        self.show_choices(self._present)
        self.choice.setFocus()

    def _keep(self) -> None:
        try:
            self._presets.keep(key_of(self.name.text(), self._titles), self._present)
        except AttachError as error:
            self.troubled.emit(error)
            self.name.setFocus()
            return
        self._leave()
        announce(self, self.tr("Kept: {preset}").format(preset=self.choice.currentText()))

    def _forget(self) -> None:
        name = self._names[self.choice.currentIndex()]
        try:
            self._presets.drop(name)
        except AttachError as error:
            self.troubled.emit(error)
            return
        # What is chosen stays chosen: only its name is gone, unless it came with the program.
        original = BUILT_IN.get(name)
        self.show_choices(original or self._present)
        self.choice.setFocus()
        if original is not None:
            self.chosen.emit(original)
