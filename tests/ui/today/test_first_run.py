"""What is said before anything else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.today.first_run import FirstRun
from attach_desktop.vault.vault import Vault
from tests.support import Vaults
from tests.ui.eyes import buttons, part, parts, push, read
from tests.ui.hands import focus_name
from tests.ui.today.cards import TODAY_TABS, today_page
from tests.ui.windows import Windows

Open = Callable[[], MainWindow]


def test_it_is_short_and_says_what_it_is_not(open_today: Open) -> None:
    first_run = part(today_page(open_today()), FirstRun)
    words = " ".join([*read(first_run), *buttons(first_run)]).split()
    assert len(words) <= 80
    said = " ".join(words)
    assert "not therapy" in said
    assert "emergencies" in said
    assert "passphrase" in said


def test_it_is_gone_after_begin(windows: Windows, vault: Vault) -> None:
    window = windows(vault, tabs=TODAY_TABS, tab="today")
    push(part(today_page(window), FirstRun), "Begin")
    assert not parts(today_page(window), FirstRun)
    assert focus_name()
    windows.leave(window)
    assert not parts(today_page(windows(vault, tabs=TODAY_TABS, tab="today")), FirstRun)


def test_it_stays_until_it_has_been_read(windows: Windows, vault: Vault) -> None:
    windows.leave(windows(vault, tabs=TODAY_TABS, tab="today"))
    assert parts(today_page(windows(vault, tabs=TODAY_TABS, tab="today")), FirstRun)


def test_it_leads_to_a_passphrase_where_there_is_none(
    windows: Windows, vault_factory: Vaults, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(MainWindow, "protect", lambda self: asked.append("protect"))
    window = windows(vault, tabs=TODAY_TABS, tab="today")
    push(part(today_page(window), FirstRun), "Set a passphrase …")
    assert asked == ["protect"]
    locked = windows(vault_factory("locked.vault", passphrase="x"), tabs=TODAY_TABS, tab="today")  # noqa: S106
    first_run = part(today_page(locked), FirstRun)
    assert "Set a passphrase …" not in buttons(first_run)
    assert "Only your passphrase opens your records." in " ".join(read(first_run))
