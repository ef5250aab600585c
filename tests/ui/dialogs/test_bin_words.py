"""What records of every kind say in one line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attach_desktop import demo
from attach_desktop.affirmations.practice import PRACTICE, Practice
from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import GRATITUDE, GRATITUDE_LISTS, Item, ItemList
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.rooms import KINDS, names_of_keys
from attach_desktop.ui.dialogs.bin_words import BinWords
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import NOW, ZONE

AT = Moment.from_datetime(NOW, ZONE)


@pytest.fixture
def words(vault: Vault, vocabulary: Vocabulary) -> BinWords:
    return BinWords(RowText(vocabulary, NOW.date), names_of_keys(vault))


def test_a_record_says_what_the_person_wrote(words: BinWords) -> None:
    assert words.line(GRATITUDE, Item(at=AT, text="warm\ntea", why="cold", people=("Kim",))) == "warm tea – cold"
    assert words.line(PRACTICE, Practice(at=AT, sentence="x", text="I can rest.")) == "I can rest."
    assert words.line(GRATITUDE_LISTS, ItemList(noted=AT, key="own", name="Garden")) == "Garden"


def test_a_list_that_has_only_a_key_goes_by_its_name(words: BinWords) -> None:
    assert words.line(GRATITUDE_LISTS, ItemList(noted=AT, key="myself", hidden=True)) == "Myself"


def test_no_kind_is_without_words_and_none_goes_on_for_ever(words: BinWords, vault: Vault) -> None:
    demo.fill(vault, 200, 1, 3, NOW)
    for kind in KINDS:
        for record in RecordStore(vault, kind).newest(50):
            assert 0 < len(words.line(kind, record.value)) <= 300
        assert words.kind(kind)
    assert len(words.line(GRATITUDE, Item(at=AT, text="x" * 5000))) == 300


def test_a_record_without_a_word_of_its_own_goes_by_the_name_of_its_list(words: BinWords) -> None:
    wordless = replace(GRATITUDE, texts=lambda _: [], to_json=lambda _: {"at": "2026-11-08", "list": "myself"})
    assert words.line(wordless, Item(at=AT, text="x")) == "Gratitude"
