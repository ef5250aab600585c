"""Days and times of day in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import QLocale

from attach_desktop.ui.widgets.days import shown_moment


@pytest.fixture
def language() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(("name", "time"), [("en_GB", "20:40"), ("en_US", "8:40"), ("fi_FI", "20.40")])
def test_a_moment_is_written_as_the_system_does(language: None, name: str, time: str) -> None:
    QLocale.setDefault(QLocale(name))
    shown = shown_moment(datetime(2026, 11, 8, 20, 40))
    assert shown.startswith("8 ")
    assert f" 2026, {time}" in shown
