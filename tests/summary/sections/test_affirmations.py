from __future__ import annotations

from datetime import timedelta

from attach_desktop.affirmations.library import wordings
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.summary.document import Grid
from attach_desktop.vault.vault import Vault
from tests.summary.made import TODAY, of, summary
from tests.support import FixedClock


def test_they_are_counted_with_the_belief_at_first_and_last(vault: Vault, clock: FixedClock) -> None:
    store, texts = AffirmationStore(vault), wordings()
    [one, other, *_] = texts
    store.rate(one, 3)
    store.after_practice(one, "better")
    clock.advance(timedelta(days=2))
    store.rate(one, 6)
    store.after_practice(one)
    store.after_practice(other)
    [grid] = of(summary(vault, "affirmations", end=TODAY + timedelta(days=2)), Grid)
    assert grid.rows == (
        (texts[one].text, "2 times", "3 of 10", "6 of 10"),
        (texts[other].text, "once", "–", "–"),
    )
    [earlier] = of(summary(vault, "affirmations"), Grid)
    assert earlier.rows == ((texts[one].text, "once", "3 of 10", "3 of 10"),)


def test_what_was_felt_about_other_words_is_not_told_of_these(vault: Vault) -> None:
    store = AffirmationStore(vault)
    one = store.add_own("I can wait.").id
    store.rate(one, 2)
    store.edit(one, "I can wait a little.")
    store.after_practice(one)
    [grid] = of(summary(vault, "affirmations"), Grid)
    assert grid.rows == (("I can wait a little.", "once", "–", "–"),)


def test_a_sentence_that_is_gone_is_told_as_it_read(vault: Vault) -> None:
    store = AffirmationStore(vault)
    one = store.add_own("I can wait.").id
    store.after_practice(one)
    store.bin([one])
    [grid] = of(summary(vault, "affirmations"), Grid)
    assert grid.rows == (("I can wait.", "once", "–", "–"),)
