"""Every word of a person's own in a fact is changed, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from attach_desktop.demo import fill
from attach_desktop.insights.facts.basis import Fact, Selection
from attach_desktop.insights.facts.triggers import Chain, Triggers
from attach_desktop.insights.insights import Insights
from attach_desktop.insights.words import Words
from attach_desktop.summary.labels import relabelled, without_texts
from attach_desktop.vault.vault import Vault
from tests.support import NOW

#: What of a fact is a key of the program's, a name of a field, or an id.
KEYS = {"key", "id", "form", "questionnaire", "lens", "pull", "field", "query", "seed"}
#: The cards that a summary shows.
SHOWN = ("mood", "year", "triggers", "chain", "helps", "feelings", "check-ins")


@pytest.fixture
def facts(vault: Vault) -> dict[str, Fact]:
    fill(vault, 400, 1, 3, NOW)
    asked = Insights.of(vault)
    selection = Selection(period=asked.period("all"))
    return {name: asked.card(name, selection) for name in SHOWN}


def strings(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a fact with the field it stands in; keys left out."""
    if isinstance(value, str):
        if name not in KEYS:
            yield name, value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one, name)
    elif is_dataclass(value):
        if type(value).__name__ == "Column" and getattr(value, "key", "") == "after":
            return
        for field in fields(value):
            yield from strings(getattr(value, field.name), field.name)


def test_every_word_is_changed_wherever_it_stands(facts: dict[str, Fact]) -> None:
    for name, fact in facts.items():
        changed = [text for _, text in strings(relabelled(fact, lambda text: "changed" if text else text))]
        assert set(changed) <= {"changed", ""}, name


def test_figures_and_keys_stay(facts: dict[str, Fact]) -> None:
    for fact in facts.values():
        same = relabelled(fact, lambda text: text)
        assert Words().tell(same) == Words().tell(fact)
        assert same.basis.entries == fact.basis.entries


def test_what_finds_the_entries_does_not_go_onto_paper(facts: dict[str, Fact]) -> None:
    triggers = facts["triggers"]
    assert isinstance(triggers, Triggers)
    assert triggers.triggers[0].filter.words
    assert not relabelled(triggers, str).triggers[0].filter.words


def test_changes_of_strength_have_no_words_of_the_persons(facts: dict[str, Fact]) -> None:
    chain = relabelled(facts["chain"], lambda text: "changed")
    assert isinstance(chain, Chain)
    after = next(column for column in chain.columns if column.key == "after")
    assert {word.label for word in after.items} <= {"lower", "same", "higher"}
    assert after.items


def test_without_longer_texts_a_chain_has_only_what_was_afterwards(facts: dict[str, Fact]) -> None:
    chain, triggers = without_texts(facts["chain"]), without_texts(facts["triggers"])
    assert isinstance(chain, Chain)
    assert isinstance(triggers, Triggers)
    assert [column.key for column in chain.columns if column.items] == ["after"]
    assert Words().tell(chain).lead == Words().tell(facts["chain"]).lead
    assert not any(trigger.urges for trigger in triggers.triggers)
    assert without_texts(facts["mood"]) is facts["mood"]
