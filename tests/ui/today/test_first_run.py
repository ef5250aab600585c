from __future__ import annotations

from attach_desktop.ui.tabs import TABS
from attach_desktop.ui.today.first_run import FirstRun
from attach_desktop.vault.vault import Vault
from tests.ui.windows import WIDE, Windows

TODAY = tuple(spec for spec in TABS if spec.key == "today")


def test_it_says_what_this_is_in_at_most_eighty_words_and_once(windows: Windows, vault: Vault) -> None:
    window = windows(vault, WIDE, TODAY, "today")
    first = window.findChild(FirstRun)
    assert isinstance(first, FirstRun)
    assert first.isVisible()
    words = " ".join(first.sentences())
    assert len(words.split()) <= 80
    assert "not therapy" in words
    assert "not for emergencies" in words
    first.begin.click()
    assert not first.isVisible()
    windows.leave(window)
    assert windows(vault, WIDE, TODAY, "today").findChild(FirstRun) is None
