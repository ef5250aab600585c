from __future__ import annotations

from datetime import date, timedelta

import pytest

from attach_desktop.insights.cards.triggers import SHOWN, clear_of, pieces, triggers
from attach_desktop.insights.statistics.estimate import Interval, Shift
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.library import Library, Trigger
from attach_desktop.vault.vault import Vault
from tests.insights import known
from tests.insights.known import TODAY, asking, at, keep, over

DAY = date(2026, 9, 1)
SELECTION = over(DAY, DAY + timedelta(days=89))


def test_what_goes_with_a_trigger(vault: Vault) -> None:
    Library(vault).triggers.add(Trigger(name="silence", noted=at(DAY), pull="toward"))
    keep(
        vault,
        [
            Entry(
                at=at(DAY, 9),
                mood=1,
                triggers=("Silence",),
                feelings=("lonely", "tense"),
                urge="reach out, check the phone",
                intensity_before=8,
                thought="Again.",
            ),
            Entry(at=at(DAY, 12), mood=4, triggers=("silence ",), feelings=("lonely",), urge="Reach out."),
            Entry(at=at(DAY, 15), mood=5, feelings=("calm",)),
            Entry(at=at(DAY + timedelta(days=1)), mood=3, triggers=("Rain", "silence"), intensity_before=4),
        ],
    )
    found = asking(vault).ask(triggers, SELECTION)
    silence, rain = found.triggers
    assert (silence.label, silence.pull, silence.entries, silence.days, silence.thoughts) == (
        "silence", "toward", 3, 2, 1,
    )  # fmt: skip
    assert silence.moods == (2.5, 3.0)
    assert silence.intensity is not None
    assert silence.intensity.value == 6
    assert [(word.label, word.entries) for word in silence.feelings] == [("lonely", 2), ("tense", 1)]
    assert [(word.label, word.entries) for word in silence.urges] == [("Reach out", 2), ("check the phone", 1)]
    assert silence.filter.words == (("triggers", "silence"),)
    assert (rain.label, rain.pull, rain.entries, rain.shift) == ("Rain", "", 1, None)
    assert (found.toward, found.away, found.more, found.basis.entries, found.basis.days) == (3, 0, 0, 3, 2)


def test_only_the_most_frequent_are_shown(vault: Vault) -> None:
    keep(vault, (Entry(at=at(DAY), triggers=(f"trigger {n}",)) for n in range(SHOWN + 3) for _ in range(n + 1)))
    found = asking(vault).ask(triggers, SELECTION)
    assert [fact.entries for fact in found.triggers] == list(range(SHOWN + 3, 3, -1))
    assert found.more == 3


@pytest.mark.parametrize("days", [14, 15])
def test_days_are_compared_from_fifteen_on(vault: Vault, days: int) -> None:
    for number in range(days):
        keep(vault, [Entry(at=at(DAY + timedelta(days=3 * number)), mood=1 + number % 2, triggers=("Silence",))])
        keep(vault, [Entry(at=at(DAY + timedelta(days=3 * number + 1)), mood=4 + number % 2)])
    [found] = asking(vault).ask(triggers, SELECTION).triggers
    assert (found.days, found.other_days) == (days, days)
    assert (found.shift is not None) == (days == 15)


def test_other_days_count_also_where_only_the_triggers_entries_are_looked_at(vault: Vault) -> None:
    keep(vault, known.structured(3))
    whole = asking(vault).period("all")
    every = asking(vault).ask(triggers, over(whole.begin, whole.end))
    alone = asking(vault).ask(triggers, over(whole.begin, whole.end, trigger=known.TRIGGER))
    [first] = [fact for fact in every.triggers if fact.label == known.TRIGGER]
    [second] = [fact for fact in alone.triggers if fact.label == known.TRIGGER]
    assert first == second


def test_the_trigger_that_truly_lowers_mood_is_clear_and_the_idle_one_is_not(vault: Vault) -> None:
    keep(vault, known.structured(1))
    found = asking(vault).ask(triggers, over(TODAY - timedelta(days=239), TODAY))
    assert found.clear == (known.TRIGGER,)
    facts = {fact.label: fact for fact in found.triggers}
    shift = facts[known.TRIGGER].shift
    assert shift is not None
    assert shift.interval.low <= known.LOWERS <= shift.interval.high
    assert shift.below > 0.8
    idle = facts[known.IDLE].shift
    assert idle is not None
    assert idle.interval.low <= 0 <= idle.interval.high


def test_many_comparisons_make_the_single_one_less() -> None:
    strong, weak = (Shift(-1, 20, 20, Interval(-2, -0.5, 0.95), p) for p in (0.001, 0.04))
    assert clear_of({"strong": strong, "weak": weak, "none": None}) == ("strong", "weak")
    others = {f"other {number}": Shift(0, 20, 20, Interval(-1, 1, 0.95), 0.5) for number in range(6)}
    assert clear_of({"strong": strong, "weak": weak, **others}) == ("strong",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, []),
        ("  ", []),
        ("reach out, check the phone", ["reach out", "check the phone"]),
        ("reach out, reach out,", ["reach out"]),
        ("I wanted to go, and to stay, and most of all for somebody to come and ask me which of them it was", None),
    ],
)
def test_chips_are_taken_apart_and_sentences_are_not(text: str | None, said: list[str] | None) -> None:
    assert pieces(text) == ([text] if said is None else said)
