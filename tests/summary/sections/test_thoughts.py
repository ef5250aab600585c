from __future__ import annotations

from attach_desktop.summary.document import Field, Grid, Heading
from attach_desktop.vault.vault import Vault
from tests.summary.made import add, moment, of, said, summary


def record(vault: Vault) -> None:
    add(
        vault,
        2,
        mood=2,
        thought="They will leave.",
        belief=80,
        evidence_for="Silence.",
        evidence_against="They wrote.",
        balanced_thought="Perhaps busy.",
        belief_after=30,
    )


def test_a_record_is_told_from_the_thought_to_how_far_it_is_believed(vault: Vault) -> None:
    record(vault)
    document = summary(vault, "thoughts")
    assert [one.text for one in of(document, Field)] == [
        "They will leave.", "Silence.", "They wrote.", "Perhaps busy.", "80 % → 30 %",
    ]  # fmt: skip
    assert of(document, Heading)[1].text == "Friday, 6 November 2026, 12:00"


def test_a_thought_alone_is_no_record_and_a_belief_makes_it_one(vault: Vault) -> None:
    add(vault, 1, thought="Only a thought.")
    add(vault, 1, thought="Believed.", belief=50)
    add(vault, at=moment(1, None), thought="Doubted.", belief_after=0)
    document = summary(vault, "thoughts")
    assert "Only a thought." not in said(document)
    assert [one.text for one in of(document, Field)] == ["Believed.", "50 %", "Doubted.", "0 %"]
    assert of(document, Heading)[2].text == "Saturday, 7 November 2026"


def test_without_longer_texts_only_the_beliefs_are_there(vault: Vault) -> None:
    record(vault)
    document = summary(vault, "thoughts", notes=False)
    [grid] = of(document, Grid)
    assert grid.rows == (("Friday, 6 November 2026, 12:00", "80 %", "30 %"),)
    assert not of(document, Field)
