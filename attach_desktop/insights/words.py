"""What a card says: the same sentences in the window, on paper, in the terminal and for a screen reader."""

from __future__ import annotations

from dataclasses import dataclass

from attach_desktop.insights.catalogue import card_of
from attach_desktop.insights.facts.basis import Fact
from attach_desktop.insights.statistics.estimate import Level
from attach_desktop.insights.voice import Voice


@dataclass(frozen=True, slots=True)
class Told:
    """A card in words: its ``title``, the sentence that stands first, what follows it, and how it was counted."""

    title: str
    lead: str
    more: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The sentences in one, as they are read aloud."""
        return " ".join((self.lead, *self.more))


class Words(Voice):
    """The sentences in one language."""

    def tell(self, fact: Fact) -> Told:
        """A card in words."""
        card = card_of(fact)
        title = self.title(card.key)
        if fact.empty:
            return Told(title, self._why_nothing(card.key, fact))
        lead, *more = card.say(self, fact)
        level = fact.basis.level
        if card.by_days and level in (Level.DOTS, Level.EARLY):
            more.append(self.phrases.say("level", level.value, days=self.phrases.count("day", fact.basis.days)))
        return Told(title, lead, tuple(more), tuple(card.how(self, fact)))

    def title(self, name: str) -> str:
        """The title of a card by its key."""
        return str(self.phrases.texts["titles"][name])

    def _why_nothing(self, name: str, fact: Fact) -> str:
        if fact.basis.ahead and name != "works":
            return self.phrases.say("nothing", "ahead")
        if name != "works" and fact.basis.selection.words and not fact.basis.entries and not fact.basis.left_out:
            return self.phrases.say("nothing", "no-match")
        return self.phrases.say("nothing", name)
