"""One form in three depths: ten seconds, one minute, five minutes. Opening a depth never loses what was typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.clock import Clock, Moment
from attach_desktop.journal.entry import Entry, from_json
from attach_desktop.journal.library import Library
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.journal.depths import Depth, ThoughtDepth, TriggerDepth, Used
from attach_desktop.ui.journal.when_row import WhenRow
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, NORMAL, SMALL
from attach_desktop.ui.widgets.chip_field import ChipField
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.mood_grid import MoodGrid
from attach_desktop.ui.widgets.safe_area import SafeArea
from attach_desktop.ui.widgets.text_area import TextArea


class EntryForm(QWidget):
    """Reads its widgets into an Entry and shows one. ``changed`` with every change, ``save_asked`` on Enter."""

    changed = Signal()
    save_asked = Signal()
    cancel_asked = Signal()

    def __init__(self, theme: Theme, clock: Clock, vocabulary: Vocabulary, library: Library, used: Used) -> None:
        """``used`` gives the person's own words of a field, the most used first."""
        super().__init__()
        self._theme, self._vocabulary, self._library, self._used = theme, vocabulary, library, used
        self._filling = False
        self._hidden_values: dict[str, Any] = {}
        self._depths: dict[str, Depth] = {}

        self._title = label(self.tr("How is it right now?"), "title")
        self.when = WhenRow(clock)
        self.grid = MoodGrid(theme, vocabulary.cell_word)
        self.feelings = ChipField(
            self.tr("Feelings"),
            self.tr("uneasy, hopeful …"),
            lambda: self._feelings_near(),
        )
        self.note = TextArea(self.tr("Note"), vocabulary.prompt("note"), (4, 14))
        self.tags = ChipField(self.tr("Tags"), self.tr("Tags"), lambda: list(used("tags")))
        self.for_session = QCheckBox(self.tr("For my session"))
        self.for_session.setToolTip(self.tr("Collect it for the next therapy hour"))
        self.private = QCheckBox(self.tr("Private"))
        self.private.setToolTip(self.tr("Left out of prints unless you ask for it"))
        self.trigger_fold = Fold(self.tr("What set it off"), lambda: self._build_depth("trigger"))
        self.thought_fold = Fold(self.tr("Thought record"), lambda: self._build_depth("thought"))
        self.faults = label("", "fault")
        self.faults.hide()
        self.save = button(self.tr("Save"), self.save_asked.emit, "primary")
        self.save.setToolTip(self.tr("Enter in the grid, Ctrl+Enter anywhere"))
        self.cancel = button(self.tr("Cancel"), self.cancel_asked.emit, "quiet")
        self.cancel.hide()
        self._lay_out()
        for signal in (
            self.when.changed,
            self.grid.changed,
            self.feelings.changed,
            self.note.textChanged,
            self.tags.changed,
            self.for_session.toggled,
            self.private.toggled,
        ):
            signal.connect(self._changed)
        self.grid.submitted.connect(self.save_asked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save_asked)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("role", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(LARGE, LARGE, LARGE, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(self._title)
        column.addWidget(self.when)
        top = QHBoxLayout()
        top.setSpacing(LARGE)
        top.addWidget(self.grid, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        for title, field in ((self.tr("Feelings"), self.feelings), (self.tr("Note"), self.note)):
            head = label(title, "muted")
            head.setBuddy(field)
            words.addWidget(head)
            words.addWidget(field)
            words.addSpacing(4)
        words.addStretch()
        top.addLayout(words, 1)
        column.addLayout(top)
        column.addWidget(self.trigger_fold)
        column.addWidget(self.thought_fold)
        column.addWidget(self.tags)
        column.addStretch()
        area = SafeArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area = area
        foot = QHBoxLayout()
        foot.setContentsMargins(LARGE, SMALL, LARGE, NORMAL)
        foot.setSpacing(NORMAL)
        foot.addWidget(self.for_session)
        foot.addWidget(self.private)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(area, 1)
        self.faults.setContentsMargins(LARGE, 0, LARGE, 0)
        outer.addWidget(self.faults)
        outer.addLayout(foot)

    # -- values ----------------------------------------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        """What is written, by the documented names of the fields; "at" is None while it is simply now."""
        mood, energy = self.grid.value()
        given = self.when.given()
        found = {
            **self._hidden_values,
            "at": given.isoformat() if given else None,
            "zone": given.zone if given else "",
            "mood": mood,
            "energy": energy,
            "feelings": list(self.feelings.words()),
            "note": self.note.text(),
            "tags": list(self.tags.words()),
            "for_session": self.for_session.isChecked(),
            "private": self.private.isChecked(),
        }
        for depth in self._depths.values():
            found.update(depth.values())
        return found

    def set_values(self, values: dict[str, Any]) -> None:
        """Show what ``values`` holds. Depths that hold something open by themselves."""
        self._filling = True
        try:
            at = values.get("at")
            self.when.set_moment(Moment.parse(at, values.get("zone") or "") if at else None)
            self.grid.set_value(values.get("mood"), values.get("energy"))
            self.feelings.set_words(values.get("feelings") or [])
            self.note.set_text(values.get("note") or "")
            self.tags.set_words(values.get("tags") or [])
            self.for_session.setChecked(bool(values.get("for_session")))
            self.private.setChecked(bool(values.get("private")))
            # What a fold that is not built yet would show is kept here until it is.
            self._hidden_values = dict(values)
            for depth in self._depths.values():
                depth.set_values(values)
            self.trigger_fold.set_open(_any(values, _TRIGGER_FIELDS))
            self.thought_fold.set_open(_any(values, _THOUGHT_FIELDS))
            self.show_faults("")
        finally:
            self._filling = False

    def entry(self) -> Entry:
        """The entry that is written, now if no other time was chosen. Raises FaultsError naming every fault."""
        moment = self.when.moment()
        return from_json({**self.values(), "at": moment.isoformat(), "zone": moment.zone})

    def keep_names(self) -> None:
        """Put what was said about new triggers and people in the library."""
        depth = self._depths.get("trigger")
        if isinstance(depth, TriggerDepth):
            depth.keep_names()

    @property
    def is_empty(self) -> bool:
        """Whether nothing worth keeping is written."""
        ignored = ("at", "zone", "for_session", "private")
        return not any(value not in (None, "", []) for key, value in self.values().items() if key not in ignored)

    # -- state -----------------------------------------------------------------------------------------------------

    def set_editing(self, editing: bool) -> None:
        """Say whether it changes an entry that exists or writes a new one."""
        self._title.setText(self.tr("Edit this entry") if editing else self.tr("How is it right now?"))
        self.save.setText(self.tr("Save changes") if editing else self.tr("Save"))
        self.cancel.setVisible(editing)

    def show_faults(self, text: str) -> None:
        """Say what keeps it from being saved; nothing hides the line."""
        self.faults.setText(text)
        self.faults.setVisible(bool(text))

    def start(self) -> None:
        """Ready for two digits and Enter."""
        self._area.verticalScrollBar().setValue(0)
        self.grid.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves editing."""
        if event.key() == Qt.Key.Key_Escape and self.cancel.isVisible():
            self.cancel_asked.emit()
        else:
            super().keyPressEvent(event)

    def _build_depth(self, name: str) -> QWidget:
        depth: Depth
        if name == "trigger":
            depth = TriggerDepth(self._theme, self._vocabulary, self._library, self._used)
        else:
            depth = ThoughtDepth(self._vocabulary)
        depth.set_values(self._hidden_values)
        depth.changed.connect(self._changed)
        self._depths[name] = depth
        return depth

    def _changed(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _feelings_near(self) -> list[str]:
        mood, energy = self.grid.value()
        own = self._used("feelings")
        near = [feeling.word for feeling in self._vocabulary.near(mood, energy)]
        known = set(near)
        return [*near[:24], *(word for word in own if word not in known), *near[24:]]


_TRIGGER_FIELDS = (
    "triggers", "people", "happened", "body", "urge", "did", "intensity_before", "coping", "intensity_after",
)  # fmt: skip
_THOUGHT_FIELDS = (
    "thought", "belief", "evidence_for", "evidence_against", "balanced_thought", "belief_after",
)  # fmt: skip


def _any(values: dict[str, Any], fields: tuple[str, ...]) -> bool:
    return any(values.get(field) not in (None, "", []) for field in fields)
