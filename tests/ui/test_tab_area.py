"""The tabs of an open vault, by themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attach_desktop.ui.house import House
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tab_area import TabArea
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.vault import Vault
from tests.ui.pages import NotedPage, noted
from tests.ui.windows import Windows

SPECS = (noted("one"), noted("two"), noted("today"))


@pytest.fixture
def house(windows: Windows, vault: Vault, theme: Theme) -> House:
    shell: MainWindow = windows(vault, tabs=SPECS, tab=None)
    return House(vault, theme, shell)


@pytest.mark.parametrize(("wanted", "current"), [("two", "two"), ("today", "today"), ("gone", "today"), ("", "today")])
def test_it_opens_on_the_tab_that_is_wanted(
    house: House, on_screen: Callable[..., None], wanted: str, current: str
) -> None:
    area = TabArea(house, SPECS, wanted)
    on_screen(area)
    assert area.current == current
    assert area.page(current) is not None
    assert [spec.key for spec in SPECS if area.page(spec.key) is not None] == [current]


def test_pages_that_were_let_go_of_are_asked_nothing_more(house: House, on_screen: Callable[..., None]) -> None:
    area = TabArea(house, SPECS, "one")
    on_screen(area)
    page = area.page("one")
    assert isinstance(page, NotedPage)
    area.release()
    area.keep_all()
    area.complete()
    assert page.asked == ["release"]
