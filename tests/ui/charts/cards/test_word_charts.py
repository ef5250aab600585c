"""Charts of the person's words, on records whose structure is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale

from attach_desktop.insights.cards.chain import chain
from attach_desktop.insights.cards.feelings import feelings
from attach_desktop.insights.cards.helps import what_helps
from attach_desktop.insights.cards.triggers import triggers
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.charts.cards import word_charts
from attach_desktop.ui.charts.cards.texts import NO_FIGURE, Texts
from attach_desktop.ui.charts.chart import Chart
from attach_desktop.vault.vault import Vault
from tests.insights.known import HELPFUL, NOTHING, TODAY, TRIGGER, asking, at, keep, over, structured
from tests.ui.charts.made import drawn_chart

pytestmark = pytest.mark.usefixtures("qapp")
TEXTS = Texts.of(Vocabulary(), QLocale(QLocale.Language.English))
WHOLE = over(TODAY - timedelta(days=400), TODAY)
DAY = date(2026, 10, 1)


def sound(chart: Chart | None) -> Chart:
    """Every reading is told, every spot has one, every row has every column, no word lies on another."""
    assert chart is not None
    drawing, spots = drawn_chart(chart)
    assert all(0 <= spot.told < len(chart.told) for spot in spots)
    assert all(len(row) == len(chart.table.heads) for row in chart.table.rows)
    assert drawing.overlapping() == []
    assert len(chart.leads) in (0, len(chart.told))
    return chart


def test_triggers_with_the_mood_of_their_days(vault: Vault) -> None:
    keep(vault, structured(3))
    chart = sound(word_charts.triggers_mood(asking(vault).ask(triggers, WHOLE), TEXTS, "So it is."))
    rows = {row[0]: row[1:] for row in chart.table.rows}
    assert float(rows[TRIGGER][2]) < float(rows["Rain"][2])
    assert chart.told[0].split(":")[0] in rows


def test_a_rare_trigger_has_dots_and_no_number(vault: Vault) -> None:
    keep(vault, [Entry(at=at(DAY + timedelta(days=number)), mood=2, triggers=("silence",)) for number in range(3)])
    fact = asking(vault).ask(triggers, over(DAY, DAY + timedelta(days=9)))
    chart = sound(word_charts.triggers_mood(fact, TEXTS, "So it is."))
    assert chart.table.rows == (("silence", "3", "3", NO_FIGURE, NO_FIGURE, NO_FIGURE),)
    assert chart.told == ("silence: 3 days",)
    assert word_charts.triggers_intensity(fact, TEXTS, "So it is.") is None


def test_how_strong_it_was(vault: Vault) -> None:
    entries = [
        Entry(at=at(DAY + timedelta(days=number)), mood=2, triggers=("silence",), intensity_before=6 + number % 3)
        for number in range(9)
    ]
    keep(vault, entries)
    fact = asking(vault).ask(triggers, over(DAY, DAY + timedelta(days=9)))
    chart = sound(word_charts.triggers_intensity(fact, TEXTS, "So it is."))
    assert chart.table.rows[0][:3] == ("silence", "9", "7")


def test_the_chain_leads_from_the_trigger_to_afterwards(vault: Vault) -> None:
    entry = Entry(
        at=at(DAY),
        triggers=("silence",),
        thought="They lost interest",
        urge="reach out",
        did="waited",
        intensity_before=7,
        intensity_after=4,
    )
    keep(vault, [entry])
    chart = sound(word_charts.chain_of(asking(vault).ask(chain, over(DAY, DAY)), TEXTS, "So it is."))
    assert [row[0] for row in chart.table.rows][:4] == ["Trigger", "Thought", "Urge", "What I did"]
    assert ("After", "weaker", "1") in chart.table.rows
    drawing, spots = drawn_chart(chart)
    assert len(spots) == len(chart.told)
    # From the trigger to the thought, to the urge, to what was done, to afterwards: four bands at least.
    assert drawing.count("path") >= 4


def test_what_helps_with_nothing_in_particular_last(vault: Vault) -> None:
    keep(vault, structured(3))
    chart = sound(word_charts.what_helps(asking(vault).ask(what_helps, WHOLE), TEXTS, "So it is."))
    names = [row[0] for row in chart.table.rows]
    assert names[-1] == NOTHING
    change = {row[0]: row[3] for row in chart.table.rows}
    assert change[HELPFUL].startswith("−")


def test_few_uses_are_dots(vault: Vault) -> None:
    coping = (Coping("Tea"),)
    keep(vault, [Entry(at=at(DAY), intensity_before=5, coping=coping, intensity_after=4)])
    chart = sound(word_charts.what_helps(asking(vault).ask(what_helps, over(DAY, DAY)), TEXTS, "So it is."))
    assert chart.table.rows == (("Tea", "1", "1", NO_FIGURE, NO_FIGURE, NO_FIGURE),)
    assert chart.told == ("Tea: once, lower after 1 of 1",)


def test_feelings_by_month_and_in_pairs(vault: Vault) -> None:
    keep(
        vault,
        [
            Entry(at=at(DAY + timedelta(days=10 * number)), mood=3, feelings=("uneasy", "tired", f"word {number}"))
            for number in range(6)
        ],
    )
    fact = asking(vault).ask(feelings, over(DAY, DAY + timedelta(days=80)))
    months = sound(word_charts.feelings_over_time(fact, TEXTS, "So it is."))
    assert months.table.heads[3:5] == ("uneasy", "tired") or set(months.table.heads[3:5]) == {"uneasy", "tired"}
    assert sum(int(row[1]) for row in months.table.rows) == 6
    pairs = sound(word_charts.feeling_pairs(fact, TEXTS, "So it is."))
    assert any({row[0], row[1]} == {"uneasy", "tired"} and row[2] == "6" for row in pairs.table.rows)
    assert any("together 6 times" in told for told in pairs.told)


@pytest.mark.parametrize(("years", "first"), [(2, "Nov 2024"), (5, "Oct – Dec 2021"), (9, "2017")])
def test_over_many_years_months_are_drawn_together(vault: Vault, years: int, first: str) -> None:
    begin = date(2026 - years, 11, 8)
    keep(
        vault,
        [
            Entry(at=at(begin + timedelta(days=30 * number)), mood=3, feelings=("uneasy",))
            for number in range(12 * years)
        ],
    )
    fact = asking(vault).ask(feelings, over(begin, TODAY))
    chart = sound(word_charts.feelings_over_time(fact, TEXTS, "So it is."))
    assert chart.told[0].startswith(f"uneasy, {first}: ")
    assert len(chart.told) <= 26
    assert sum(int(told.split(": ")[1].split()[0]) for told in chart.told) == 12 * years
    assert len(chart.table.rows) == len(fact.months), "the table has every month"


def test_without_pairs_there_is_no_drawing_of_them(vault: Vault) -> None:
    keep(vault, [Entry(at=at(DAY), mood=3, feelings=("uneasy",))])
    fact = asking(vault).ask(feelings, over(DAY, DAY))
    assert word_charts.feeling_pairs(fact, TEXTS, "So it is.") is None


def test_of_very_many_pairs_few_words_are_drawn_and_all_are_in_the_table(vault: Vault) -> None:
    words = tuple(f"feeling {number}" for number in range(12))
    keep(vault, [Entry(at=at(DAY, 8 + number % 12), mood=3, feelings=words) for number in range(4)])
    fact = asking(vault).ask(feelings, over(DAY, DAY))
    chart = sound(word_charts.feeling_pairs(fact, TEXTS, "So it is."))
    drawn_words = {text for text in drawn_chart(chart)[0].texts() if text.startswith("feeling")}
    assert 2 <= len(drawn_words) <= 8
    assert len(chart.table.rows) == len(fact.pairs)
