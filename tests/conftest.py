"""Every test runs in a home of its own, without a screen, and with no dialog that could wait for a click for ever."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

# Before anything imports Qt, and only where the caller has not chosen another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from attach_desktop.paths import DATA_DIR_VARIABLE
from attach_desktop.vault.key import KeyCost
from attach_desktop.vault.vault import Vault
from tests.modal_guard import ModalGuard
from tests.support import CHEAP_COSTS, FixedClock, Vaults

_PER_TEST = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    DATA_DIR_VARIABLE: "attach",
}
_homes = count()


@pytest.fixture(scope="session")
def _home_of_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the tests' homes. They share one cache, or every program started would list the fonts anew."""
    folder = tmp_path_factory.mktemp("homes")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        yield folder


@pytest.fixture(autouse=True)
def _home(_home_of_all: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that no other test has; nothing is created there until the program does it."""
    home = _home_of_all / str(next(_homes))
    for name, folder in _PER_TEST.items():
        monkeypatch.setenv(name, str(home / folder))
    return home


@pytest.fixture(scope="session")
def modal_guard() -> Iterator[ModalGuard]:
    with pytest.MonkeyPatch.context() as patch:
        yield ModalGuard(patch)


@pytest.fixture(autouse=True)
def _no_modal_dialog(modal_guard: ModalGuard) -> Iterator[None]:
    """A dialog that would wait for a person fails the test, also where the code under test swallows exceptions."""
    if "PySide6.QtWidgets" in sys.modules:
        modal_guard.stand()
    yield
    opened = modal_guard.take_opened()
    if opened:
        pytest.fail(f"a modal dialog would have waited for a person: {', '.join(opened)}")


@pytest.fixture
def clock() -> FixedClock:
    """A clock at Sunday, 8 November 2026, 20:40 in Berlin, that only ``advance`` moves."""
    return FixedClock()


@pytest.fixture
def cheap_costs() -> tuple[KeyCost, ...]:
    """Costs of the key derivation that a test can afford."""
    return CHEAP_COSTS


@pytest.fixture
def vault_factory(tmp_path: Path, clock: FixedClock) -> Iterator[Vaults]:
    """Opens vaults by name in the test's folder, and closes them in the end."""
    vaults = Vaults(tmp_path, clock)
    yield vaults
    vaults.close()


@pytest.fixture
def vault(vault_factory: Vaults) -> Vault:
    """An open, empty vault without a passphrase."""
    return vault_factory()
