"""Up to which day the last summary went, so that the next one can go on from there."""

from __future__ import annotations

from datetime import date, timedelta

from attach_desktop.insights.period import OWN, Period, rolling
from attach_desktop.vault.keeping import Settings

#: The period from the day after the last summary on; beside those of the insights.
SINCE = "since"
#: What the window offers, in this order; "own" is two days of the person's.
PERIODS = (SINCE, "weeks", "month", "months", OWN)
_SETTING = "summary-last"


def last_day(settings: Settings) -> date | None:
    """The day up to which the last summary went that was printed or saved; None before the first."""
    kept = settings.get(_SETTING)
    try:
        return date.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None


def keep_last_day(settings: Settings, end: date, today: date, begin: date | None = None) -> bool:
    """Keep that a summary up to ``end`` was printed or saved. Days still to come are not in it yet.

    With ``begin``, only where it goes on from the last one: what lies between the two would be in no summary, and an
    older one takes nothing back. Returns whether it is kept.
    """
    last, end = last_day(settings), min(end, today)
    if last is not None and begin is not None and (end <= last or begin > last + timedelta(days=1)):
        return False
    settings.set(_SETTING, end.isoformat())
    return True


def put_back(settings: Settings, day: date | None) -> None:
    """Let the last summary be the one up to ``day`` again, or let there be none yet."""
    settings.set(_SETTING, None if day is None else day.isoformat())


def period(key: str, settings: Settings, today: date) -> Period:
    """The days of a period by its key (not "own") up to ``today``, the person's day.

    "since" goes from the day after the last summary on: two weeks before the first one, and today alone where the last
    one went up to today. Raises KeyError for a key there is not.
    """
    if key != SINCE:
        return rolling(key, today)
    last = last_day(settings)
    if last is None:
        return rolling("weeks", today)
    return Period(OWN, min(last + timedelta(days=1), today), today)
