"""What every dialog is made of: a title in words, a column, a line of buttons, trouble told, work under way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.sentences import tell
from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, NORMAL, SMALL, TIGHT
from attach_desktop.ui.widgets.labels import button, frame, label, restyle

#: What a window manager puts above and below a dialog, in pixels, generously.
_TITLE_BAR = 48


class Sheet(QDialog):
    """A dialog: ``column`` for what it says, ``foot`` for its buttons, the primary one at the right end.

    Escape leaves it, whatever it shows; a dialog with work under way calls the work off first.
    """

    def __init__(self, parent: QWidget | None, width: int, height: int = 0) -> None:
        """``width`` and ``height`` in pixels are where it starts; it is never smaller than what it shows."""
        super().__init__(parent)
        # What has been closed is freed, with what it showed of a person's records.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = label("", "title")
        self.column = QVBoxLayout()
        self.column.setSpacing(MEDIUM)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(SMALL)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(LARGE, LARGE, LARGE, NORMAL + TIGHT)
        outer.setSpacing(NORMAL)
        outer.addWidget(self.heading)
        outer.addLayout(self.column, 1)
        outer.addLayout(self.foot)
        self.resize(width, height)

    def set_title(self, text: str) -> None:
        """Say in the window's title and at its head what it is for."""
        self.setWindowTitle(text)
        self.heading.setText(text)

    def fit(self) -> None:
        """Grow to what it shows, on the screen: Qt asks no window for the height that wrapped lines need."""
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        needed = layout.totalHeightForWidth(self.width())
        if layout.hasHeightForWidth() and self.height() < needed:
            self.resize(self.width(), needed)
        room = self.screen().availableGeometry()
        if self.height() > room.height() - _TITLE_BAR:
            self.resize(self.width(), room.height() - _TITLE_BAR)
        beyond = self.frameGeometry().bottom() - room.bottom()
        if beyond > 0:
            self.move(self.x(), max(room.top(), self.y() - beyond))

    def showEvent(self, event: QShowEvent) -> None:
        """From now on it can be measured."""
        super().showEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Look at the height again when what it shows has changed."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return handled

    def primary(self, text: str, on_click: Callable[[], object]) -> QPushButton:
        """The button that Enter presses."""
        made = button(text, on_click, "primary")
        made.setDefault(True)
        return made


class Trouble(QWidget):
    """An error in three sentences: what happened, what is safe, what to do next."""

    def __init__(self) -> None:
        """Nothing yet; hidden until there is."""
        super().__init__()
        box = frame("card")
        self._happened = label("", "fault")
        self._rest = label("", "body")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(NORMAL, MEDIUM, NORMAL, MEDIUM)
        inside.setSpacing(TIGHT)
        for part in (self._happened, self._rest):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            # A path can be longer than a screen is wide.
            part.setMinimumWidth(1)
            inside.addWidget(part)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(box)
        self.hide()

    @property
    def text(self) -> str:
        """All that is told, on one line."""
        return f"{self._happened.text()} {self._rest.text()}".strip()

    def tell(self, error: AttachError) -> None:
        """Show a known error."""
        told = tell(error)
        # Having changed one's mind is nothing that went wrong.
        self._happened.setProperty("role", "body" if isinstance(error, Cancelled) else "fault")
        restyle(self._happened)
        self._happened.setText(told.happened)
        self._rest.setText(f"{told.safe} {told.next}")
        self.setAccessibleName(self.text)
        self.show()
        announce(self, self.text)

    def clear(self) -> None:
        """Show nothing."""
        self._happened.clear()
        self._rest.clear()
        self.hide()


class Waiting(QWidget):
    """Work under way: what is being done, how far it has come, and a way to call it off."""

    def __init__(self, on_cancel: Callable[[], object] | None, *, flat: bool = False) -> None:
        """Without ``on_cancel`` there is no button: the work is short and leaves nothing half done.

        ``flat`` puts all of it on one line.
        """
        super().__init__()
        self._text = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(SMALL)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self.bar, 1)
        self._stop: QPushButton | None = None
        if on_cancel is not None:
            self._stop = button(self.tr("Cancel"), on_cancel)
            row.addWidget(self._stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        if flat:
            self._text.setWordWrap(False)
            row.insertWidget(0, self._text)
        else:
            column.addWidget(self._text)
        column.addLayout(row)

    @property
    def text(self) -> str:
        """What is being done."""
        return self._text.text()

    def begin(self, text: str, *, take_focus: bool = True) -> None:
        """Say what is being done; how far it will go is not known yet.

        ``take_focus`` leads the keyboard to the way to call it off; not where somebody is in the middle of something.
        """
        self._text.setText(text)
        self.bar.setAccessibleName(text)
        self.bar.setRange(0, 0)
        if self._stop is not None:
            self._stop.setEnabled(True)
            if take_focus:
                self._stop.setFocus()

    def step(self, done: int, total: int) -> None:
        """So far."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def stopping(self) -> None:
        """It was called off and is putting things back."""
        self._text.setText(self.tr("Putting everything back …"))
        self.bar.setRange(0, 0)
        if self._stop is not None:
            self._stop.setEnabled(False)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say what has appeared where the focus is not."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def say_in(line: QLabel, text: str) -> None:
    """Have ``line`` say what has come about, and a screen reader too; an empty text takes the line away."""
    line.setText(text)
    line.setVisible(bool(text))
    if text:
        announce(line, text)


def question(asked: QLabel, answers: QHBoxLayout) -> QFrame:
    """A question inside a dialog, with its answers below it; hidden until it is asked."""
    note = frame("note")
    column = QVBoxLayout(note)
    column.setContentsMargins(NORMAL, MEDIUM, NORMAL, MEDIUM)
    column.setSpacing(MEDIUM)
    column.addWidget(asked)
    answers.setSpacing(SMALL)
    column.addLayout(answers)
    note.hide()
    return note


def counted(count: int, one: str, several: str) -> str:
    """``one`` or ``several`` with its blank ``{count}`` filled, as the number wants it."""
    return (one if count == 1 else several).format(count=f"{count:,}")
