from __future__ import annotations

from attach_desktop.vault.vault import Vault
from tests.summary.made import add, said, summary


def test_entries_for_the_session_are_whole_and_no_others_are_there(vault: Vault) -> None:
    add(vault, 5, note="first", for_session=True, happened="A call.")
    add(vault, 4, note="not this one")
    add(vault, 2, note="second", for_session=True)
    text = said(summary(vault, "flagged"))
    assert text.index("first") < text.index("A call.") < text.index("second")
    assert "not this one" not in text
