from __future__ import annotations

from attach_desktop.insights.cards.mood import mood_over_time
from attach_desktop.insights.cards.triggers import triggers
from attach_desktop.summary.choices import Choices
from attach_desktop.summary.document import Figure, Heading, Paragraph, Tone
from attach_desktop.summary.making import Making
from attach_desktop.summary.sections.told import told
from attach_desktop.vault.vault import Vault
from tests.summary.made import BEGIN, TODAY, add


def test_a_fact_is_told_and_drawn_between_its_sentences(vault: Vault) -> None:
    for day in range(7):
        add(vault, day, mood=3)
    making = Making(vault, BEGIN, TODAY, Choices())
    fact = making.fact(mood_over_time)
    said = making.tell(fact)
    head, lead, figure, more = told(making, fact, heading="Mood")
    assert head == Heading("Mood", 2)
    assert lead == Paragraph(said.lead)
    assert figure == Figure(fact, said.title, said.text)
    assert more == Paragraph(" ".join(said.more), Tone.MUTED)
    assert not any(isinstance(block, Figure) for block in told(making, fact, figure=False))


def test_what_says_nothing_has_no_blocks(vault: Vault) -> None:
    making = Making(vault, BEGIN, TODAY, Choices())
    assert told(making, making.fact(triggers), heading="x") == []
