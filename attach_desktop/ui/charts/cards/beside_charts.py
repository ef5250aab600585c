"""The charts of what lies beside moods: quiz takes, answers of check-ins, gratitude and practice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from attach_desktop.insights.facts.beside import AroundQuiz, Beside, CheckInAnswers, TakeFact, WeekBeside
from attach_desktop.insights.statistics.estimate import Estimate
from attach_desktop.ui.charts.cards.texts import NO_FIGURE, Texts, between, figure, known, tr
from attach_desktop.ui.charts.chart import Chart, Table, painted
from attach_desktop.ui.charts.multiples import Multiple, MultiplesData, draw_multiples, height_of
from attach_desktop.ui.charts.over_time import TimeData, TimeLine, TimePoint

_AROUND = 14
_WEEK = 7.0
#: So far apart that what was before and what was after are not joined by a line.
_APART = 8.0


def around_quiz(fact: AroundQuiz, texts: Texts, sentence: str) -> Chart:
    """The two weeks before and after each take."""
    parts, told, rows = list[Multiple](), list[str](), list[tuple[str, ...]]()
    seen = set[date]()
    for take in fact.takes:
        if take.day in seen:  # for another person, say: the days around it are the same
            continue
        seen.add(take.day)
        name = tr("Take of {day}").format(day=texts.day(take.day))
        points = list[TimePoint]()
        for day in (*take.before, *take.after):
            points.append(TimePoint(day.day.toordinal(), day.median, len(told)))
            told.append(f"{texts.day(day.day)}: {texts.mood(day.median)}")
            rows.append((texts.day(take.day), day.day.isoformat(), figure(day.median)))
        flag = (take.day, name, len(told))
        told.append(f"{name}. {_around_told(take)}".strip())
        line = TimeLine("", _APART, tuple(_medians(take, len(told) - 1)))
        data = TimeData(
            take.day - timedelta(days=_AROUND),
            take.day + timedelta(days=_AROUND - 1),
            1,
            5,
            texts.mood_ends,
            texts.months,
            tuple(points),
            (line,) if line.points else (),
            (flag,),
        )
        parts.append(Multiple(name, "", data))
    table = Table((tr("Take"), tr("Day"), tr("Median mood")), tuple(rows))
    return _below_each_other(tr("Around a take of the quiz"), sentence, parts, table, told)


def _below_each_other(
    name: str,
    sentence: str,
    parts: Sequence[Multiple],
    table: Table,
    told: Sequence[str],
    places: Sequence[float] | None = None,
) -> Chart:
    """A chart of several drawings; it zooms where the ``places`` of its readings are given."""
    made = MultiplesData(tuple(parts))
    return Chart(
        name=name,
        sentence=sentence,
        paint=painted(draw_multiples, made),
        table=table,
        told=tuple(told),
        size=(460, height_of(made)),
        zooms=places is not None,
        places=tuple(places or ()),
    )


def _medians(take: TakeFact, told: int) -> list[TimePoint]:
    found = []
    for estimate, offset in ((take.mood_before, -_AROUND / 2 - 0.5), (take.mood_after, _AROUND / 2 - 0.5)):
        if estimate is not None and (interval := estimate.interval) is not None:
            at = take.day.toordinal() + offset
            found.append(TimePoint(at, estimate.value, told, interval.low, interval.high))
    return found


def _around_told(take: TakeFact) -> str:
    found = []
    for estimate, text in ((take.mood_before, tr("before: {mood}")), (take.mood_after, tr("after: {mood}"))):
        if known(estimate) is not None:
            found.append(text.format(mood=between(estimate)))
    return ", ".join(found)


def check_ins(fact: CheckInAnswers, texts: Texts, sentence: str) -> Chart:
    """Every question of a check-in over time, one below the other."""
    period = fact.basis.selection.period
    days = [answer.day for question in fact.questions for answer in question.answers]
    first, last = min([period.begin, *days]), max([period.end, *days])
    parts, told, rows, places = list[Multiple](), list[str](), list[tuple[str, ...]](), list[float]()
    for question in fact.questions:
        name, points = question.asked, list[TimePoint]()
        for answer in question.answers:
            rows.append((name, answer.day.isoformat(), NO_FIGURE if answer.value is None else str(answer.value)))
            if answer.value is not None:
                points.append(TimePoint(answer.day.toordinal(), answer.value, len(told)))
                told.append(tr("{day}: {value} of 10").format(day=texts.day(answer.day), value=answer.value))
        data = TimeData(first, last, 0, 10, ("0", "10"), texts.months, tuple(points))
        places += [data.place(point.day) for point in points]
        parts.append(Multiple(name, _usual(question.middle), data))
    table = Table((tr("Question"), tr("Day"), tr("Answer, 0 to 10")), tuple(rows))
    return _below_each_other(tr("Answers of check-ins"), sentence, parts, table, told, places)


def _usual(estimate: Estimate | None) -> str:
    return tr("usually {figures}").format(figures=between(estimate)) if known(estimate) is not None else ""


def beside(fact: Beside, texts: Texts, sentence: str) -> Chart:
    """Week by week: the mood, and on how many days gratitude and practice were kept."""
    period = fact.basis.selection.period
    begin = min([period.begin, *(week.begin for week in fact.weeks)])
    end = max([period.end, *(week.begin + timedelta(days=6) for week in fact.weeks)])
    told, parts, places = list[str](), list[Multiple](), list[float]()
    gratitude, practice = tr("Days with gratitude"), tr("Days with practice")
    scales: tuple[tuple[str, float, float, tuple[str, str], Callable[[WeekBeside], float | None]], ...] = (
        (tr("Mood, median of the week"), 1, 5, texts.mood_ends, lambda week: week.mood),
        (gratitude, 0, 7, ("0", "7"), lambda week: week.gratitude),
        (practice, 0, 7, ("0", "7"), lambda week: week.practice),
    )
    for name, low, high, words, value_of in scales:
        points = list[TimePoint]()
        for week in fact.weeks:
            value = value_of(week)
            if value is not None:
                points.append(TimePoint(week.begin.toordinal() + 3, value, len(told)))
                told.append(
                    tr("Week of {day}. {name}: {value}").format(
                        day=texts.day(week.begin), name=name, value=figure(value)
                    )
                )
        # Medians of fewer than six days are dots, not a line; counts of days are what they are.
        line = TimeLine("", _WEEK, () if low else tuple(points))
        dots = tuple(points) if low else ()
        data = TimeData(begin, end, low, high, words, texts.months, dots, (line,) if line.points else ())
        places += [data.place(point.day) for point in points]
        parts.append(Multiple(name, "", data))
    rows = tuple(
        (week.begin.isoformat(), str(week.days), figure(week.mood), str(week.gratitude), str(week.practice))
        for week in fact.weeks
    )
    table = Table((tr("Week of"), tr("Days with a mood"), tr("Median mood"), gratitude, practice), rows)
    return _below_each_other(tr("Gratitude and practice beside mood"), sentence, parts, table, told, places)
