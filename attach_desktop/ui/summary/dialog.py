"""The Print summary window: what to choose on the left, the pages on the right, the ways out at the foot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from attach_desktop.clock import day_of
from attach_desktop.errors import AttachError
from attach_desktop.summary import last
from attach_desktop.summary.choices import DEFAULT, Presets
from attach_desktop.ui.dialogs.sheet import Sheet, say_in
from attach_desktop.ui.jobs import Jobs, one_thread
from attach_desktop.ui.paper.sheet import Paper
from attach_desktop.ui.summary.chooser import PAPERS, Chooser, titles
from attach_desktop.ui.summary.choosing import Days, start
from attach_desktop.ui.summary.drafts import keep_questions, kept_questions
from attach_desktop.ui.summary.garbage import searched_again
from attach_desktop.ui.summary.laying import Laying
from attach_desktop.ui.summary.period_field import PeriodField
from attach_desktop.ui.summary.preview import Preview
from attach_desktop.ui.summary.ways_out import WaysOut
from attach_desktop.ui.summary.words import days_words
from attach_desktop.ui.summary.work import Laid
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, SMALL
from attach_desktop.ui.widgets.column import scrolled
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.ui.widgets.pause import at_pause
from attach_desktop.vault.vault import Vault

#: Which paper was chosen last: the name of a Paper.
PAPER_SETTING = "summary-paper"
#: How wide the column of choices is, in pixels, where the font is not a large one.
_CHOOSER = 300
#: So many milliseconds after it has opened, the first pages are laid out.
_FIRST = 60


class SummaryDialog(Sheet):
    """Shows what would be on paper with every choice, and prints or saves it; the records are only read."""

    def __init__(
        self,
        vault: Vault,
        theme: Theme,
        complain: Callable[[AttachError], object],
        parent: QWidget | None = None,
        jobs: Jobs | None = None,
        *,
        tab: str = "",
        on_show: Days | None = None,
    ) -> None:
        """A summary of ``vault``, beginning with what is on screen: the tab's key, and the days that it shows.

        ``complain`` is told what goes wrong when nobody sees this window any more.
        """
        super().__init__(parent, *_size(parent))
        self._vault, self._complain = vault, complain
        self._today = day_of(vault.clock.now().replace(tzinfo=None), vault.day_start)
        self._jobs = jobs or Jobs(one_thread, self)
        if jobs is None:
            self.finished.connect(self._jobs.close)
        self._out = WaysOut(self, vault, self._jobs, self._today)
        #: What is to be done with the pages of the present choice once they are there, and what asked for it.
        self._then: Callable[[Laid], object] | None = None
        self.set_title(self.tr("Print summary"))
        self.laying = Laying(vault, self._jobs, self)
        self.preview = Preview(theme, self._today, self.call_off)
        settings = vault.settings
        period = last.period(last.SINCE, settings, self._today)
        since = period.begin, period.end
        presets = Presets(settings)
        days = PeriodField(since, self._today, first=last.last_day(settings) is None)
        self.chooser = Chooser(presets, titles(), days)
        begin = start(tab, on_show, since, self._today, presets.get(DEFAULT))
        self._questions = kept_questions(vault.drafts)
        self.chooser.show_start(begin, self._questions, kept_paper(settings.get(PAPER_SETTING)))
        self._build()
        self._pause = at_pause(self, self._paused)
        self._connect()
        # Once it has been painted: until then the two would be in each other's way.
        self.laying.ask(self.chooser.wanted(), self.chooser.paper_size(), after=_FIRST)

    def _build(self) -> None:
        area = scrolled(self.chooser)
        # With room for the scroll bar, and for own dates, which are wider than the rest.
        area.setFixedWidth(max(_CHOOSER, self.chooser.minimumSizeHint().width() + LARGE))
        # It scrolls: the window is as high as pages want it to be, not as high as this column.
        area.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        row.addWidget(area)
        row.addWidget(self.preview, 1)
        self.column.addLayout(row, 1)
        self.column.addWidget(frame("hairline"))
        self.said = label("", "muted")
        self.said.setMinimumWidth(1)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.back_button = button(self.tr("Not from then on"), self._put_back, "quiet")
        self.back_button.setAccessibleDescription(self.tr("The next summary begins where it would have begun before"))
        self.back_button.hide()
        below = QHBoxLayout()
        below.setSpacing(SMALL)
        below.addWidget(self.said, 1)
        below.addWidget(self.back_button)
        self.column.addLayout(below)
        words = {
            "pdf": self.tr("Save as PDF …"),
            "html": self.tr("Save as page for a browser …"),
            "markdown": self.tr("Save as Markdown …"),
        }
        self.saves = {name: button(text, self._saver(name), "quiet") for name, text in words.items()}
        for one in self.saves.values():
            self.foot.addWidget(one)
        self.foot.addStretch()
        self.close_button = button(self.tr("Close"), self.reject)
        self.print_button = self.primary(self.tr("Print …"), self.print_it)
        self.foot.addWidget(self.close_button)
        self.foot.addWidget(self.print_button)
        self._asker: QWidget = self.print_button
        self._say_note()
        self.chooser.presets.choice.setFocus()

    def _saver(self, name: str) -> Callable[[], None]:
        return lambda: self._out.choose_file(name, lambda path: self.save_to(name, path))

    def _connect(self) -> None:
        self.chooser.changed.connect(self._changed)
        self.chooser.typed.connect(self._pause.start)
        self.chooser.troubled.connect(self.preview.tell)
        self.preview.again.connect(self._ask)
        self.laying.arrived.connect(self._arrived)
        self.laying.lasting.connect(lambda: self.preview.wait(self.tr("Laying out the pages …")))
        for source in (self.laying, self._out):
            source.progressed.connect(self.preview.waiting.step)
        self._out.done.connect(self._left)
        self._out.failed.connect(self._stayed)
        self.laying.failed.connect(self._not_laid)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        key.activated.connect(self.print_it)

    # -- choosing --------------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._say_note()
        try:
            self._keep_paper()
        except AttachError as error:
            self.preview.tell(error)
        self._ask()

    def _ask(self) -> None:
        self.laying.ask(self.chooser.wanted(), self.chooser.paper_size())

    def _paused(self) -> None:
        """The questions are kept when nothing was typed for a moment, and then they are on paper, too."""
        self.preview.trouble.clear()
        try:
            self._keep_questions()
        except AttachError as error:
            self.preview.tell(error)
        if "questions" in self.chooser.choices().sections:
            self._changed()

    def _keep_questions(self) -> None:
        text = self.chooser.questions.text()
        if text != self._questions:
            keep_questions(self._vault.drafts, text)
            self._questions = text

    def _keep_paper(self) -> None:
        name = self.chooser.paper_size().name
        if name != kept_paper(self._vault.settings.get(PAPER_SETTING)).name:
            self._vault.settings.set(PAPER_SETTING, name)

    def _arrived(self, laid: Laid) -> None:
        self.preview.show_pages(laid)
        self._rest()
        then, self._then = self._then, None
        if then is not None:
            then(laid)

    def _not_laid(self, error: AttachError) -> None:
        self._then = None
        self._rest()
        self.preview.tell(error, with_pages=True)

    # -- the ways out ----------------------------------------------------------------------------------------------

    def print_it(self) -> None:
        """Print what is chosen, once it is laid out."""
        if self.print_button.isEnabled():
            self._when_ready(self.print_button, self._out.print_pages)

    def save_to(self, name: str, path: str) -> None:
        """Write one of FILES at ``path``, of what is chosen, once it is laid out."""
        self._when_ready(self.saves[name], lambda laid: self._write(laid, name, Path(path)))

    def _when_ready(self, asker: QWidget, then: Callable[[Laid], object]) -> None:
        """``asker`` is what has the focus again when it is over."""
        if self._pause.isActive():
            self._pause.stop()
            self._paused()
        self._asker = asker
        self.preview.trouble.clear()
        laid = self.laying.laid
        if laid is not None and self.laying.current and not self.laying.busy:
            then(laid)
            return
        self._then = then
        self._work(self.tr("Laying out the pages …"))
        if not self.laying.busy:
            self._ask()

    def _write(self, laid: Laid, name: str, path: Path) -> None:
        self._work(self.tr("Writing …"))
        self._out.write(laid, name, path)

    def _work(self, text: str) -> None:
        """Nothing else is to be chosen until it is over."""
        self._enable(False)
        self.preview.wait(text, take_focus=True)

    def _rest(self) -> None:
        self.preview.rest()
        if not self.print_button.isEnabled():
            self._enable(True)
            self._asker.setFocus()

    def _enable(self, enabled: bool) -> None:
        for part in (self.chooser, self.print_button, *self.saves.values()):
            part.setEnabled(enabled)

    def _left(self, said: str, following: date | None) -> None:
        self._rest()
        if following is not None:
            day = days_words(following, following, self._today)
            said = self.tr("{said} The next summary begins on {day}.").format(said=said, day=day)
        say_in(self.said, said)
        self.back_button.setVisible(following is not None)

    def _put_back(self) -> None:
        try:
            self._out.put_back()
        except AttachError as error:
            self.preview.tell(error)
            return
        self.saves["pdf"].setFocus()
        self.back_button.hide()
        say_in(self.said, self.tr("The next summary begins where it would have begun before."))

    def _stayed(self, error: AttachError) -> None:
        self._rest()
        self.preview.tell(error)

    def _say_note(self) -> None:
        """What holds for every file that is saved."""
        self.back_button.hide()
        self.said.setText(self.tr("A saved file is not encrypted: whoever can open it can read it."))

    # -- leaving ---------------------------------------------------------------------------------------------------

    def call_off(self) -> None:
        """Call off what takes a while: a file is then not written, pages stay those that are there."""
        if self._out.busy:
            self._out.call_off()
            self.preview.waiting.stopping()
            return
        self._then = None
        self.laying.stop()
        self._rest()
        self.preview.old()

    def reject(self) -> None:
        """Escape and Close: first out of what somebody waits for, and never leaving anything half-written."""
        if self._out.busy or self._then is not None:
            self.call_off()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Leave, by whatever way: the questions are kept, and nothing is under way any more."""
        self._pause.stop()
        # Whoever still holds on to this window holds on to no pages with it.
        self.laying.forget()
        self.preview.view.set_pages(None)
        searched_again()
        try:
            self._keep_questions()
        except AttachError as error:
            self._complain(error)
        super().done(result)


def kept_paper(kept: object) -> Paper:
    """The paper that was chosen last, or the one that is usual where the person lives."""
    return next((paper for paper in PAPERS if paper.name == kept), Paper.usual())


def _size(parent: QWidget | None) -> tuple[int, int]:
    """Nearly as large as the window it belongs to: pages are to be read in it."""
    room = parent.window().size() if parent is not None else QSize(1180, 780)
    return max(820, min(1240, room.width() - 48)), max(520, room.height() - 48)
