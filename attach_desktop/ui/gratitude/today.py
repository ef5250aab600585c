"""What gratitude hands to Today: one line to write, and something to remember."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from attach_desktop import resources
from attach_desktop.clock import Moment, day_of
from attach_desktop.errors import AttachError
from attach_desktop.gratitude.item import GRATITUDE, GRATITUDE_LISTS, Item
from attach_desktop.gratitude.rules import due, next_list
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.sentences import tell
from attach_desktop.ui.gratitude.memory import MemoryCard
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.tokens import SMALL
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.pause import at_pause


class GratitudeCard(QWidget):
    """Proposes the list that was not used for longest, when the rhythm invites to it."""

    def __init__(self, store: GratitudeStore, shell: Shell) -> None:
        """``shell`` shows that it was saved."""
        super().__init__()
        self._store, self._shell = store, shell
        self._clock = store.vault.clock
        self._key = ""
        self._prompt = label("", "muted")
        self._line = QLineEdit()
        self._line.setAccessibleName(self.tr("One thing to be grateful for"))
        self._line.returnPressed.connect(self._add)
        self._line.textEdited.connect(self._typed)
        self._fault = label("", "fault")
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._prompt)
        row = QHBoxLayout()
        row.addWidget(self._line, 1)
        row.addWidget(button(self.tr("Add"), self._add))
        column.addLayout(row)
        column.addWidget(self._fault)
        kept = store.vault.drafts.get("today.gratitude")
        if kept is not None:
            self._line.setText(str(kept[0].get("text", "")))
        self._later = at_pause(self, self.leave)
        self._line.textChanged.connect(lambda _: self._later.start())

    def topics(self) -> tuple[str, ...]:
        """Items, lists and choices."""
        return (GRATITUDE.name, GRATITUDE_LISTS.name, "settings")

    def start(self) -> bool:
        """Not a card to begin with."""
        return False

    def leave(self) -> None:
        """What was written is kept as a draft."""
        self._later.stop()
        try:
            if self._line.text().strip():
                self._store.vault.drafts.save("today.gratitude", {"text": self._line.text()})
            else:
                self._store.vault.drafts.drop("today.gratitude")
        except AttachError as error:
            self._shell.complain(error)

    def refresh(self) -> bool:
        """Propose a list; nothing where the rhythm says that it is not the day, unless something is half-written."""
        lists, used = self._store.lists, self._store.last_used()
        headings = {heading.key: heading.name for heading in lists.headings()}
        key = next_list(list(headings), used, partner_prompts=lists.partner_prompts)
        if key is None:
            return False
        self._key = key
        self._prompt.setText(headings[key])
        prompts = lists.prompts(key)
        about = resources.content("gratitude")["lists"].get(key, {}).get("about", "")
        hint = prompts[self._today().toordinal() % len(prompts)] if prompts else about
        self._line.setPlaceholderText(hint)
        wanted = due(max(used.values(), default=None), self._today(), lists.rhythm)
        return wanted or bool(self._line.text().strip())

    def _today(self) -> date:
        return day_of(self._clock.now().replace(tzinfo=None), self._store.day_start)

    def _typed(self, text: str) -> None:
        self._fault.hide()

    def _add(self) -> None:
        text = self._line.text().strip()
        if not text:
            self._fault.setText(self.tr("Nothing is written yet. A word is enough."))
            self._fault.show()
            self._line.setFocus()
            return
        try:
            item = Item(at=Moment.now(self._clock), text=text, list=self._key)
            self._line.clear()
            self._store.add(item)
            self._store.vault.drafts.drop("today.gratitude")
        except AttachError as error:
            self._line.setText(text)
            told = tell(error)
            self._fault.setText(f"{told.happened} {told.next}")
            self._fault.show()
            return
        self._fault.hide()
        self._shell.say(self.tr("Saved {time}").format(time=f"{self._clock.now():%H:%M}"))


class RememberCard(MemoryCard):
    """The memory, as a card of Today."""

    def __init__(self, store: GratitudeStore, shell: Shell) -> None:
        """An old item of ``store``."""
        super().__init__(store, lambda: day_of(store.vault.clock.now().replace(tzinfo=None), store.day_start), shell)

    def topics(self) -> tuple[str, ...]:
        """Items, lists and choices."""
        return (GRATITUDE.name, GRATITUDE_LISTS.name, "settings")

    def start(self) -> bool:
        """Not a card to begin with."""
        return False

    def leave(self) -> None:
        """Nothing is written here."""
