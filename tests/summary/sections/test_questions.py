from __future__ import annotations

from attach_desktop.summary.document import Items
from attach_desktop.vault.vault import Vault
from tests.summary.made import add, of, summary


def test_questions_are_numbered(vault: Vault) -> None:
    add(vault, mood=3)
    [items] = of(summary(vault, "questions", questions="  Why now? \n\n How do I ask?\n"), Items)
    assert items == Items(("Why now?", "How do I ask?"), numbered=True)
