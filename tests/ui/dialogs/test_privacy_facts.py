"""Where everything lies, as it is on the disk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs.privacy_facts import look
from attach_desktop.vault.backups import Backups
from tests.support import FixedClock, Vaults
from tests.ui.journal.entries import entry


@pytest.mark.parametrize("passphrase", [None, "correct horse"])
def test_it_tells_what_is_there(vault_factory: Vaults, clock: FixedClock, passphrase: str | None) -> None:
    vault = vault_factory(passphrase=passphrase)
    backups = Backups.of(vault.path, clock)
    assert look(vault, backups).last_backup is None
    JournalStore(vault).add(entry())
    made = backups.make(vault).backup
    facts = look(vault, backups)
    places = {place.key: place for place in facts.places}
    assert set(places) == {"folder", "records", "recent", "backups"}
    assert places["records"].size == vault.path.stat().st_size
    assert places["backups"].size == made.size
    assert {places[key].encrypted for key in ("records", "recent", "backups")} == {passphrase is not None}
    assert facts.last_backup == made
    assert facts.plain_backups == (passphrase is None)
    if os.name == "posix":
        assert places["records"].mode == 0o600
        assert places["records"].is_private
        vault.path.chmod(0o644)
        assert not {place.key: place for place in look(vault, backups).places}["records"].is_private


def test_what_was_set_aside_and_the_log_are_there_too(vault_factory: Vaults, clock: FixedClock, tmp_path: Path) -> None:
    vault = vault_factory()
    aside = vault.path.with_name("attach-20261101-101010-damaged.vault")
    aside.write_bytes(b"SQLite format 3\0" + bytes(100))
    log = tmp_path / "log"
    log.mkdir()
    found = {place.key: place for place in look(vault, Backups.of(vault.path, clock), log).places}
    assert found["aside"].path == aside
    assert found["aside"].encrypted is False
    assert found["log"].encrypted is None
