from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from attach_desktop.checkins.store import CheckInStore
from attach_desktop.ui.checkins.page import CheckInsPage
from attach_desktop.ui.checkins.reading_view import ReadingView
from tests.ui.checkins.forms import kept
from tests.ui.eyes import part, parts, push, read
from tests.ui.hands import press, settle

Open = Callable[[], CheckInsPage]


def test_a_check_in_is_read(open_page: Open, checkins: CheckInStore) -> None:
    kept(checkins, 7, 6, "slept well")
    page = open_page()
    push(page, "26 October to 1 November 2026  ·  A look at my week")
    said = read(part(page, ReadingView))
    assert said[0] == "A look at my week"
    assert "How calm were you, on the whole?" in said
    assert "6 of 10" in said
    assert "slept well" in said
    assert "3 entries in the journal" in said


def test_two_stand_side_by_side_the_older_on_the_left(open_page: Open, checkins: CheckInStore) -> None:
    old, new = kept(checkins, 14, 3), kept(checkins, 7, 8)
    page = open_page()
    for record in (old, new):
        page.read(record)
        settle()
        view = part(page, ReadingView)
        view.choice.setCurrentIndex(1)
        said = read(view)
        assert said.index("3 of 10") < said.index("8 of 10")
        page.back()


def test_what_was_left_out_or_asked_otherwise_is_said(open_page: Open, checkins: CheckInStore) -> None:
    old = kept(checkins, 14, None)
    checkins.forms.reword("weekly", "calm", "How steady?")
    checkins.forms.add("weekly", "open", "Did I sing?")
    new = kept(checkins, 7, 8)
    page = open_page()
    page.read(new)
    settle()
    view = part(page, ReadingView)
    view.choice.setCurrentIndex(1)
    said = read(view)
    assert "left out\n(asked in other words then)" in said
    assert "not asked then" in said
    assert old.value.answers[0].asked != "How steady?"


def test_deleting_can_be_undone(open_page: Open, checkins: CheckInStore) -> None:
    record = kept(checkins, 7)
    page = open_page()
    page.read(record)
    settle()
    push(page, "Delete")
    assert checkins.newest(1) == []
    assert not parts(page, ReadingView)
    page._shell.undo()  # type: ignore[attr-defined]
    assert [one.id for one in checkins.newest(1)] == [record.id]


def test_escape_leads_back(open_page: Open, checkins: CheckInStore) -> None:
    page = open_page()
    page.read(kept(checkins, 7))
    settle()
    press(Qt.Key.Key_Escape)
    settle()
    assert not parts(page, ReadingView)
