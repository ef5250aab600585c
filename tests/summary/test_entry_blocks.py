from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attach_desktop.journal.entry import TEXT_FIELDS, Coping, Entry
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.summary.document import Field, Heading, Mark, Paragraph, Tone
from attach_desktop.summary.entry_blocks import entry_blocks, shown_entry
from attach_desktop.summary.names import Names
from attach_desktop.vault.vault import Vault
from tests.journal.entries import entries
from tests.summary.made import add, moment

VOCABULARY = Vocabulary()


def blocks(**fields: object) -> list[object]:
    return list(entry_blocks(Entry(at=moment(), **fields), "12:00", VOCABULARY))  # type: ignore[arg-type]


def test_its_heading_says_time_and_feelings_or_what_it_is() -> None:
    assert blocks(feelings=("uneasy", "hopeful"))[0] == Heading("12:00 · uneasy, hopeful", 3)
    assert blocks(mood=1, energy=1)[0] == Heading(f"12:00 · {VOCABULARY.cell_word(1, 1)}", 3, Mark(1, 1))
    assert blocks(note="x")[0] == Heading("12:00 · note", 3)
    assert blocks(tags=("x",))[0] == Heading("12:00 · entry", 3)


def test_flags_stand_aside() -> None:
    [head, *_] = blocks(note="x", for_session=True, private=True)
    assert isinstance(head, Heading)
    assert head.aside == "for my session · private"


def test_strength_after_says_after_how_many_minutes() -> None:
    found = blocks(intensity_before=8, coping=(Coping("Music", 10), Coping("A walk outside", 20)), intensity_after=3)
    assert [one.text for one in found if isinstance(one, Field)] == [
        "8 of 10", "Music, A walk outside", "3 of 10, after 20 minutes",
    ]  # fmt: skip


def test_a_thought_is_told_with_how_far_it_was_believed() -> None:
    [field] = [one for one in blocks(thought="They will leave. ", belief=80) if isinstance(one, Field)]
    assert field.text == "They will leave. (believed 80 %)"


@given(entries)
def test_whatever_an_entry_says_is_there(entry: Entry) -> None:
    told = "\n".join(
        text
        for block in entry_blocks(entry, "12:00", VOCABULARY)
        for text in ((block.text,) if isinstance(block, Heading | Paragraph | Field) else ())
    )
    for text in (*(getattr(entry, name) for name in TEXT_FIELDS if name != "note"), *entry.people, *entry.tags):
        assert text.strip() in told


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(entries, st.booleans())
def test_without_notes_no_text_of_it_is_left(vault: Vault, entry: Entry, hidden: bool) -> None:
    shown = shown_entry(entry, Names(vault, hidden=hidden), notes=False)
    assert not any(getattr(shown, name) for name in TEXT_FIELDS)
    assert (shown.mood, shown.belief, shown.at) == (entry.mood, entry.belief, entry.at)


def test_an_entry_without_anything_to_hide_is_the_same_one(vault: Vault) -> None:
    add(vault, people=("Kim",))
    names = Names(vault, hidden=True)
    entry = Entry(at=moment(), note="Rain.", people=())
    assert shown_entry(entry, names, notes=True) is entry
    named = shown_entry(Entry(at=moment(), note="Kim!", people=("Kim",), tags=("kim",)), names, notes=True)
    assert (named.note, named.people, named.tags) == ("A!", ("A",), ("A",))


def test_tags_are_small_and_last() -> None:
    last = blocks(note="x", tags=("a", "b"))[-1]
    assert last == Paragraph("Tags: a, b", Tone.SMALL)
