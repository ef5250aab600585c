from __future__ import annotations

import io
import json
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attach_desktop import demo
from attach_desktop.errors import InputRefusedError
from attach_desktop.interchange.incoming import Incoming, take_in
from attach_desktop.interchange.json_format import ENCODING, export_json, export_records_json, read_json
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.interchange.writing import write_whole
from attach_desktop.journal.store import JournalStore
from attach_desktop.rooms import KINDS
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault
from tests.interchange import strategies
from tests.support import NOW, FixedClock, Vaults

_HEAD: dict[str, Any] = {"format": "attach-desktop", "version": 1}
_names = count()
#: The property tests use one folder for all examples, each with files of its own.
_shared = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


def _file(folder: Path, content: object) -> Path:
    file = folder / f"{next(_names)}.json"
    text = content if isinstance(content, str) else json.dumps(content)
    file.write_text(text, "utf-8", errors="surrogatepass")
    return file


def _read(folder: Path, **lists: object) -> Incoming:
    return read_json(_file(folder, {**_HEAD, **lists}), FixedClock())


def _problems(incoming: Incoming) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(problem.place, [(fault.field, fault.key) for fault in problem.faults]) for problem in incoming.problems]


def _exported(vault: Vault) -> dict[str, Any]:
    out = io.StringIO()
    export_json(vault, out)
    document: dict[str, Any] = json.loads(out.getvalue())
    return document


# -- out and in again ----------------------------------------------------------------------------------------------


@_shared
@given(lists=strategies.every_kind)
def test_every_record_comes_back_as_it_was(tmp_path: Path, lists: dict[str, list[Stored[Any]]]) -> None:
    file = tmp_path / f"{next(_names)}.json"
    given_lists = [(kind, lists[kind.name]) for kind in strategies.ARBITRARY]
    write_whole(file, lambda out: export_records_json(given_lists, out, FixedClock()), ENCODING)
    incoming = read_json(file, FixedClock())
    assert incoming.problems == []
    assert incoming.records == [(kind, record) for kind, records in given_lists for record in records]


@settings(_shared, max_examples=15)
@given(lists=strategies.every_kind)
def test_a_vault_comes_back_as_it_was(tmp_path: Path, lists: dict[str, list[Stored[Any]]]) -> None:
    vaults = Vaults(tmp_path, FixedClock())
    one, other = vaults(f"{next(_names)}.vault"), vaults(f"{next(_names)}.vault")
    try:
        take_in(one, Incoming([(kind, record) for kind in strategies.ARBITRARY for record in lists[kind.name]]))
        first = _exported(one)
        report = take_in(other, read_json(_file(tmp_path, first), FixedClock()))
        assert report.problems == ()
        assert _exported(other) == first
        assert other.check() == []
    finally:
        vaults.close()


def test_ten_thousand_entries_go_out_and_come_back_identical(vault_factory: Vaults, tmp_path: Path) -> None:
    one, other = vault_factory("one.vault"), vault_factory("other.vault")
    counts = demo.fill(one, 10_000, 3, 5, NOW)
    assert counts["journal"] == 10_000
    file = tmp_path / "all.json"
    write_whole(file, lambda out: export_json(one, out), ENCODING)
    report = take_in(other, read_json(file, FixedClock()))
    assert (report.added, report.problems) == (sum(counts.values()), ())
    back = tmp_path / "back.json"
    write_whole(back, lambda out: export_json(other, out), ENCODING)
    assert back.read_bytes() == file.read_bytes()  # the clock of both stands still, so exported_at is the same
    again = take_in(other, read_json(file, FixedClock()))
    assert (again.added, again.updated, again.unchanged) == (0, 0, sum(counts.values()))


def test_an_empty_vault_is_a_whole_document(vault: Vault) -> None:
    document = _exported(vault)
    assert list(document) == ["format", "version", "exported_at", *(kind.name for kind in KINDS)]
    assert document["exported_at"] == "2026-11-08T20:40:00+01:00"
    assert all(document[kind.name] == [] for kind in KINDS)


def test_one_record_stands_on_one_line_in_its_own_script(vault: Vault, tmp_path: Path) -> None:
    take_in(vault, _read(tmp_path, journal=[{"at": "2026-01-02", "note": "zwei\n日"}, {"at": "2026-01-01"}]))
    out = io.StringIO()
    export_json(vault, out)
    lines = [line for line in out.getvalue().splitlines() if '"at"' in line]
    assert ["2026-01-01" in lines[0], "2026-01-02" in lines[1], "zwei\\n日" in lines[1]] == [True, True, True]


