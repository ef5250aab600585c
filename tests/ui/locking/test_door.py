"""How one vault is opened."""

from __future__ import annotations

from datetime import timedelta

import pytest

from attach_desktop.errors import PassphraseError
from attach_desktop.vault.recovery import recovery_code
from tests.support import FixedClock
from tests.ui.locking.conftest import RIGHT, Noted


def test_what_was_typed_wrong_is_counted_until_it_is_right(door: Noted, clock: FixedClock) -> None:
    assert door.seconds_to_wait() == 0
    for seconds in (1, 2):
        with pytest.raises(PassphraseError):
            door.open_typed("wrong")
        assert door.seconds_to_wait() == seconds
        clock.advance(timedelta(seconds=seconds))
    door.open_typed(RIGHT).close()
    with pytest.raises(PassphraseError):
        door.open_typed("wrong")
    assert door.seconds_to_wait() == 1


def test_the_key_opens_it_without_deriving_it_again(door: Noted) -> None:
    key = door.key_typed(RIGHT)
    assert key is not None
    assert door.key_typed(recovery_code(key)) == key
    vault = door.open_with(key)
    assert not vault.empty
    vault.close()


def test_its_backups_lie_beside_it(door: Noted) -> None:
    assert door.backups.folder == door.path.parent / "backups"
