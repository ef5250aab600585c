from __future__ import annotations

from datetime import date, timedelta

from attach_desktop.affirmations.practice import PRACTICE, Practice
from attach_desktop.gratitude.item import GRATITUDE, Item
from attach_desktop.insights.cards.beside import AROUND
from attach_desktop.insights.facts import WeekBeside
from attach_desktop.journal.entry import Entry
from attach_desktop.quiz.take import QUIZ, Take
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.insights.known import asking, at, keep, moods, over

MONDAY = date(2026, 9, 7)


def test_the_days_around_a_take(vault: Vault) -> None:
    moods(vault, [2] * AROUND + [4] * AROUND, first=MONDAY - timedelta(days=AROUND))
    keep(vault, [Entry(at=at(MONDAY - timedelta(days=AROUND + 1)), mood=5)])
    take = Take(at=at(MONDAY), questionnaire="attach-16", version=1, points=7, lens="partner", answers=(4,) * 16)
    kept = RecordStore(vault, QUIZ).add(take)
    [found] = asking(vault).around_quiz(over(MONDAY, MONDAY)).takes
    assert (found.id, found.day, found.lens) == (kept.id, MONDAY, "partner")
    assert found.mood_before is not None
    assert found.mood_after is not None
    assert (found.mood_before.value, found.mood_before.count) == (2, AROUND)
    assert (found.mood_after.value, found.mood_after.count) == (4, AROUND)
    assert found.after[0].day == MONDAY


def test_a_take_without_entries_around_it_has_no_mood(vault: Vault) -> None:
    take = Take(at=at(MONDAY), questionnaire="attach-16", version=1, points=7, lens="friend", answers=(4,) * 16)
    RecordStore(vault, QUIZ).add(take)
    found = asking(vault).around_quiz(over(MONDAY, MONDAY))
    assert (found.takes[0].mood_before, found.takes[0].mood_after, found.basis.days) == (None, None, 0)


def test_weeks_of_gratitude_and_practice_lie_beside_mood(vault: Vault) -> None:
    keep(vault, [Entry(at=at(MONDAY), mood=2), Entry(at=at(MONDAY + timedelta(days=6)), mood=4)])
    gratitude, practice = RecordStore(vault, GRATITUDE), RecordStore(vault, PRACTICE)
    for hour in (9, 20):
        gratitude.add(Item(at=at(MONDAY, hour), text="Bread."))
    practice.add(Practice(at=at(MONDAY + timedelta(days=8)), sentence="ask-early", text="I ask.", after=""))
    found = asking(vault).beside(over(MONDAY, MONDAY + timedelta(days=27)))
    assert found.weeks == (
        WeekBeside(MONDAY, 2, 3, 1, 0),
        WeekBeside(MONDAY + timedelta(days=7), 0, None, 0, 1),
    )
    assert (found.gratitude, found.practice) == (1, 1)


def test_without_check_ins_there_are_no_questions(vault: Vault) -> None:
    found = asking(vault).check_in_answers(over(MONDAY, MONDAY))
    assert (found.questions, found.basis.entries) == ((), 0)
