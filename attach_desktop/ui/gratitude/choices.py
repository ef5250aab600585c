"""What a person decides about the lists: new ones, the rhythm, and what is out of sight, with the way back to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from attach_desktop import resources
from attach_desktop.errors import AttachError
from attach_desktop.gratitude.lists import Lists
from attach_desktop.sentences import tell
from attach_desktop.ui.theme.tokens import NORMAL, SMALL
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.column import emptied
from attach_desktop.ui.widgets.labels import button, label

_NAME_WIDTH = 300
#: Does something to the records and tells what went wrong; returns whether it went well.
Do = Callable[[Callable[[], object]], bool]


class ListChoices(QWidget):
    """The inside of the fold "Lists and rhythm"."""

    def __init__(self, lists: Lists, do: Do) -> None:
        """``do`` does things and tells in the status line what went wrong."""
        super().__init__()
        self._lists, self._do = lists, do
        texts = resources.content("gratitude")
        column = QVBoxLayout(self)
        column.setContentsMargins(NORMAL, 0, 0, 0)
        column.setSpacing(SMALL)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(self.tr("Name of a new list"))
        self.name.setAccessibleName(self.tr("Name of a new list"))
        self.name.setToolTip(str(texts["page"]["own-list"]))
        self.name.setMaximumWidth(_NAME_WIDTH)
        self.name.returnPressed.connect(self._add)
        row.addWidget(self.name)
        row.addWidget(button(self.tr("Add list"), self._add))
        row.addStretch()
        column.addLayout(row)
        self._fault = label("", "fault")
        self._fault.hide()
        column.addWidget(self._fault)
        self._rhythm = Choice(self.tr("How often it is proposed"))
        self._rhythm.addItem(str(texts["rhythm"]["weekly"]), "weekly")
        self._rhythm.addItem(str(texts["rhythm"]["daily"]), "daily")
        self._rhythm.currentIndexChanged.connect(lambda _: self._choose_rhythm())
        pace = QHBoxLayout()
        pace.setSpacing(SMALL)
        pace.addWidget(self._rhythm.label())
        pace.addWidget(self._rhythm)
        pace.addStretch()
        column.addLayout(pace)
        column.addWidget(label(str(texts["rhythm"]["about"]), "small"))
        self._away = QVBoxLayout()
        self._away.setSpacing(SMALL)
        column.addLayout(self._away)
        self._shown: object = None
        self.refresh()

    def refresh(self) -> None:
        """Read again what was chosen and what is out of sight."""
        lists = self._lists
        self._rhythm.blockSignals(True)
        self._rhythm.setCurrentIndex(max(0, self._rhythm.findData(lists.rhythm)))
        self._rhythm.blockSignals(False)
        hidden = tuple(heading for heading in lists.headings(hidden=True) if heading.hidden)
        shown = hidden, lists.hidden_people, lists.hidden_prompts
        if shown == self._shown:
            return
        self._shown = shown
        emptied(self._away)
        for heading in hidden:
            self._put_back(self.tr("Hidden list: {name}").format(name=heading.name),
                           self.tr("Show {name}").format(name=heading.name),
                           self._shower(heading.key))  # fmt: skip
        for alias in lists.hidden_people:
            self._put_back(self.tr("Not brought back: what is with {name}").format(name=alias),
                           self.tr("Let {name} come back").format(name=alias),
                           self._person_shower(alias))  # fmt: skip
        for prompt in lists.hidden_prompts:
            self._put_back(self.tr("Put away: {prompt}").format(prompt=prompt),
                           self.tr("Show it again"), self._prompt_shower(prompt),
                           self.tr("Show again: {prompt}").format(prompt=prompt))  # fmt: skip

    # -- inside ----------------------------------------------------------------------------------------------------

    def _put_back(self, text: str, step: str, act: Callable[[], object], name: str = "") -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(label(text, "muted"), 1)
        back = button(step.replace("&", "&&"), lambda: self._do(act), "quiet")
        back.setAccessibleName(name or step)
        row.addWidget(back)
        self._away.addWidget(line)

    def _shower(self, key: str) -> Callable[[], object]:
        return lambda: self._lists.hide(key, hidden=False)

    def _person_shower(self, alias: str) -> Callable[[], object]:
        return lambda: self._lists.hide_person(alias, hidden=False)

    def _prompt_shower(self, prompt: str) -> Callable[[], object]:
        return lambda: self._lists.hide_prompt(prompt, hidden=False)

    def _choose_rhythm(self) -> None:
        rhythm = self._rhythm.currentData()
        self._do(lambda: self._lists.choose_rhythm(rhythm))

    def _add(self) -> None:
        if not self.name.text().strip():
            self._say(self.tr("A list needs a name. A word is enough."))
            self.name.setFocus()
            return
        try:
            self._lists.add(self.name.text())
        except AttachError as error:
            told = tell(error)
            self._say(f"{told.happened} {told.next}")
            return
        self._say("")
        self.name.clear()

    def _say(self, fault: str) -> None:
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
