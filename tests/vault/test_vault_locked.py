"""An encrypted vault: it opens for its passphrase, tells nothing to anyone else, and is not changed by them."""

from __future__ import annotations

import pytest

from attach_desktop.changes import Changes
from attach_desktop.errors import InputRefusedError, PassphraseError, VaultDamagedError
from attach_desktop.vault.key import KeyCost
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import CHEAP_COSTS, FixedClock, Vaults
from tests.vault.notes import MARKER, PASSPHRASE, fill, kind


def _files(vault: Vault) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in vault.path.parent.glob(f"{vault.path.name}*")}


def test_an_encrypted_vault_shows_nothing_of_what_it_holds(vault_factory: Vaults) -> None:
    vault = vault_factory(passphrase=PASSPHRASE)
    fill(vault)
    key = vault.connection.key
    assert key is not None
    while_open = _files(vault)
    assert set(while_open) == {"attach.vault", "attach.vault-wal", "attach.vault-shm"}
    vault.close()
    closed = _files(vault)
    secrets = [MARKER.encode(), MARKER.encode("utf-16-le"), b"SQLite", b"CREATE", b"record", key.secret, b"horse"]
    for content in (*while_open.values(), *closed.values()):
        assert [secret for secret in secrets if secret in content] == []
    assert closed["attach.vault"][:16] == key.salt


def test_a_plain_vault_shows_what_it_holds_so_that_the_test_above_can_see(vault_factory: Vaults) -> None:
    vault = vault_factory()
    fill(vault)
    assert any(MARKER.encode() in content for content in _files(vault).values())


@pytest.mark.parametrize("typed", ["", "wrong", "correct horse ", "Correct horse"])
def test_a_wrong_passphrase_does_not_change_a_byte(typed: str, vault_factory: Vaults) -> None:
    vault = vault_factory(passphrase=PASSPHRASE)
    fill(vault)
    vault.close()
    before, changed = _files(vault), vault.path.stat().st_mtime_ns
    with pytest.raises(PassphraseError) as caught:
        vault_factory(passphrase=typed)
    assert caught.value.key == "passphrase-wrong"
    assert (_files(vault), vault.path.stat().st_mtime_ns) == (before, changed)


def test_a_wrong_passphrase_beside_a_log_of_a_killed_program_changes_nothing(vault_factory: Vaults) -> None:
    vault = vault_factory(passphrase=PASSPHRASE)
    fill(vault)
    before = _files(vault)
    with pytest.raises(PassphraseError):
        vault_factory("attach.vault", "wrong")
    assert _files(vault) == before


def test_with_nobody_to_ask_the_passphrase_is_missing(vault_factory: Vaults) -> None:
    vault_factory(passphrase=PASSPHRASE).close()
    with pytest.raises(PassphraseError) as caught:
        vault_factory()
    assert caught.value.key == "passphrase-needed"


def test_the_same_passphrase_from_another_keyboard_opens(vault_factory: Vaults) -> None:
    vault_factory("attach.vault", "caf\u00e9").close()
    assert vault_factory("attach.vault", "cafe\u0301").check() == []


@pytest.mark.parametrize("new", [True, False])
def test_a_passphrase_that_is_no_text_is_refused(new: bool, vault_factory: Vaults) -> None:
    if not new:
        vault_factory(passphrase=PASSPHRASE).close()
    with pytest.raises(InputRefusedError) as caught:
        vault_factory("attach.vault", "\udcff")
    assert caught.value.key == "passphrase-unreadable"
    assert (vault_factory.folder / "attach.vault").exists() == (not new)


def test_nobody_is_asked_for_the_passphrase_of_a_plain_vault(vault_factory: Vaults, clock: FixedClock) -> None:
    vault = vault_factory()
    vault.close()

    def ask() -> str:
        raise AssertionError("nobody should be asked")

    Vault.open(vault.path, clock, Changes(), ask, CHEAP_COSTS).close()


def test_a_vault_of_an_older_cost_is_still_opened(vault_factory: Vaults, clock: FixedClock) -> None:
    vault = vault_factory(passphrase=PASSPHRASE)
    ids = fill(vault)
    vault.close()
    newer = (KeyCost(n=2**5, r=8, p=1), *CHEAP_COSTS)
    again = Vault.open(vault.path, clock, Changes(), lambda: PASSPHRASE, newer)
    assert RecordStore(again, kind()).count() == len(ids)
    again.close()


def test_a_wrong_passphrase_is_told_apart_from_damage(vault_factory: Vaults) -> None:
    vault = vault_factory(passphrase=PASSPHRASE)
    fill(vault)
    vault.close()
    content = bytearray(vault.path.read_bytes())
    content[100] ^= 1
    vault.path.write_bytes(content)
    with pytest.raises(VaultDamagedError):
        vault_factory(passphrase=PASSPHRASE)
    with pytest.raises(PassphraseError):
        vault_factory("attach.vault", "wrong")
