"""What every section is made from: one state of the vault, the choices, the words, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from attach_desktop import resources
from attach_desktop.clock import Moment, day_of
from attach_desktop.days import Days
from attach_desktop.insights.facts.basis import Fact, Selection
from attach_desktop.insights.insights import Insights
from attach_desktop.insights.period import OWN, Period
from attach_desktop.insights.records import Records
from attach_desktop.insights.words import Told, Words
from attach_desktop.interchange.progress import Meter
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.summary.choices import Choices
from attach_desktop.summary.entry_blocks import shown_entry
from attach_desktop.summary.labels import relabelled, without_texts
from attach_desktop.summary.names import Names
from attach_desktop.vault.vault import Vault

F = TypeVar("F", bound=Fact)
#: A question of the insights takes about as long as reading so many records.
ASKING = 100


class Making:
    """A summary in the making, of the person's days ``begin`` to ``end``."""

    def __init__(self, vault: Vault, begin: date, end: date, choices: Choices, questions: str = "") -> None:
        """``questions`` is what the person wants to ask, one on a line."""
        self.vault = vault
        self.begin, self.end = begin, end
        self.choices = choices
        self.questions = questions
        self.names = Names(vault, hidden=not choices.names)
        self.journal = JournalStore(vault)
        self.words = Words()
        self.days = Days()
        #: Every sentence of a summary.
        self.texts: dict[str, Any] = resources.content("summary")
        self.selection = Selection(period=Period(OWN, begin, end), without_private=not choices.private)
        #: To be asked; what it answers must go through ``fact`` or ``shown``.
        self.insights = Insights.of(vault)
        self._facts: dict[Callable[[Records, Selection, date], Any], Any] = {}
        self._meter = Meter(0, None)

    def measure(self, meter: Meter) -> None:
        """Tell ``meter`` how far it comes from here on."""
        self._meter = meter

    def tick(self, records: int = 1) -> None:
        """So many records have been read. Raises Cancelled if the person called it off."""
        for _ in range(records):
            self._meter.tick()

    def say(self, group: str, key: str, **blanks: object) -> str:
        """One sentence with its blanks filled."""
        return str(self.texts[group][key]).format(**blanks)

    def count(self, group: str, key: str, count: int, **blanks: object) -> str:
        """So many of something."""
        one, more = self.texts[group][key]
        return str(one if count == 1 else more).format(count=count, **blanks)

    def listed(self, items: Sequence[str]) -> str:
        """ "a, b and c"."""
        return self.words.phrases.listed(items)

    def fact(self, card: Callable[[Records, Selection, date], F]) -> F:
        """What a card of the insights (its function in ``insights/cards``) says of these days, as it may be shown.

        Each is asked once.
        """
        if card not in self._facts:
            self._facts[card] = self.shown(self.insights.ask(card, self.selection))
        found: F = self._facts[card]
        return found

    def shown(self, fact: F) -> F:
        """A fact as the choices let it be shown: without names, without longer texts."""
        fact = relabelled(fact, self.names.label)
        return fact if self.choices.notes else without_texts(fact)

    def tell(self, fact: Fact) -> Told:
        """A fact in words."""
        return self.words.tell(fact)

    def day_of(self, moment: Moment) -> date:
        """The person's day of a moment."""
        return day_of(moment.wall, self.vault.day_start)

    def entries(self) -> Iterator[Entry]:
        """The entries that may be shown, as they may be shown, the oldest first; each counts as read."""
        for record in self.journal.each(self.begin, self.end):
            self.tick()
            if self._may_show(record.value):
                yield shown_entry(record.value, self.names, notes=self.choices.notes)

    def flagged(self) -> list[Entry]:
        """The entries marked for the session that may be shown, as they may be shown, the oldest first."""
        wanted = Filter(begin=self.begin, end=self.end, words=(("flag", "for_session"),))
        found = [one.value for one in self.journal.each_found(wanted) if self._may_show(one.value)]
        return [shown_entry(entry, self.names, notes=self.choices.notes) for entry in reversed(found)]

    def _may_show(self, entry: Entry) -> bool:
        return self.choices.private or not entry.private
