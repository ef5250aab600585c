"""Records that go out to files and come in from them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Terminal

DAYLIO = (
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    '2026-01-05,January 5,Monday,21:10,{mood},"walk | friends",Title,"Fine<br>day"\n'
    "2026-13-05,January 5,Monday,21:10,{mood},,,\n"
)


def _document(*records: dict[str, Any]) -> str:
    return json.dumps({"format": "attach-desktop", "version": 1, "journal": list(records)})


@pytest.fixture
def other(tmp_path: Path, terminal: Terminal) -> Terminal:
    """A second terminal, on another empty folder."""
    return Terminal(tmp_path / "other", terminal.clock)


def test_an_export_comes_in_elsewhere_and_a_second_time_changes_nothing(
    tmp_path: Path, terminal: Terminal, other: Terminal
) -> None:
    assert terminal("demo", "--entries", "60").code == 0
    file = str(tmp_path / "all.json")
    assert terminal("export", file).code == 0
    assert "Added: " in other("import", file, "--dry-run").out.replace("added", "Added")
    assert other("list").out == "", "a dry run keeps nothing"
    added = other("import", file)
    assert (added.code, added.err) == (0, "")
    assert other("list", "--json").records == terminal("list", "--json").records
    assert "Added: 0. Updated: 0." in other("import", file).out


@pytest.mark.parametrize(("name", "sign"), [("out.json", "{"), ("out.csv", "\ufeffid,at"), ("out.md", "")])
def test_the_ending_of_the_file_decides_the_format(tmp_path: Path, terminal: Terminal, name: str, sign: str) -> None:
    terminal.add("--note", "Grüße, 世界")
    assert terminal("export", str(tmp_path / name)).code == 0
    text = (tmp_path / name).read_text("utf-8")
    assert text.startswith(sign)
    assert "Grüße, 世界" in text


@pytest.mark.parametrize("chosen", ["json", "csv", "markdown"])
def test_an_export_to_standard_output_is_the_same_as_to_a_file(tmp_path: Path, terminal: Terminal, chosen: str) -> None:
    terminal.add("--note", "Grüße,\n世界")
    file = tmp_path / "out"
    assert terminal("export", "--format", chosen, str(file)).code == 0
    told = terminal("export", "-", "--format", chosen)
    assert told.out.encode() == file.read_bytes()


def test_an_export_to_standard_output_is_utf_8_whatever_the_terminal_is(terminal: Terminal) -> None:
    terminal.add("--note", "Grüße")
    told = terminal("export", "-", "--format", "json", encoding="latin-1")
    assert "Grüße".encode().decode("latin-1") in told.out


def test_an_export_may_be_of_some_days_and_of_one_kind(tmp_path: Path, terminal: Terminal) -> None:
    for day in ("2026-11-01", "2026-11-02", "2026-11-03"):
        terminal.add("--note", f"of {day}", "--at", day)
    told = terminal("export", "-", "--format", "json", "--from", "2026-11-02", "--to", "2026-11-02")
    assert [record["note"] for record in told.records["journal"]] == ["of 2026-11-02"]
    people = terminal("export", "-", "--format", "csv", "--kind", "people")
    assert "role" in people.lines[0]
    assert terminal("export", "-", "--format", "csv", "--kind", "pets").code == 2


@pytest.mark.parametrize("chosen", ["json", "csv", "markdown"])
def test_an_export_may_be_of_what_a_list_shows(terminal: Terminal, chosen: str) -> None:
    terminal.add("--note", "first", "--trigger", "silence", "--mood", "2", "--at", "2026-11-01")
    terminal.add("--note", "second", "--trigger", "silence", "--mood", "4", "--at", "2026-11-02", "--private")
    terminal.add("--note", "third", "--trigger", "noise", "--mood", "2", "--at", "2026-11-03")
    wanted = ("--trigger", "Silence", "--mood", "2-4", "--from", "2026-11-01")
    told = terminal("export", "-", "--format", chosen, *wanted).out
    assert told.index("first") < told.index("second")
    assert "third" not in told
    assert len(terminal("list", *wanted).lines) == 2


def test_filters_are_of_the_journal_alone(terminal: Terminal) -> None:
    terminal.add("--note", "first")
    outcome = terminal("export", "-", "--format", "csv", "--kind", "people", "--search", "first")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--kind people" in outcome.err
    assert "first" in terminal("export", "-", "--format", "csv", "--kind", "journal", "--search", "fir").out


@pytest.mark.parametrize(
    "words",
    [
        ("-",),
        ("out.pdf",),
        ("out",),
        ("out.json", "--kind", "journal"),
        ("out.json", "--from", "never"),
        ("out.json", "--mood", "9"),
    ],
)
def test_an_export_that_is_not_clear_is_not_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: Terminal, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = terminal("export", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ["", "-wal"])
def test_an_export_never_replaces_the_vault(terminal: Terminal, ending: str) -> None:
    terminal.add("--note", "safe")
    outcome = terminal("export", "--format", "json", f"{terminal.folder}/attach.vault{ending}")
    assert outcome.code == 5
    assert "safe" in terminal("list").out


def test_a_file_that_is_there_stays_as_it_is_when_the_export_fails(tmp_path: Path, terminal: Terminal) -> None:
    file = tmp_path / "out.json"
    file.write_text("before", "utf-8")
    (terminal.folder).mkdir()
    (terminal.folder / "attach.vault").write_bytes(b"no vault at all" * 1000)
    assert terminal("export", str(file)).code == 4
    assert file.read_text("utf-8") == "before"


def test_a_wrong_record_is_told_with_its_place_and_every_fault_and_the_rest_comes_in(
    tmp_path: Path, terminal: Terminal
) -> None:
    file = tmp_path / "mixed.json"
    good = {"at": "2026-01-01", "note": "good"}
    file.write_text(_document(good, {"at": "2026-02-30", "mood": 6, "energy": "high"}, good | {"note": "too"}), "utf-8")
    for words, count in ((("--dry-run",), 0), ((), 2)):
        outcome = terminal("import", str(file), *words)
        assert outcome.code == 5
        assert len(outcome.err.splitlines()) == 1
        assert outcome.err.startswith("journal[1]: ")
        for field in ("at", "mood", "energy"):
            assert f"{field}: " in outcome.err
        assert len(terminal("list", "--json").records) == count
    assert outcome.out == "Added: 2. Updated: 0. Unchanged: 0. Refused: 1.\n"


def test_a_field_that_is_not_known_is_told_and_the_record_comes_in(tmp_path: Path, terminal: Terminal) -> None:
    file = tmp_path / "more.json"
    file.write_text(_document({"at": "2026-01-01", "note": "x", "colour": "blue"}), "utf-8")
    outcome = terminal("import", str(file))
    assert outcome.code == 0
    assert "colour: " in outcome.err
    assert "Added: 1." in outcome.out


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        (_document({"at": "2026-01-01", "note": "x"})[:-20].encode(), 5, "ends in the middle"),
        (b'{"format": "attach-desktop", "version": 1, "journal": [}', 5, "is not JSON"),
        (b'{"entries": []}', 5, "not an export of this program"),
        (b'{"format": "attach-desktop", "version": 99}', 5, "newer version"),
        (b"[" * 200_000, 5, ""),
        (b"\xff\xfe\xfd garbage \x00", 5, ""),
        (b"name,colour\na,b\n", 5, "of no kind"),
        (b"", 5, "of no kind"),
    ],
    ids=["cut", "broken", "other", "newer", "deep", "bytes", "csv", "empty"],
)
def test_a_file_that_cannot_be_read_changes_nothing(
    tmp_path: Path, terminal: Terminal, content: bytes, code: int, told: str
) -> None:
    terminal.add("--note", "mine")
    file = tmp_path / "file"
    file.write_bytes(content)
    outcome = terminal("import", str(file))
    assert (outcome.code, outcome.out) == (code, "")
    assert told in outcome.err
    assert outcome.err.count("\n") == 1
    assert len(terminal("list").lines) == 1


@pytest.mark.parametrize("name", ["missing.json", ".", "missing/deeper.json", "nul\0.json"])
def test_a_file_that_is_not_there_is_told(tmp_path: Path, terminal: Terminal, name: str) -> None:
    outcome = terminal("import", str(tmp_path / name))
    assert outcome.code == 7
    assert outcome.err.count("\n") == 1


def test_a_file_of_more_than_can_be_taken_in_is_refused(tmp_path: Path, terminal: Terminal) -> None:
    file = tmp_path / "huge.json"
    with file.open("wb") as out:
        out.write(b'{"format": "attach-desktop"')
        out.truncate(200 * 1024 * 1024)  # sparse: it takes no room on the disk
    outcome = terminal("import", str(file))
    assert outcome.code == 5
    assert "MiB" in outcome.err


def test_daylio_comes_in_with_its_moods_mapped(tmp_path: Path, terminal: Terminal) -> None:
    file, mapping = tmp_path / "daylio.csv", tmp_path / "moods.json"
    file.write_text(DAYLIO.format(mood="wobbly"), "utf-8")
    unmapped = terminal("import", str(file))
    assert unmapped.code == 5
    assert "wobbly" in unmapped.err
    assert '--map names a JSON file that says it, like {"meh": 3' in unmapped.err
    mapping.write_text('{"wobbly": 2}', "utf-8")
    outcome = terminal("import", str(file), "--map", str(mapping))
    assert outcome.code == 5, "one row has a date that does not exist"
    assert outcome.err.startswith("row 3: ")
    (record,) = terminal("list", "--json").records
    assert (record["mood"], record["tags"], record["zone"]) == (2, ["walk", "friends"], "Europe/Berlin")
    assert record["at"] == "2026-01-05T21:10:00+01:00"
    assert "Unchanged: 1." in terminal("import", str(file), "--map", str(mapping)).out


@pytest.mark.parametrize(("content", "code"), [("not json", 5), ('{"wobbly": 7}', 5), ("[]", 5), (None, 7)])
def test_a_mapping_that_cannot_be_used_is_told(
    tmp_path: Path, terminal: Terminal, content: str | None, code: int
) -> None:
    file, mapping = tmp_path / "daylio.csv", tmp_path / "moods.json"
    file.write_text(DAYLIO.format(mood="wobbly"), "utf-8")
    if content is not None:
        mapping.write_text(content, "utf-8")
    outcome = terminal("import", str(file), "--map", str(mapping))
    assert outcome.code == code
    assert outcome.err.count("\n") == 1


def test_a_mapping_belongs_to_daylio_alone(tmp_path: Path, terminal: Terminal) -> None:
    file = tmp_path / "out.json"
    file.write_text(_document(), "utf-8")
    assert terminal("import", str(file), "--map", "moods.json").code == 2


def test_the_format_may_be_said(tmp_path: Path, terminal: Terminal) -> None:
    terminal.add("--note", "x")
    file = str(tmp_path / "out")
    assert terminal("export", file, "--format", "csv").code == 0
    assert terminal("import", file, "--format", "csv").out.startswith("Added: 0. Updated: 0. Unchanged: 1.")
    assert terminal("import", file, "--format", "json").code == 5
