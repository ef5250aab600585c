"""The two folds of the form: what set it off (one minute), and the thought record (five minutes)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.journal.entry import MAX_COPING
from attach_desktop.journal.library import PULLS, ROLES, TRIGGER_KINDS, Library
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.journal.name_rows import NameRows
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.chip_field import ChipField
from attach_desktop.ui.widgets.labels import label
from attach_desktop.ui.widgets.number_field import NumberField
from attach_desktop.ui.widgets.scale_row import ScaleRow
from attach_desktop.ui.widgets.suggesting import SuggestingArea
from attach_desktop.ui.widgets.text_area import TextArea

#: The words a person has used in a field, the most used first.
Used = Callable[[str], Sequence[str]]


class Depth(QWidget):
    """A part of the form: reads and shows its own fields of an entry, as the documented JSON names them."""

    changed = Signal()

    def __init__(self) -> None:
        """An empty column."""
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SMALL, 0, 0, SMALL)
        self.column.setSpacing(4)
        self._texts: dict[str, TextArea] = {}
        self._words: dict[str, ChipField] = {}
        self._scales: dict[str, ScaleRow] = {}
        self._percents: dict[str, NumberField] = {}

    def values(self) -> dict[str, Any]:
        """What is written, by field."""
        return {
            **{field: widget.text() for field, widget in self._texts.items()},
            **{field: list(widget.words()) for field, widget in self._words.items()},
            **{field: widget.value() for field, widget in self._scales.items()},
            **{field: widget.number() for field, widget in self._percents.items()},
        }

    def set_values(self, values: dict[str, Any]) -> None:
        """Show what ``values`` holds; what it lacks is empty."""
        for field, text in self._texts.items():
            text.set_text(values.get(field) or "")
        for field, words in self._words.items():
            words.set_words(values.get(field) or [])
        for field, scale in self._scales.items():
            scale.set_value(values.get(field))
        for field, percent in self._percents.items():
            percent.set_number(values.get(field))

    def add_text(
        self,
        field: str,
        title: str,
        hint: str,
        lines: tuple[int, int] = (2, 10),
        suggest: Callable[[], Sequence[str]] | None = None,
    ) -> None:
        """A text field under its title; with ``suggest`` it offers words."""
        widget = TextArea(title, hint, lines) if suggest is None else SuggestingArea(title, hint, lines, suggest)
        widget.textChanged.connect(self.changed)
        self._texts[field] = widget
        self._titled(title, widget)

    def add_words(
        self, field: str, title: str, hint: str, suggest: Callable[[], Sequence[str]], limit: int = 100
    ) -> ChipField:
        """A field for words under its title."""
        widget = ChipField(title, hint, suggest, limit)
        widget.changed.connect(self.changed)
        self._words[field] = widget
        self._titled(title, widget)
        return widget

    def add_scale(self, theme: Theme, field: str, title: str, ends: tuple[str, str]) -> None:
        """A scale of 0 to 10 under its title."""
        widget = ScaleRow(theme, title, 0, 10, ends)
        widget.changed.connect(self.changed)
        self._scales[field] = widget
        self._titled(title, widget)

    def add_percent(self, field: str, title: str) -> None:
        """A whole number of 0 to 100, or nothing, beside its title."""
        widget = NumberField(title, 100, " %", 5)
        widget.valueChanged.connect(lambda _: self.changed.emit())
        self._percents[field] = widget
        row = QHBoxLayout()
        row.addWidget(label(title, "muted", wrap=False))
        row.addWidget(widget)
        row.addStretch()
        self.column.addLayout(row)

    def _titled(self, title: str, widget: QWidget) -> None:
        head = label(title, "muted")
        head.setBuddy(widget)
        head.setContentsMargins(0, 6, 0, 0)
        self.column.addWidget(head)
        self.column.addWidget(widget)


class TriggerDepth(Depth):
    """What set it off: trigger, people, what happened, body, urge, what was done, and what helped."""

    def __init__(self, theme: Theme, vocabulary: Vocabulary, library: Library, used: Used) -> None:
        """``used`` gives a person's own words for suggestions, before the presets."""
        super().__init__()
        self._library = library
        self._minutes_before: dict[str, int | None] = {}
        self.add_words(
            "triggers",
            self.tr("What set it off"),
            self.tr("silence, a plan changed, a look …"),
            lambda: _merged(used("triggers"), [t.name for t in vocabulary.triggers]),
        ).changed.connect(self._names_changed)
        presets = {t.name for t in vocabulary.triggers}
        self._new_triggers = NameRows(
            [
                (self.tr("kind"), [(kind, vocabulary.kind_word(kind)) for kind in reversed(TRIGGER_KINDS)]),
                (self.tr("which way it pulls"), [(pull, vocabulary.pull_word(pull)) for pull in PULLS]),
            ],
            lambda name: name in presets or library.trigger(name) is not None,
            lambda: self._words["triggers"].last_stop,
        )
        self.column.addWidget(self._new_triggers)
        self.add_words(
            "people",
            self.tr("Who was there, or on my mind"),
            self.tr("a name you choose for them"),
            lambda: [record.value.alias for record in library.people.each()],
        ).changed.connect(self._names_changed)
        self._new_people = NameRows(
            [(self.tr("who they are to me"), [(role, vocabulary.role_word(role)) for role in ROLES])],
            lambda name: library.person(name) is not None,
            lambda: self._words["people"].last_stop,
        )
        self.column.addWidget(self._new_people)
        self.add_text("happened", self.tr("What happened"), vocabulary.prompt("happened"))
        self.add_words(
            "body",
            self.tr("In the body"),
            self.tr("tight chest, heavy arms …"),
            lambda: _merged(used("body"), vocabulary.body),
        )
        self.add_text("urge", self.tr("The urge"), vocabulary.prompt("urge"), (1, 4), lambda: vocabulary.urges)
        self.add_text("did", self.tr("What I did"), vocabulary.prompt("did"), (1, 6))
        self.add_scale(
            theme, "intensity_before", self.tr("How strong it was"), (self.tr("faint"), self.tr("all of me"))
        )
        self.add_words(
            "coping",
            self.tr("What I tried to steady myself"),
            self.tr("up to three"),
            lambda: _merged(used("coping"), vocabulary.coping),
            MAX_COPING,
        )
        self._minutes = NumberField(self.tr("Minutes until I looked again"), 1440, self.tr(" min"))
        self._minutes.valueChanged.connect(lambda _: self.changed.emit())
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Looked again after"), "muted", wrap=False))
        row.addWidget(self._minutes)
        row.addStretch()
        self.column.addLayout(row)
        self.add_scale(
            theme,
            "intensity_after",
            self.tr("How strong it was then"),
            (self.tr("faint"), self.tr("all of me")),
        )

    def values(self) -> dict[str, Any]:
        """What is written; the minutes count for everything that was tried."""
        found = super().values()
        minutes = self._minutes.number()
        same = minutes == next(iter(self._minutes_before.values()), None)
        found["coping"] = [
            {"name": name, "minutes": self._minutes_before.get(name, minutes) if same else minutes}
            for name in found["coping"]
        ]
        return found

    def set_values(self, values: dict[str, Any]) -> None:
        """Show what ``values`` holds."""
        coping = values.get("coping") or []
        super().set_values({**values, "coping": [item["name"] for item in coping]})
        self._minutes_before = {item["name"]: item.get("minutes") for item in coping}
        self._minutes.set_number(next(iter(self._minutes_before.values()), None))
        self._names_changed()

    def keep_names(self) -> None:
        """Put newly written triggers and people, with what was said about them, in the library."""
        for name, (sort, pull) in self._new_triggers.answers().items():
            self._library.keep_trigger(name, sort, pull)
        for alias, (role,) in self._new_people.answers().items():
            self._library.keep_person(alias, role)

    def _names_changed(self) -> None:
        # Not for a word that is still being written: a row would come and go with every letter.
        self._new_triggers.show_for(self._words["triggers"].chips)
        self._new_people.show_for(self._words["people"].chips)


class ThoughtDepth(Depth):
    """The thought record: the thought, what speaks for and against it, and a balanced one."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """``vocabulary`` has the prompts."""
        super().__init__()
        self.add_text("thought", self.tr("The thought that came"), vocabulary.prompt("thought"))
        self.add_percent("belief", self.tr("How much I believed it"))
        self.add_text("evidence_for", self.tr("What speaks for it"), vocabulary.prompt("evidence_for"))
        self.add_text("evidence_against", self.tr("What speaks against it"), vocabulary.prompt("evidence_against"))
        self.add_text(
            "balanced_thought",
            self.tr("A thought that has room for both"),
            vocabulary.prompt("balanced_thought"),
        )
        self.add_percent("belief_after", self.tr("How much I believe the first one now"))


def _merged(own: Sequence[str], presets: Sequence[str]) -> list[str]:
    known = {word.casefold() for word in own}
    return [*own, *(word for word in presets if word.casefold() not in known)]
