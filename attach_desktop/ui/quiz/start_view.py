"""The quiz's first page: what it is and is not, whom to think of, and earlier takes as a quiet list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.shelf import Shelf
from attach_desktop.quiz.store import Sitting
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, NORMAL, SMALL, WIDE
from attach_desktop.ui.widgets.column import scrolled
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.ui.widgets.tab_order import chain
from attach_desktop.vault.kind import Stored


@dataclass(frozen=True, slots=True)
class EarlierTake:
    """One line of the list of earlier takes."""

    record: Stored[Take]
    when: str
    about: str


class StartView(QWidget):
    """Chooses questionnaire, lens and layout. ``begin`` carries a new Sitting."""

    begin = Signal(object)
    go_on = Signal()
    put_aside = Signal()
    open_take = Signal(object)
    lens_changed = Signal()

    def __init__(self, shelf: Shelf, words: Words) -> None:
        """``shelf`` has the questionnaires at hand."""
        super().__init__()
        self._shelf, self._words = shelf, words
        self._lenses = QButtonGroup(self)
        self._column = QVBoxLayout()
        self._column.setSpacing(SMALL)
        self._earlier = QVBoxLayout()
        self._earlier.setSpacing(2)
        self._build()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        texts = self._words.texts
        left = QWidget()
        left.setLayout(self._column)
        left.setMaximumWidth(620)
        self._resume = frame("note")
        note = QHBoxLayout(self._resume)
        note.setContentsMargins(NORMAL, SMALL, SMALL, SMALL)
        self._resume_text = label("", "body")
        note.addWidget(self._resume_text, 1)
        note.addWidget(button(self.tr("Put aside"), self.put_aside.emit, "quiet"))
        self.resume_button = button(self.tr("Go on"), self.go_on.emit, "primary")
        note.addWidget(self.resume_button)
        self._resume.hide()
        self._column.addWidget(self._resume)
        self._column.addWidget(label(str(texts["disclosure"]["title"]), "title"))
        self._what = label("")
        self._column.addWidget(self._what)
        for point in texts["disclosure"]["points"]:
            self._column.addWidget(label(f"–  {point}", "muted"))
        self._own = label(str(texts["disclosure"]["own"]), "muted")
        self._column.addWidget(self._own)
        self._column.addSpacing(MEDIUM)
        self._which = QComboBox()
        self._which.setAccessibleName(self.tr("Questionnaire"))
        for questionnaire in self._shelf.questionnaires:
            self._which.addItem(questionnaire.name)
        self._which.setVisible(len(self._shelf.questionnaires) > 1)
        self._which.currentIndexChanged.connect(lambda _: self._show_questionnaire())
        self._column.addWidget(self._which)
        self._column.addWidget(label(str(texts["taking"]["lens"]), "lead"))
        self._lens_box = QVBoxLayout()
        self._lens_box.setSpacing(2)
        self._column.addLayout(self._lens_box)
        self._lens_note = label("", "muted")
        self._column.addWidget(self._lens_note)
        self.alias = QLineEdit()
        self.alias.setMaxLength(80)
        self.alias.setPlaceholderText(str(texts["taking"]["alias"]))
        self.alias.setAccessibleName(str(texts["taking"]["alias"]))
        self.alias.textChanged.connect(lambda _: self.lens_changed.emit())
        self._column.addWidget(self.alias)
        layouts = QHBoxLayout()
        self._one = QRadioButton(self.tr("one sentence at a time"))
        self._all = QRadioButton(self.tr("all on one page"))
        self._one.setChecked(True)
        group = QButtonGroup(self)
        for choice in (self._one, self._all):
            group.addButton(choice)
            layouts.addWidget(choice)
        layouts.addStretch()
        self._column.addLayout(layouts)
        self.kind_word = label("", "muted")
        self._column.addWidget(self.kind_word)
        self.start_button = button(self.tr("Begin"), self._begin, "primary")
        self._column.addWidget(self.start_button)
        self._broken()
        self._column.addStretch()
        right = QWidget()
        right.setMaximumWidth(360)
        side = QVBoxLayout(right)
        side.setSpacing(SMALL)
        side.addWidget(label(self.tr("Earlier takes"), "lead"))
        side.addLayout(self._earlier)
        side.addStretch()
        row = QHBoxLayout()
        row.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        row.setSpacing(WIDE)
        row.addStretch(1)
        row.addWidget(left, 5)
        row.addWidget(right, 3)
        row.addStretch(1)
        inside = QWidget()
        inside.setLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inside))
        self._show_questionnaire()

    def _broken(self) -> None:
        if not self._shelf.broken:
            return
        names = ", ".join(one.path.name for one in self._shelf.broken)
        self._column.addWidget(
            label(
                self.tr(
                    "Some files in your questionnaires folder cannot be used: {names}."
                    " “attach-desktop quiz validate FILE” names what to mend."
                ).format(names=names),
                "small",
            )
        )

    # -- showing ---------------------------------------------------------------------------------------------------

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire that is chosen."""
        return self._shelf.questionnaires[max(0, self._which.currentIndex())]

    def sitting(self) -> Sitting:
        """A new sitting as it is chosen here."""
        chosen = self.questionnaire
        lens = chosen.lenses[max(0, self._lenses.checkedId())]
        return Sitting(
            questionnaire=chosen.id,
            version=chosen.version,
            lens=lens.id,
            alias=self.alias.text().strip(),
            answers=(None,) * len(chosen.items),
            layout="all" if self._all.isChecked() else "one",
        )

    def show_resume(self, text: str) -> None:
        """Offer to go on where a take was left; an empty text offers nothing."""
        self._resume_text.setText(text)
        self._resume.setVisible(bool(text))

    def show_earlier(self, takes: Sequence[EarlierTake]) -> None:
        """List earlier takes, the newest first."""
        while (item := self._earlier.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not takes:
            self._earlier.addWidget(
                label(self.tr("None yet. Some weeks apart, two takes begin to say something."), "muted")
            )
        lines = []
        for take in takes:
            line = button(f"{take.when}\n{take.about}", self._opener(take.record), "quiet")
            line.setAccessibleName(self.tr("Open the take of {when}, {about}").format(when=take.when, about=take.about))
            self._earlier.addWidget(line)
            lines.append(line)
        chain(self.start_button, *lines)

    def _opener(self, record: Stored[Take]) -> Callable[[], None]:
        return lambda: self.open_take.emit(record)

    def _show_questionnaire(self) -> None:
        chosen, texts = self.questionnaire, self._words.texts["disclosure"]
        self._what.setText(f"{texts['what'].format(count=len(chosen.items))} {chosen.time_frame} {texts['how']}")
        self._own.setVisible(self._which.currentIndex() > 0)
        for old in self._lenses.buttons():
            self._lenses.removeButton(old)
            self._lens_box.removeWidget(old)
            old.hide()
            old.deleteLater()
        for number, lens in enumerate(chosen.lenses):
            choice = QRadioButton(lens.name)
            self._lenses.addButton(choice, number)
            self._lens_box.addWidget(choice)
            choice.toggled.connect(self._show_lens)
        chain(self._which, *self._lenses.buttons(), self.alias, self._one, self._all, self.start_button)
        first = self._lenses.button(0)
        if first is not None:
            first.setChecked(True)

    def _show_lens(self) -> None:
        number = self._lenses.checkedId()
        if number >= 0:
            self._lens_note.setText(self.questionnaire.lenses[number].note)
            self.alias.setVisible(number > 0 or len(self.questionnaire.lenses) == 1)
            self.lens_changed.emit()

    def _begin(self) -> None:
        self.begin.emit(self.sitting())

    def start(self) -> None:
        """Give the focus to the next thing to do."""
        target = self.resume_button if self._resume.isVisible() else self._lenses.checkedButton()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
