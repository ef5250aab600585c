"""What affirmations hand to Today: the sentence of the day, the same all day; another is allowed."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.affirmations.sentence import AFFIRMATIONS
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.errors import AttachError
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.labels import button, label


class SentenceCard(QWidget):
    """One sentence, quietly."""

    def __init__(self, store: AffirmationStore, theme: Theme, shell: Shell) -> None:
        """``shell`` leads on to practice."""
        super().__init__()
        self._store, self._shell = store, shell
        self._text = label("")
        self._text.setFont(theme.font("lead"))
        self._theme = theme
        theme.changed.connect(self._dress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._text)
        row = QHBoxLayout()
        # A quiet button has room around its words; the words are to stand below the sentence.
        row.setContentsMargins(-SMALL - 2, 0, 0, 0)
        row.addWidget(button(self.tr("Practise"), lambda: shell.open_tab("affirmations"), "quiet"))
        row.addWidget(button(self.tr("Another"), self._another, "quiet"))
        row.addStretch()
        column.addLayout(row)

    def _dress(self) -> None:
        self._text.setFont(self._theme.font("lead"))

    def topics(self) -> tuple[str, ...]:
        """The sentences."""
        return (AFFIRMATIONS.name,)

    def start(self) -> bool:
        """Not a card to begin with."""
        return False

    def leave(self) -> None:
        """Nothing is written here."""

    def refresh(self) -> bool:
        """The sentence of today."""
        card = self._store.today()
        self._text.setText(card.text if card else "")
        return card is not None

    def _another(self) -> None:
        try:
            self._store.another_today()
            self.refresh()
        except AttachError as error:
            self._shell.complain(error)
