"""One entry on paper says all that it says on the screen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from attach_desktop.clock import Moment
from attach_desktop.days import Days
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.summary.document import Document, Heading, Mark
from attach_desktop.summary.papers.one_entry import one_entry
from attach_desktop.vault.vault import Vault
from tests.summary.papers.reading import in_order, texts
from tests.support import NOW, ZONE


def paper(vault: Vault, at: Moment | None = None, **fields: Any) -> Document:
    entry = Entry(at=at or Moment.from_datetime(NOW, ZONE), **fields)
    return one_entry(vault, JournalStore(vault).add(entry), Days())


def test_it_begins_with_its_day_and_the_time_beside_the_mark(vault: Vault) -> None:
    document = paper(vault, mood=2, energy=4, feelings=("uneasy", "hopeful"), note="No answer since noon.")
    head = document.blocks[0]
    assert isinstance(head, Heading)
    assert head.mark == Mark(2, 4)
    assert head.level == 1
    assert in_order(texts(document), "Sunday, 8 November 2026", "20:40", "uneasy, hopeful", "No answer since noon.")


def test_every_field_is_there(vault: Vault) -> None:
    document = paper(
        vault,
        triggers=("No reply",),
        people=("Kim",),
        happened="A message at noon",
        body=("tight chest",),
        urge="ask again",
        did="went for a walk",
        intensity_before=8,
        coping=(Coping("A walk outside", 20),),
        intensity_after=3,
        thought="They are leaving",
        belief=80,
        evidence_for="Silence",
        evidence_against="They wrote yesterday",
        balanced_thought="Perhaps they are busy",
        belief_after=30,
        tags=("work",),
    )
    said = "\n".join(texts(document))
    for part in (
        "No reply", "Kim", "A message at noon", "tight chest", "ask again", "went for a walk", "8", "A walk outside",
        "20", "They are leaving", "80 %", "Silence", "They wrote yesterday", "Perhaps they are busy", "30 %", "work",
    ):  # fmt: skip
        assert part in said


def test_people_are_called_by_their_aliases(vault: Vault) -> None:
    assert any("Kim called" in text for text in texts(paper(vault, people=("Kim",), happened="Kim called")))


def test_what_it_is_marked_with_stands_beside_its_head(vault: Vault) -> None:
    head = paper(vault, note="A", for_session=True, private=True).blocks[0]
    assert isinstance(head, Heading)
    assert "private" in head.aside


def test_an_entry_that_was_written_later_says_so(vault: Vault) -> None:
    assert not any("Written later" in text for text in texts(paper(vault, note="A")))
    before = Moment.from_datetime(NOW - timedelta(hours=13), ZONE)
    assert "Written later: Sunday, 8 November 2026, 20:40" in texts(paper(vault, before, note="A"))


def test_an_entry_of_the_night_stands_below_the_day_before(vault: Vault) -> None:
    night = Moment.from_datetime(NOW.replace(day=8, hour=1), ZONE)
    document = paper(vault, night, note="A")
    assert document.title == "Saturday, 7 November 2026"
    assert any("in the night to 8 November" in text for text in texts(document))


def test_the_head_of_its_pages_says_only_the_day(vault: Vault) -> None:
    assert paper(vault, note="A", people=("Kim",)).header == "8 November 2026"
