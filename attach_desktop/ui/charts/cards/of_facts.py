"""Which drawings each answer of the insights has, for the window, for paper and for HTML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attach_desktop.insights.facts.basis import Fact
from attach_desktop.insights.facts.beside import AroundQuiz, Beside, CheckInAnswers
from attach_desktop.insights.facts.feelings import Feelings
from attach_desktop.insights.facts.helps import FindWhatWorks, WhatHelps
from attach_desktop.insights.facts.mood import DayOfWeek, MoodMap, MoodOverTime, TimeOfDay, YearInPixels
from attach_desktop.insights.facts.triggers import Chain, Triggers
from attach_desktop.ui.charts.cards import beside_charts, mood_charts, word_charts
from attach_desktop.ui.charts.cards.texts import Texts
from attach_desktop.ui.charts.chart import Chart

_Make = Callable[[Any, Texts, str], Chart | None]
#: How each kind of fact is drawn; Patterns are sentences only.
_CHARTS: dict[type[Any], tuple[_Make, ...]] = {
    MoodOverTime: (mood_charts.mood_over_time,),
    YearInPixels: (mood_charts.year_in_pixels,),
    MoodMap: (mood_charts.mood_map,),
    TimeOfDay: (mood_charts.time_of_day, mood_charts.hours),
    DayOfWeek: (mood_charts.day_of_week,),
    Triggers: (word_charts.triggers_mood, word_charts.triggers_intensity),
    Chain: (word_charts.chain_of,),
    WhatHelps: (word_charts.what_helps,),
    FindWhatWorks: (word_charts.find_what_works,),
    Feelings: (word_charts.feelings_over_time, word_charts.feeling_pairs),
    AroundQuiz: (beside_charts.around_quiz,),
    CheckInAnswers: (beside_charts.check_ins,),
    Beside: (beside_charts.beside,),
}


def charts_of(fact: Fact, texts: Texts, sentence: str) -> tuple[Chart, ...]:
    """The drawings of an answer, which ``sentence`` tells in words; none where there is nothing to show."""
    if fact.empty:
        return ()
    made = (make(fact, texts, sentence) for make in _CHARTS.get(type(fact), ()))
    return tuple(chart for chart in made if chart is not None)
