from __future__ import annotations

import io
from datetime import date, time

import pytest

from attach_desktop import demo
from attach_desktop.checkins.checkin import CHECKINS, Answer, CheckIn, Count, Text
from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.interchange.incoming import Incoming, take_in
from attach_desktop.interchange.markdown_format import export_markdown, export_records_markdown, record_markdown
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.journal.entry import JOURNAL, Coping, Entry
from attach_desktop.journal.library import PEOPLE, TRIGGERS, Person, Trigger
from attach_desktop.quiz.take import QUIZ, Take
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import NOW


def _stored(*entries: Entry) -> list[Stored[Entry]]:
    return [Stored(str(number), entry, NOW, NOW) for number, entry in enumerate(entries)]


def _markdown(*entries: Entry, day_start: time = time(3)) -> str:
    out = io.StringIO()
    export_records_markdown(JOURNAL, _stored(*entries), out, day_start)
    return out.getvalue()


def test_a_day_reads_like_a_diary() -> None:
    entry = Entry(
        at=Moment.parse("2026-11-08T20:40:00+01:00"),
        mood=2,
        feelings=("hurt", "a|b"),
        triggers=("No reply",),
        thought="# I am *too much*",
        belief=80,
        coping=(Coping("A walk", 20), Coping("Tea")),
        note="Then **he called**.\n\n- good",
        for_session=True,
    )
    assert _markdown(entry) == (
        "# Journal\n\n## Sunday, 8 November 2026\n\n### 20:40\n\n"
        "- Mood: 2 of 5\n- Feelings: hurt, a\\|b\n- Triggers: No reply\n- How far I believed it: 80 %\n"
        "- What I tried: A walk (rated after 20 min), Tea\n- For my session\n\n"
        "**What went through my mind**\n\n\\# I am \\*too much\\*\n\n"
        "**Note**\n\nThen **he called**.\n\n- good\n\n"
    )


def test_days_begin_when_the_person_says_and_have_one_heading() -> None:
    moments = ["2026-11-07", "2026-11-07T23:00:00+01:00", "2026-11-08T01:30:00+01:00", "2026-11-08T09:00:00+01:00"]
    lines = _markdown(*(Entry(at=Moment.parse(at)) for at in moments)).splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        "# Journal",
        "## Saturday, 7 November 2026",
        "### No time noted",
        "### 23:00",
        "### 01:30 (in the night to 8 November)",
        "## Sunday, 8 November 2026",
        "### 09:00",
    ]


def test_the_library_is_a_list() -> None:
    out = io.StringIO()
    noted = Moment.parse("2026-01-01")
    export_records_markdown(
        TRIGGERS,
        [Stored("a", Trigger(name="Silence", noted=noted, sort="silence", pull="toward"), NOW, NOW)],
        out,
    )
    export_records_markdown(PEOPLE, [Stored("b", Person(alias="T.", noted=noted), NOW, NOW)], out)
    assert out.getvalue() == ("# Triggers\n\n- **Silence**: kind silence, pulls me toward\n\n# People\n\n- **T.**\n\n")


def test_another_kind_needs_no_words_of_its_own() -> None:
    out = io.StringIO()
    take = Take(
        at=Moment.parse("2026-01-01"),
        questionnaire="own",
        version=1,
        points=5,
        lens="friend",
        answers=(1, None, 5, 2, 2),
    )
    export_records_markdown(QUIZ, [Stored("a", take, NOW, NOW)], out)
    assert "- Answers: 1, –, 5, 2, 2\n" in out.getvalue()
    assert "- About: friend\n" in out.getvalue()


