"""What every card rests on: which entries are looked at, and how many of them say something."""

from __future__ import annotations

from dataclasses import dataclass, replace

from attach_desktop.insights.period import Period
from attach_desktop.insights.statistics.estimate import Level, level_of
from attach_desktop.vault.finding import Filter


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which entries are looked at: those of ``period`` that have the person, the tag and the trigger, where given.

    ``without_private`` leaves out those that the person marked as private: for paper that others may see.
    """

    period: Period
    person: str = ""
    tag: str = ""
    trigger: str = ""
    without_private: bool = False

    @property
    def words(self) -> tuple[tuple[str, str], ...]:
        """The (field, word) pairs that an entry must have."""
        pairs = (("people", self.person), ("tags", self.tag), ("triggers", self.trigger))
        return tuple((field, word) for field, word in pairs if word)

    def filter(self, *more: tuple[str, str]) -> Filter:
        """What finds the same entries in the journal, with ``more`` words that they must have."""
        return Filter(begin=self.period.begin, end=self.period.end, words=(*self.words, *more))

    @property
    def before(self) -> Selection | None:
        """The same for the period before, if there is one."""
        earlier = self.period.before
        return None if earlier is None else replace(self, period=earlier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a card rests on.

    ``entries`` were read and say something about it, on ``days`` of the ``of_days`` days of the period; ``left_out``
    matched but say nothing about it (no mood, no time of day). ``filter`` finds them in the journal. ``ahead`` says
    that the whole period lies in the future.
    """

    selection: Selection
    entries: int
    days: int
    left_out: int = 0
    ahead: bool = False

    @property
    def level(self) -> Level:
        """How much so many days carry: one value a day."""
        return level_of(self.days)

    @property
    def of_days(self) -> int:
        """How many days the period has."""
        return self.selection.period.days

    @property
    def filter(self) -> Filter:
        """What finds the entries in the journal."""
        return self.selection.filter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The answer of one card; ``basis`` is what it rests on."""

    basis: Basis

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.basis.entries
