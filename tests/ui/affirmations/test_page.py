from __future__ import annotations

from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.ui.affirmations.page import AffirmationsPage
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.vault import Vault
from tests.ui.windows import WIDE, Windows

AFFIRMATIONS_TAB = tuple(spec for spec in TABS if spec.key == "affirmations")


def open_page(windows: Windows, vault: Vault) -> AffirmationsPage:
    """The page on ``vault``."""
    page = windows(vault, WIDE, AFFIRMATIONS_TAB, "affirmations").page("affirmations")
    assert isinstance(page, AffirmationsPage)
    return page


def test_three_parts_one_at_a_time(windows: Windows, vault: Vault) -> None:
    page = open_page(windows, vault)
    parts = (page.practice, page.library, page.values)
    for number, part in enumerate(parts):
        page._choices[number].click()
        assert [one.isVisible() for one in parts] == [one is part for one in parts]
        assert [choice.isChecked() for choice in page._choices] == [at == number for at in range(3)]


def test_from_the_library_to_practice(windows: Windows, vault: Vault) -> None:
    page = open_page(windows, vault)
    page.open(1)
    page.library.list.setCurrentRow(4)
    card = page.library.current()
    assert card is not None
    page.library._practise()
    assert page.practice.isVisible()
    assert page.practice.card == card


def test_what_changes_elsewhere_is_seen(windows: Windows, vault: Vault) -> None:
    page = open_page(windows, vault)
    page.open(1)
    AffirmationStore(vault).add_own("I water the plants, and that counts.")
    assert page.library.list.item(0).text().startswith("I water the plants")


def test_drafts_of_both_parts_are_there_again(windows: Windows, vault: Vault) -> None:
    page = open_page(windows, vault)
    page.library.line.setText("I am learning to")
    page.values.fields["value"].set_text("music")
    windows.close()
    page = open_page(windows, vault)
    assert page.library.line.text() == "I am learning to"
    assert page.values.fields["value"].text() == "music"
