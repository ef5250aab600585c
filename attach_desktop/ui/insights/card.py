"""One card: a sentence in words first, the drawing, then "How is this counted?" folded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.ui.insights.board import Board
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import MEDIUM, NORMAL, SMALL, TIGHT
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.column import held, line_width
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.ui.widgets.labels import button, frame, label

if TYPE_CHECKING:
    from attach_desktop.ui.charts.frame import ChartFrame
    from attach_desktop.ui.insights.card_state import CardState, Line, Pick

#: About as high as a card with one drawing, so that little moves when it comes.
_WAITING = 380
#: From this width on, two drawings stand side by side.
_SIDE_BY_SIDE = 720


class InsightCard(QFrame):
    """Waits for its state, then shows it; what was unfolded stays so when it is shown anew."""

    #: Something else was chosen on the card: the key of what, and the value.
    picked = Signal(str, str)
    print_asked = Signal(str)

    def __init__(self, key: str, title: str, theme: Theme, shell: Shell) -> None:
        """``title`` stands there while it waits."""
        super().__init__()
        self.key, self._theme, self._shell = key, theme, shell
        self.state: CardState | None = None
        self.frames: tuple[ChartFrame, ...] = ()
        self.fold: Fold | None = None
        self.setProperty("role", "card")
        self._unfolded = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(NORMAL, MEDIUM, NORMAL, SMALL)
        self._column.setSpacing(SMALL)
        self.title = label(title, "lead")
        self._column.addWidget(self.title)
        self._body: QWidget | None = None
        #: Something that this card alone has, under its words; it stays when the card is shown anew.
        self.extra: QWidget | None = None
        #: Asks for the card on paper; another one with each state.
        self.printing: QWidget = self
        self._column.addStretch()
        self.wait()

    def wait(self) -> None:
        """Nothing is known yet. What is there from before stays until there is something new, marked by its title."""
        if self.state is not None:
            self.title.setText(self.tr("{title} …").format(title=self.state.title))
        if self._body is None:
            self._put(label(self.tr("One moment …"), "muted"))
            self.setMinimumHeight(_WAITING)

    def show_state(self, state: CardState) -> None:
        """Show what is known."""
        if self.fold is not None:
            self._unfolded = self.fold.is_open
        focus = self._focus()
        self.state = state
        self.title.setText(state.title)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for sentence in state.sentences:
            column.addWidget(held(label(sentence), line_width(self)))
        for note in state.notes:
            column.addWidget(held(label(note, "muted"), line_width(self)))
        if state.pick is not None:
            column.addLayout(self._pick_row(state.pick))
        if self.extra is not None:
            column.addWidget(self.extra)
            self.extra.show()
        from attach_desktop.ui.charts.frame import ChartFrame

        self.frames = tuple(
            ChartFrame(self._theme, chart, self._shell.say, self._shell.complain, self._shell.show_entries)
            for chart in state.charts
        )
        if len(self.frames) == 1:
            column.addWidget(self.frames[0])
        elif self.frames:
            column.addWidget(self._side_by_side())
        if state.lines and state.lines_title:
            column.addWidget(Fold(state.lines_title, partial(self._lines, state.lines)))
        elif state.lines:
            column.addWidget(self._lines(state.lines))
        self.fold = None
        if state.counted or state.entries is not None:
            self.fold = Fold(self.tr("How is this counted?"), partial(self._counted, state))
            self.fold.setObjectName(state.key)
            column.addWidget(self.fold)
            if self._unfolded:
                self.fold.set_open(True)
        self.setMinimumHeight(0)
        self._put(body)
        self._give_back(focus)

    def _focus(self) -> QWidget | None:
        """What has the focus on this card."""
        focus = QApplication.focusWidget()
        return focus if focus is not None and self.isAncestorOf(focus) else None

    def _give_back(self, focus: QWidget | None) -> None:
        """The focus goes to what stands in the place of what had it: who picks with arrow keys goes on picking."""
        if focus is None or (self.extra is not None and self.extra.isAncestorOf(focus)):
            return
        for one in self.findChildren(type(focus)):
            if one is not focus and one.accessibleName() == focus.accessibleName():
                one.setFocus()
                return

    def _put(self, body: QWidget) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = body
        self._column.insertWidget(1, body)

    def _pick_row(self, pick: Pick) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        choice = Choice(pick.name, [words for _, words in pick.choices])
        values = [value for value, _ in pick.choices]
        choice.setCurrentIndex(values.index(pick.chosen) if pick.chosen in values else -1)
        choice.activated.connect(lambda at: self.picked.emit(pick.key, values[at]))
        row.addWidget(choice.label())
        row.addWidget(choice)
        row.addStretch()
        return row

    def _side_by_side(self) -> QWidget:
        """Several drawings, each with its name; one below the other where there is little room."""
        board, parts = Board(_SIDE_BY_SIDE), list[tuple[QWidget, bool]]()
        for chart_frame in self.frames:
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(TIGHT)
            column.addWidget(label(chart_frame.chart.name, "muted"))
            column.addWidget(chart_frame)
            column.addStretch()
            parts.append((part, False))
        board.show_cards(parts)
        return board

    def _lines(self, lines: Sequence[Line]) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        for line in lines:
            column.addLayout(self._line(line))
        return inside

    def _line(self, line: Line) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(label(line.text), 1)
        if line.entries is not None:
            look = button(self.tr("Entries"), partial(self._shell.show_entries, line.entries), "quiet")
            look.setAccessibleName(self.tr("Show the entries: {text}").format(text=line.text))
            row.addWidget(look)
        return row

    def _counted(self, state: CardState) -> QWidget:
        inside = frame("note")
        column = QVBoxLayout(inside)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.setSpacing(TIGHT)
        for text in state.counted:
            column.addWidget(held(label(text), line_width(self)))
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        if state.entries is not None:
            entries = state.entries
            show = button(self.tr("Show these entries"), lambda: self._shell.show_entries(entries), "quiet")
            show.setAccessibleName(self.tr("Show these entries: {title}").format(title=state.title))
            row.addWidget(show)
        self.printing = printing = button(
            self.tr("Print this card …"), lambda: self.print_asked.emit(self.key), "quiet"
        )
        printing.setAccessibleName(self.tr("Print this card: {title}").format(title=state.title))
        row.addWidget(printing)
        row.addStretch()
        column.addLayout(row)
        return inside
