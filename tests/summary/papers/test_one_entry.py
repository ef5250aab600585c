"""One entry on paper says all that it says on the screen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from attach_desktop.clock import Moment
from attach_desktop.days import Days
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.summary.document import Document, Field, Heading, Mark
from attach_desktop.summary.papers.one_entry import one_entry
from attach_desktop.vault.kind import Stored
from tests.summary.papers.reading import in_order, texts
from tests.support import NOW, ZONE


def paper(created: Any = NOW, at: Moment | None = None, **fields: Any) -> Document:
    entry = Entry(at=at or Moment.from_datetime(NOW, ZONE), **fields)
    return one_entry(Stored("id", entry, created, created), Vocabulary(), Days(), NOW.tzinfo)


def fields(document: Document) -> dict[str, str]:
    return {block.label: block.text for block in document.blocks if isinstance(block, Field)}


def test_it_begins_with_the_feelings_beside_their_mark_and_says_when() -> None:
    document = paper(mood=2, energy=4, feelings=("uneasy", "hopeful"), note="No answer since noon.")
    assert document.title == ""
    head = document.blocks[0]
    assert head == Heading("uneasy, hopeful", 1, Mark(2, 4))
    word = Vocabulary().cell_word(2, 4)
    assert in_order(texts(document), "uneasy", f"Sunday, 8 November 2026 · 20:40 · {word}", "No answer since noon.")


def test_every_field_is_there_below_its_label() -> None:
    document = paper(
        triggers=("No reply",),
        people=("Kim",),
        happened="A message at noon",
        body=("tight chest",),
        urge="ask again",
        did="went for a walk",
        intensity_before=8,
        coping=(Coping("A walk outside", 20), Coping("Music", 5)),
        intensity_after=3,
        thought="They are leaving",
        belief=80,
        evidence_for="Silence",
        evidence_against="They wrote yesterday",
        balanced_thought="Perhaps they are busy",
        belief_after=30,
        tags=("work",),
    )
    assert fields(document) == {
        "What set it off": "No reply",
        "Who was there, or on my mind": "Kim",
        "What happened": "A message at noon",
        "In the body": "tight chest",
        "The urge": "ask again",
        "What I did": "went for a walk",
        "How strong it was": "8 of 10",
        "What I tried to steady myself": "A walk outside, Music",
        "How strong it was then": "3 of 10, after 20 minutes",
        "The thought that came": "They are leaving (believed 80 %)",
        "What speaks for it": "Silence",
        "What speaks against it": "They wrote yesterday",
        "A thought that has room for both": "Perhaps they are busy",
        "How much I believe the first one now": "30 %",
    }
    assert texts(document)[-1] == "Tags: work"


def test_what_was_left_out_leaves_no_label_behind() -> None:
    document = paper(mood=3)
    assert fields(document) == {}
    assert texts(document)[0] == Vocabulary().cell_word(3, 3)


def test_what_it_is_marked_with_stands_beside_its_name() -> None:
    head = paper(note="A", for_session=True, private=True).blocks[0]
    assert isinstance(head, Heading)
    assert (head.text, head.aside, head.mark) == ("note", "for my session · private", None)


def test_an_entry_that_was_written_later_says_so() -> None:
    assert not any("Written later" in text for text in texts(paper(note="A")))
    later = texts(paper(NOW + timedelta(hours=13), note="A"))
    assert "Written later: Monday, 9 November 2026, 09:40" in later


def test_an_entry_without_a_time_says_so() -> None:
    assert any("No time noted" in text for text in texts(paper(at=Moment.on(NOW.date()), note="A")))


def test_the_head_of_its_pages_says_only_the_day() -> None:
    assert paper(note="A", people=("Kim",)).header == "8 November 2026"
