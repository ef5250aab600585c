from __future__ import annotations

from datetime import date, timedelta

from attach_desktop.checkins.store import CheckInStore, draft_name
from attach_desktop.vault.vault import Vault
from tests.checkins.samples import checkin
from tests.support import Vaults

TODAY = date(2026, 11, 8)


def test_check_ins_of_a_form_the_newest_first(vault: Vault) -> None:
    store = CheckInStore(vault)
    kept = [store.add(checkin(TODAY - timedelta(days=days), values={"calm": days % 10})) for days in (14, 7, 0)]
    store.add(checkin(TODAY, "monthly"))
    assert store.of_form("weekly") == kept[::-1]
    assert store.of_form("weekly", 1) == kept[-1:]
    assert store.of_form("together") == []


def test_the_last_day_looked_at(vault: Vault) -> None:
    store = CheckInStore(vault)
    assert store.last_end("weekly") is None
    assert store.period("weekly", TODAY).days == 7
    store.add(checkin(TODAY - timedelta(days=3)))
    assert store.last_end("weekly") == TODAY - timedelta(days=3)
    store.add(checkin(TODAY, begin=TODAY - timedelta(days=9), end=TODAY - timedelta(days=2)))
    assert store.last_end("weekly") == TODAY - timedelta(days=2)
    assert store.period("weekly", TODAY).days == 2


def test_what_is_finished_has_no_draft_any_more(vault: Vault, vault_factory: Vaults) -> None:
    store = CheckInStore(vault)
    vault.drafts.save(draft_name("weekly"), {"calm": 3})
    vault.drafts.save(draft_name("monthly"), {"calm": 4})
    kept = store.finish(checkin(values={"calm": 3}))
    again = vault_factory()
    assert CheckInStore(again).get(kept.id) == kept
    assert again.drafts.get(draft_name("weekly")) is None
    assert again.drafts.get(draft_name("monthly")) is not None
