"""Made-up records for a whole vault: always the same, only into an empty one, all or nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from attach_desktop import demo
from attach_desktop.clock import Moment
from attach_desktop.errors import InputRefusedError
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.rooms import KINDS
from attach_desktop.vault.kind import record_json
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import NOW, FixedClock, Vaults


def everything(vault: Vault) -> dict[str, list[dict[str, Any]]]:
    return {kind.name: [record_json(kind, record) for record in RecordStore(vault, kind).each()] for kind in KINDS}


def test_the_same_seed_and_end_give_the_same_records_whatever_the_clock_says(vault_factory: Vaults) -> None:
    one = vault_factory("one.vault")
    other = vault_factory("other.vault", clock=FixedClock(NOW + timedelta(days=400)))
    counts = demo.fill(one, 300, 2, 7, NOW)
    assert demo.fill(other, 300, 2.0, 7, NOW) == counts
    assert everything(one) == everything(other)
    assert counts == {name: len(records) for name, records in everything(one).items()}


def test_another_seed_gives_other_records(vault_factory: Vaults) -> None:
    one, other = vault_factory("one.vault"), vault_factory("other.vault")
    demo.fill(one, 100, 2, 7, NOW)
    demo.fill(other, 100, 2, 8, NOW)
    ids = [{record["id"] for records in everything(vault).values() for record in records} for vault in (one, other)]
    assert not ids[0] & ids[1]
    notes = [[record["note"] for record in everything(vault)["journal"]] for vault in (one, other)]
    assert notes[0] != notes[1]


def test_a_little_later_it_is_the_same_person(vault_factory: Vaults) -> None:
    one, other = vault_factory("one.vault"), vault_factory("other.vault")
    demo.fill(one, 100, 2, 7, NOW)
    demo.fill(other, 100, 2, 7, NOW + timedelta(minutes=5))
    ids = [{record["id"] for record in everything(vault)["journal"]} for vault in (one, other)]
    assert ids[0] == ids[1]
    notes = [[record["note"] for record in everything(vault)["journal"]] for vault in (one, other)]
    assert notes[0] == notes[1]


def test_another_process_gives_the_same_records(tmp_path: Path) -> None:
    code = (
        "import sys, hashlib, json; from pathlib import Path; from tests.support import NOW, Vaults, FixedClock;"
        "from tests.test_demo import everything; from attach_desktop import demo;"
        "vault = Vaults(Path(sys.argv[1]), FixedClock())(sys.argv[2]); demo.fill(vault, 60, 1, 7, NOW);"
        "print(hashlib.sha256(json.dumps(everything(vault)).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path), f"{seed}.vault"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parent.parent,
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_a_vault_that_holds_something_is_refused_and_left_alone(vault: Vault) -> None:
    journal = JournalStore(vault)
    kept = journal.add(Entry(at=Moment.from_datetime(NOW, "Europe/Berlin"), note="mine"))
    before = everything(vault)
    with pytest.raises(InputRefusedError) as refused:
        demo.fill(vault, 10, 1, 7, NOW)
    assert refused.value.key == "demo-not-empty"
    assert everything(vault) == before
    journal.bin([kept.id])
    with pytest.raises(InputRefusedError):
        demo.fill(vault, 10, 1, 7, NOW)
    journal.empty_bin()
    assert demo.fill(vault, 10, 1, 7, NOW)["journal"] == 10


@pytest.mark.parametrize(
    ("entries", "years"),
    [(-1, 1.0), (10**7, 1.0), (10, 0.0), (10, -1.0), (10, 101.0), (10, float("nan")), (10, float("inf"))],
)
def test_numbers_out_of_range_are_refused(vault: Vault, entries: int, years: float) -> None:
    with pytest.raises(InputRefusedError) as refused:
        demo.fill(vault, entries, years, 7, NOW)
    assert refused.value.key == "demo-range"
    assert vault.empty


@pytest.mark.parametrize(("entries", "years"), [(0, 1.0), (1, 1.0), (30, 0.001), (5, 100.0)])
def test_small_and_odd_measures(vault: Vault, entries: int, years: float) -> None:
    assert demo.fill(vault, entries, years, 7, NOW)["journal"] == entries
    assert len(everything(vault)["journal"]) == entries


def test_progress_grows_to_the_whole(vault: Vault) -> None:
    told: list[float] = []
    demo.fill(vault, 1200, 3, 7, NOW, told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert len(told) >= 3


def test_what_progress_raises_ends_it_and_nothing_is_kept(vault: Vault) -> None:
    class Cancelled(Exception):
        pass

    def cancel(done: float) -> None:
        if done > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        demo.fill(vault, 1200, 3, 7, NOW, cancel)
    assert vault.empty
    assert demo.fill(vault, 5, 3, 7, NOW)["journal"] == 5


def test_a_filled_vault_is_sound_and_its_ids_are_all_different(vault: Vault) -> None:
    demo.fill(vault, 400, 1, 7, NOW)
    assert vault.check() == []
    ids = [record["id"] for records in everything(vault).values() for record in records]
    assert len(set(ids)) == len(ids)
