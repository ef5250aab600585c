"""What is shown while the vault's file is being worked on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attach_desktop.errors import AttachError
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.locking.work_page import WorkPage
from tests.ui.executors import WhenTold
from tests.ui.hands import settle
from tests.ui.windows import NARROW


@pytest.fixture
def page(on_screen: Callable[..., None], when_told: Jobs) -> WorkPage:
    made = WorkPage("Encrypting …", when_told)
    on_screen(made, NARROW)
    return made


def test_it_says_what_is_done_and_how_far_it_has_come(page: WorkPage, held: WhenTold) -> None:
    ended: list[int] = []

    def work(tell: Callable[[float], None]) -> int:
        tell(0.25)
        return 7

    page.run(work, ended.append, lambda error: None)
    assert page.waiting.text == "Encrypting …"
    held.go()
    settle()
    assert page.waiting.bar.value() / page.waiting.bar.maximum() == 0.25
    assert ended == [7]


def test_it_can_be_called_off(page: WorkPage, held: WhenTold) -> None:
    failed: list[AttachError] = []
    begun: list[str] = []

    def work(tell: Callable[[float], None]) -> None:
        begun.append("begun")
        page.call_off()
        tell(0.5)
        begun.append("not reached")

    page.run(work, lambda _: begun.append("done"), failed.append)
    held.go()
    settle()
    assert begun == ["begun"]
    assert [type(error) for error in failed] == [Cancelled]
