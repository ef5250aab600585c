from __future__ import annotations

from datetime import time

from attach_desktop.summary.document import Field, Heading, Mark, Paragraph, Span
from attach_desktop.vault.vault import Vault
from tests.summary.made import TODAY, add, moment, of, said, summary


def test_entries_stand_day_by_day_the_oldest_first(vault: Vault) -> None:
    add(vault, 0, mood=2, energy=4, feelings=("uneasy",), for_session=True)
    add(vault, 3, mood=4, people=("Kim",), happened="It rained.", intensity_before=7)
    document = summary(vault, "entries")
    heads = of(document, Heading)[1:]
    assert [(one.level, one.text) for one in heads] == [
        (2, "Thursday, 5 November 2026"),
        (3, "12:00 · hopeful"),
        (2, "Sunday, 8 November 2026"),
        (3, "12:00 · uneasy"),
    ]
    assert heads[-1].mark == Mark(2, 4)
    assert heads[-1].aside == "for my session"
    assert [one.text for one in of(document, Field)] == ["Kim", "It rained.", "7 of 10"]


def test_a_note_is_read_as_light_markdown_and_other_texts_are_not(vault: Vault) -> None:
    add(vault, note="# Later\n- **today**", happened="**as typed**", tags=("work",))
    document = summary(vault, "entries")
    note, tags = of(document, Paragraph)
    assert (note.text, note.spans) == ("Later\n– today", (Span(0, 5, bold=True), Span(8, 13, bold=True)))
    assert tags.text == "Tags: work"
    assert [one.text for one in of(document, Field)] == ["**as typed**"]


def test_a_late_night_belongs_to_the_day_before(vault: Vault) -> None:
    add(vault, at=moment(0, time(1, 30)), note="Awake.")
    heads = [one.text for one in of(summary(vault, "entries"), Heading)]
    assert heads[1:] == ["Saturday, 7 November 2026", "01:30 (in the night to 8 November) · note"]
    assert "Awake." not in said(summary(vault, "entries", begin=TODAY))


def test_only_the_days_asked_for_are_there(vault: Vault) -> None:
    add(vault, 20, note="before")
    add(vault, 10, note="within")
    add(vault, 0, at=moment(-2), note="to come")
    text = said(summary(vault, "entries"))
    assert "within" in text
    assert "before" not in text
    assert "to come" not in text
