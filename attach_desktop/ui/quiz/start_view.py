"""The quiz's first page: what it is and is not, whom to think of, and earlier takes as a quiet list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from attach_desktop.errors import FaultsError
from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.shelf import Broken, Shelf
from attach_desktop.quiz.store import Sitting
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.sentences import tell, tell_fault
from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, NORMAL, SMALL, TIGHT, WIDE
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.column import centred, emptied, line_width, scrolled
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.ui.widgets.labels import button, frame, label, literal, restyle, shortened
from attach_desktop.ui.widgets.listed import listed
from attach_desktop.ui.widgets.tab_order import chain
from attach_desktop.vault.kind import Stored

#: The lens that is about nobody by name.
_NOBODY = "general"
_SIDE_WIDTH = 300


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
        self._build()
        self.show_shelf(shelf)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._resume_note())
        self._build_what(column)
        column.addSpacing(NORMAL)
        self._build_choices(column)
        column.addStretch()
        left.setMaximumWidth(line_width(left) + WIDE)
        side = QVBoxLayout(right)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(SMALL)
        side.addWidget(label(self.tr("Earlier takes"), "lead"))
        self._earlier = _slot(side, 2)
        side.addStretch()
        right.setMaximumWidth(_SIDE_WIDTH)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * WIDE)
        row.addWidget(left, 5)
        row.addWidget(right, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        width = left.maximumWidth() + right.maximumWidth() + 2 * WIDE
        outer.setSpacing(0)
        outer.addWidget(scrolled(centred(inside, width)), 1)
        outer.addWidget(frame("hairline"))
        outer.addWidget(self._foot(width))

    def _resume_note(self) -> QWidget:
        self._resume = frame("note")
        note = QHBoxLayout(self._resume)
        note.setContentsMargins(NORMAL, SMALL, SMALL, SMALL)
        self._resume_text = label("")
        self.aside_button = button(self.tr("Put aside"), self.put_aside.emit, "quiet")
        self.resume_button = button(self.tr("Go on"), self.go_on.emit, "primary")
        note.addWidget(self._resume_text, 1)
        note.addWidget(self.aside_button)
        note.addWidget(self.resume_button)
        self._resume.hide()
        return self._resume

    def _build_what(self, column: QVBoxLayout) -> None:
        """What this is and is not."""
        texts = self._words.texts["disclosure"]
        column.addWidget(label(str(texts["title"]), "title"))
        self.which = Choice(self.tr("Questionnaire"))
        self.which.currentIndexChanged.connect(lambda _: self._show_questionnaire())
        self._which_row = QWidget()
        row = QHBoxLayout(self._which_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self.which.label())
        row.addWidget(self.which)
        row.addStretch()
        column.addWidget(self._which_row)
        self._what = label("")
        column.addWidget(self._what)
        self._points = _slot(column, TIGHT)
        self._faults = _slot(column, TIGHT)

    def _build_choices(self, column: QVBoxLayout) -> None:
        """Whom to think of, and how to go through the sentences."""
        texts = self._words.texts["taking"]
        column.addWidget(label(str(texts["lens"]), "lead"))
        self._lenses = QButtonGroup(self)
        self._lens_box = _slot(column, 0)
        self._lens_note = label("", "muted")
        column.addWidget(self._lens_note)
        self.alias = QLineEdit()
        self.alias.setMaxLength(80)
        self.alias.setPlaceholderText(str(texts["alias"]))
        self.alias.setAccessibleName(str(texts["alias"]))
        self.alias.textChanged.connect(lambda _: self.lens_changed.emit())
        column.addWidget(self.alias)
        self.kind_word = label("", "muted")
        column.addWidget(self.kind_word)

    def _foot(self, width: int) -> QWidget:
        """What stays in sight while the rest scrolls: how to go through the sentences, and the way on."""
        self.one = QRadioButton(self.tr("One sentence at a time"))
        self.all = QRadioButton(self.tr("All on one page"))
        self.one.setChecked(True)
        self.start_button = button(self.tr("Begin"), self._begin, "primary")
        group = QButtonGroup(self)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(NORMAL)
        for choice in (self.one, self.all):
            group.addButton(choice)
            row.addWidget(choice)
        row.addStretch()
        row.addWidget(self.start_button)
        return centred(inside, width, above=MEDIUM, below=MEDIUM)

    # -- showing ---------------------------------------------------------------------------------------------------

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire that is chosen."""
        return self._shelf.questionnaires[max(0, self.which.currentIndex())]

    def sitting(self) -> Sitting:
        """A new sitting as it is chosen here."""
        chosen = self.questionnaire
        lens = chosen.lenses[max(0, self._lenses.checkedId())]
        return Sitting(
            questionnaire=chosen.id,
            version=chosen.version,
            lens=lens.id,
            # What was written for another lens stays in its field, out of sight, and goes nowhere.
            alias="" if self.alias.isHidden() else self.alias.text().strip(),
            answers=(None,) * len(chosen.items),
            layout="all" if self.all.isChecked() else "one",
        )

    def show_shelf(self, shelf: Shelf) -> None:
        """Offer other questionnaires; the one that was chosen stays so if it is still there."""
        chosen = self.which.currentText()
        self._shelf = shelf
        self.which.blockSignals(True)
        self.which.clear()
        names = [questionnaire.name for questionnaire in shelf.questionnaires]
        self.which.addItems(names)
        self.which.setCurrentIndex(names.index(chosen) if chosen in names else 0)
        self.which.blockSignals(False)
        self._which_row.setVisible(len(names) > 1)
        emptied(self._faults)
        for broken in shelf.broken:
            self._faults.addWidget(Fold(self._cannot_be_used(broken), _teller(broken)))
        self._show_questionnaire()

    def _cannot_be_used(self, broken: Broken) -> str:
        return self.tr("“{name}” in your questionnaires folder cannot be used").format(name=broken.path.name)

    def show_resume(self, text: str, *, can_go_on: bool = True) -> None:
        """Offer to go on where a take was left; an empty text offers nothing."""
        self._resume_text.setText(text)
        self.resume_button.setVisible(can_go_on)
        self._resume.setVisible(bool(text))
        # One primary step at a time.
        self.start_button.setProperty("role", "" if text and can_go_on else "primary")
        restyle(self.start_button)

    def show_earlier(self, takes: Sequence[EarlierTake]) -> None:
        """List earlier takes, the newest first."""
        emptied(self._earlier)
        if not takes:
            none = self.tr("None yet. Some weeks apart, two takes begin to say something.")
            self._earlier.addWidget(label(none, "muted"))
        lines = []
        for take in takes:
            line = button(f"{take.when}\n{literal(take.about)}", self._opener(take.record), "quiet")
            line.setAccessibleName(self.tr("Open the take of {when}, {about}").format(when=take.when, about=take.about))
            self._earlier.addWidget(line)
            lines.append(line)
        chain(self.start_button, *lines)

    def _opener(self, record: Stored[Take]) -> Callable[[], None]:
        return lambda: self.open_take.emit(record)

    def _show_questionnaire(self) -> None:
        chosen, texts = self.questionnaire, self._words.texts["disclosure"]
        what = texts["what"].format(count=len(chosen.items))
        self._what.setText(" ".join(filter(None, [what, chosen.time_frame, texts["how"]])))
        emptied(self._points)
        for point in self._words.points(chosen):
            self._points.addWidget(listed(point, "muted"))
        for old in self._lenses.buttons():
            self._lenses.removeButton(old)
        emptied(self._lens_box)
        for number, lens in enumerate(chosen.lenses):
            choice = QRadioButton(shortened(lens.name, 90).replace("&", "&&"))
            self._lenses.addButton(choice, number)
            self._lens_box.addWidget(choice)
            choice.toggled.connect(self._show_lens)
        chain(self.which, *self._lenses.buttons(), self.alias, self.one, self.all, self.start_button)
        self._lenses.button(0).setChecked(True)

    def _show_lens(self) -> None:
        number = self._lenses.checkedId()
        if number >= 0:
            lens = self.questionnaire.lenses[number]
            self._lens_note.setText(lens.note)
            self._lens_note.setVisible(bool(lens.note))
            self.alias.setVisible(lens.id != _NOBODY)
            self.lens_changed.emit()

    def _begin(self) -> None:
        self.begin.emit(self.sitting())

    def start(self) -> None:
        """Give the focus to the next thing to do."""
        resuming = not self._resume.isHidden() and not self.resume_button.isHidden()
        target = self.resume_button if resuming else self._lenses.checkedButton()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, from wherever one has chosen something."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._begin()
        else:
            super().keyPressEvent(event)


def _teller(broken: Broken) -> Callable[[], QWidget]:
    """What is wrong with a file, fault by fault."""

    def build() -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(LARGE, 0, 0, MEDIUM)
        column.setSpacing(TIGHT)
        error = broken.error
        faults = [tell_fault(fault) for fault in error.faults] if isinstance(error, FaultsError) else []
        for text in faults or [tell(error).happened]:
            column.addWidget(listed(text, "small"))
        return box

    return build


def _slot(column: QVBoxLayout, spacing: int) -> QVBoxLayout:
    """A place in ``column`` for what comes later, so that it is read out where it stands."""
    box = QWidget()
    inside = QVBoxLayout(box)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(spacing)
    column.addWidget(box)
    return inside
