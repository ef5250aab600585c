"""The left side of the window: everything there is to choose, in one column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from attach_desktop.resources import content
from attach_desktop.summary.build import Wanted
from attach_desktop.summary.choices import Choices, Presets
from attach_desktop.ui.paper.sheet import Paper
from attach_desktop.ui.summary.choosing import Start
from attach_desktop.ui.summary.period_field import PeriodField
from attach_desktop.ui.summary.preset_row import PresetRow
from attach_desktop.ui.summary.section_list import Sections
from attach_desktop.ui.theme.tokens import LARGE, NORMAL, SMALL, TIGHT
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.labels import label
from attach_desktop.ui.widgets.text_area import TextArea

#: The paper sizes in the order in which they are offered.
PAPERS = (Paper.A4, Paper.LETTER)
#: What lies under the words of a box, to stand under them and not under its square.
_UNDER = 30


@dataclass(frozen=True, slots=True)
class Titles:
    """The words of the summary's content: what its ``sections`` and its built-in ``presets`` are called."""

    sections: Mapping[str, str]
    presets: Mapping[str, str]


def titles() -> Titles:
    """As they lie in the content."""
    words = content("summary")
    return Titles(words["sections"], words["presets"])


class Chooser(QWidget):
    """Chooses what goes on paper. ``changed`` at once with each choice; ``typed`` while questions are being written."""

    changed = Signal()
    typed = Signal()
    #: An AttachError: something could not be kept.
    troubled = Signal(object)

    def __init__(self, presets: Presets, titles: Titles, period: PeriodField) -> None:
        """``period`` chooses the days."""
        super().__init__()
        self._titles = titles
        self.presets = PresetRow(presets, titles.presets)
        self.period = period
        self.sections = Sections(titles.sections)
        self.notes = QCheckBox(self.tr("Leave out notes and long texts"))
        self.names = QCheckBox(self.tr("Names become A, B, C"))
        self.private = QCheckBox(self.tr("Leave out what I marked as private"))
        self.questions = TextArea(self.tr("My questions for the session"), self.tr("One on a line"), (3, 8))
        self.paper = Choice(self.tr("Paper"), [self.tr("A4"), self.tr("Letter")])
        self._build()
        self.presets.chosen.connect(self._take)
        self.presets.troubled.connect(self.troubled)
        self.period.changed.connect(self.changed)
        self.sections.changed.connect(self._chosen)
        for box in (self.notes, self.names, self.private):
            # Not toggled: a preset that ticks three of them is one change.
            box.clicked.connect(lambda _: self._chosen())
        self.questions.textChanged.connect(self.typed)
        self.paper.activated.connect(lambda _: self.changed.emit())

    def show_start(self, start: Start, questions: str, paper: Paper) -> None:
        """What is chosen when the window opens."""
        self.period.show_period(start.period, start.begin, start.end)
        self._show(start.choices)
        self.questions.blockSignals(True)
        self.questions.set_text(questions)
        self.questions.blockSignals(False)
        self.paper.setCurrentIndex(PAPERS.index(paper))

    def wanted(self) -> Wanted:
        """What is chosen."""
        begin, end = self.period.days()
        return Wanted(begin=begin, end=end, choices=self.choices(), questions=self.questions.text())

    def choices(self) -> Choices:
        """The sections and how much of them."""
        return Choices(
            sections=self.sections.list.chosen(),
            notes=not self.notes.isChecked(),
            names=not self.names.isChecked(),
            private=not self.private.isChecked(),
        )

    def paper_size(self) -> Paper:
        """The paper that is chosen."""
        return PAPERS[self.paper.currentIndex()]

    # -- inside ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, NORMAL, 0)
        column.setSpacing(SMALL)
        for choice, part in ((self.presets.choice, self.presets), (self.period.choice, self.period)):
            head = choice.label()
            head.setProperty("role", "lead")
            column.addWidget(head)
            column.addWidget(part)
            column.addSpacing(SMALL)
        column.addWidget(self.sections)
        column.addSpacing(SMALL)
        column.addWidget(label(self.tr("How much"), "lead"))
        much = QVBoxLayout()
        much.setSpacing(TIGHT)
        for box in (self.notes, self.names, self.private):
            much.addWidget(box)
            if box is self.names:
                # Whoever hides names must know which ones are known.
                known = self.tr("Those of people you have entered as people; any other name in a text stays.")
                box.setAccessibleDescription(known)
                hint = label(known, "small")
                hint.setContentsMargins(_UNDER, 0, 0, TIGHT)
                much.addWidget(hint)
        column.addLayout(much)
        column.addSpacing(SMALL)
        asked = label(self.questions.accessibleName(), "lead")
        asked.setBuddy(self.questions)
        column.addWidget(asked)
        column.addWidget(self.questions)
        self.hint = label("", "small")
        column.addWidget(self.hint)
        column.addSpacing(SMALL)
        size = self.paper.label()
        size.setProperty("role", "lead")
        column.addWidget(size)
        column.addWidget(self.paper)
        column.addSpacing(LARGE)
        column.addStretch()

    def _take(self, choices: Choices) -> None:
        self._show(choices)
        self.changed.emit()

    def _show(self, choices: Choices) -> None:
        self.sections.show_sections(choices.sections)
        self.notes.setChecked(not choices.notes)
        self.names.setChecked(not choices.names)
        self.private.setChecked(not choices.private)
        self._tell(choices)

    def _chosen(self) -> None:
        self._tell(self.choices())
        self.changed.emit()

    def _tell(self, choices: Choices) -> None:
        self.presets.show_choices(choices)
        if "questions" in choices.sections:
            self.hint.setText(self.tr("They stay here until you change them."))
        else:
            title = self._titles.sections["questions"]
            self.hint.setText(self.tr("They are on paper where the section “{title}” is.").format(title=title))
