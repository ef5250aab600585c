"""Setting, changing and removing the passphrase: what one types, and what it means."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from attach_desktop import resources
from attach_desktop.errors import AttachError
from attach_desktop.ui.dialogs.sheet import Sheet, Trouble, Waiting
from attach_desktop.ui.jobs import Jobs, one_thread
from attach_desktop.ui.locking.choices import Step
from attach_desktop.ui.locking.door import Door
from attach_desktop.ui.theme.tokens import MEDIUM, NORMAL, SMALL, TIGHT
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.vault.strength import estimate


class PassphraseDialog(Sheet):
    """``decided`` comes with the new passphrase, None to have none, once the present one was typed rightly."""

    decided = Signal(object)

    def __init__(self, door: Door, step: Step, parent: QWidget | None = None, jobs: Jobs | None = None) -> None:
        """``door`` tells whether the present passphrase is right; it opens nothing."""
        super().__init__(parent, 540)
        self._door, self._step = door, step
        self._jobs = jobs or Jobs(one_thread, self)
        if jobs is None:
            self.finished.connect(self._jobs.close)
        self._leaving = False
        titles = {
            Step.SET: self.tr("Set a passphrase"),
            Step.CHANGE: self.tr("Change the passphrase"),
            Step.REMOVE: self.tr("Remove the passphrase"),
        }
        self.set_title(titles[step])
        self.present, self.first, self.second = (self._field() for _ in range(3))
        self.strength = label("", "muted")
        self.strength.setMinimumHeight(self.strength.fontMetrics().lineSpacing() * 2)
        self.strength.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.differ = label("", "muted")
        self.trouble = Trouble()
        self.waiting = Waiting(None)
        self._keep_place(self.waiting)
        self._build()
        verbs = {Step.SET: self.tr("Set"), Step.CHANGE: self.tr("Change"), Step.REMOVE: self.tr("Remove")}
        self.go = self.primary(verbs[step], self._decide)
        self.foot.addWidget(self.waiting, 1)
        self.foot.addWidget(button(self.tr("Cancel"), self.reject))
        self.foot.addWidget(self.go)
        self._typed()
        (self.first if step is Step.SET else self.present).setFocus()

    def reject(self) -> None:
        """Escape and Cancel: at once, or as soon as the passphrase has been looked at."""
        if self._jobs.busy:
            self._leaving = True
        else:
            super().reject()

    # -- building --------------------------------------------------------------------------------------------------

    def _field(self) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.textChanged.connect(lambda _: self._typed())
        return field

    def _build(self) -> None:
        what = {
            Step.SET: self.tr(
                "Every record is then encrypted on the disk. It is asked for when the program starts, and whenever it"
                " locks."
            ),
            Step.CHANGE: self.tr("The new one comes with a new recovery code. The former code will open nothing."),
            Step.REMOVE: self.tr(
                "The records then lie on the disk as they are. Whoever can use this account can read them, and there"
                " is nothing to lock."
            ),
        }
        self.column.addWidget(label(what[self._step]))
        if self._step is not Step.SET:
            self._add_field(self.tr("The present passphrase, or the recovery code"), self.present)
        if self._step is not Step.REMOVE:
            self._add_field(self.tr("New passphrase"), self.first)
            self.column.addWidget(self.strength)
            self._add_field(self.tr("The same once more"), self.second, self.differ)
        self._show = QCheckBox(self.tr("Show what I type"))
        self._show.toggled.connect(self._set_shown)
        self.column.addWidget(self._show)
        if self._step is not Step.REMOVE:
            self.column.addWidget(self._warning())
        self.column.addWidget(self.trouble)
        self.column.addStretch()

    def _add_field(self, name: str, field: QLineEdit, beside: QLabel | None = None) -> None:
        head = label(name, "muted")
        head.setBuddy(field)
        field.setAccessibleName(name)
        box = QVBoxLayout()
        box.setSpacing(TIGHT)
        box.addWidget(head)
        box.addWidget(field)
        if beside is not None:
            box.addWidget(beside)
        self.column.addLayout(box)

    def _warning(self) -> QWidget:
        note = frame("note")
        inside = QVBoxLayout(note)
        inside.setContentsMargins(NORMAL, MEDIUM, NORMAL, MEDIUM)
        inside.setSpacing(SMALL)
        inside.addWidget(
            label(
                self.tr(
                    "No one can recover your records without it: there is no back door, and nobody to ask. In a moment"
                    " you are shown a recovery code to write down or print; it is the only spare key."
                )
            )
        )
        return note

    def _keep_place(self, widget: QWidget) -> None:
        policy = widget.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        widget.setSizePolicy(policy)
        widget.hide()

    # -- inside ----------------------------------------------------------------------------------------------------

    def _set_shown(self, shown: bool) -> None:
        for field in (self.present, self.first, self.second):
            field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _typed(self) -> None:
        first, second = self.first.text(), self.second.text()
        if self._step is not Step.REMOVE:
            said = resources.sentence("strength", estimate(first).sentence)
            self.strength.setText(said)
            self.strength.setAccessibleName(said)
            apart = bool(second) and not first.startswith(second)
            self.differ.setText(self.tr("The two are not the same.") if apart else "")
        ready = self._step is Step.REMOVE or bool(first and first == second)
        known = self._step is Step.SET or bool(self.present.text())
        self.go.setEnabled(ready and known and not self._jobs.busy)

    def _decide(self) -> None:
        new = None if self._step is Step.REMOVE else self.first.text()
        if self._step is Step.SET:
            self._done(new)
            return
        door, present = self._door, self.present.text()
        self.trouble.clear()
        self.waiting.show()
        self.waiting.begin(self.tr("Looking …"))
        self._jobs.run(lambda _: door.key_typed(present), lambda _: self._done(new), self._refused)
        self._typed()

    def _done(self, new: str | None) -> None:
        if self._leaving:
            super().reject()
            return
        for field in (self.present, self.first, self.second):
            field.clear()
        # First out of the way: what follows closes the vault.
        self.accept()
        self.decided.emit(new)

    def _refused(self, error: AttachError) -> None:
        self.waiting.hide()
        if self._leaving:
            super().reject()
            return
        self._typed()
        self.trouble.tell(error)
        self.present.setFocus(Qt.FocusReason.OtherFocusReason)
        self.present.selectAll()
