"""Writing, reading and changing entries."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Terminal


def test_an_entry_keeps_everything_that_was_given(terminal: Terminal) -> None:
    numbers = {"mood": 2, "energy": 4, "belief": 80, "intensity_before": 7, "intensity_after": 3, "belief_after": 40}
    texts = {
        "happened": "No answer since noon.",
        "thought": "She is angry.",
        "urge": "check the phone",
        "did": "waited",
        "evidence_for": "It is late.",
        "evidence_against": "She is at work.",
        "balanced_thought": "I do not know yet.",
        "note": "Żółć, 世界, 👩‍👩‍👧\nsecond line",
    }
    words = ["--feeling", "uneasy", "--feeling", "hopeful", "--person", "M.", "--trigger", "silence"]
    words += ["--tag", "choir", "--body", "cold", "--for-session", "--private"]
    words += ["--coping", "Slow breathing=15", "--coping", "A walk outside"]
    for field, value in {**numbers, **texts}.items():
        words += [f"--{field.replace('_', '-')}", str(value)]
    record = terminal.entry(terminal.add(*words, "--at", "2026-11-07T18:05+01:00"))
    expected = {
        **numbers,
        **texts,
        "feelings": ["uneasy", "hopeful"],
        "people": ["M."],
        "triggers": ["silence"],
        "tags": ["choir"],
        "body": ["cold"],
        "for_session": True,
        "private": True,
        "coping": [{"name": "Slow breathing", "minutes": 15}, {"name": "A walk outside", "minutes": None}],
        "at": "2026-11-07T18:05:00+01:00",
    }
    assert {field: record[field] for field in expected} == expected


def test_an_entry_without_a_moment_is_of_now(terminal: Terminal) -> None:
    record = terminal.entry(terminal.add("--mood", "3"))
    assert (record["at"], record["zone"]) == ("2026-11-08T20:40:00+01:00", "Europe/Berlin")


@pytest.mark.parametrize(
    ("given", "at"),
    [
        ("2026-03-01", "2026-03-01"),
        ("2026-07-01T10:00", "2026-07-01T10:00:00+02:00"),
        ("2026-12-01 10:00", "2026-12-01T10:00:00+01:00"),
        ("2026-07-01T10:00-05:00", "2026-07-01T10:00:00-05:00"),
    ],
)
def test_a_moment_may_be_a_date_a_local_time_or_one_with_its_offset(terminal: Terminal, given: str, at: str) -> None:
    assert terminal.entry(terminal.add("--mood", "3", "--at", given))["at"] == at


def test_a_note_comes_in_from_standard_input(terminal: Terminal) -> None:
    added = terminal("add", "--note", "-", typed="\ufeffżółty\r\nkwiat\n".encode())
    assert terminal.entry(added.out.strip())["note"] == "żółty\nkwiat"


def test_a_note_that_is_not_utf_8_is_refused(terminal: Terminal) -> None:
    refused = terminal("add", "--note", "-", typed=b"caf\xe9")
    assert refused.code == 5
    assert "UTF-8" in refused.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--mood", "6"), "mood: 6 is not between 1 and 5"),
        (("--mood", "-1"), "mood: -1 is not between 1 and 5"),
        (("--mood", "good"), "mood: it should be a whole number"),
        (("--mood", "2.5"), "mood: it should be a whole number"),
        (("--mood", "9" * 5000), "mood: it should be a whole number"),
        (("--energy", "0"), "energy: 0"),
        (("--belief", "101"), "belief: 101"),
        (("--intensity-before", "11"), "intensity_before: 11"),
        (("--note", "x", "--at", "2026-02-30"), "at: “2026-02-30” is not a date or time that exists"),
        (("--note", "x", "--at", "2026-02-01T25:00"), "at: "),
        (("--note", "x", "--at", "9999-12-31T23:59-12:00"), ""),
        (("--note", "x", "--at", ""), "at: "),
        (("--note", "byte \udcff"), "note: it holds bytes that are not text"),
        (("--feeling", "\udcff"), "feelings: "),
        (("--note", "a\0b"), "note: "),
        (("--feeling", " "), "feelings: one of its words is blank"),
        (("--tag", "x" * 201), "tags: it is longer than 200 characters"),
        (("--coping", "walk=1441"), "coping.minutes: 1441"),
        (("--coping", "a", "--coping", "b", "--coping", "c", "--coping", "d"), "coping: it holds more than 3"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(terminal: Terminal, words: tuple[str, ...], told: str) -> None:
    outcome = terminal("add", *words)
    if not told:  # a moment at the very edge of the calendar may be kept, but never breaks anything
        assert outcome.code in (0, 5)
        return
    assert (outcome.code, outcome.out) == (5, "")
    assert told in outcome.err
    assert outcome.err.count("\n") == 1
    assert not (terminal.folder / "attach.vault").exists()


def test_every_fault_is_told_at_once(terminal: Terminal) -> None:
    outcome = terminal("add", "--mood", "6", "--energy", "high", "--at", "2026-02-30", "--note", "a\0b")
    for field in ("mood", "energy", "at", "note"):
        assert f"{field}: " in outcome.err


@pytest.mark.parametrize("source", ["argument", "standard input"])
def test_a_note_of_five_megabytes_is_refused_and_one_of_a_million_signs_kept(terminal: Terminal, source: str) -> None:
    def add(note: str) -> tuple[int, str]:
        if source == "argument":
            outcome = terminal("add", "--note", note)
        else:
            outcome = terminal("add", "--note", "-", typed=note.encode())
        return outcome.code, outcome.err

    code, err = add("x" * 5_000_000)
    assert code == 5
    assert "note: it is longer than 1000000 characters" in err
    assert add("ż" * 1_000_000) == (0, "")


def test_an_entry_that_says_nothing_is_not_kept(terminal: Terminal) -> None:
    for words in ((), ("--at", "2026-11-01"), ("--private",), ("--note", "")):
        outcome = terminal("add", *words)
        assert outcome.code == 2
        assert "nothing to keep" in outcome.err


def test_the_beginning_of_an_id_is_enough(terminal: Terminal) -> None:
    record_id = terminal.add("--note", "found")
    for prefix in (record_id[:8], record_id.upper()[:13], f" {record_id} "):
        assert "found" in terminal("show", prefix).out


def test_an_id_that_means_two_entries_or_none_is_told(terminal: Terminal) -> None:
    first, second = terminal.add("--mood", "1"), terminal.add("--mood", "2")
    assert first[:13] == second[:13], "the clock stands still"
    ambiguous = terminal("show", first[:13])
    assert ambiguous.code == 5
    assert "More than one" in ambiguous.err
    for given in ("", "-", "zzz", "%", "ffff", "\udcff", "no such id"):
        unknown = terminal("show", "--", given) if given == "-" else terminal("show", given)
        assert unknown.code == 5, given
        assert "No record" in unknown.err
        assert unknown.err.count("\n") == 1


def test_showing_an_entry_tells_every_field_that_says_something(terminal: Terminal) -> None:
    record_id = terminal.add(
        "--mood", "1", "--feeling", "afraid", "--coping", "walk=5", "--note", "one\ntwo", "--for-session",
        "--intensity-before", "7",
    )  # fmt: skip
    shown = terminal("show", record_id).out
    for told in (record_id, "2026-11-08 20:40 +01:00", "1 very unpleasant", "afraid", "walk (5 min)", "7 / 10"):
        assert told in shown
    assert "    one\n    two\n" in shown
    assert "Energy" not in shown


def test_what_an_entry_says_cannot_steer_the_terminal(terminal: Terminal) -> None:
    record_id = terminal.add("--note", "\x1b]0;title\x07 and\x9b2J", "--feeling", "\x1b[31mred")
    for words in (("list",), ("show", record_id)):
        assert "\x1b" not in terminal(*words).out
        assert "\x9b" not in terminal(*words).out


def test_editing_changes_what_is_given_and_keeps_the_rest(terminal: Terminal) -> None:
    record_id = terminal.add("--mood", "2", "--feeling", "sad", "--feeling", "tired", "--note", "before")
    assert terminal("edit", record_id[:8], "--mood", "4", "--feeling", "calm", "--private").code == 0
    record = terminal.entry(record_id)
    assert (record["mood"], record["feelings"], record["note"]) == (4, ["calm"], "before")
    assert record["private"] is True


@pytest.mark.parametrize("name", ["feelings", "feeling", "--feeling", "mood", "note", "for-session", "coping"])
def test_editing_empties_the_fields_that_are_named(terminal: Terminal, name: str) -> None:
    record_id = terminal.add(
        "--mood", "2", "--feeling", "sad", "--note", "x", "--for-session", "--coping", "walk", "--tag", "kept"
    )
    assert terminal("edit", record_id, f"--clear={name}").code == 0
    field = {"feeling": "feelings", "--feeling": "feelings", "for-session": "for_session"}.get(name, name)
    record = terminal.entry(record_id)
    assert not record[field]
    assert record["tags"] == ["kept"]


def test_editing_refuses_what_cannot_be_and_leaves_the_entry_alone(terminal: Terminal) -> None:
    record_id = terminal.add("--mood", "2")
    before = terminal.entry(record_id)
    for words, code in (
        (("--mood", "6"), 5),
        ((), 2),
        (("--clear", "at"), 2),
        (("--clear", "colour"), 2),
    ):
        assert terminal("edit", record_id, *words).code == code
    assert terminal.entry(record_id) == before


def test_deleted_entries_lie_in_the_bin_and_come_back(terminal: Terminal) -> None:
    first, second = terminal.add("--note", "first"), terminal.add("--note", "second")
    assert terminal("delete", first, second, first).code == 0
    assert terminal("list").out == ""
    assert "first" in terminal("bin").out
    for command in ("show", "delete"):
        gone = terminal(command, first)
        assert gone.code == 5
        assert "is in the bin" in gone.err
    assert terminal("edit", first, "--mood", "1").code == 5
    assert terminal("restore", first).code == 0
    assert terminal.entry(first)["note"] == "first"
    assert "is not in the bin" in terminal("restore", first).err


def test_one_unknown_id_among_several_changes_nothing(terminal: Terminal) -> None:
    record_id = terminal.add("--note", "still here")
    assert terminal("delete", record_id, "ffff").code == 5
    assert "still here" in terminal("list").out
    terminal("delete", record_id)
    assert terminal("restore", record_id, "ffff").code == 5
    assert terminal("list").out == ""


def test_emptying_the_bin_is_for_good(terminal: Terminal) -> None:
    record_id = terminal.add("--note", "gone")
    terminal("delete", record_id)
    assert "1" in terminal("bin", "--empty").out
    assert terminal("bin").out == ""
    assert terminal("restore", record_id).code == 5
