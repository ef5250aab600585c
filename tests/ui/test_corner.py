"""The tab bar's corner."""

from __future__ import annotations

from PySide6.QtCore import QSize

from attach_desktop.ui.program import Program
from tests.ui.dialogs.driving import reachable, unnamed
from tests.ui.eyes import push
from tests.ui.hands import settle
from tests.ui.programs import Programs


def test_hide_is_in_the_corner_of_every_tab_also_in_a_narrow_window(programs: Programs) -> None:
    program: Program = programs(None)
    program.window.resize(QSize(900, 600))
    settle()
    corner = program.window.tab_widget.cornerWidget()
    assert corner is not None
    assert corner.isVisible()
    assert corner.geometry().right() <= 900
    assert any(corner.isAncestorOf(one) for one in reachable(program.window))
    assert unnamed(program.window) == []
    program.can_come_back = True
    push(corner, "Hide")
    assert not program.window.isVisible()
