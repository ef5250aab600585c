from __future__ import annotations

from attach_desktop.insights.facts.helps import WhatHelps
from attach_desktop.journal.entry import Coping
from attach_desktop.vault.vault import Vault
from tests.summary.made import add, drawn, said, summary


def test_what_was_tried_is_told_and_drawn(vault: Vault) -> None:
    for day in range(7):
        add(vault, day, mood=2, intensity_before=8, intensity_after=4, coping=(Coping("Music", 10),))
    document = summary(vault, "helps")
    assert drawn(document) == [WhatHelps]
    assert "After “Music”, usually 4 points lower" in said(document)
