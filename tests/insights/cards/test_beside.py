from __future__ import annotations

import json
from datetime import date, timedelta

from attach_desktop.affirmations.practice import PRACTICE, Practice
from attach_desktop.gratitude.item import GRATITUDE, Item
from attach_desktop.insights.cards.beside import AROUND, CHECKINS, around_quiz, beside, check_in_answers
from attach_desktop.insights.facts.beside import WeekBeside
from attach_desktop.insights.words import Words
from attach_desktop.journal.entry import Entry
from attach_desktop.quiz.take import QUIZ, Take
from attach_desktop.vault import place
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.insights.known import asking, at, keep, moods, over

MONDAY = date(2026, 9, 7)


def test_the_days_around_a_take(vault: Vault) -> None:
    moods(vault, [2] * AROUND + [4] * AROUND, first=MONDAY - timedelta(days=AROUND))
    keep(vault, [Entry(at=at(MONDAY - timedelta(days=AROUND + 1)), mood=5)])
    take = Take(at=at(MONDAY), questionnaire="attach-16", version=1, points=7, lens="partner", answers=(4,) * 16)
    kept = RecordStore(vault, QUIZ).add(take)
    [found] = asking(vault).ask(around_quiz, over(MONDAY, MONDAY)).takes
    assert (found.id, found.day, found.lens) == (kept.id, MONDAY, "partner")
    assert found.mood_before is not None
    assert found.mood_after is not None
    assert (found.mood_before.value, found.mood_before.count) == (2, AROUND)
    assert (found.mood_after.value, found.mood_after.count) == (4, AROUND)
    assert found.after[0].day == MONDAY


def test_a_take_without_entries_around_it_has_no_mood(vault: Vault) -> None:
    take = Take(at=at(MONDAY), questionnaire="attach-16", version=1, points=7, lens="friend", answers=(4,) * 16)
    RecordStore(vault, QUIZ).add(take)
    found = asking(vault).ask(around_quiz, over(MONDAY, MONDAY))
    assert (found.takes[0].mood_before, found.takes[0].mood_after, found.basis.days) == (None, None, 0)


def test_weeks_of_gratitude_and_practice_lie_beside_mood(vault: Vault) -> None:
    keep(vault, [Entry(at=at(MONDAY), mood=2), Entry(at=at(MONDAY + timedelta(days=6)), mood=4)])
    gratitude, practice = RecordStore(vault, GRATITUDE), RecordStore(vault, PRACTICE)
    for hour in (9, 20):
        gratitude.add(Item(at=at(MONDAY, hour), text="Bread."))
    practice.add(Practice(at=at(MONDAY + timedelta(days=8)), sentence="ask-early", text="I ask.", after=""))
    found = asking(vault).ask(beside, over(MONDAY, MONDAY + timedelta(days=27)))
    assert found.weeks == (
        WeekBeside(MONDAY, 2, 3, 1, 0),
        WeekBeside(MONDAY + timedelta(days=7), 0, None, 0, 1),
    )
    assert (found.gratitude, found.practice) == (1, 1)


def _check_in(vault: Vault, day: date, **values: int | None) -> None:
    """A check-in as its documented fields say it; its own room is not asked."""
    answers = [
        {"question": name, "wording": 2 if name == "able" else 1, "asked": f"I was {name}.", "value": value}
        for name, value in values.items()
    ]
    data = {"at": at(day).isoformat(), "zone": "", "form": "weekly", "version": 1, "answers": answers}
    vault.connection.run(
        "INSERT INTO record (place, id, created, updated, data) VALUES (?, ?, '', '', ?)",
        (place.first(CHECKINS, at(day).wall), f"check-in {day}", json.dumps(data)),
    )


def test_answers_are_lines_over_time(vault: Vault) -> None:
    for week, value in enumerate((3, 5, None, 4, 6, 7, 5)):
        _check_in(vault, MONDAY + timedelta(days=7 * week), calm=value, able=None if week else 2)
    found = asking(vault).ask(check_in_answers, over(MONDAY, MONDAY + timedelta(days=60)))
    calm, able = found.questions
    assert (calm.form, calm.id, calm.wording, calm.asked) == ("weekly", "calm", 1, "I was calm.")
    assert [answer.value for answer in calm.answers] == [3, 5, None, 4, 6, 7, 5]
    assert calm.answers[1].day == MONDAY + timedelta(days=7)
    assert calm.middle is not None
    assert (calm.middle.value, calm.middle.count) == (5, 6)
    assert (able.wording, able.middle.count if able.middle else 0) == (2, 1)
    assert found.basis.entries == 7
    assert "Weekly: “I was calm.” Usually 5 of 10." in Words().tell(found).more


def test_a_question_that_was_never_answered_is_no_line(vault: Vault) -> None:
    _check_in(vault, MONDAY, calm=None)
    assert asking(vault).ask(check_in_answers, over(MONDAY, MONDAY)).questions == ()


def test_without_check_ins_there_are_no_questions(vault: Vault) -> None:
    found = asking(vault).ask(check_in_answers, over(MONDAY, MONDAY))
    assert (found.questions, found.basis.entries) == ((), 0)
