"""The values card: kept, deleted, brought back, and never lost half-written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from attach_desktop.affirmations.practice_store import ValuesStore
from attach_desktop.ui.affirmations.page import AffirmationsPage
from attach_desktop.ui.affirmations.values_view import ValuesView
from attach_desktop.vault.vault import Vault
from tests.ui.affirmations.views import AFFIRMATION_TABS, affirmations_page, window_of
from tests.ui.eyes import push, read
from tests.ui.hands import write
from tests.ui.windows import Windows


@pytest.fixture
def page(open_affirmations: Callable[[], AffirmationsPage]) -> AffirmationsPage:
    page = open_affirmations()
    page.open(2)
    page.start()
    return page


@pytest.fixture
def view(page: AffirmationsPage) -> ValuesView:
    return page.values


def test_what_is_written_is_kept_and_stands_below(view: ValuesView, values: ValuesStore) -> None:
    write("honesty")
    view.fields["why"].set_text("It is restful")
    push(view, "Keep")
    (record,) = values.newest(5)
    assert (record.value.value, record.value.why, record.value.when_lived) == ("honesty", "It is restful", "")
    assert {"honesty", "It is restful", "8 November 2026"} <= set(read(view))
    assert all(field.text() == "" for field in view.fields.values())


def test_nothing_is_kept_of_nothing(view: ValuesView, values: ValuesStore) -> None:
    view.fields["value"].set_text("  \n ")
    push(view, "Keep")
    assert values.newest(5) == []
    assert any(text.startswith("Nothing is written yet") for text in read(view))


def test_a_long_text_is_kept_whole(view: ValuesView, values: ValuesStore) -> None:
    view.fields["value"].set_text("a" * 20_000)
    push(view, "Keep")
    assert [record.value.value for record in values.newest(5)] == ["a" * 20_000]


def test_a_deleted_note_comes_back(page: AffirmationsPage, values: ValuesStore) -> None:
    write("honesty")
    page.values.keep()
    push(page.values, "Delete")
    assert values.newest(5) == []
    assert "honesty" not in read(page.values)
    window_of(page).undo()
    assert "honesty" in read(page.values)


def test_what_is_half_written_is_there_again(windows: Windows, vault: Vault) -> None:
    first = windows(vault, tabs=AFFIRMATION_TABS, tab="affirmations")
    affirmations_page(first).values.fields["why"].set_text("It is rest")
    windows.leave(first)
    again = affirmations_page(windows(vault, tabs=AFFIRMATION_TABS, tab="affirmations"))
    assert again.values.fields["why"].text() == "It is rest"


def test_after_a_crash_what_was_written_is_there_again(windows: Windows, vault: Vault, qtbot: QtBot) -> None:
    first = windows(vault, tabs=AFFIRMATION_TABS, tab="affirmations")
    affirmations_page(first).values.fields["why"].set_text("It is rest")
    affirmations_page(first).library.line.setText("I can let")
    qtbot.waitUntil(lambda: all(vault.drafts.get(name) is not None for name in ("values", "affirmations.own")))
    windows.crash(first)
    again = affirmations_page(windows(vault, tabs=AFFIRMATION_TABS, tab="affirmations"))
    assert again.values.fields["why"].text() == "It is rest"
    assert again.library.line.text() == "I can let"
