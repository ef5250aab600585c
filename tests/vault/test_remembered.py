"""The key in the key store of the system: the real library, with a key store of the test's own."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError, PasswordSetError

from attach_desktop.errors import StorageError
from attach_desktop.vault import remembered
from attach_desktop.vault.recovery import recovery_code
from attach_desktop.vault.vault import Vault
from tests.support import Vaults


class Store(KeyringBackend):
    """Keeps what it is given for as long as it lives."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.closed = False

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.closed:
            raise PasswordSetError("closed")
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("none")


@pytest.fixture
def store() -> Iterator[Store]:
    before, made = keyring.get_keyring(), Store()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def locked(vault_factory: Vaults) -> Vault:
    return vault_factory(passphrase="x")  # noqa: S106


def test_it_is_remembered_and_forgotten(store: Store, locked: Vault) -> None:
    key = locked.connection.key
    assert key is not None
    assert remembered.is_possible()
    assert not remembered.is_remembered(locked.path)
    assert remembered.recall(locked.path) is None
    remembered.remember(locked.path, key)
    assert remembered.is_remembered(locked.path)
    assert remembered.recall(locked.path) == recovery_code(key)
    assert [service for service, _ in store.kept] == ["Notes"]
    remembered.forget(locked.path)
    assert not remembered.is_remembered(locked.path)
    assert store.kept == {}
    remembered.forget(locked.path)


def test_a_store_that_does_not_take_it_is_told(store: Store, locked: Vault) -> None:
    key = locked.connection.key
    assert key is not None
    store.closed = True
    with pytest.raises(StorageError):
        remembered.remember(locked.path, key)
    assert not remembered.is_remembered(locked.path)


def test_where_there_is_no_store_it_is_not_offered(locked: Vault) -> None:
    from keyring.backends.null import Keyring

    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]
    try:
        assert not remembered.is_possible()
        assert remembered.recall(locked.path) is None
    finally:
        keyring.set_keyring(before)
