"""Check-ins for the tab, and the page of a window."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QAbstractButton, QWidget

from attach_desktop.checkins.checkin import CheckIn, Count, answered, written
from attach_desktop.checkins.store import CheckInStore
from attach_desktop.clock import Moment
from attach_desktop.ui.checkins.page import CheckInsPage
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.kind import Stored
from tests.support import NOW, ZONE
from tests.ui.eyes import parts

#: The tab of check-ins alone.
CHECKIN_TABS = tuple(spec for spec in TABS if spec.key == "checkins")


def kept(
    store: CheckInStore, days_ago: int, value: int | None = 5, text: str = "", form: str = "weekly"
) -> Stored[CheckIn]:
    """A check-in of some days ago, with the same point for every question and the same text."""
    moment = NOW - timedelta(days=days_ago)
    asked = store.forms.get(form)
    return store.add(
        CheckIn(
            at=Moment.from_datetime(moment, ZONE),
            form=form,
            begin=moment.date() - timedelta(days=6),
            end=moment.date(),
            answers=tuple(answered(question, value) for question in asked.scales),
            texts=tuple(written(question, text) for question in asked.open),
            counts=(Count("journal", 3),),
        )
    )


def checkins_page(window: MainWindow) -> CheckInsPage:
    """The page of check-ins."""
    page = window.page("checkins")
    assert isinstance(page, CheckInsPage)
    return page


def button_of(parent: QWidget, name: str) -> QAbstractButton:
    """The button on show of this spoken name."""
    [found] = [one for one in parts(parent, QAbstractButton) if one.accessibleName() == name]
    return found
