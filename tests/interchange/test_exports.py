"""One way out for every export: all of it, some days, one kind, or what a list shows."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from attach_desktop.clock import Moment
from attach_desktop.errors import UsageError
from attach_desktop.gratitude.item import GRATITUDE, Item
from attach_desktop.interchange.exports import FORMATS, View, Wanted, writer
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.journal.entry import JOURNAL, Entry
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault

SILENCE = View("journal", Filter(words=(("triggers", "silence"),)))


@pytest.fixture
def filled(vault: Vault) -> Vault:
    journal, gratitude = RecordStore(vault, JOURNAL), RecordStore(vault, GRATITUDE)
    for day in range(1, 7):
        triggers = ("Silence",) if day % 2 else ("noise",)
        at = Moment.on(date(2026, 11, day))
        journal.add(Entry(at=at, note=f"note {day}", triggers=triggers, private=day == 3))
        gratitude.add(Item(at=at, text=f"thanks {day}", list="myself" if day < 3 else "anything"))
    return vault


def written(vault: Vault, wanted: Wanted) -> str:
    out = io.StringIO()
    writer(vault, wanted).fill(out)
    return out.getvalue()


def texts(vault: Vault, wanted: Wanted) -> list[str]:
    """The numbers of the notes and thanks that were written, in their order."""
    text = written(vault, wanted)
    places = {f"{sort} {day}": text.find(f"{sort} {day}") for sort in ("note", "thanks") for day in range(1, 7)}
    return sorted((name for name, at in places.items() if at >= 0), key=lambda name: places[name])


@pytest.mark.parametrize("name", FORMATS)
def test_a_view_is_exactly_what_the_filter_finds_oldest_first_private_entries_too(filled: Vault, name: str) -> None:
    assert texts(filled, Wanted(name, view=SILENCE)) == ["note 1", "note 3", "note 5"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_view_of_another_kind_is_of_that_kind_alone(filled: Vault, name: str) -> None:
    view = View("gratitude", Filter(query="thanks", words=(("list", "myself"),)))
    assert texts(filled, Wanted(name, view=view)) == ["thanks 1", "thanks 2"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_view_of_everything_is_every_record(filled: Vault, name: str) -> None:
    assert len(texts(filled, Wanted(name, view=View("journal", Filter())))) == 6


def test_a_view_as_json_can_be_taken_in_again(filled: Vault) -> None:
    document = json.loads(written(filled, Wanted("json", view=SILENCE)))
    assert set(document) == {"format", "version", "exported_at", "journal"}
    assert [record["note"] for record in document["journal"]] == ["note 1", "note 3", "note 5"]


def test_a_view_that_shows_nothing_is_a_whole_file_all_the_same(filled: Vault) -> None:
    nothing = View("journal", Filter(query="nowhere"))
    assert json.loads(written(filled, Wanted("json", view=nothing)))["journal"] == []
    assert written(filled, Wanted("csv", view=nothing)).startswith("id,at")


def test_names_of_lists_are_in_words_where_people_read(filled: Vault) -> None:
    view = View("gratitude", Filter(words=(("list", "myself"),)))
    assert "Myself" in written(filled, Wanted("markdown", view=view))


@pytest.mark.parametrize("kind", ["journal", "gratitude", "reminders"])
def test_a_spreadsheet_holds_the_kind_that_was_chosen(filled: Vault, kind: str) -> None:
    rows = list(csv.DictReader(io.StringIO(written(filled, Wanted("csv", kind=kind)))))
    assert len(rows) == (0 if kind == "reminders" else 6)
    assert all(("note" in row) == (kind == "journal") for row in rows)


@pytest.mark.parametrize("name", FORMATS)
def test_days_are_both_included(filled: Vault, name: str) -> None:
    found = texts(filled, Wanted(name, date(2026, 11, 2), date(2026, 11, 3)))
    assert [one for one in found if one.startswith("note")] == ["note 2", "note 3"]


def test_what_a_cell_of_a_view_holds_is_never_a_formula(vault: Vault) -> None:
    RecordStore(vault, JOURNAL).add(Entry(at=Moment.on(date(2026, 11, 1)), note='=HYPERLINK("http://x")'))
    rows = list(csv.DictReader(io.StringIO(written(vault, Wanted("csv", view=View("journal", Filter()))))))
    assert not rows[0]["note"].startswith("=")


def test_a_kind_that_is_none_is_refused_before_a_file_is_begun(filled: Vault) -> None:
    with pytest.raises(UsageError):
        writer(filled, Wanted("csv", kind="pets"))


@pytest.mark.parametrize("name", FORMATS)
def test_progress_is_told_and_can_call_it_off(filled: Vault, name: str) -> None:
    told = list[tuple[int, int]]()

    def tell(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    writer(filled, Wanted(name, view=SILENCE), tell).fill(io.StringIO())
    assert told == [(0, 3), (3, 3)]
    with pytest.raises(Cancelled):
        writer(filled, Wanted(name, view=SILENCE), lambda _done, _total: False).fill(io.StringIO())
