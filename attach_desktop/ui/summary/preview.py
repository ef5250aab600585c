"""The right side of the window: the pages as they will be, and one line that says in words what is on them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.ui.dialogs.sheet import Trouble, Waiting, announce, say_in
from attach_desktop.ui.paper.view import PagesView
from attach_desktop.ui.summary.words import days_words, missing, on_paper
from attach_desktop.ui.summary.work import Laid
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.labels import button, label


class Preview(QWidget):
    """Shows pages; those before stay until new ones are there."""

    #: New pages are wanted after all.
    again = Signal()

    def __init__(self, theme: Theme, today: date, call_off: Callable[[], object]) -> None:
        """``today`` is the person's day; ``call_off`` ends what takes longer than somebody wants to wait."""
        super().__init__()
        self._today = today
        self.line = label("")
        self.line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.anew = button(self.tr("Show them anew"), self.again.emit, "quiet")
        self.anew.hide()
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.line, 1)
        row.addWidget(self.anew)
        self.waiting = Waiting(call_off, flat=True)
        self.missing = label("", "muted")
        self.missing.hide()
        self.trouble = Trouble()
        self.view = PagesView(theme)
        self.view.page_changed.connect(lambda _: self._say_page())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(row)
        for part in (self.missing, self.trouble):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        # One place for both: nothing jumps when it takes a while.
        self._foot = QStackedLayout()
        self._foot.addWidget(self._about_pages())
        self._foot.addWidget(self.waiting)
        column.addLayout(self._foot)
        #: Whether the trouble that is told is with the pages, and is over when there are others.
        self._with_pages = False

    def _about_pages(self) -> QWidget:
        """Which page it is, and how large."""
        self.page = label("", "muted", wrap=False)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.page)
        row.addStretch()
        row.addWidget(button(self.tr("Whole page"), self.view.zoom_to_page, "quiet"))
        row.addWidget(button(self.tr("Full width"), self.view.zoom_to_width, "quiet"))
        return made

    def show_pages(self, laid: Laid) -> None:
        """Show other pages, and say what is on them."""
        wanted = laid.wanted
        self.rest()
        self.anew.hide()
        if self._with_pages:
            self.trouble.clear()
        self.view.set_pages(laid.pages)
        self._say_page()
        text = on_paper(laid.pages.count, days_words(wanted.begin, wanted.end, self._today), wanted.choices)
        if text != self.line.text():
            self.line.setText(text)
            announce(self.line, text)
        without = missing(laid.pages.missing)
        if without != self.missing.text():
            say_in(self.missing, without)

    def _say_page(self) -> None:
        # As the view itself calls it.
        self.page.setText(self.view.accessibleName())

    def wait(self, text: str, *, take_focus: bool = False) -> None:
        """Say that something takes a while, with a way to call it off."""
        self.waiting.begin(text, take_focus=take_focus)
        self._foot.setCurrentIndex(1)

    def rest(self) -> None:
        """Nothing takes a while any more."""
        self._foot.setCurrentIndex(0)

    def old(self) -> None:
        """Say that the pages are those from before the last change, and lead to new ones."""
        self.rest()
        none = self.view.pages is None
        self.line.setText(
            self.tr("There are no pages yet.") if none else self.tr("These pages are from before the last change.")
        )
        self.anew.setText(self.tr("Show them") if none else self.tr("Show them anew"))
        self.anew.show()
        self.anew.setFocus()
        announce(self.line, self.line.text())

    def tell(self, error: AttachError, *, with_pages: bool = False) -> None:
        """Say what went wrong, in three sentences; ``with_pages`` where there are no new ones because of it."""
        self.rest()
        self._with_pages = with_pages
        self.trouble.tell(error)
