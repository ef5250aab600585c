from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from attach_desktop.errors import FaultsError
from attach_desktop.quiz.shelf import FOLDER, find_all
from tests.quiz.samples import ATTACH, small


def write(data: Path, name: str, content: Any) -> Path:
    folder = data / FOLDER
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def test_without_a_folder_there_is_the_programs_own(tmp_path: Path) -> None:
    shelf = find_all(tmp_path / "nothing")
    assert (shelf.questionnaires, shelf.broken) == ((ATTACH,), ())
    assert shelf.get("attach-16") == ATTACH


def test_a_persons_own_stands_beside_it(tmp_path: Path) -> None:
    write(tmp_path, "mine.json", small())
    write(tmp_path, "notes.txt", "no questionnaire")
    (tmp_path / FOLDER / "folder.json").mkdir()
    shelf = find_all(tmp_path)
    assert [questionnaire.id for questionnaire in shelf.questionnaires] == ["attach-16", "small"]
    assert shelf.broken == ()


def test_the_newest_version_is_given_and_older_ones_are_found(tmp_path: Path) -> None:
    for version in (2, 10, 3):
        write(tmp_path, f"{version}.json", {**small(), "version": version})
    shelf = find_all(tmp_path)
    assert shelf.get("small").version == 10
    assert shelf.get("small", 2).version == 2
    old = shelf.find("small", 3)
    assert old is not None
    assert old.version == 3
    assert shelf.find("small", 4) is None


@pytest.mark.parametrize("version", [None, 7])
def test_an_unknown_one_is_refused(tmp_path: Path, version: int | None) -> None:
    with pytest.raises(FaultsError) as refused:
        find_all(tmp_path).get("small" if version is None else "attach-16", version)
    assert refused.value.faults[0].field == "questionnaire"


def test_broken_files_stop_nothing_and_are_told_of(tmp_path: Path) -> None:
    faulty = small()
    del faulty["items"][3]["key"]
    write(tmp_path, "a-faulty.json", faulty)
    write(tmp_path, "b-cut.json", '{"id": ')
    write(tmp_path, "c-good.json", small())
    write(tmp_path, "d-again.json", small())
    write(tmp_path, "e-stolen.json", {**small(), "id": "attach-16", "version": 2})
    shelf = find_all(tmp_path)
    assert [questionnaire.id for questionnaire in shelf.questionnaires] == ["attach-16", "small"]
    told = {broken.path.name: broken.error for broken in shelf.broken}
    assert list(told) == ["a-faulty.json", "b-cut.json", "d-again.json", "e-stolen.json"]
    fields = {name: [f.field for f in error.faults] for name, error in told.items() if isinstance(error, FaultsError)}
    assert fields == {
        "a-faulty.json": ["items[3].key"],
        "b-cut.json": ["file"],
        "d-again.json": ["version"],
        "e-stolen.json": ["id"],
    }
