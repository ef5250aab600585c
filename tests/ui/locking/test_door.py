"""How one vault is opened."""

from __future__ import annotations

from datetime import timedelta

import pytest

from attach_desktop.errors import PassphraseError, VaultDamagedError
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.locking import rescue_work
from attach_desktop.vault.recovery import recovery_code
from attach_desktop.vault.rekey import set_passphrase
from tests.support import CHEAP_COSTS, FixedClock, Vaults
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


def test_a_vault_whose_salt_is_damaged_is_told_from_a_wrong_passphrase(door: Noted, vault_factory: Vaults) -> None:
    vault_factory.close()
    vault = door.open(lambda: RIGHT)
    door.backups.make(vault)
    vault.connection.fold_in()
    vault.close()
    data = door.path.read_bytes()
    door.path.write_bytes(bytes(range(16)) + data[16:])
    with pytest.raises(PassphraseError):
        door.open_typed("wrong")
    door.attempts.succeeded()
    with pytest.raises(VaultDamagedError):
        door.open_typed(RIGHT)
    assert door.seconds_to_wait() == 0
    # All of it can still be read, under the key of the backups.
    found = rescue_work.look(door, lambda: RIGHT)
    assert found.good is not None
    assert found.saved is not None
    assert (found.good.contents.records, found.saved.contents.records, found.saved.lost) == (1, 1, 0)
    saved = rescue_work.go_on_with_saved(door, found)
    assert JournalStore(saved).count() == 1
    saved.close()
    door.open_typed(RIGHT).close()


def test_a_former_passphrase_is_called_so(door: Noted, clock: FixedClock, vault_factory: Vaults) -> None:
    vault_factory.close()
    key = door.key_typed(RIGHT)
    set_passphrase(door.path, key, "a lamp over the door", lambda _: None, clock, CHEAP_COSTS)
    with pytest.raises(PassphraseError) as refused:
        door.open_typed(RIGHT)
    assert refused.value.key == "passphrase-former"
    assert door.seconds_to_wait() == 1
    with pytest.raises(PassphraseError) as refused:
        door.open_typed("wrong")
    assert refused.value.key == "passphrase-wrong"
    assert door.seconds_to_wait() == 2
