"""Uses are counted as numbers in SQL; here they are counted once more from the entries themselves, one by one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attach_desktop.insights.cards.uses import comparable, compared, read_uses
from attach_desktop.insights.records import MANY_WORDS, Records
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.words import word_key
from tests.insights.known import NOTHING, at, keep, over, uses_of

DAY = date(2026, 11, 3)
INTENSITY = st.one_of(st.none(), st.integers(0, 10))
#: (day, hour, before, after, what was tried); some hours lie before the person's day begins.
TIMES = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.integers(0, 23),
        INTENSITY,
        INTENSITY,
        st.lists(st.sampled_from(["A walk", "a WALK", "Music", "Straße", NOTHING]), max_size=3),
    ),
    max_size=20,
)


def _use(day: date, name: str) -> Entry:
    return Entry(at=at(day), coping=(Coping(name),), intensity_before=4, intensity_after=3)


@given(times=TIMES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_uses_are_counted_as_one_by_one(
    vault: Vault, times: Sequence[tuple[int, int, int | None, int | None, list[str]]]
) -> None:
    journal = JournalStore(vault)
    journal.bin([record.id for record in journal.each()])
    keep(
        vault,
        (
            Entry(
                at=at(DAY + timedelta(days=day), hour),
                coping=tuple(map(Coping, names)),
                intensity_before=before,
                intensity_after=after,
            )
            for day, hour, before, after, names in times
        ),
    )
    changes, by_start, together = (
        defaultdict[str, Counter[int]](Counter),
        defaultdict[str, Counter[tuple[int, int]]](Counter),
        Counter[str](),
    )
    days, firsts, silent, told, seen = set[date](), set[tuple[str, date]](), 0, 0, set[str]()
    for record in journal.each():
        entry = record.value
        keys = {word_key(item.name) for item in entry.coping}
        before, after, day = entry.intensity_before, entry.intensity_after, (entry.at.wall - timedelta(hours=3)).date()
        seen |= keys
        if not keys:
            continue
        if before is None or after is None:
            silent += 1
            continue
        told += 1
        days.add(day)
        if len(keys) > 1:
            together.update(keys)
            continue
        [key] = keys
        changes[key][after - before] += 1
        if (key, day) not in firsts:
            firsts.add((key, day))
            by_start[key][before, after - before] += 1
    found, entries, on_days, without = read_uses(
        Records(vault.connection, vault.day_start), over(DAY - timedelta(days=1), DAY + timedelta(days=9))
    )
    assert (entries, on_days, without) == (told, len(days), silent)
    assert found.keys() == seen
    for key, uses in found.items():
        assert uses.changes == changes[key]
        assert uses.alone == changes[key].total()
        assert uses.together == together[key]
        flat = {(before, change): n for before, some in uses.by_start.items() for change, n in some.items()}
        assert flat == by_start[key]


def test_of_very_many_things_that_were_tried_those_of_the_days_are_found(vault: Vault) -> None:
    tried = [f"thing {number}" for number in range(MANY_WORDS + 1)]
    keep(vault, (_use(DAY - timedelta(days=9), name) for name in tried))
    keep(vault, (_use(DAY, name) for name in tried[::100]))
    found, *numbers = read_uses(Records(vault.connection, vault.day_start), over(DAY, DAY))
    assert (list(found), numbers) == (tried[::100], [4, 1, 0])


def test_a_card_is_spelled_as_it_was_last_and_read_within_the_days_alone(vault: Vault) -> None:
    for day, name in ((0, "walk"), (1, "Walk"), (40, "WALK")):
        keep(vault, [_use(DAY + timedelta(days=day), name)])
    records = Records(vault.connection, vault.day_start)
    found, *numbers = read_uses(records, over(DAY, DAY + timedelta(days=9)))
    assert ({key: (uses.label, uses.alone) for key, uses in found.items()}, numbers) == (
        {"walk": ("WALK", 2)},
        [2, 2, 0],
    )
    assert read_uses(records, over(DAY + timedelta(days=50), DAY + timedelta(days=60))) == ({}, 0, 0, 0)


def test_only_times_that_began_equally_strong_are_compared() -> None:
    peaks = uses_of("Tea", [(day, 9, -3) for day in range(20)])
    calm = [(day, 4, 0) for day in range(20)]
    assert compared(peaks, uses_of(NOTHING, calm)) is None
    assert comparable(peaks, uses_of(NOTHING, calm)) == 0
    both = uses_of(NOTHING, [*calm, *((day, 9, -3) for day in range(20, 40))])
    found = compared(peaks, both)
    assert found is not None
    assert (found.value, found.p, found.other, comparable(peaks, both)) == (0, 1, 20, 20)
