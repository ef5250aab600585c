"""Makes the slips of lists, and does what is wished for on them: writing, prompts, names, order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from attach_desktop import resources
from attach_desktop.clock import Moment, day_of
from attach_desktop.errors import AttachError
from attach_desktop.gratitude.item import PARTNER, Item
from attach_desktop.gratitude.lists import Heading
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.sentences import tell
from attach_desktop.ui.gratitude.deeds import Deeds
from attach_desktop.ui.gratitude.item_editor import Offers
from attach_desktop.ui.gratitude.memory import hide_list
from attach_desktop.ui.gratitude.slip import Slip
from attach_desktop.ui.gratitude.slip_editing import SlipEditing
from attach_desktop.ui.gratitude.slip_line import SlipLine
from attach_desktop.ui.shell import Shell

#: The list of things that were shared: with whom is asked at once.
_SHARED = "memories"


def _tr(text: str) -> str:
    return QCoreApplication.translate("SlipMaker", text)


class SlipMaker:
    """Slips of the lists of a store."""

    def __init__(
        self, store: GratitudeStore, shell: Shell, deeds: Deeds, offers: Offers, written: Callable[[], object]
    ) -> None:
        """``written`` is called whenever something on a slip was written that is not kept yet."""
        self._store, self._shell, self._deeds, self._offers, self._written = store, shell, deeds, offers, written
        self._clock = store.vault.clock
        self._texts = resources.content("gratitude")
        self._prompted: dict[str, int] = {}

    def make(self, heading: Heading) -> Slip:
        """The slip of a list that nothing is on yet."""
        key = heading.key
        hint = str(self._texts["lists"].get(key, self._texts["lists"]["anything"])["about"])
        line = SlipLine(heading.name, hint, self._offers.people if key == _SHARED else None)
        slip = Slip(heading, line, self.editing(key), str(self._texts["empty"]["list"]), self._deeds.wishes)
        line.add_asked.connect(partial(self._add, slip))
        line.more_asked.connect(lambda: slip.write_in_full(line.values()))
        line.prompt_asked.connect(lambda: self._prompt(slip))
        line.put_away_asked.connect(partial(self._put_away, slip))
        line.changed.connect(self._written)
        slip.hide_asked.connect(lambda key: hide_list(self._store, self._shell, key))
        slip.rename_asked.connect(partial(self._rename, slip))
        slip.shift_asked.connect(self._shift)
        return slip

    def editing(self, key: str) -> SlipEditing:
        """What opens editors, for new items of the list ``key``."""
        made = SlipEditing(key, self._offers, lambda: Moment.now(self._clock), self._day_of, self._deeds.keep)
        made.changed.connect(self._written)
        return made

    # -- inside ----------------------------------------------------------------------------------------------------

    def _day_of(self, moment: Moment) -> date:
        return day_of(moment.wall, self._store.day_start)

    def _add(self, slip: Slip, text: str, people: tuple[str, ...]) -> None:
        try:
            item = Item(at=Moment.now(self._clock), text=text, list=slip.heading.key, people=people)
            self._deeds.keep(None, item)
        except AttachError as error:
            told = tell(error)
            slip.show_fault(f"{told.happened} {told.next}")
            return
        slip.top.added()

    def _prompt(self, slip: Slip) -> None:
        key = slip.heading.key
        prompts = self._store.lists.prompts(key)
        if not prompts:
            off = key == PARTNER and not self._store.lists.partner_prompts
            told = self._texts["page"]["partner-off"] if off else self._texts["empty"]["prompts"]
            slip.top.show_prompt(str(told), can_go=False)
            return
        number = self._prompted.get(key, self._day_of(Moment.now(self._clock)).toordinal()) + 1
        self._prompted[key] = number
        slip.top.show_prompt(prompts[number % len(prompts)])
        slip.line.setFocus()

    def _put_away(self, slip: Slip, prompt: str) -> None:
        if self._deeds.do(lambda: self._store.lists.hide_prompt(prompt)):
            self._prompt(slip)
            self._shell.offer_undo(
                _tr("This sentence is put away"),
                lambda: self._store.lists.hide_prompt(prompt, hidden=False),
                _tr("Bring it back"),
            )

    def _rename(self, slip: Slip, key: str, name: str) -> None:
        try:
            self._store.lists.rename(key, name)
        except AttachError as error:
            told = tell(error)
            slip.show_fault(f"{told.happened} {told.next}")
        else:
            slip.show_fault("")

    def _shift(self, key: str, step: int) -> None:
        keys = [heading.key for heading in self._store.lists.headings()]
        at = keys.index(key)
        keys.insert(min(max(at + step, 0), len(keys) - 1), keys.pop(at))
        self._deeds.do(lambda: self._store.lists.arrange(keys))
