"""What the window begins with and what follows from its choices. Values in, values out; no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from attach_desktop.insights.period import OWN, rolling
from attach_desktop.summary.choices import BUILT_IN, DEFAULT, SECTIONS, Choices, Presets
from attach_desktop.summary.last import PERIODS, SINCE

#: What is on show on a tab, as sections of a summary; tabs that are not named here begin with the default preset.
ON_SHOW: Mapping[str, tuple[str, ...]] = {
    "quiz": ("quiz",),
    "journal": ("entries",),
    "gratitude": ("gratitude",),
    "affirmations": ("affirmations",),
    "checkins": ("checkins",),
    "insights": ("glance", "mood", "triggers", "helps"),
}

Days = tuple[date, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What is chosen when the window opens; ``begin`` and ``end`` are the days of ``period``, one of PERIODS."""

    choices: Choices
    period: str
    begin: date
    end: date


def start(tab: str, on_show: Days | None, since: Days, today: date, default: Choices | None = None) -> Start:
    """What is on screen: the sections of ``tab``, and the days that its page shows, where it shows some.

    ``since`` are the days since the last summary; ``default`` is the default preset as the person has it.
    """
    shown = ON_SHOW.get(tab)
    choices = default or BUILT_IN[DEFAULT] if shown is None else Choices(sections=shown)
    if on_show is None:
        return Start(choices=choices, period=SINCE, begin=since[0], end=since[1])
    begin, end = sorted(on_show)
    return Start(choices=choices, period=period_of((begin, end), today), begin=begin, end=end)


def period_of(days: Days, today: date) -> str:
    """Which of PERIODS has just these days; own dates where none has."""
    return next((key for key in PERIODS if key not in (SINCE, OWN) and days_of(key, today) == days), OWN)


def days_of(key: str, today: date) -> Days:
    """The days of a rolling period up to ``today``. Raises KeyError for a period that is none."""
    period = rolling(key, today)
    return period.begin, period.end


def order(sections: Sequence[str]) -> tuple[str, ...]:
    """Every section there is: first those that are chosen, in their order, then the others in theirs."""
    return (*sections, *(name for name in SECTIONS if name not in sections))


def preset_of(choices: Choices, presets: Presets) -> str | None:
    """The preset that is chosen just as it is kept; None where it is a choice of its own."""
    return next((name for name in presets.names() if presets.get(name) == choices), None)


def key_of(name: str, titles: Mapping[str, str]) -> str:
    """Under which key a preset is kept: a built-in one under its own, whatever the case of its title."""
    wanted = " ".join(name.split())
    same = (key for key, title in titles.items() if title.casefold() == wanted.casefold())
    return next(same, wanted)
