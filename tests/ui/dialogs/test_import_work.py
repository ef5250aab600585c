"""Recognising, trying out and taking in a file, without any window."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from attach_desktop.errors import InputRefusedError
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs import import_work
from attach_desktop.ui.jobs import Progress
from attach_desktop.vault.vault import Vault
from tests.support import Vaults
from tests.ui.dialogs.files import daylio, many, ours


def _progress() -> Progress:
    return Progress(Event(), lambda _done, _total: None)


def _called_off_at(step: int) -> Progress:
    cancelled = Event()

    def tell(done: int, _total: int) -> None:
        if done >= step:
            cancelled.set()

    return Progress(cancelled, tell)


def test_a_daylio_file_comes_with_its_mood_words(tmp_path: Path) -> None:
    found = import_work.look(daylio(tmp_path))
    assert found.format == "daylio-csv"
    assert [(mood.word, mood.count, mood.guess) for mood in found.moods] == [
        ("good", 2, 4),
        ("Medium [-]", 1, None),
        ("awful", 1, 1),
    ]


def test_an_own_file_needs_no_mapping(tmp_path: Path) -> None:
    found = import_work.look(ours(tmp_path, *many(1)))
    assert (found.format, found.moods) == ("json", ())


def test_a_strange_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear diary", "utf-8")
    with pytest.raises(InputRefusedError) as caught:
        import_work.look(path)
    assert caught.value.key == "file-unrecognised"


def test_a_preview_changes_nothing(vault: Vault, store: JournalStore, tmp_path: Path) -> None:
    found = import_work.look(ours(tmp_path, *many(3)))
    preview = import_work.preview(vault, found, {}, _progress())
    assert (preview.report.added, preview.report.updated, preview.report.unchanged) == (3, 0, 0)
    assert store.count() == 0


def test_levels_and_words_of_a_daylio_file_are_kept(vault: Vault, store: JournalStore, tmp_path: Path) -> None:
    found = import_work.look(daylio(tmp_path))
    preview = import_work.preview(vault, found, {"Medium [-]": 0}, _progress())
    import_work.keep(vault, preview.incoming, _progress())
    assert [(stored.value.mood, stored.value.feelings) for stored in store.newest(10)] == [
        (4, ("good",)),
        (4, ("good",)),
        (None, ("Medium [-]",)),
    ]
    assert [problem.place for problem in preview.report.problems] == ["row 5"]


def test_what_changed_is_named_and_told_to_nobody_yet(vault: Vault, tmp_path: Path) -> None:
    told: list[str] = []
    vault.changes.subscribe("journal", lambda: told.append("journal"))
    preview = import_work.preview(vault, import_work.look(ours(tmp_path, *many(2))), {}, _progress())
    assert import_work.keep(vault, preview.incoming, _progress()).topics == ("journal",)
    assert import_work.keep(vault, preview.incoming, _progress()).topics == ()
    assert told == []


def test_a_preview_that_is_called_off_ends(vault: Vault, tmp_path: Path) -> None:
    found = import_work.look(ours(tmp_path, *many(250)))
    with pytest.raises(Cancelled):
        import_work.preview(vault, found, {}, _called_off_at(100))


def test_an_import_that_is_called_off_keeps_nothing(vault: Vault, store: JournalStore, tmp_path: Path) -> None:
    preview = import_work.preview(vault, import_work.look(ours(tmp_path, *many(250))), {}, _progress())
    with pytest.raises(Cancelled):
        import_work.keep(vault, preview.incoming, _called_off_at(200))
    assert store.count() == 0
    assert vault.check() == []


def test_an_encrypted_vault_has_its_second_connection(vault_factory: Vaults, tmp_path: Path) -> None:
    vault = vault_factory("locked.vault", passphrase="correct horse")  # noqa: S106
    preview = import_work.preview(vault, import_work.look(ours(tmp_path, *many(2))), {}, _progress())
    import_work.keep(vault, preview.incoming, _progress())
    assert JournalStore(vault).count() == 2
