from __future__ import annotations

from collections.abc import Callable
from datetime import time

from attach_desktop.ui.widgets.time_edit import time_edit, time_of


def test_a_time_is_shown_to_the_minute_and_has_a_name(on_screen: Callable[..., None]) -> None:
    edit = time_edit("When", time(21, 40))
    on_screen(edit)
    assert (time_of(edit), edit.text(), edit.accessibleName()) == (time(21, 40), "21:40", "When")
    assert time_of(time_edit("When")) == time(0)
