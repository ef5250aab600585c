"""Reminders in a person's words: what they are for, when they come, and what is said when they do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import Any

from attach_desktop import resources
from attach_desktop.reminders.plan import LAST_DAY, Plan
from attach_desktop.reminders.reminder import Reminder, time_text
from attach_desktop.vault.kind import Stored


def texts(language: str = resources.FALLBACK_LANGUAGE) -> Any:
    """Every sentence about reminders."""
    return resources.content("reminders", language)


def name_of(reminder: Reminder) -> str:
    """What a reminder is for, as its list shows it: its own words where it has some."""
    return reminder.text or str(texts()["names"][reminder.what])


def said_when_due(reminders: Sequence[Stored[Reminder]], *, asking: bool = False) -> str:
    """What the screen says when these are due, as one.

    It is neutral, unless a single one comes whose own words may be shown. With ``asking`` it is the one question
    whether to come less often. While the vault is locked there is nothing but ``texts()["neutral"]``.
    """
    if asking:
        return str(texts()["asking"])
    if len(reminders) == 1 and reminders[0].value.own_words:
        return reminders[0].value.text
    return str(texts()["neutral"])


def plan_text(plan: Plan) -> str:
    """When a plan comes: "every day at 08:00 and 21:00, until 2026-12-31"."""
    words = texts()["plan"]
    key = plan.rule
    if plan.rule == "monthly" and plan.month_day == LAST_DAY:
        key = "monthly-last"
    if plan.rule == "every" and plan.every == 1:
        key = "every-day"
    if plan.rule == "random" and plan.per_day > 1:
        key = "random-several"
    begin, end = plan.window or (None, None)
    days = listed([texts()["weekdays"][day] for day in plan.weekdays])
    said: str = words[key].format(
        day=plan.begin,
        times=listed([time_text(at) for at in plan.times]),
        days=days,
        every=plan.every,
        month_day=plan.month_day,
        per_day=plan.per_day,
        begin=begin and time_text(begin),
        end=end and time_text(end),
    )
    if plan.rule == "random" and plan.weekdays:
        said = words["random-days"].format(plan=said, days=days)
    if plan.rule == "once" or not (plan.begin or plan.end):
        return said
    bounds = "span" if plan.begin and plan.end else "from" if plan.begin else "until"
    return str(words[bounds].format(plan=said, begin=plan.begin, end=plan.end))


def when_text(reminder: Reminder, now: datetime, zone: tzinfo, *, resting: bool = False) -> str:
    """When a reminder comes, and what keeps it from coming now, if anything does."""
    said, words = plan_text(reminder.plan), texts()["plan"]
    if not reminder.on:
        return str(words["off"].format(plan=said))
    if reminder.paused_until is not None and reminder.paused_until > now:
        return str(words["paused"].format(plan=said, until=moment_text(reminder.paused_until, zone)))
    return str(words["resting"].format(plan=said)) if resting else said


def moment_text(moment: datetime, zone: tzinfo) -> str:
    """A moment on the wall clock of ``zone``, to the minute."""
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}"


def listed(parts: Sequence[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    *others, last = parts or ("",)
    return str(texts()["plan"]["and"].format(first=", ".join(others), last=last)) if others else last
