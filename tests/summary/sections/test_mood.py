from __future__ import annotations

from datetime import timedelta

from attach_desktop.insights.facts.mood import MoodOverTime, YearInPixels
from attach_desktop.summary.document import Figure
from attach_desktop.vault.vault import Vault
from tests.summary.made import TODAY, add, drawn, of, said, summary


def test_each_year_of_more_than_a_month_is_drawn_with_the_days_asked_for_alone(vault: Vault) -> None:
    for day in (0, 40, 320, 400):
        add(vault, day, mood=3)
    document = summary(vault, "mood", begin=TODAY - timedelta(days=364))
    years = [figure.what for figure in of(document, Figure) if isinstance(figure.what, YearInPixels)]
    assert [(fact.year, len(fact.days), fact.basis.days) for fact in years] == [(2025, 1, 1), (2026, 2, 2)]
    assert "2025: a mood on 1 day." in said(document)


def test_of_a_few_weeks_the_line_says_it_all(vault: Vault) -> None:
    add(vault, mood=3)
    assert drawn(summary(vault, "mood")) == [MoodOverTime]
