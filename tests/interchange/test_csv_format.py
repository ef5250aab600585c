from __future__ import annotations

import csv
import io
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from attach_desktop import demo
from attach_desktop.errors import InputRefusedError, UsageError
from attach_desktop.interchange.csv_format import ENCODING, export_csv, export_records_csv, kind_of, read_csv
from attach_desktop.interchange.incoming import Incoming, take_in
from attach_desktop.interchange.json_format import export_json
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.interchange.writing import write_whole
from attach_desktop.rooms import KINDS
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault
from tests.interchange import strategies
from tests.support import NOW, FixedClock, Vaults

_names = count()
_shared = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _read(folder: Path, text: str) -> Incoming:
    file = folder / f"{next(_names)}.csv"
    file.write_text(text, "utf-8", newline="")
    return read_csv(file, FixedClock())


def _problems(incoming: Incoming) -> list[tuple[str, str, str, bool]]:
    return [(p.place, fault.field, fault.key, p.kept) for p in incoming.problems for fault in p.faults]


@_shared
@given(lists=strategies.every_kind)
def test_every_record_comes_back_as_it_was(tmp_path: Path, lists: dict[str, list[Stored[Any]]]) -> None:
    for kind in strategies.ARBITRARY:
        file = tmp_path / f"{next(_names)}.csv"
        records = lists[kind.name]
        write_whole(file, lambda out, kind=kind, records=records: export_records_csv(kind, records, out), ENCODING)  # type: ignore[misc]
        incoming = read_csv(file, FixedClock())
        assert incoming.problems == []
        assert incoming.records == [(kind, record) for record in records]


def test_a_whole_vault_comes_back_through_its_lists(vault_factory: Vaults, tmp_path: Path) -> None:
    one, other = vault_factory("one.vault"), vault_factory("other.vault")
    demo.fill(one, 500, 2, 3, NOW)
    for kind in KINDS:
        file = tmp_path / f"{kind.name}.csv"
        write_whole(file, lambda out, name=kind.name: export_csv(one, name, out), ENCODING)  # type: ignore[misc]
        assert take_in(other, read_csv(file, FixedClock())).problems == ()
    first, second = io.StringIO(), io.StringIO()
    export_json(one, first)
    export_json(other, second)
    assert second.getvalue() == first.getvalue()


def test_a_spreadsheet_sees_utf_8_a_header_and_no_formula(vault: Vault, tmp_path: Path) -> None:
    take_in(vault, _read(tmp_path, "at,mood,feelings,note,private\n2026-01-01,2,müde | 😢,=1+1,yes\n"))
    file = tmp_path / "out.csv"
    write_whole(file, lambda out: export_csv(vault, "journal", out), ENCODING)
    assert file.read_bytes().startswith(b"\xef\xbb\xbfid,at,zone,mood,energy,feelings,")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert (row["at"], row["mood"], row["feelings"], row["note"]) == ("2026-01-01", "2", "müde | 😢", "'=1+1")
    assert (row["private"], row["for_session"], row["energy"]) == ("yes", "", "")


def test_a_list_without_records_still_has_its_header(vault: Vault, tmp_path: Path) -> None:
    for kind in KINDS:
        out = io.StringIO(newline="")
        export_csv(vault, kind.name, out)
        header = next(csv.reader([out.getvalue()]))
        assert kind_of(header) is kind
        assert _read(tmp_path, out.getvalue()).records == []


def test_days_limit_it_and_it_can_be_called_off(vault: Vault, tmp_path: Path) -> None:
    take_in(vault, _read(tmp_path, "at,mood\n2026-01-01,1\n2026-01-02,2\n2026-01-03,3\n"))
    out = io.StringIO(newline="")
    export_csv(vault, "journal", out, date(2026, 1, 2), date(2026, 1, 2))
    assert [row["mood"] for row in csv.DictReader(io.StringIO(out.getvalue()))] == ["2"]
    with pytest.raises(Cancelled):
        export_csv(vault, "journal", io.StringIO(), progress=lambda _done, _total: False)


def test_an_unknown_list_is_refused(vault: Vault) -> None:
    with pytest.raises(UsageError):
        export_csv(vault, "dreams", io.StringIO())


@pytest.mark.parametrize(
    "text", ["", "\n\n", "entryDate,entryContent\n", "at\n", "at,zone\n", "at,name\n", "id,mood\n"]
)
def test_other_headers_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputRefusedError) as caught:
        _read(tmp_path, text)
    assert caught.value.key == "file-unrecognised"


def test_a_table_made_by_hand_is_read_and_finds_itself_again(vault: Vault, tmp_path: Path) -> None:
    text = " At ; Mood ;tags\n2026-01-01T10:00:00+01:00;3;work|rest\n"
    (record,) = (record for _, record in _read(tmp_path, text).records)
    assert (record.value.mood, record.value.tags) == (3, ("work", "rest"))
    assert take_in(vault, _read(tmp_path, text)).added == 1
    assert take_in(vault, _read(tmp_path, text)).unchanged == 1


def test_a_wrong_row_is_reported_with_every_fault_and_the_rest_comes_in(tmp_path: Path) -> None:
    text = (
        "id,at,mood,for_session,coping,colour\n"
        "a,2026-02-30,six,perhaps,[,red\n"
        "b,2026-01-01,1\n"
        "b,2026-01-02,1,,,\n"
        "c,2026-01-03,1,,,,,lost\n"
        'd,"2026-01-04'
    )
    incoming = _read(tmp_path, text)
    assert [record.id for _, record in incoming.records] == ["b"]
    assert _problems(incoming) == [
        ("row 1", "colour", "unknown-field", True),
        ("row 2", "at", "not-a-moment", False),
        ("row 2", "coping", "not-a-list-of-objects", False),
        ("row 2", "mood", "not-a-whole-number", False),
        ("row 2", "for_session", "not-true-or-false", False),
        ("row 4", "id", "duplicate-id", False),
        ("row 5", "row", "row-too-long", False),
        ("row 6", "row", "row-cut", False),
    ]
