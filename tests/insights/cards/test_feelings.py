from __future__ import annotations

from datetime import date

from attach_desktop.insights.cards.feelings import feelings
from attach_desktop.insights.facts.feelings import Word, WordMonth, WordPair
from attach_desktop.journal.entry import Entry
from attach_desktop.vault.vault import Vault
from tests.insights.known import asking, at, keep, over

SELECTION = over(date(2026, 8, 1), date(2026, 11, 30))


def test_words_pairs_and_months(vault: Vault) -> None:
    days = [
        (date(2026, 9, 1), ("calm", "hopeful")),
        (date(2026, 9, 1), ("Hopeful", "calm")),
        (date(2026, 9, 30), ("calm",)),
        (date(2026, 11, 2), ("tense",)),
        (date(2026, 11, 2), ()),
    ]
    keep(vault, (Entry(at=at(day), feelings=words) for day, words in days))
    found = asking(vault).ask(feelings, SELECTION)
    assert found.words == (Word("calm", 3, 2), Word("Hopeful", 2, 1), Word("tense", 1, 1))
    assert found.pairs == (WordPair("calm", "Hopeful", 2),)
    assert found.distinct == 3
    assert found.months == (
        WordMonth(date(2026, 9, 1), 3, 2),
        WordMonth(date(2026, 10, 1), 0, 0),
        WordMonth(date(2026, 11, 1), 1, 1),
    )
    assert [(line.label, line.counts) for line in found.over_time] == [
        ("calm", (3, 0, 0)),
        ("Hopeful", (2, 0, 0)),
        ("tense", (0, 0, 1)),
    ]
    assert (found.basis.entries, found.basis.days, found.basis.left_out) == (4, 3, 1)


def test_a_pair_that_came_once_is_not_shown(vault: Vault) -> None:
    keep(vault, [Entry(at=at(date(2026, 9, 1)), feelings=("calm", "tense"))])
    assert asking(vault).ask(feelings, SELECTION).pairs == ()


def test_without_words_there_is_nothing(vault: Vault) -> None:
    found = asking(vault).ask(feelings, SELECTION)
    assert (found.words, found.months, found.distinct, found.basis.entries) == ((), (), 0, 0)
