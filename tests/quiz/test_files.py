from __future__ import annotations

from pathlib import Path

import pytest

from attach_desktop.errors import AttachError, FaultsError, InputRefusedError, StorageError
from attach_desktop.quiz.files import MAX_BYTES, parse, read


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b"", "not-json"),
        (b'{"a": 1', "not-json"),
        (b"[" * 200_000, "not-json"),
        (b"9" * 10_000, "not-json"),
        (b'"\xff"', "not-utf-8"),
        ("{}".encode("utf-16"), "not-utf-8"),
        (b" " * (MAX_BYTES + 1), "file-too-big"),
        (b'{"a": 1, "b": {"a": 1, "a": 2}}', "given-twice"),
    ],
)
def test_what_is_no_json_of_ours_is_named(raw: bytes, key: str) -> None:
    with pytest.raises(FaultsError) as refused:
        parse(raw)
    assert [fault.key for fault in refused.value.faults] == [key]


def test_the_line_of_the_fault_is_told() -> None:
    with pytest.raises(FaultsError) as refused:
        parse(b"[1,\n2,\n]")
    assert dict(refused.value.faults[0].details)["line"] == 3


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(b'\xef\xbb\xbf{"a": "\xc5\xbc"}')
    assert read(file) == {"a": "ż"}


def test_files_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("{}")
    cases: list[tuple[Path, type[AttachError]]] = [
        (tmp_path / "nothing.json", InputRefusedError),
        (tmp_path / "file" / "below.json", InputRefusedError),
        (Path("a\0b"), InputRefusedError),
        (tmp_path, StorageError),
    ]
    for path, error in cases:
        with pytest.raises(error):
            read(path)
