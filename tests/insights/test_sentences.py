from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from attach_desktop.gratitude.item import GRATITUDE, Item
from attach_desktop.insights.cards.beside import beside
from attach_desktop.insights.cards.chain import chain
from attach_desktop.insights.cards.helps import what_helps
from attach_desktop.insights.cards.mood import day_of_week, mood_map, mood_over_time, time_of_day
from attach_desktop.insights.facts.basis import Basis
from attach_desktop.insights.facts.beside import CheckInAnswers, Question
from attach_desktop.insights.facts.helps import CopingFact, WhatHelps
from attach_desktop.insights.facts.patterns import Pattern
from attach_desktop.insights.sentences import mood_word, pattern
from attach_desktop.insights.statistics.before_after import change_estimate
from attach_desktop.insights.statistics.estimate import Interval, Shift
from attach_desktop.insights.statistics.location import median_estimate
from attach_desktop.insights.statistics.ordered import Ordered
from attach_desktop.insights.words import Words
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.insights.known import asking, at, keep, moods, over

WORDS = Words()
DAY = date(2026, 9, 1)
SELECTION = over(DAY, DAY + timedelta(days=29))


def test_half_a_mood_has_both_words() -> None:
    assert (mood_word(WORDS, 3), mood_word(WORDS, 3.5)) == ("in between", "in between – pleasant")


def _card(changes: list[int]) -> str:
    card = CopingFact(
        label="A walk",
        uses=len(changes),
        together=0,
        dots=(),
        change=change_estimate(changes),
        usual=Ordered.of(changes).quartiles(),
        lower=sum(change < 0 for change in changes),
        beside=None,
        comparable=0,
        filter=Filter(),
    )
    basis = Basis(selection=SELECTION, entries=len(changes), days=len(changes))
    return WORDS.tell(WhatHelps(basis=basis, cards=(card,), nothing=None, pairs=(), clear=())).more[0]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ([-1, -1, -2, -3, -3, -3, -1, 0], "usually 1 to 3 points lower; it was weaker afterwards 7 of 8 times"),
        ([-2] * 8, "usually 2 points lower; it was weaker afterwards 8 of 8 times"),
        ([0] * 8, "usually as strong as before; it was weaker afterwards 0 of 8 times"),
        ([-2, -2, -2, 2, 2, 2, 0, 0], "anything from −2 to 2 points of change; it was weaker afterwards 3 of 8 times"),
        ([1, 1, 1, 3, 3, 3, 2, 2], "usually 1 to 3 points higher; it was weaker afterwards 0 of 8 times"),
    ],
)
def test_changes_are_told_as_they_usually_are(changes: list[int], told: str) -> None:
    assert _card(changes) == f"After “A walk”, {told}."


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("trigger", -1.5, "When “Rain” came up, mood was about 1.5 steps lower than on other days (1 to 2)."),
        ("weekend", 1.5, "On Saturdays and Sundays, mood was about 1.5 steps higher than on other days (1 to 2)."),
        ("evening", -1.5, "In the evening, mood was about 1.5 steps lower than in the morning (1 to 2)."),
        ("before", 1.5, "In these days, mood was about 1.5 steps higher than in as many days before (1 to 2)."),
        (
            "coping",
            -1.5,
            "After “Rain” it eased about 1.5 points more than after doing nothing in particular (1 to 2).",
        ),
        ("coping", 1.5, "After “Rain” it eased about 1.5 points less than after doing nothing in particular (1 to 2)."),
    ],
)
def test_patterns(key: str, value: float, told: str) -> None:
    interval = Interval(1, 2, 0.95) if value > 0 else Interval(-2, -1, 0.95)
    found = Pattern(key=key, label="Rain", shift=Shift(value, 20, 20, interval, 0.001), q=0.01, filter=Filter())
    assert pattern(WORDS, found) == told


def test_the_period_before_is_told(vault: Vault) -> None:
    moods(vault, [2, 1, 3] * 5, first=DAY - timedelta(days=15))
    told = WORDS.tell(asking(vault).ask(mood_over_time, moods(vault, [4, 3, 5] * 5, first=DAY)))
    assert (
        "In the 15 days before, it was 2. That makes these days about 2 steps higher (1.3 to 2.7 steps)." in told.more
    )


def test_hours_and_weekdays_name_those_with_too_few_days(vault: Vault) -> None:
    keep(vault, [Entry(at=at(DAY + timedelta(days=number), 8), mood=2) for number in range(7)])
    keep(vault, [Entry(at=at(DAY, 20), mood=5)])
    told = WORDS.tell(asking(vault).ask(time_of_day, SELECTION))
    assert (told.lead, told.more[0]) == (
        "In the middle: morning 2.",
        "Too few days yet: midday, evening and night.",
    )
    assert (
        WORDS.tell(asking(vault).ask(day_of_week, SELECTION)).lead == "No part has 6 days yet, so there are only dots."
    )


def test_the_chain_and_the_map(vault: Vault) -> None:
    entry = Entry(
        at=at(DAY), mood=1, energy=4, triggers=("Rain",), urge="hide", did="Hid.", intensity_before=8, intensity_after=5
    )
    keep(vault, [entry, entry])
    assert WORDS.tell(asking(vault).ask(mood_map, SELECTION)).lead == "2 entries, each at its place on the grid."
    keep(vault, [replace(entry, intensity_after=9)])
    told = WORDS.tell(asking(vault).ask(chain, SELECTION))
    assert told.lead == "“Rain” came up in 3 entries."
    assert "The most frequent urge: hide (3 of 3 times)." in told.more
    assert WORDS.tell(asking(vault).ask(mood_map, SELECTION)).lead == "Most often around “afraid”: 3 of 3 entries."
    assert "Afterwards: weaker 2 of 3 times and stronger 1 of 3 times." in told.more


def test_only_what_was_kept_is_named_beside_mood(vault: Vault) -> None:
    keep(vault, [Entry(at=at(DAY), mood=3)])
    assert "Once gratitude or practice is kept" in WORDS.tell(asking(vault).ask(beside, SELECTION)).lead
    RecordStore(vault, GRATITUDE).add(Item(at=at(DAY), text="Bread."))
    told = WORDS.tell(asking(vault).ask(beside, SELECTION))
    assert told.lead == "Kept in these days: gratitude on 1 day and a mood on 1 day."


def test_answers_of_check_ins() -> None:
    question = Question(
        form="weekly", id="calm", wording=1, asked="I was calm.", answers=(), middle=median_estimate([3, 4, 5, 6, 7, 8])
    )
    fact = CheckInAnswers(basis=Basis(selection=SELECTION, entries=6, days=6), questions=(question,))
    told = WORDS.tell(fact)
    assert told.lead == "6 check-ins with 1 question answered."
    assert told.more[0] == "Weekly: “I was calm.” Usually 5.5 of 10."


def test_pairs_that_differ_are_told(vault: Vault) -> None:
    for number in range(16):
        for name, change in (("A walk", 3), ("Music", 0)):
            entry = Entry(at=at(DAY + timedelta(days=number)), coping=(Coping(name),), intensity_before=6)
            keep(vault, [replace(entry, intensity_after=6 - change - number % 2)])
    told = WORDS.tell(asking(vault).ask(what_helps, SELECTION))
    assert any("eased about 3 points" in sentence and "A walk" in sentence for sentence in told.more)
