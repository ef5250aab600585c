"""The cards, each in one line: its key, its answer, what works it out, what says it, what says how it was counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from attach_desktop.insights import counted, sentences
from attach_desktop.insights.cards.beside import around_quiz, beside, check_in_answers
from attach_desktop.insights.cards.chain import chain
from attach_desktop.insights.cards.feelings import feelings
from attach_desktop.insights.cards.helps import what_helps
from attach_desktop.insights.cards.mood import day_of_week, mood_map, mood_over_time, time_of_day, year_in_pixels
from attach_desktop.insights.cards.patterns import patterns
from attach_desktop.insights.cards.triggers import triggers
from attach_desktop.insights.cards.works import find_what_works
from attach_desktop.insights.facts import beside as besides
from attach_desktop.insights.facts import feelings as felt
from attach_desktop.insights.facts import helps, mood
from attach_desktop.insights.facts import patterns as noticed
from attach_desktop.insights.facts import triggers as triggered
from attach_desktop.insights.facts.basis import Fact, Selection
from attach_desktop.insights.records import Records
from attach_desktop.insights.voice import Voice

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Card:
    """One card: ``key`` names its title and what it says where there is nothing; ``fact`` is the kind of its answer.

    ``by_days`` is for a card that compares days, so that it says when these are still few.
    """

    key: str
    fact: type[Fact]
    ask: Callable[[Records, Selection, date], Fact]
    say: Callable[[Voice, Any], list[str]]
    how: Callable[[Voice, Any], list[str]]
    by_days: bool = False


def _card(
    key: str,
    fact: type[F],
    ask: Callable[[Records, Selection, date], F],
    say: Callable[[Voice, F], list[str]],
    how: Callable[[Voice, F], list[str]],
    *,
    by_days: bool = False,
) -> Card:
    """A card whose parts are all about the same kind of answer, which mypy sees to."""
    return Card(key, fact, ask, say, how, by_days)


_IN_ORDER = (
    _card("mood", mood.MoodOverTime, mood_over_time, sentences.mood, counted.mood, by_days=True),
    _card("patterns", noticed.Patterns, patterns, sentences.patterns, counted.patterns),
    _card("triggers", triggered.Triggers, triggers, sentences.triggers, counted.triggers, by_days=True),
    _card("chain", triggered.Chain, chain, sentences.chain, counted.chain),
    _card("helps", helps.WhatHelps, what_helps, sentences.helps, counted.helps, by_days=True),
    _card("works", helps.FindWhatWorks, find_what_works, sentences.works, counted.works),
    _card("hours", mood.TimeOfDay, time_of_day, sentences.hours, counted.hours),
    _card("weekdays", mood.DayOfWeek, day_of_week, sentences.weekdays, counted.weekdays),
    _card("map", mood.MoodMap, mood_map, sentences.mood_map, counted.mood_map),
    _card("year", mood.YearInPixels, year_in_pixels, sentences.year, counted.year),
    _card("feelings", felt.Feelings, feelings, sentences.feelings, counted.feelings),
    _card("quiz", besides.AroundQuiz, around_quiz, sentences.quiz, counted.quiz),
    _card("check-ins", besides.CheckInAnswers, check_in_answers, sentences.check_ins, counted.check_ins),
    _card("beside", besides.Beside, beside, sentences.beside, counted.beside),
)
#: The cards by their keys, in the order in which they are read.
CARDS = {card.key: card for card in _IN_ORDER}
_BY_FACT = {card.fact: card for card in _IN_ORDER}


def card_of(fact: Fact) -> Card:
    """The card that an answer is of."""
    return _BY_FACT[type(fact)]
