from __future__ import annotations

from datetime import date, timedelta

from attach_desktop.clock import Moment
from attach_desktop.insights.cards.helps import what_helps
from attach_desktop.insights.cards.mood import mood_over_time, time_of_day
from attach_desktop.insights.cards.triggers import triggers
from attach_desktop.insights.words import Words
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.vault.vault import Vault
from tests.insights import known
from tests.insights.known import TODAY, asking, at, keep, moods, over

WORDS = Words()
DAY = date(2026, 9, 1)


def test_the_numbers_and_the_source_are_named(vault: Vault) -> None:
    values = [1, 5, 2, 4, 3, 1, 5, 3, 4, 2, 5, 1, 4, 3, 2, 5, 1, 4, 2, 3]
    how = WORDS.tell(asking(vault).ask(mood_over_time, moods(vault, values))).counted
    assert "20 entries on 20 of 20 days" in how[0]
    assert "Lehmann 1975" in how[1]
    assert "95.9 of 100 cases" in how[1]


def test_what_was_left_out_is_said(vault: Vault) -> None:
    keep(vault, [Entry(at=Moment.on(DAY), mood=3), Entry(at=at(DAY), mood=3)])
    how = WORDS.tell(asking(vault).ask(time_of_day, over(DAY, DAY))).counted
    assert "Left out, with nothing to say about this: 1 entry." in how


def test_days_that_last_are_said_to_be_worth_less(vault: Vault) -> None:
    how = WORDS.tell(asking(vault).ask(mood_over_time, moods(vault, [1, 1, 1, 2, 2, 3, 4, 4, 5, 5, 5, 4] * 3))).counted
    assert any("independent ones" in sentence for sentence in how)
    assert any("widened" in sentence for sentence in how)


def test_comparisons_name_their_numbers(vault: Vault) -> None:
    keep(vault, known.structured(2))
    asks, selection = asking(vault), over(TODAY - timedelta(days=239), TODAY)
    named = WORDS.tell(asks.ask(triggers, selection)).counted
    assert any(sentence.startswith(f"{known.TRIGGER}: ") and "beside" in sentence for sentence in named)
    assert any("Looked at: 2 comparisons" in sentence for sentence in named)
    helps = " ".join(WORDS.tell(asks.ask(what_helps, selection)).counted)
    for name in (
        "Hodges–Lehmann",
        "Wilson 1927",
        "Lehmann 1975",
        "Benjamini and Hochberg 1995",
        "Benjamini and Yekutieli 2001",
    ):
        assert name in helps


def test_shares_carry_what_else_would_fit(vault: Vault) -> None:
    uses = [
        Entry(at=at(DAY + timedelta(days=n)), coping=(Coping("A walk"),), intensity_before=8, intensity_after=a)
        for n, a in enumerate([5] * 8 + [8] * 2)
    ]
    keep(vault, uses)
    how = WORDS.tell(asking(vault).ask(what_helps, over(DAY, DAY + timedelta(days=10)))).counted
    assert "“8 of 10” would fit anything from 49 to 94 of 100 (Wilson 1927)." in how
