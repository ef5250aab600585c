from __future__ import annotations

from datetime import date

from attach_desktop.insights.facts.basis import Basis, Selection
from attach_desktop.insights.period import ALL, OWN, Period
from attach_desktop.insights.statistics.estimate import Level
from attach_desktop.vault.finding import Filter

PERIOD = Period(OWN, date(2026, 11, 1), date(2026, 11, 30))


def test_a_selection_finds_the_same_in_the_journal() -> None:
    selection = Selection(period=PERIOD, person="Sam", trigger="silence")
    assert selection.filter(("coping", "A walk")) == Filter(
        begin=PERIOD.begin,
        end=PERIOD.end,
        words=(("people", "Sam"), ("triggers", "silence"), ("coping", "A walk")),
    )


def test_the_selection_before_keeps_its_words() -> None:
    before = Selection(period=PERIOD, tag="work").before
    assert before == Selection(period=Period(OWN, date(2026, 10, 2), date(2026, 10, 31)), tag="work")
    assert Selection(period=Period(ALL, PERIOD.begin, PERIOD.end)).before is None


def test_days_decide_how_much_a_card_carries() -> None:
    selection = Selection(period=PERIOD)
    levels = [Basis(selection=selection, entries=40, days=days).level for days in (0, 5, 6, 14, 15)]
    assert levels == [Level.NONE, Level.DOTS, Level.EARLY, Level.EARLY, Level.FULL]
    assert Basis(selection=selection, entries=40, days=11).of_days == 30
