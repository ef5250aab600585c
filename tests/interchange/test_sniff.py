from __future__ import annotations

from pathlib import Path

import pytest

from attach_desktop.errors import InputRefusedError, StorageError
from attach_desktop.interchange.sniff import recognise


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('{"format": "attach-desktop"}', "json"),
        ('\ufeff \n {"entries": []', "json"),
        ("[]", "json"),
        ("full_date,date,weekday,time,mood,activities,note_title,note\n", "daylio-csv"),
        ("\ufefffull_date,date,weekday,time,mood,activities,scales,note_title,note\n", "daylio-csv"),
        ("year,date,weekday,time,mood,activities,note\n2017,7 września,", "daylio-csv"),
        ("full_date,mood\n", "daylio-csv"),
        ("id,at,zone,mood,note\r\n", "csv"),
        ("at;name;role;id\r\n", "csv"),
    ],
)
def test_a_file_is_known_by_its_content(tmp_path: Path, content: str, expected: str) -> None:
    file = tmp_path / "file.txt"
    file.write_text(content, "utf-8")
    assert recognise(file) == expected


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Dear diary,\n",
        b"SQLite format 3\0",
        b"PK\x03\x04",
        b"\xff\xfe",
        b"entryDate,entryContent\n",
        bytes(range(256)),
    ],
)
def test_anything_else_is_not_known(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "attach.json"
    file.write_bytes(content)
    with pytest.raises(InputRefusedError) as caught:
        recognise(file)
    assert caught.value.key == "file-unrecognised"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        recognise(tmp_path / "x")
    assert caught.value.key == "no-such-file"