def test_days_limit_an_export(vault: Vault, tmp_path: Path) -> None:
    days = ["2026-01-01", "2026-01-02T02:59:00+00:00", "2026-01-02T03:00:00+00:00", "2026-01-03"]
    take_in(vault, _read(tmp_path, journal=[{"at": day} for day in days]))
    out = io.StringIO()
    export_json(vault, out, date(2026, 1, 2), date(2026, 1, 2))
    assert [record["at"] for record in json.loads(out.getvalue())["journal"]] == ["2026-01-02T03:00:00+00:00"]


def test_an_export_can_be_called_off(vault: Vault, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    with pytest.raises(Cancelled):
        write_whole(target, lambda out: export_json(vault, out, progress=lambda _done, _total: False), ENCODING)
    assert not target.exists()


def test_another_process_may_write_while_an_export_runs(vault_factory: Vaults, tmp_path: Path) -> None:
    vault, other = vault_factory(), vault_factory()
    take_in(vault, _read(tmp_path, journal=[{"at": f"2026-01-{day:02}"} for day in range(1, 32)] * 1))

    def add(_done: int, _total: int) -> bool:
        take_in(other, _read(tmp_path, journal=[{"at": "2026-02-01", "id": f"n{next(_names)}"}]))
        return True

    out = io.StringIO()
    export_json(vault, out, progress=add)
    assert len(json.loads(out.getvalue())["journal"]) in (31, 32)  # the state of one moment, and a whole document
    assert JournalStore(vault).count() > 31


# -- in ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "json-cut"),
        ('{"format": "attach-desktop", "version": 1, "journal": [{"at": "2026', "json-cut"),
        ('{"format": "attach-desktop", "version": 1, "journal": [{"at": "2026-01-01"}', "json-cut"),
        ('{"format": "attach-desktop", "version": 1,\n"journal": [}]}', "json-broken"),
        ('{"format": "attach-desktop", "version": 1} and more', "json-broken"),
        ("at,mood\n", "json-broken"),
        ("[" * 100_000, "json-too-deep"),
        ('{"format": "attach-desktop", "version": 1, "journal": ' + '{"a":' * 100_000, "json-too-deep"),
        ("[]", "not-our-json"),
        ("null", "not-our-json"),
        ('{"tags": {}, "entries": []}', "not-our-json"),
        ('{"format": "attach-desktop"}', "not-our-json"),
        ('{"format": "attach-desktop", "version": "1"}', "not-our-json"),
        ('{"format": "attach-desktop", "version": true}', "not-our-json"),
        ('{"format": "attach-desktop", "version": 0}', "not-our-json"),
        ('{"format": "attach-desktop", "version": 2, "journal": []}', "newer-json"),
    ],
)
def test_what_is_not_our_json_is_refused_with_its_reason(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(InputRefusedError) as caught:
        read_json(_file(tmp_path, text), FixedClock())
    assert caught.value.key == key


def test_a_file_cut_anywhere_is_refused(tmp_path: Path) -> None:
    whole = json.dumps({**_HEAD, "journal": [{"at": "2026-01-01", "note": "ä\\ \u2028", "mood": 3}]})
    for end in range(len(whole)):
        with pytest.raises(InputRefusedError) as caught:
            read_json(_file(tmp_path, whole[:end]), FixedClock())
        assert caught.value.key == "json-cut"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_does_no_harm(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "x.json"
    file.write_text(json.dumps({**_HEAD, "journal": [{"at": "2026-01-01", "note": "ä"}]}), encoding)
    assert [record.value.note for _, record in read_json(file, FixedClock()).records] == ["ä"]


def test_a_wrong_record_is_reported_with_its_place_and_every_fault_and_the_rest_comes_in(tmp_path: Path) -> None:
    good = {"at": "2026-01-01", "note": "good"}
    incoming = _read(
        tmp_path,
        journal=[good, {"at": "2026-02-30", "mood": 6, "coping": [{"name": "", "minutes": -1}]}, 7, {"mood": 3}],
        triggers=[{"at": "2026-01-01", "name": ""}, {"at": "2026-01-01", "name": "x", "pull": "up"}],
    )
    assert [record.value.note for _, record in incoming.records] == ["good"]
    assert _problems(incoming) == [
        (
            "journal[1]",
            [
                ("at", "not-a-moment"),
                ("mood", "out-of-range"),
                ("coping", "blank-word"),
                ("coping.minutes", "out-of-range"),
            ],
        ),
        ("journal[2]", [("journal", "not-an-object")]),
        ("journal[3]", [("at", "missing")]),
        ("triggers[0]", [("name", "blank-word")]),
        ("triggers[1]", [("pull", "not-a-choice")]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (r'"note": "\ud800"', ("note", "lone-surrogate")),
        (r'"note": "\u0000"', ("note", "nul")),
        (r'"tags": ["\udfff"]', ("tags", "lone-surrogate")),
        (r'"zone": "\ud800"', ("zone", "lone-surrogate")),
        (r'"id": "\ud800"', ("id", "not-an-id")),
        ('"mood": NaN', ("mood", "not-a-whole-number")),
        ('"mood": Infinity', ("mood", "not-a-whole-number")),
        ('"mood": 3.0', ("mood", "not-a-whole-number")),
        ('"mood": true', ("mood", "not-a-whole-number")),
        ('"mood": 1e999', ("mood", "not-a-whole-number")),
        ('"mood": ' + "9" * 5000, ("mood", "not-a-whole-number")),
        ('"mood": 1, "mood": 2', ("mood", "given-twice")),
        ('"note": ' + json.dumps("x" * 1_000_001), ("note", "too-long")),
    ],
)
def test_what_no_record_can_hold_is_a_fault_of_it_alone(tmp_path: Path, record: str, expected: tuple[str, str]) -> None:
    head = '{"format": "attach-desktop", "version": 1, "journal": '
    text = f'{head}[{{"at": "2026-01-01", {record}}}, {{"at": "2026-01-02"}}]}}'
    incoming = read_json(_file(tmp_path, text), FixedClock())
    assert _problems(incoming) == [("journal[0]", [expected])]
    assert len(incoming.records) == 1


def test_the_second_of_one_id_is_reported(tmp_path: Path) -> None:
    twin = {"at": "2026-01-01", "id": "x"}
    incoming = _read(tmp_path, journal=[twin, {**twin, "mood": 2}], people=[{**twin, "name": "T"}])
    assert _problems(incoming) == [("journal[1]", [("id", "duplicate-id")]), ("people[0]", [("id", "duplicate-id")])]


def test_lists_and_fields_that_nobody_knows_are_reported_and_the_rest_comes_in(tmp_path: Path) -> None:
    incoming = _read(
        tmp_path,
        journal=[{"at": "2026-01-01", "moood": 3}, {"at": "2026-01-02", "moood": 3, "id": "a"}],
        dreams=[{}, {}],
        people={},
        exported_at="2026-01-01T00:00:00Z",
    )
    assert len(incoming.records) == 2
    assert [(problem.place, problem.faults[0].key, problem.kept) for problem in incoming.problems] == [
        ("journal", "unknown-field", True),
        ("dreams", "unknown-list", False),
        ("people", "not-a-list-of-objects", False),
    ]
    assert dict(incoming.problems[0].faults[0].details) == {"count": 2}
    assert dict(incoming.problems[1].faults[0].details) == {"count": 2}


def test_a_list_that_is_there_twice_is_reported(tmp_path: Path) -> None:
    text = '{"format": "attach-desktop", "version": 1, "journal": [{"at": "2026-01-01"}], "journal": []}'
    assert _problems(read_json(_file(tmp_path, text), FixedClock())) == [("journal", [("journal", "given-twice")])]


_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["2026-01-01", "\ud800", "x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
_fields = st.sampled_from(
    ["id", "written_at", "at", "zone", "mood", "note", "tags", "coping", "name", "kind", "answers"]
)


@_shared
@given(content=st.dictionaries(st.sampled_from(["journal", "triggers", "people", "quiz", "x"]),
                               _json | st.lists(st.dictionaries(_fields, _json, max_size=5), max_size=3)))  # fmt: skip
def test_whatever_comes_in_is_a_record_or_a_problem(tmp_path: Path, content: dict[str, Any]) -> None:
    _read(tmp_path, **content)
