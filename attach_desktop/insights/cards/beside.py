"""What lies beside mood: quiz takes, check-in answers, gratitude and practice. None of it claims anything."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from attach_desktop.affirmations.practice import PRACTICE
from attach_desktop.gratitude.item import GRATITUDE
from attach_desktop.insights.cards.middles import medians_by_day
from attach_desktop.insights.cards.mood import basis_of, day_moods
from attach_desktop.insights.facts.basis import Basis, Selection
from attach_desktop.insights.facts.beside import (
    Answer,
    AroundQuiz,
    Beside,
    CheckInAnswers,
    Question,
    TakeFact,
    WeekBeside,
)
from attach_desktop.insights.facts.mood import DayMood
from attach_desktop.insights.period import OWN, Period
from attach_desktop.insights.records import Records, date_of
from attach_desktop.insights.statistics.estimate import Estimate
from attach_desktop.insights.statistics.location import median, median_estimate
from attach_desktop.insights.statistics.time_series import inflation, lag_one
from attach_desktop.quiz.take import QUIZ

#: So many days before a take and from its day on are looked at, and so many takes are shown.
AROUND, TAKES_SHOWN = 14, 6
#: The number of the kind of check-ins, which are read by their documented fields.
CHECKINS = 21


def around_quiz(records: Records, selection: Selection, today: date) -> AroundQuiz:
    """Card "quiz"."""
    low, high = records.span(selection.period, QUIZ.number)
    rows = records.connection.rows(
        f"SELECT r.id, {records.day()}, r.data ->> '$.questionnaire', r.data ->> '$.lens' FROM record r"  # noqa: S608 (constants; values are bound)
        f" WHERE r.place >= ? AND r.place < ? ORDER BY r.place DESC LIMIT {TAKES_SHOWN}",
        (low, high),
    )
    takes = tuple(_take(records, selection, *row) for row in rows)
    days = {day.day for take in takes for day in (*take.before, *take.after)}
    return AroundQuiz(
        basis=Basis(selection=selection, entries=len(takes), days=len(days), ahead=selection.period.ahead(today)),
        takes=takes,
    )


def _take(records: Records, selection: Selection, take_id: str, number: int, questionnaire: str, lens: str) -> TakeFact:
    day = date_of(number)

    def moods(first: int, last: int) -> tuple[DayMood, ...]:
        begin, end = (date.fromordinal(min(max(1, day.toordinal() + by), date.max.toordinal())) for by in (first, last))
        return day_moods(records.moods_by_day(replace(selection, period=Period(OWN, begin, end))))

    before = moods(-AROUND, -1) if day > date.min else ()
    after = moods(0, AROUND - 1)
    return TakeFact(
        id=take_id,
        day=day,
        questionnaire=questionnaire,
        lens=lens,
        before=before,
        after=after,
        mood_before=median_estimate([found.median for found in before]),
        mood_after=median_estimate([found.median for found in after]),
    )


def check_in_answers(records: Records, selection: Selection, today: date) -> CheckInAnswers:
    """Card "check-ins"."""
    low, high = records.span(selection.period, CHECKINS)
    rows = records.connection.rows(
        f"SELECT {records.day()}, r.data FROM record r WHERE r.place >= ? AND r.place < ? ORDER BY r.place",  # noqa: S608 (constants; values are bound)
        (low, high),
    )
    lines: dict[tuple[str, str, int], list[Answer]] = defaultdict(list)
    asked: dict[tuple[str, str, int], str] = {}
    for number, text in rows:
        data: dict[str, Any] = json.loads(text)
        for given in data.get("answers") or ():
            key = (str(data.get("form", "")), str(given["question"]), int(given["wording"]))
            lines[key].append(Answer(date_of(number), given.get("value")))
            asked[key] = str(given.get("asked", ""))
    return CheckInAnswers(
        basis=Basis(
            selection=selection,
            entries=len(rows),
            days=len({row[0] for row in rows}),
            ahead=selection.period.ahead(today),
        ),
        questions=tuple(
            Question(
                form=form,
                id=name,
                wording=wording,
                asked=asked[form, name, wording],
                answers=tuple(answers),
                middle=_middle([answer.value for answer in answers if answer.value is not None]),
            )
            for (form, name, wording), answers in lines.items()
            if any(answer.value is not None for answer in answers)
        ),
    )


def _middle(values: Sequence[int]) -> Estimate | None:
    """The median of answers, as far as each resembles the one before."""
    return median_estimate(values, inflation(lag_one(dict(enumerate(values)))))


def beside(records: Records, selection: Selection, today: date) -> Beside:
    """Card "beside"."""
    rows = records.moods_by_day(selection)
    days = medians_by_day(rows)
    gratitude = records.days_of_kind(GRATITUDE.number, selection.period)
    practice = records.days_of_kind(PRACTICE.number, selection.period)
    weeks = []
    for week, members in groupby(sorted({*days, *gratitude, *practice}), lambda day: day // 7):
        numbers = list(members)
        moods = [days[day] for day in numbers if day in days]
        weeks.append(
            WeekBeside(
                begin=date_of(week * 7),  # 1 January of year 1 was a Monday
                days=len(moods),
                mood=median(moods) if moods else None,
                gratitude=sum(1 for day in numbers if day in gratitude),
                practice=sum(1 for day in numbers if day in practice),
            )
        )
    return Beside(
        basis=basis_of(selection, rows, today),
        weeks=tuple(weeks),
        gratitude=len(gratitude),
        practice=len(practice),
    )
