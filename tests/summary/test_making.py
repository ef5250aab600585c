from __future__ import annotations

from datetime import date

from attach_desktop.insights.cards.triggers import triggers
from attach_desktop.insights.facts.basis import Selection
from attach_desktop.insights.facts.triggers import Triggers
from attach_desktop.insights.records import Records
from attach_desktop.summary.choices import Choices
from attach_desktop.summary.making import Making
from attach_desktop.vault.vault import Vault
from tests.summary.made import BEGIN, TODAY, add


def making(vault: Vault, **choices: bool) -> Making:
    return Making(vault, BEGIN, TODAY, Choices(**choices))  # type: ignore[arg-type]


def test_a_question_is_asked_once(vault: Vault) -> None:
    add(vault, mood=3, triggers=("Silence",))
    one, asked = making(vault), list[Selection]()

    def card(records: Records, selection: Selection, today: date) -> Triggers:
        asked.append(selection)
        return triggers(records, selection, today)

    assert one.fact(card) is one.fact(card)
    assert len(asked) == 1
    assert asked[0].without_private


def test_what_is_asked_is_shown_as_it_may_be(vault: Vault) -> None:
    add(vault, mood=3, people=("Kim",), triggers=("Kim is late",), urge="ask kim")
    shown = making(vault, names=False, notes=False)
    [trigger] = shown.fact(triggers).triggers
    assert trigger.label == "A is late"
    assert trigger.urges == ()


def test_private_entries_are_read_only_where_they_may_be_shown(vault: Vault) -> None:
    add(vault, 1, note="open", for_session=True)
    add(vault, 0, note="secret", for_session=True, private=True)
    assert [entry.note for entry in making(vault).entries()] == ["open"]
    assert [entry.note for entry in making(vault).flagged()] == ["open"]
    assert [entry.note for entry in making(vault, private=True).flagged()] == ["open", "secret"]
