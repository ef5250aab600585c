"""The pause after failed unlocks grows, outlives a restart, and ends even where the clock is set back."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.vault.attempts import LONGEST, Attempts, Failures, pause_after, remaining
from tests.support import FixedClock

_SECOND = timedelta(seconds=1)
NOW = datetime(2026, 11, 8, 20, 40, tzinfo=UTC)


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "attach.vault"


def test_the_pause_grows_up_to_a_minute() -> None:
    assert [pause_after(count) // _SECOND for count in range(10)] == [0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


@given(st.integers(-5, 10**9), st.datetimes(datetime(1970, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)))
def test_what_remains_is_never_more_than_one_pause(number: int, last: datetime) -> None:
    left = remaining(Failures(number, last), NOW)
    assert timedelta(0) <= left <= pause_after(number) <= LONGEST


def test_failures_are_remembered_by_the_next_start(vault: Path, clock: FixedClock) -> None:
    for expected in (1, 2, 4):
        assert Attempts(vault, clock).failed() == expected * _SECOND
    clock.advance(_SECOND)
    assert Attempts(vault, clock).wait() == 3 * _SECOND
    clock.advance(3 * _SECOND)
    assert Attempts(vault, clock).wait() == timedelta(0)
    assert Attempts(vault, clock).failed() == 8 * _SECOND


def test_success_forgets_them(vault: Path, clock: FixedClock) -> None:
    attempts = Attempts(vault, clock)
    attempts.failed()
    attempts.succeeded()
    assert attempts.wait() == timedelta(0)
    assert not attempts.path.exists()
    attempts.succeeded()
    assert attempts.failed() == _SECOND


def test_the_file_holds_a_count_and_a_time_for_its_owner_alone(vault: Path, clock: FixedClock) -> None:
    attempts = Attempts(vault, clock)
    attempts.failed()
    assert stat.S_IMODE(attempts.path.stat().st_mode) == 0o600
    assert attempts.path.read_text() == '{"count": 1, "last": "2026-11-08T19:40:00.000000Z"}'


def test_a_clock_that_was_set_back_asks_for_one_pause_and_no_more(vault: Path, clock: FixedClock) -> None:
    for _ in range(9):
        Attempts(vault, clock).failed()
    clock.advance(timedelta(days=-400))
    assert Attempts(vault, clock).wait() == LONGEST
    clock.advance(LONGEST)
    assert Attempts(vault, clock).wait() == timedelta(0)


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b'{"count": "many", "last": 3}', b'{"count": 3}', b"{" * 99])
def test_a_file_that_somebody_else_wrote_locks_nobody_out(vault: Path, clock: FixedClock, content: bytes) -> None:
    attempts = Attempts(vault, clock)
    attempts.path.write_bytes(content)
    assert attempts.wait() == timedelta(0)
    assert attempts.failed() == _SECOND


def test_where_the_file_cannot_be_written_this_run_remembers(tmp_path: Path, clock: FixedClock) -> None:
    attempts = Attempts(tmp_path / "nowhere" / "attach.vault", clock)
    attempts.failed()
    assert attempts.failed() == 2 * _SECOND
    assert attempts.wait() == 2 * _SECOND
