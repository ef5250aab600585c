"""The questions: one method for each card. Every answer is a frozen fact (``facts.py``)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from attach_desktop.clock import day_of
from attach_desktop.insights.cards import beside as beside_card
from attach_desktop.insights.cards import mood as mood_cards
from attach_desktop.insights.cards.chain import chain
from attach_desktop.insights.cards.feelings import feelings
from attach_desktop.insights.cards.helps import what_helps
from attach_desktop.insights.cards.patterns import patterns
from attach_desktop.insights.cards.triggers import triggers
from attach_desktop.insights.cards.works import find_what_works
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
    Selection,
    TimeOfDay,
    Triggers,
    WhatHelps,
    YearInPixels,
)
from attach_desktop.insights.period import ALL, Period, rolling
from attach_desktop.insights.records import Records
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.vault import Vault

#: The cards in the order in which they are read.
CARDS = (
    "mood", "patterns", "triggers", "chain", "helps", "works", "hours", "weekdays", "map", "year", "feelings", "quiz",
    "check-ins", "beside",
)  # fmt: skip

#: Kibibytes of the vault to keep in memory: three busy months with their words and their entries.
_AT_HAND = 8 * 1024


class Insights:
    """Asks one vault. Use it from one thread at a time; give it a connection of its own in another thread."""

    def __init__(self, connection: Connection, day_start: time, today: date) -> None:
        """Ask through ``connection``; ``today`` is the person's day, which begins at ``day_start``."""
        connection.keep_at_hand(_AT_HAND)
        self._connection = connection
        self._records = Records(connection, day_start)
        self.today = today

    @classmethod
    def of(cls, vault: Vault, connection: Connection | None = None) -> Insights:
        """Ask ``vault``, through another ``connection`` to it if one is given."""
        day_start = vault.day_start
        return cls(connection or vault.connection, day_start, day_of(vault.clock.now(), day_start))

    def period(self, key: str) -> Period:
        """A period by its key (not "own"): the last days up to today, or all from the first entry on."""
        if key != ALL:
            return rolling(key, self.today)
        ends = self._records.first_and_last()
        begin, end = ends or (self.today, self.today)
        return Period(ALL, min(begin, self.today), max(end, self.today))

    def card(self, name: str, selection: Selection) -> Fact:
        """The card called ``name`` (one of CARDS), all of it from one state of the vault.

        Raises KeyError for another.
        """
        asks: dict[str, Callable[[Selection], Fact]] = {
            "mood": self.mood_over_time,
            "patterns": self.patterns,
            "triggers": self.triggers,
            "chain": self.chain,
            "helps": self.what_helps,
            "works": self.find_what_works,
            "hours": self.time_of_day,
            "weekdays": self.day_of_week,
            "map": self.mood_map,
            "year": self.year_in_pixels,
            "feelings": self.feelings,
            "quiz": self.around_quiz,
            "check-ins": self.check_in_answers,
            "beside": self.beside,
        }
        ask = asks[name]
        with self._connection.snapshot():
            return ask(selection)

    def mood_over_time(self, selection: Selection) -> MoodOverTime:
        """Daily medians, weeks and months with their intervals, and the period before where both carry it."""
        return mood_cards.mood_over_time(self._records, selection, self.today)

    def year_in_pixels(self, selection: Selection, year: int | None = None) -> YearInPixels:
        """One calendar year, the last of the period if not given."""
        return mood_cards.year_in_pixels(self._records, selection, year or selection.period.end.year, self.today)

    def mood_map(self, selection: Selection) -> MoodMap:
        """Where on the grid of mood and energy the entries lie."""
        return mood_cards.mood_map(self._records, selection, self.today)

    def time_of_day(self, selection: Selection) -> TimeOfDay:
        """Mood by the part of the day."""
        return mood_cards.time_of_day(self._records, selection, self.today)

    def day_of_week(self, selection: Selection) -> DayOfWeek:
        """Mood by the day of the week."""
        return mood_cards.day_of_week(self._records, selection, self.today)

    def triggers(self, selection: Selection) -> Triggers:
        """The most frequent triggers and what goes with them."""
        return triggers(self._records, selection, self.today)

    def chain(self, selection: Selection) -> Chain:
        """From one trigger to how it was after."""
        return chain(self._records, selection, self.today)

    def what_helps(self, selection: Selection) -> WhatHelps:
        """Coping cards beside each other and beside "nothing in particular"."""
        return what_helps(self._records, selection, self.today)

    def find_what_works(self, selection: Selection) -> FindWhatWorks:
        """The experiment between two cards, if there is one."""
        return find_what_works(self._records, selection, self.today)

    def feelings(self, selection: Selection) -> Feelings:
        """The words, their pairs, and how many different ones."""
        return feelings(self._records, selection, self.today)

    def around_quiz(self, selection: Selection) -> AroundQuiz:
        """The days around each take of the quiz."""
        return beside_card.around_quiz(self._records, selection, self.today)

    def check_in_answers(self, selection: Selection) -> CheckInAnswers:
        """The answers of check-ins over time."""
        return beside_card.check_in_answers(self._records, selection, self.today)

    def beside(self, selection: Selection) -> Beside:
        """Gratitude and practice beside mood, week by week."""
        return beside_card.beside(self._records, selection, self.today)

    def patterns(self, selection: Selection) -> Patterns:
        """What differs more than luck, among a fixed set of comparisons."""
        return patterns(self._records, selection, self.today)
