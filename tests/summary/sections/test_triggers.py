from __future__ import annotations

from attach_desktop.insights.facts.triggers import Chain, Triggers
from attach_desktop.vault.vault import Vault
from tests.summary.made import add, drawn, said, summary


def test_the_most_frequent_have_their_chain(vault: Vault) -> None:
    for day in range(6):
        add(vault, day, mood=2, triggers=("Silence", "Plans fall through") if day % 2 else ("Silence",), did="Waited.")
    add(vault, 7, mood=2, triggers=("Once",), did="Left.")
    document = summary(vault, "triggers")
    assert drawn(document) == [Triggers, Chain, Chain]
    assert "“Silence” came up in 6 entries." in said(document)
    assert "“Plans fall through” came up in 3 entries." in said(document)


def test_a_chain_of_texts_is_not_drawn_without_them(vault: Vault) -> None:
    for day in range(3):
        add(vault, day, mood=2, triggers=("Silence",), did="Waited.")
    document = summary(vault, "triggers", notes=False)
    assert drawn(document) == [Triggers]
    assert "Waited." not in said(document)


def test_a_single_story_is_no_chain(vault: Vault) -> None:
    add(vault, mood=2, triggers=("Once",), did="Left.")
    assert drawn(summary(vault, "triggers")) == [Triggers]