def test_gratitude_is_told_with_the_names_of_its_lists(vault: Vault) -> None:
    store = GratitudeStore(vault)
    choir = store.lists.add("The *choir*")
    store.lists.hide("partner")
    at = Moment.parse("2026-11-08T20:40:00+01:00")
    store.add(Item(at=at, text="# A chair", why="Nobody asked.", list=choir.key, people=("Noa",), order="abcdefghijk"))
    store.add(Item(at=at, text="Tea", list="unknown"))
    out = io.StringIO()
    export_markdown(vault, out)
    assert out.getvalue() == (
        "# Gratitude\n\n## Sunday, 8 November 2026\n\n"
        "### 20:40\n\n- List: The \\*choir\\*\n- People: Noa\n\n\\# A chair\n\n"
        "**Why it mattered**\n\nNobody asked.\n\n"
        "### 20:40\n\n- List: unknown\n\nTea\n\n"
        "# Gratitude lists\n\n- **The \\*choir\\***\n- **My partner**: out of sight\n\n"
    )


def test_a_whole_vault_is_written(vault: Vault) -> None:
    counts = demo.fill(vault, 40, 1, 1, NOW)
    out = io.StringIO()
    export_markdown(vault, out)
    headings = [line for line in out.getvalue().splitlines() if line.startswith("# ")]
    assert headings[:3] == ["# Journal", "# Triggers", "# People"]
    assert len(headings) == len([count for count in counts.values() if count])
    assert out.getvalue().count("\n### ") >= 40


def test_days_limit_it_and_nothing_is_told(vault: Vault) -> None:
    entries = _stored(Entry(at=Moment.parse("2026-01-01"), mood=1), Entry(at=Moment.parse("2026-01-02"), mood=2))
    take_in(vault, Incoming([(JOURNAL, record) for record in entries]))
    out = io.StringIO()
    export_markdown(vault, out, date(2026, 1, 2), date(2026, 1, 2))
    assert "2 January" in out.getvalue()
    assert "1 January" not in out.getvalue()
    out = io.StringIO()
    export_markdown(vault, out, date(2025, 1, 2), date(2025, 1, 2))
    assert out.getvalue() == "There is nothing here for these days.\n"
    with pytest.raises(Cancelled):
        export_markdown(vault, io.StringIO(), progress=lambda _done, _total: False)


def test_a_check_in_is_told_with_what_was_asked_and_said(vault: Vault) -> None:
    RecordStore(vault, CHECKINS).add(
        CheckIn(
            at=Moment.parse("2026-11-08T20:40:00+01:00"),
            form="weekly",
            answers=(Answer("calm", 1, "How *calm*?", 7), Answer("alone", 1, "How alone?")),
            texts=(Text("try", 1, "What next?", "# A walk"), Text("changed", 1, "What changed?", " ")),
            counts=(Count("journal", 5), Count("moods", 4)),
        )
    )
    out = io.StringIO()
    export_markdown(vault, out)
    lines = [line for line in out.getvalue().splitlines() if line]
    assert lines == [
        "# Check-ins",
        "## Sunday, 8 November 2026",
        "### 20:40",
        "- Form: A look at my week",
        "- Version: 1",
        "- Kept in these days: journal (5), moods (4)",
        "- How \\*calm\\*? 7 of 10",
        "**What next?**",
        "\\# A walk",
    ]


def test_one_record_by_itself_has_its_day_above_it() -> None:
    at = Moment.parse("2026-11-08T01:10:00+01:00", "Europe/Berlin")
    text = record_markdown(JOURNAL, Entry(at=at, mood=2, note="late *and* awake", thought="<b>no</b>"), time(3))
    assert text.startswith("## Saturday, 7 November 2026\n\n### 01:10")
    assert "- Mood: 2 of 5" in text
    assert "late *and* awake" in text
    assert "&lt;b>no&lt;/b>" in text


def test_one_of_a_library_has_its_name_above_it() -> None:
    noted = Moment.parse("2026-11-08T01:10:00+01:00", "Europe/Berlin")
    text = record_markdown(TRIGGERS, Trigger(name="No *answer*", noted=noted, sort="silence", pull="toward"))
    title, facts = text.rstrip("\n").split("\n\n")
    assert title == r"## No \*answer\*"
    assert "silence" in facts
    assert all(line.startswith("- ") for line in facts.splitlines())
