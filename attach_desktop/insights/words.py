"""What a card says: the same sentences in the window, on paper, in the terminal and for a screen reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from attach_desktop import resources
from attach_desktop.insights import counted, sentences
from attach_desktop.insights.facts import (
    AroundQuiz,
    Beside,
    Chain,
    CheckInAnswers,
    DayOfWeek,
    Fact,
    Feelings,
    FindWhatWorks,
    MoodMap,
    MoodOverTime,
    Patterns,
    TimeOfDay,
    Triggers,
    WhatHelps,
    YearInPixels,
)
from attach_desktop.insights.phrases import Phrases
from attach_desktop.insights.statistics.estimate import Level
from attach_desktop.journal.vocabulary import Vocabulary


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


#: Says a fact of one kind of card in sentences; ``NAMES`` and ``COMPOSERS`` bring the two together.
Compose = Callable[["Words", Any], list[str]]

#: The key of each kind of card: its title, its sentences, what it says where there is nothing.
NAMES: dict[type[Any], str] = {
    MoodOverTime: "mood",
    YearInPixels: "year",
    MoodMap: "map",
    TimeOfDay: "hours",
    DayOfWeek: "weekdays",
    Triggers: "triggers",
    Chain: "chain",
    WhatHelps: "helps",
    FindWhatWorks: "works",
    Feelings: "feelings",
    AroundQuiz: "quiz",
    CheckInAnswers: "check-ins",
    Beside: "beside",
    Patterns: "patterns",
}
#: What says a card by its key, and what says how it was counted.
COMPOSERS: Mapping[str, tuple[Compose, Compose]] = {
    "mood": (sentences.mood, counted.mood),
    "year": (sentences.year, counted.year),
    "map": (sentences.mood_map, counted.mood_map),
    "hours": (sentences.hours, counted.hours),
    "weekdays": (sentences.weekdays, counted.weekdays),
    "triggers": (sentences.triggers, counted.triggers),
    "chain": (sentences.chain, counted.chain),
    "helps": (sentences.helps, counted.helps),
    "works": (sentences.works, counted.works),
    "feelings": (sentences.feelings, counted.feelings),
    "quiz": (sentences.quiz, counted.quiz),
    "check-ins": (sentences.check_ins, counted.check_ins),
    "beside": (sentences.beside, counted.beside),
    "patterns": (sentences.patterns, counted.patterns),
}
#: Cards that need no days of a mood before they can say something: they list, and compare nothing.
_LISTS = {"year", "quiz", "check-ins", "beside", "chain", "map", "feelings", "works", "patterns"}
#: Cards whose groups say by themselves how much they carry.
_GROUPS = {"hours", "weekdays"}


class Words:
    """The sentences in one language."""

    def __init__(self, language: str = resources.FALLBACK_LANGUAGE) -> None:
        """Sentences in ``language``, or in English where it has none."""
        self.phrases = Phrases(language)
        self.vocabulary = Vocabulary(language)

    def tell(self, fact: Fact) -> Told:
        """A card in words."""
        name = NAMES[type(fact)]
        title = self.title(name)
        if self.nothing(fact):
            return Told(title, self._why_nothing(name, fact))
        compose, how = COMPOSERS[name]
        lead, *more = compose(self, fact)
        level = fact.basis.level
        if name not in _LISTS | _GROUPS and level in (Level.DOTS, Level.EARLY):
            more.append(self.phrases.say("level", level.value, days=self.phrases.count("day", fact.basis.days)))
        return Told(title, lead, tuple(more), tuple(how(self, fact)))

    def title(self, name: str) -> str:
        """The title of a card by its key."""
        return str(self.phrases.texts["titles"][name])

    @staticmethod
    def nothing(fact: Fact) -> bool:
        """Whether a card has nothing to show."""
        match fact:
            case Beside():
                return not (fact.gratitude or fact.practice)
            case Patterns():
                return not fact.looked_at
            case FindWhatWorks():
                return not fact.id
            case WhatHelps():
                return not fact.cards and fact.nothing is None
            case _:
                return not fact.basis.entries

    def _why_nothing(self, name: str, fact: Fact) -> str:
        if fact.basis.ahead and name != "works":
            return self.phrases.say("nothing", "ahead")
        if name != "works" and fact.basis.selection.words and not fact.basis.entries and not fact.basis.left_out:
            return self.phrases.say("nothing", "no-match")
        return self.phrases.say("nothing", name)
