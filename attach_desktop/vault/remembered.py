"""Optional: the key of a vault in the key store of the person's system, so that it opens at the start without asking.

Off unless the person switches it on, and only where the extra ``attach-desktop[keyring]`` is installed. Whoever can use
the account while its person is logged in can then open the vault: that is what the window says before.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from attach_desktop.errors import StorageError
from attach_desktop.vault.key import Key
from attach_desktop.vault.recovery import recovery_code

#: What the key store shows. It says nothing of what this is.
SERVICE = "Notes"


def is_possible() -> bool:
    """Whether there is a key store, and the library that knows it. Takes a moment: it looks for one."""
    from importlib.util import find_spec

    if find_spec("keyring") is None:
        return False
    import keyring

    return float(keyring.get_keyring().priority) > 0


def is_remembered(path: Path) -> bool:
    """Whether the key of the vault at ``path`` was put there. Costs next to nothing."""
    return _marker(path).exists()


def remember(path: Path, key: Key) -> None:
    """Put the key of the vault at ``path`` into the key store. Raises StorageError if it does not take it."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, str(path), recovery_code(key))
        _marker(path).touch(0o600)
    except (KeyringError, OSError) as error:
        raise StorageError("keyring", reason=type(error).__name__) from error


def recall(path: Path) -> str | None:
    """The recovery code that was put there, or None; asks the person's system, which may ask the person."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        return keyring.get_password(SERVICE, str(path))
    except KeyringError:
        return None


def forget(path: Path) -> None:
    """Take it out again. What the key store does not give back is at least not asked for any more."""
    with suppress(OSError):
        _marker(path).unlink(missing_ok=True)
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return
    with suppress(KeyringError):
        keyring.delete_password(SERVICE, str(path))


def _marker(path: Path) -> Path:
    return path.with_name(f"{path.name}.remembered")
