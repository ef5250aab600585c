from __future__ import annotations

from attach_desktop.insights.cards.chain import chain
from attach_desktop.insights.cards.triggers import triggers
from attach_desktop.journal.entry import Entry
from attach_desktop.vault.vault import Vault
from tests.insights.known import TODAY, asking, at, keep, over


def test_there_is_something_to_show_from_the_first_trigger_on(vault: Vault) -> None:
    keep(vault, [Entry(at=at(TODAY), mood=3)])
    day = over(TODAY, TODAY)
    assert asking(vault).ask(triggers, day).empty
    assert asking(vault).ask(chain, day).empty
    keep(vault, [Entry(at=at(TODAY), triggers=("Rain",))])
    assert not asking(vault).ask(triggers, day).empty
    assert not asking(vault).ask(chain, day).empty
