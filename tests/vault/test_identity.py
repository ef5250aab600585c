"""Identities of records follow RFC 9562."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.vault.identity import derived_id, new_id

moments = st.datetimes(timezones=st.just(UTC))


@given(moments)
def test_a_new_identity_is_a_uuid_of_version_7(now: datetime) -> None:
    identity = uuid.UUID(new_id(now))
    assert identity.version == 7
    assert identity.variant == uuid.RFC_4122
    assert str(identity) == str(identity).lower()


@given(st.datetimes(min_value=datetime(1970, 1, 1), timezones=st.just(UTC)), st.integers(1, 10**9))
def test_identities_sort_by_the_millisecond_they_were_made(now: datetime, later: int) -> None:
    try:
        after = now + timedelta(milliseconds=later)
    except OverflowError:
        return
    assert new_id(now) < new_id(after)


def test_the_millisecond_can_be_read_from_it() -> None:
    now = datetime(2026, 11, 8, 20, 40, 0, 123_999, tzinfo=UTC)
    assert uuid.UUID(new_id(now)).int >> 80 == int(now.timestamp() * 1000)


def test_two_of_the_same_moment_differ() -> None:
    now = datetime(2026, 11, 8, tzinfo=UTC)
    assert len({new_id(now) for _ in range(1000)}) == 1000


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_a_derived_identity_is_a_uuid_of_version_8_and_always_the_same(parts: list[str]) -> None:
    identity = uuid.UUID(derived_id(*parts))
    assert identity.version == 8
    assert identity.variant == uuid.RFC_4122
    assert derived_id(*parts) == str(identity)


def test_a_derived_identity_never_changes_between_versions() -> None:
    assert derived_id("daylio", "2026-11-08 20:40", "good") == "d9bd157f-8df6-8646-b43f-690938a592ce"


def test_what_it_is_derived_from_is_told_apart() -> None:
    assert len({derived_id("a", "b"), derived_id("ab"), derived_id("b", "a"), derived_id("a", "b", "")}) == 4


def test_it_can_be_derived_from_what_is_no_text() -> None:
    assert derived_id("\ud800") != derived_id("\ud801")
