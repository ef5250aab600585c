"""The program's own files, wherever it was installed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from attach_desktop import resources


def test_the_folder_holds_migrations_and_content() -> None:
    assert (resources.root() / "migrations" / "0001.sql").is_file()
    assert resources.path("content", "en", "feelings.json").is_file()


def test_a_frozen_build_brings_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.root.__wrapped__() == tmp_path / "resources"


def test_a_frozen_build_without_resources_takes_the_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert (resources.root.__wrapped__() / "migrations").is_dir()


def test_missing_files_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "attach_desktop" / "resources.py"))
    with pytest.raises(FileNotFoundError, match="install it again"):
        resources.root.__wrapped__()


def test_a_language_without_a_translation_gets_english() -> None:
    assert resources.content("feelings", "xx") == resources.content("feelings")


def test_every_document_is_read() -> None:
    for file in resources.path("content", "en").glob("*.json"):
        assert resources.content(file.stem)


def test_a_sentence_has_its_blanks_filled() -> None:
    key, text = next(
        (key, text)
        for file in resources.path("content", "en").glob("faults.json")
        for key, text in resources.content(file.stem).items()
        if text.count("{field}") == 1 and text.count("{") == 1
    )
    assert resources.sentence("faults", key, field="mood") == text.replace("{field}", "mood")
    assert resources.sentence("faults", key) == text
