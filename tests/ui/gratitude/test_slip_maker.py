"""What is wished for on a slip is done."""

from __future__ import annotations

from collections.abc import Callable

from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.widgets.chip_field import ChipField
from tests.ui.eyes import choose, parts
from tests.ui.gratitude.slips import slip
from tests.ui.hands import settle

Open = Callable[[], MainWindow]


def test_only_shared_memories_ask_at_once_with_whom(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    asking = [key for key in ("myself", "partner", "memories", "anything") if parts(slip(window, key), ChipField)]
    assert asking == ["memories"]


def test_prompts_go_round(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    prompts = gratitude.lists.prompts("myself")
    seen = []
    for _ in prompts:
        choose(slip(window), "Nothing comes to mind")
        seen.append(slip(window).top.prompt)
    assert sorted(seen) == sorted(prompts)


def test_a_partner_is_not_asked_about_once_switched_off(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    gratitude.lists.choose_partner_prompts(on=False)
    window = open_gratitude()
    choose(slip(window, "partner"), "Nothing comes to mind")
    assert slip(window, "partner").top.prompt.startswith("Nothing about a partner is suggested")


def test_at_either_end_a_list_stays_where_it_is(open_gratitude: Open, gratitude: GratitudeStore) -> None:
    window = open_gratitude()
    before = [one.key for one in gratitude.lists.headings()]
    choose(slip(window, before[0]), "Move to the left")
    choose(slip(window, before[-1]), "Move to the right")
    settle()
    assert [one.key for one in gratitude.lists.headings()] == before
    choose(slip(window, before[0]), "Move to the right")
    assert [one.key for one in gratitude.lists.headings()][:2] == [before[1], before[0]]
