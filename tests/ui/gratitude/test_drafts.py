"""What is half-written on the page goes into the vault and comes out again."""

from __future__ import annotations

from attach_desktop.ui.gratitude.drafts import GratitudeDrafts, HalfWritten
from attach_desktop.vault.vault import Vault


def test_it_comes_out_as_it_went_in(vault: Vault) -> None:
    drafts = GratitudeDrafts(vault.drafts)
    assert drafts.kept() == HalfWritten({}, {})
    half = HalfWritten(
        {"myself": {"text": "the smell of", "people": ["Kim"]}}, {"list": "myself", "id": "", "values": {}}
    )
    drafts.keep(half)
    assert GratitudeDrafts(vault.drafts).kept() == half


def test_of_nothing_nothing_is_kept(vault: Vault) -> None:
    drafts = GratitudeDrafts(vault.drafts)
    drafts.keep(HalfWritten({"myself": {"text": "x"}}, {}))
    drafts.keep(HalfWritten({}, {}))
    assert vault.drafts.get("gratitude") is None


def test_lines_of_an_earlier_version_are_still_there(vault: Vault) -> None:
    vault.drafts.save("gratitude", {"myself": "the smell of"})
    assert GratitudeDrafts(vault.drafts).kept() == HalfWritten({"myself": {"text": "the smell of"}}, {})


def test_what_cannot_be_is_taken_for_nothing(vault: Vault) -> None:
    vault.drafts.save("gratitude", {"lines": "x", "editor": 3})
    assert GratitudeDrafts(vault.drafts).kept() == HalfWritten({}, {})
