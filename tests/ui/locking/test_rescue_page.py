"""A vault that cannot be read any more, real damage done to real files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from attach_desktop.clock import Moment
from attach_desktop.errors import AttachError, VaultDamagedError
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.locking import rescue_work
from attach_desktop.ui.locking.door import Door
from attach_desktop.ui.locking.rescue_page import RescuePage
from attach_desktop.vault.vault import Vault
from tests.support import CHEAP_COSTS, FixedClock, Vaults
from tests.ui.dialogs.driving import clipped, heard, reachable, unnamed
from tests.ui.eyes import buttons, push, read
from tests.ui.hands import settle
from tests.ui.windows import NARROW

RIGHT = "correct horse"
Show = Callable[[Door], RescuePage]


def filled(vaults: Vaults, clock: FixedClock, passphrase: str | None, *, backup: bool) -> Door:
    vault = vaults("attach.vault", passphrase=passphrase)
    store = JournalStore(vault)
    for number in range(400):
        store.add(Entry(at=Moment.now(clock), note=f"entry {number} " + "word " * 40))
        if backup and number == 300:
            Door(vault.path, clock).backups.make(vault)
    vault.connection.fold_in()
    vaults.close()
    return Door(vault.path, clock, CHEAP_COSTS)


def damage(path: Path, begin: float, length: int) -> bytes:
    """Write over some of it; gives back what it is now."""
    data = bytearray(path.read_bytes())
    at = round(len(data) * begin) // 4096 * 4096
    data[at : at + length] = bytes(length)
    path.write_bytes(data)
    return bytes(data)


@pytest.fixture
def opened() -> list[Vault]:
    return []


@pytest.fixture
def show(on_screen: Callable[..., None], at_once: Jobs, opened: list[Vault]) -> Show:
    def make(door: Door, passphrase: str | None = None) -> RescuePage:
        error = VaultDamagedError("damaged", path=door.path)
        page = RescuePage(door, error, None if passphrase is None else lambda: passphrase, at_once)
        page.opened.connect(opened.append)
        on_screen(page, NARROW)
        settle()
        return page

    return make


def test_it_offers_the_newest_backup_and_what_can_be_read_with_counts(
    show: Show, vault_factory: Vaults, clock: FixedClock
) -> None:
    door = filled(vault_factory, clock, None, backup=True)
    damage(door.path, 0.5, 8192)
    page = show(door)
    words = " ".join(read(page))
    assert "is damaged" in words
    assert "with 301 records." in words
    assert page.found is not None
    assert page.found.saved is not None
    assert 301 < page.found.saved.contents.records <= 400
    assert f"{page.found.saved.contents.records} records." in words
    assert clipped(page) == []
    assert unnamed(page) == []


@pytest.mark.parametrize("passphrase", [None, RIGHT])
@pytest.mark.parametrize("way", ["Go on with the backup", "Go on with what can be read"])
def test_going_on_keeps_the_damaged_file_under_a_new_name(
    on_screen: Callable[..., None],
    at_once: Jobs,
    opened: list[Vault],
    vault_factory: Vaults,
    clock: FixedClock,
    way: str,
    passphrase: str | None,
) -> None:
    door = filled(vault_factory, clock, passphrase, backup=True)
    broken = damage(door.path, 0.5, 8192)
    error = VaultDamagedError("damaged", path=door.path)
    page = RescuePage(door, error, None if passphrase is None else lambda: passphrase, at_once)
    page.opened.connect(opened.append)
    on_screen(page, NARROW)
    settle()
    assert way in buttons(page)
    push(page, way)
    [vault] = opened
    assert vault.path == door.path
    assert vault.encrypted is (passphrase is not None)
    assert JournalStore(vault).count() > 300
    assert vault.check() == []
    vault.close()
    # Its first page says whether it has a log, and says so truly now.
    kept = [file for file in door.path.parent.glob("attach-*.vault") if file.read_bytes()[4096:] == broken[4096:]]
    assert len(kept) == 1
    assert not door.path.with_name("attach.vault.salvaged").exists()


def test_where_nothing_is_left_one_can_begin_anew(
    show: Show, vault_factory: Vaults, clock: FixedClock, opened: list[Vault]
) -> None:
    door = filled(vault_factory, clock, None, backup=False)
    size = door.path.stat().st_size
    door.path.write_bytes(b"SQLite format 3\0" + bytes(size - 16))
    page = show(door)
    assert sorted(buttons(page)) == ["Begin anew", "Quit"]
    assert [heard(one) for one in reachable(page)] == ["Begin anew", "Quit"]
    push(page, "Begin anew")
    [vault] = opened
    assert vault.empty
    vault.close()
    assert [file for file in door.path.parent.iterdir() if file.stat().st_size == size]


def test_leaving_leaves_no_half_file(show: Show, vault_factory: Vaults, clock: FixedClock) -> None:
    door = filled(vault_factory, clock, None, backup=False)
    damage(door.path, 0.5, 8192)
    page = show(door)
    assert door.path.with_name("attach.vault.salvaged").exists()
    page.close_down()
    assert not door.path.with_name("attach.vault.salvaged").exists()


def test_what_goes_wrong_is_told(show: Show, vault_factory: Vaults, clock: FixedClock, opened: list[Vault]) -> None:
    door = filled(vault_factory, clock, None, backup=True)
    damage(door.path, 0.5, 8192)
    page = show(door)
    assert page.found is not None
    assert page.found.good is not None
    page.found.good.backup.path.unlink()
    push(page, "Go on with the backup")
    assert opened == []
    assert page.trouble.isVisible()
    assert door.path.exists()


def test_the_work_refuses_what_is_not_there(vault_factory: Vaults, clock: FixedClock) -> None:
    door = filled(vault_factory, clock, None, backup=False)
    nothing = rescue_work.Found(None, None, None)
    for way in (rescue_work.go_on_with_backup, rescue_work.go_on_with_saved):
        with pytest.raises(AttachError):
            way(door, nothing)
