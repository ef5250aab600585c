"""What each card shows of records whose structure is known: from nothing, one, few, many."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from attach_desktop import demo
from attach_desktop.clock import Moment
from attach_desktop.insights.catalogue import CARDS
from attach_desktop.insights.experiments import Experiments
from attach_desktop.insights.facts.basis import Selection
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.journal.library import Library
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.insights.card_state import CardState
from attach_desktop.ui.insights.states import Look, state_of
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.vault import Vault
from tests.insights.known import HELPFUL, PEAKS, TODAY, TRIGGER, at, keep, moods, over, structured
from tests.support import NOW
from tests.ui.charts.made import drawn_chart

pytestmark = pytest.mark.usefixtures("qapp")
YEAR = over(TODAY - timedelta(days=364), TODAY)


def states(vault: Vault, selection: Selection = YEAR, **picks: str) -> dict[str, CardState]:
    look = Look.at(vault, selection, picks)
    return {key: state_of(key, look) for key in CARDS}


def shown(found: dict[str, CardState]) -> set[str]:
    return {key for key, state in found.items() if not state.empty}


def test_every_card_has_its_own_key_a_title_and_words(vault: Vault) -> None:
    for key, state in states(vault).items():
        assert state.key == key
        assert state.title
        assert all(state.sentences)


def test_of_nothing_there_is_nothing_to_show(vault: Vault) -> None:
    found = states(vault)
    assert shown(found) == set()
    assert all(not state.charts and not state.lines for state in found.values())
    assert all(state.entries is None for state in found.values())


def test_of_one_entry_there_is_a_dot(vault: Vault) -> None:
    found = states(vault, moods(vault, [4]))
    assert {"mood", "year", "weekdays", "hours"} <= shown(found)
    (chart,) = found["mood"].charts
    assert len(chart.told) == 1
    assert len(drawn_chart(chart)[1]) == 1


def test_the_page_says_what_is_true_of_the_records(vault: Vault) -> None:
    keep(vault, structured(3))
    found = states(vault)
    told = {key: " ".join((*state.sentences, *state.notes)) for key, state in found.items()}
    assert re.search(f"“{TRIGGER}”.{{0,60}} lower", told["triggers"])
    assert re.search(f"“{HELPFUL}” it eased about .{{0,20}} more", told["helps"])
    assert not re.search(f"“{PEAKS}” it eased about", told["helps"])
    assert any(TRIGGER in line.text for line in found["patterns"].lines)
    assert "Feelings at a peak tend to ease anyway" in told["helps"]


def test_every_card_of_a_full_life_can_be_drawn_read_and_looked_up(vault: Vault) -> None:
    demo.fill(vault, 300, 1, 3, NOW)
    found = states(vault)
    assert len(shown(found)) >= 12
    for key in shown(found):
        state = found[key]
        assert state.counted
        assert isinstance(state.entries, Filter)
        for chart in state.charts:
            _, spots = drawn_chart(chart)
            assert all(0 <= spot.told < len(chart.told) for spot in spots)
            assert chart.sentence.startswith(state.sentences[0])
    assert all(line.entries is not None for line in found["triggers"].lines)


def test_where_every_mood_is_the_same_the_page_says_just_that(vault: Vault) -> None:
    found = states(vault, moods(vault, [3] * 60))
    assert found["mood"].sentences[0].startswith("Usually 3 of 5")
    assert found["patterns"].lines == ()
    for key in shown(found):
        for chart in found[key].charts:
            drawn_chart(chart)


def test_of_dates_without_times_there_is_no_time_of_day(vault: Vault) -> None:
    days = [TODAY - timedelta(days=back) for back in range(20)]
    keep(vault, [Entry(at=Moment.on(day), mood=2 + day.day % 3) for day in days])
    found = states(vault)
    assert found["hours"].empty
    assert {"mood", "weekdays", "year"} <= shown(found)


def test_another_year_can_be_picked(vault: Vault) -> None:
    keep(vault, [Entry(at=at(date(2024, 5, 5)), mood=2), Entry(at=at(date(2026, 5, 5)), mood=2)])
    found = states(vault, YEAR)
    assert found["year"].pick is not None
    assert found["year"].pick.chosen == "2026"
    assert [value for value, _ in found["year"].pick.choices] == ["2026", "2025", "2024"]
    picked = states(vault, YEAR, year="2024")["year"]
    assert picked.pick is not None
    assert picked.pick.chosen == "2024"
    assert picked.charts[0].name == "2024 in pixels"
    between = states(vault, YEAR, year="2025")["year"]
    assert not between.empty, "there is still the way to the other years"
    assert between.charts == ()


def test_another_trigger_can_be_picked_for_the_chain(vault: Vault) -> None:
    keep(vault, structured(3))
    first = states(vault)["chain"].pick
    assert first is not None
    other = next(value for value, _ in first.choices if value != first.chosen)
    picked = states(vault, YEAR, chain=other)["chain"]
    assert picked.pick is not None
    assert picked.pick.chosen == other
    assert picked.charts[0].told[0].startswith(f"{other}: ")


def test_what_comes_with_a_trigger_is_told_with_its_pull(vault: Vault) -> None:
    Library(vault).keep_trigger("silence", "silence", "toward")
    entry = Entry(
        at=at(TODAY), mood=2, triggers=("silence",), feelings=("uneasy",), urge="reach out", thought="They are gone"
    )
    keep(vault, [entry])
    (line,) = states(vault)["triggers"].lines
    pull = Vocabulary().pull_word("toward")
    assert line.text == f"silence, once ({pull}) – feelings: uneasy (1); urges: reach out (1); a thought, once"
    assert line.entries is not None
    assert ("triggers", "silence") in line.entries.words


def test_triggers_are_worked_out_once_for_both_cards_that_want_them(vault: Vault) -> None:
    keep(vault, structured(3, 60))
    look = Look.at(vault, YEAR, {})
    assert look.triggers() is look.triggers()
    assert Look.at(vault, YEAR, {}, look.known).triggers() is look.triggers()


def test_a_comparison_of_two_cards_goes_on_until_it_is_ended(vault: Vault) -> None:
    assert states(vault)["works"].empty, "offered to nobody who has tried nothing"
    keep(vault, structured(3, 30))
    offered = states(vault)["works"]
    assert not offered.empty
    assert offered.trial is None
    experiments = Experiments(vault)
    begun = experiments.start(HELPFUL, PEAKS)
    uses = [begun.value.card(number) for number in range(16)]
    first = begun.value.at.day + timedelta(days=1)
    keep(
        vault,
        (
            Entry(
                at=at(first + timedelta(days=number)),
                intensity_before=8,
                coping=(Coping(name),),
                intensity_after=3 if name == HELPFUL else 7,
            )
            for number, name in enumerate(uses)
        ),
    )
    state = states(vault)["works"]
    assert state.trial is not None
    assert state.trial.next == begun.value.card(16)
    assert not any(state.trial.next in note and "Next" in note for note in state.notes), "the panel says it"
    assert any("So it seems that for you" in note for note in state.notes)
    (chart,) = state.charts
    assert sum(row[0] == HELPFUL for row in chart.table.rows) == 8
    assert chart.table.rows[-1][2].startswith("−4")
    experiments.end(begun.id)
    ended = states(vault)["works"].trial
    assert ended is not None
    assert ended.ended


def test_what_the_page_is_about_is_told_by_its_first_card(vault: Vault) -> None:
    found = states(vault, over(date(2026, 11, 1), date(2026, 11, 8)))
    assert found["mood"].about.startswith("1 Nov 2026 – 8 Nov 2026")
    narrowed = states(vault, over(date(2026, 11, 1), date(2026, 11, 8), person="Sam", tag="work"))
    assert narrowed["mood"].about.endswith("; only entries with “Sam”, “work”")
