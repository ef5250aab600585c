"""Vaults as each version of the program made them, kept so that every later version can be seen to read them.

``python -m tests.vault.old_vaults`` writes those of the present version, once: a stored vault is never made again.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from attach_desktop.changes import Changes
from attach_desktop.clock import Moment
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.journal.library import Library
from attach_desktop.journal.store import JournalStore
from attach_desktop.vault.migrations import VERSION
from attach_desktop.vault.vault import Vault
from tests.support import CHEAP_COSTS, FixedClock

FOLDER = Path(__file__).parent / "fixtures"
PASSPHRASE = "a lamp in the window"  # noqa: S105 (of vaults that hold made-up records)
IDS = tuple(f"01a7e5c2-0000-7000-8000-00000000000{number}" for number in range(4))

FULL = Entry(
    at=Moment.parse("2026-11-08T20:40:00+01:00", "Europe/Berlin"),
    mood=2,
    energy=4,
    feelings=("tense", "sehnsüchtig"),
    people=("M.",),
    triggers=("no answer",),
    happened="Three hours without an answer.",
    thought="They have had enough of me.",
    belief=80,
    body=("tight chest",),
    urge="Write again, and again.",
    did="Went for a walk first.",
    intensity_before=8,
    coping=(Coping("walk", 20), Coping("breathing")),
    intensity_after=4,
    evidence_for="It is late.",
    evidence_against="They always answer in the end.",
    balanced_thought="They may be tired, as I am.",
    belief_after=35,
    tags=("evening", "静か"),
    note="今日は静かだった。 😢",
    for_session=True,
    private=True,
)
EDITED = Entry(at=Moment.parse("2026-11-07"), mood=3, note="An ordinary day, after all.")
BEFORE_EDIT = Entry(at=Moment.parse("2026-11-07"), mood=3, note="An ordinary day.")
SHORT = Entry(at=Moment.parse("2026-11-06T23:59:59-09:30", "Pacific/Marquesas"), mood=5, energy=1)
BINNED = Entry(at=Moment.parse("2024-02-29T00:00:00+00:00"), note="Not to be kept.")
DRAFT = {"note": "half a thou"}


def fill(vault: Vault, clock: FixedClock) -> None:
    """Write one of everything that a vault of version 1 holds."""
    journal, library = JournalStore(vault), Library(vault)
    for record_id, entry in zip(IDS, (FULL, BEFORE_EDIT, SHORT, BINNED), strict=True):
        journal.add(entry, record_id)
        clock.advance(timedelta(minutes=1))
    journal.change(IDS[1], EDITED)
    journal.bin([IDS[3]])
    library.keep_trigger("no answer", "silence", "toward")
    library.keep_person("M.", "partner")
    vault.settings.set("day-start", "04:30")
    vault.drafts.save("entry", DRAFT)


def write(folder: Path) -> None:
    """Make both vaults of the present version in ``folder``. Raises FileExistsError where one is there."""
    for name, passphrase in ((f"v{VERSION}.vault", None), (f"v{VERSION}-encrypted.vault", PASSPHRASE)):
        path = folder / name
        if path.exists():
            raise FileExistsError(f"{path} is kept as it was made")
        clock = FixedClock()
        ask = None if passphrase is None else lambda: PASSPHRASE
        vault = Vault.open(path, clock, Changes(), ask, CHEAP_COSTS)
        fill(vault, clock)
        vault.close()


if __name__ == "__main__":
    write(FOLDER)
