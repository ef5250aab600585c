"""No search for garbage while there is a lot to look through, and all is as before when it is over."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from attach_desktop.ui.summary.garbage import searched_again, unsearched


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


def test_there_is_no_search_meanwhile_and_what_came_of_it_is_left_out() -> None:
    with unsearched():
        assert not gc.isenabled()
        kept = [[number] for number in range(20_000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() > len(kept)
    searched_again()
    assert gc.get_freeze_count() == 0


def test_it_is_as_before_when_the_work_was_called_off() -> None:
    with pytest.raises(KeyError), unsearched():
        raise KeyError
    assert gc.isenabled()


def test_who_looks_for_none_at_all_goes_on_like_that() -> None:
    gc.disable()
    with unsearched():
        pass
    assert not gc.isenabled()
