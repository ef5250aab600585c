"""Reminders in words: what they are for, and when they come. No widgets."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from attach_desktop.reminders.plan import LAST_DAY, WEEKDAYS, Plan
from attach_desktop.reminders.reminder import WHATS
from attach_desktop.reminders.words import texts
from attach_desktop.ui.widgets.days import shown_day

#: The rules, the most usual first.
_OFFERED = ("daily", "weekdays", "every", "monthly", "random", "once")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reminders", text)


def what_words() -> dict[str, str]:
    """What a reminder can be for, in the order in which it is offered."""
    return {what: str(texts()["names"][what]) for what in WHATS}


def rule_words() -> dict[str, str]:
    """The rules of time, in the order in which they are offered."""
    return {rule: str(texts()["rules"][rule]) for rule in _OFFERED}


def plan_words(plan: Plan) -> str:
    """When a plan comes, in a line: ``every day at 20:00 · until 24 December 2026``."""
    parts = [_rule(plan)]
    if plan.begin is not None and plan.rule not in ("once", "every"):
        parts.append(_tr("from {day}").format(day=_day(plan.begin)))
    if plan.end is not None:
        parts.append(_tr("until {day}").format(day=_day(plan.end)))
    return " · ".join(parts)


def moment_words(moment: datetime, now: datetime) -> str:
    """A moment (aware, in the person's zone) as one says it: ``today at 20:00``."""
    at = QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    days = (moment.date() - now.date()).days
    if days in (0, 1):
        return (_tr("today at {time}") if days == 0 else _tr("tomorrow at {time}")).format(time=at)
    day = QDate(moment.year, moment.month, moment.day)
    words = QLocale().toString(day, "dddd, d MMMM" if days < 300 else "d MMMM yyyy")
    return _tr("{day} at {time}").format(day=words, time=at)


def weekday_names(*, long: bool = False) -> dict[str, str]:
    """The days of the week in the language of the person, short or ``long``."""
    shape = QLocale.FormatType.LongFormat if long else QLocale.FormatType.ShortFormat
    return {key: QLocale().standaloneDayName(number, shape) for number, key in enumerate(WEEKDAYS, 1)}


def _rule(plan: Plan) -> str:
    times = _listed([time_words(at) for at in plan.times])
    if plan.rule == "once" and plan.begin is not None:
        return _tr("{day} at {times}").format(day=_day(plan.begin), times=times)
    if plan.rule == "weekdays":
        names = weekday_names(long=len(plan.weekdays) == 1)
        return _tr("{days} at {times}").format(days=_listed([names[day] for day in plan.weekdays]), times=times)
    if plan.rule == "every":
        return _tr("every {count} days at {times}").format(count=plan.every, times=times)
    if plan.rule == "monthly":
        day = _tr("the last day") if plan.month_day == LAST_DAY else _tr("day {day}").format(day=plan.month_day)
        return _tr("{day} of each month at {times}").format(day=day, times=times)
    if plan.rule == "random" and plan.window is not None:
        begin, end = (time_words(at) for at in plan.window)
        often = _tr("once a day") if plan.per_day == 1 else _tr("{count} times a day").format(count=plan.per_day)
        words = _tr("{often} between {begin} and {end}").format(often=often, begin=begin, end=end)
        return f"{_listed([weekday_names()[day] for day in plan.weekdays])}: {words}" if plan.weekdays else words
    return _tr("every day at {times}").format(times=times)


def time_words(at: time) -> str:
    """A time of day as the person's country writes it."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def _day(day: date) -> str:
    return shown_day(day, "d MMMM yyyy")


def _listed(words: list[str]) -> str:
    return ", ".join(words)
