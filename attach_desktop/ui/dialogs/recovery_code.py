"""The recovery code: shown once, to be written down or printed, and asked back once."""

from __future__ import annotations

import secrets

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.ui.dialogs.sheet import Sheet, Trouble, announce
from attach_desktop.ui.theme.tokens import MEDIUM, NORMAL, SMALL, TIGHT
from attach_desktop.ui.widgets.labels import button, frame, label

_IN_A_LINE = 7
_ASKED = 2


class RecoveryDialog(Sheet):
    """Two pages: the code, and the question for two groups of it."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        """``code`` in groups between hyphens."""
        super().__init__(parent, 560)
        self._groups = code.split("-")
        self.asked = sorted(secrets.SystemRandom().sample(range(len(self._groups)), _ASKED))
        self.set_title(self.tr("Your recovery code"))
        self.trouble = Trouble()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._code_page())
        self._pages.addWidget(self._question_page())
        self.column.addWidget(self._pages)
        self.column.addWidget(self.trouble)
        self.column.addStretch()
        self.print_button = button(self.tr("Print …"), self._print)
        self.back_button = button(self.tr("Look again"), lambda: self._turn(0))
        self.later_button = button(self.tr("Close"), self.reject)
        self.next_button = self.primary(self.tr("I have it on paper"), self._on)
        self.foot.addWidget(self.print_button)
        self.foot.addWidget(self.back_button)
        self.foot.addStretch()
        self.foot.addWidget(self.later_button)
        self.foot.addWidget(self.next_button)
        self._turn(0)

    def lines(self) -> list[str]:
        """The code as it is written on paper."""
        groups = self._groups
        return ["   ".join(groups[at : at + _IN_A_LINE]) for at in range(0, len(groups), _IN_A_LINE)]

    # -- building --------------------------------------------------------------------------------------------------

    def _code_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(
            label(
                self.tr(
                    "It opens your records without the passphrase, for the day that the passphrase is gone. Whoever has"
                    " it can read everything: a place away from this computer is a good one for it."
                )
            )
        )
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(NORMAL, NORMAL, NORMAL, NORMAL)
        inside.setSpacing(SMALL)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.2)
        for at, line in enumerate(self.lines()):
            shown = label(line, wrap=False)
            shown.setFont(font)
            first = at * _IN_A_LINE + 1
            shown.setAccessibleName(
                self.tr("Groups {first} to {last}: {groups}").format(
                    first=first, last=first + len(line.split()) - 1, groups=line
                )
            )
            inside.addWidget(shown)
        column.addWidget(card)
        column.addWidget(label(self.tr("It is shown this once. A changed passphrase brings a new one."), "muted"))
        return page

    def _question_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(label(self.tr("To be sure that it was copied rightly: two groups of it, from your paper.")))
        self.answers: list[QLineEdit] = []
        row = QHBoxLayout()
        row.setSpacing(NORMAL)
        for number in self.asked:
            field = QLineEdit()
            head = label(self.tr("Group {number}").format(number=number + 1), "muted")
            head.setBuddy(field)
            field.setAccessibleName(head.text())
            box = QVBoxLayout()
            box.setSpacing(TIGHT)
            box.addWidget(head)
            box.addWidget(field)
            row.addLayout(box)
            self.answers.append(field)
        row.addStretch()
        column.addLayout(row)
        column.addStretch()
        return page

    # -- inside ----------------------------------------------------------------------------------------------------

    def _turn(self, number: int) -> None:
        asking = number == 1
        self._pages.setCurrentIndex(number)
        self.trouble.clear()
        self.print_button.setVisible(not asking)
        self.back_button.setVisible(asking)
        self.next_button.setText(self.tr("Compare") if asking else self.tr("I have it on paper"))
        if asking:
            self.answers[0].setFocus()
        else:
            self.next_button.setFocus()

    def _on(self) -> None:
        if self._pages.currentIndex() == 0:
            self._turn(1)
            return
        right = all(
            _plain(field.text()) == _plain(self._groups[number])
            for field, number in zip(self.answers, self.asked, strict=True)
        )
        if right:
            self.accept()
            return
        self.trouble.tell(AttachError("code-not-copied"))
        announce(self, self.trouble.text)

    def _print(self) -> None:
        from attach_desktop.summary.papers.cards import recovery_code
        from attach_desktop.ui.paper import printing

        try:
            printing.document(self, recovery_code(self.lines()))
        except AttachError as error:
            self.trouble.tell(error)


def _plain(group: str) -> str:
    return "".join(group.upper().split()).translate(str.maketrans("OIL", "011", "-"))
