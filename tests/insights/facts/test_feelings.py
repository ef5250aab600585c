from __future__ import annotations

from attach_desktop.insights.cards.feelings import feelings
from attach_desktop.journal.entry import Entry
from attach_desktop.vault.vault import Vault
from tests.insights.known import TODAY, asking, at, keep, over


def test_entries_without_a_word_for_it_are_nothing_to_show(vault: Vault) -> None:
    keep(vault, [Entry(at=at(TODAY), mood=3)])
    found = asking(vault).ask(feelings, over(TODAY, TODAY))
    assert (found.empty, found.basis.left_out) == (True, 1)
    keep(vault, [Entry(at=at(TODAY), feelings=("calm",))])
    assert not asking(vault).ask(feelings, over(TODAY, TODAY)).empty
