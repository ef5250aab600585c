"""The whole quiz by keyboard alone: taken one by one and all on a page, read, compared, deleted, brought back.

No widget is named here: keys go to whatever has the focus, and what a screen reader would say tells where one is.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible

from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.take import Take
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.vault import Vault
from tests.quiz.samples import ATTACH
from tests.quiz.takes import CALM, WORRIED
from tests.support import FixedClock
from tests.ui.hands import CTRL, SHIFT, focus, focus_name, press, settle, tab_to, write
from tests.ui.quiz.takes import described, quiz_page, shown_text
from tests.ui.windows import NARROW, WIDE, Windows

QUIZ = [spec.key for spec in TABS].index("quiz")
JOURNAL = [spec.key for spec in TABS].index("journal")


@pytest.fixture(params=[WIDE, NARROW], ids=["wide", "narrow"])
def window(request: pytest.FixtureRequest, windows: Windows, vault: Vault) -> MainWindow:
    size: QSize = request.param
    window = windows(vault, size, TABS, None)
    press(Qt.Key(Qt.Key.Key_1 + QUIZ), CTRL)
    settle()
    return window


def on_show(window: MainWindow) -> str:
    current = quiz_page(window).pages.currentWidget()
    assert current is not None
    settle()
    return shown_text(current)


def takes(vault: Vault) -> list[Take]:
    return [record.value for record in QuizStore(vault).each()]


def answer(clock: FixedClock, answers: Sequence[int | None]) -> None:
    for value in answers:
        clock.advance(timedelta(seconds=6))
        write(str(value))


def in_sight() -> bool:
    """Whether all of what has the focus can be seen."""
    settle()
    widget = focus()
    return widget.visibleRegion().boundingRect().height() >= widget.height()


def test_one_by_one(window: MainWindow, vault: Vault, clock: FixedClock) -> None:
    assert "not a diagnosis" in on_show(window)

    # Whom to think of, with a name.
    assert focus_name() == "People close to me, in general"
    press(Qt.Key.Key_Down, times=3)
    assert focus_name() == "A close friend"
    assert in_sight()
    tab_to("A short name for this person")
    write("Sam")
    press(Qt.Key.Key_Return)
    assert "1 of 16 · A close friend · Sam" in on_show(window)

    # A digit, an arrow, a change of mind, a skip.
    assert focus_name() == f"1, {ATTACH.points[0]}"
    answer(clock, WORRIED[:2])
    press(Qt.Key.Key_Right, times=2)
    clock.advance(timedelta(seconds=6))
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Backspace)
    assert focus_name() == f"2, {ATTACH.points[1]}"
    assert described(focus()) == "When I am away from Sam, I still like who I am."
    press(Qt.Key.Key_Return)
    tab_to("Skip: this doesn't apply")
    press(Qt.Key.Key_Return)
    assert "5 of 16" in on_show(window)
    answer(clock, WORRIED[4:7])

    # Stop, and go on days later.
    press(Qt.Key.Key_Escape)
    assert "You stopped at sentence 8 of 16, on 8 Nov 2026." in on_show(window)
    assert focus_name() == "Go on"
    clock.advance(timedelta(days=5))
    press(Qt.Key.Key_Return)
    assert "8 of 16 · A close friend · Sam" in on_show(window)
    answer(clock, WORRIED[7:])
    assert focus_name() == "To the result"
    press(Qt.Key.Key_Return)
    assert "Some sentences have no answer." in on_show(window)
    assert focus_name() == "Leave them out"
    press(Qt.Key.Key_Return)

    # The result says itself.
    expected = (*WORRIED[:3], None, *WORRIED[4:])
    (take,) = takes(vault)
    assert (take.answers, take.lens, take.alias, take.at.day.day) == (expected, "friend", "Sam", 13)
    assert focus_name() == "The plane"
    assert described(focus()).startswith("A plane with Attachment anxiety across and Attachment avoidance up.")
    tab_to("Yes")
    press(Qt.Key.Key_Right)
    assert focus_name() == "Partly"
    press(Qt.Key.Key_Space)
    tab_to("Note")
    write("After a long week")
    tab_to("How this is scored, closed")
    press(Qt.Key.Key_Space)
    tab_to("Every sentence and what it counts")
    interface = QAccessible.queryAccessibleInterface(focus())
    assert interface is not None
    assert interface.role() == QAccessible.Role.Table
    press(Qt.Key.Key_Escape)
    (take,) = takes(vault)
    assert (take.fits, take.note) == ("partly", "After a long week")
    tab_to("Open the take of 13 Nov 2026, A close friend · Sam")


def test_all_on_a_page_then_compared_deleted_and_brought_back(
    window: MainWindow, vault: Vault, clock: FixedClock
) -> None:
    tab_to("One sentence at a time")
    press(Qt.Key.Key_Right)
    for answers in (WORRIED, CALM):
        tab_to("All on one page")
        press(Qt.Key.Key_Return)
        for value in answers:
            assert in_sight()
            answer(clock, [value])
        press(Qt.Key.Key_Backspace)
        assert focus_name().startswith(f"{answers[-1]}, ")
        assert described(focus()) == ATTACH.sentence(15, ATTACH.lens("general"))
        press(Qt.Key.Key_Return)
        assert focus_name() == "To the result"
        press(Qt.Key.Key_Return)
        assert focus_name() == "The plane"
        clock.advance(timedelta(days=40))
        press(Qt.Key.Key_Escape)
    assert [take.answers for take in takes(vault)] == [tuple(WORRIED), tuple(CALM)]

    tab_to("Open the take of 18 Dec 2026")
    press(Qt.Key.Key_Return)
    told = on_show(window)
    assert "Attachment anxiety: 5.63 then, 2.25 at the later take. This is more than ordinary fluctuation." in told
    tab_to("As a table, closed")
    press(Qt.Key.Key_Tab)
    tab_to("As a table, closed")
    press(Qt.Key.Key_Return)
    tab_to("Over time, as a table")

    tab_to("Delete", back=True)
    press(Qt.Key.Key_Return)
    assert len(takes(vault)) == 1
    assert window.status.text() == "Take moved to the bin"
    press(Qt.Key.Key_Z, CTRL)
    assert len(takes(vault)) == 2
    assert focus_name() == "The plane"

    tab_to("Journal of these weeks", back=True)
    press(Qt.Key.Key_Return)
    assert window.tab_widget.currentIndex() == JOURNAL


def test_haste_is_told_and_one_looks_again(window: MainWindow, vault: Vault, clock: FixedClock) -> None:
    press(Qt.Key.Key_Return)
    write("4" * 16)
    press(Qt.Key.Key_Return)
    told = on_show(window)
    assert "All your answers are the same. If that is how it is for you, that is fine." in told
    assert focus_name() == "Keep these answers"
    assert "All your answers are the same" in described(focus())
    press(Qt.Key.Key_Backtab, SHIFT)
    assert focus_name() == "Look again"
    press(Qt.Key.Key_Return)
    assert takes(vault) == []
    answer(clock, WORRIED)
    press(Qt.Key.Key_Return)
    assert [take.answers for take in takes(vault)] == [tuple(WORRIED)]
