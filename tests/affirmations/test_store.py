"""What a person makes of the sentences is kept, once, and can be taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from attach_desktop.affirmations.deck import Card, CardFilter
from attach_desktop.affirmations.practice import Practice
from attach_desktop.affirmations.sentence import AFFIRMATIONS
from attach_desktop.affirmations.store import ANOTHER_SETTING, AffirmationStore
from attach_desktop.errors import FaultsError, InputRefusedError
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault
from tests.affirmations.samples import AT, LIBRARY, WORDING, sentence
from tests.support import FixedClock, Vaults


@pytest.fixture
def store(vault: Vault) -> AffirmationStore:
    return AffirmationStore(vault)


def card(store: AffirmationStore, name: str = WORDING.id) -> Card:
    found = store.card(name)
    assert found is not None
    return found


def faults(error: FaultsError) -> list[tuple[str, str]]:
    return [(found.field, found.key) for found in error.faults]


# -- the library ----------------------------------------------------------------------------------------------------


def test_the_library_is_there_and_not_copied(store: AffirmationStore) -> None:
    assert [one.id for one in store.cards()] == list(LIBRARY)
    assert store.count() == 0
    assert card(store).text == WORDING.text
    assert store.card("no-such") is None


def test_a_sentence_gets_a_record_once_something_is_made_of_it(store: AffirmationStore, vault_factory: Vaults) -> None:
    given = store.rate(WORDING.id, 7)
    again = card(AffirmationStore(vault_factory()))
    assert given == again
    assert (again.belief, again.text, again.themes, again.pull) == (7, WORDING.text, WORDING.themes, WORDING.pull)
    assert again.record is not None
    assert (again.record.value.origin, again.record.value.noted) == (WORDING.id, AT)
    store.favour(WORDING.id)
    assert (store.count(), len(store.deck())) == (1, len(LIBRARY))


def test_what_changes_nothing_leaves_no_record(store: AffirmationStore) -> None:
    for given in (
        store.rate(WORDING.id, None),
        store.favour(WORDING.id, favourite=False),
        store.hide(WORDING.id, hidden=False),
        store.take_back(WORDING.id),
        store.soften(WORDING.id, WORDING.text),
    ):
        assert given.record is None
    assert store.count() == 0


@pytest.mark.parametrize("belief", [11, -1])
def test_a_rating_out_of_range_is_refused_and_the_one_before_stays(store: AffirmationStore, belief: int) -> None:
    store.rate(WORDING.id, 3)
    for name in (WORDING.id, "calm-wave"):
        with pytest.raises(FaultsError) as caught:
            store.rate(name, belief)
        assert faults(caught.value) == [("believability", "out-of-range")]
    assert (card(store).belief, store.count()) == (3, 1)


def test_hiding_resting_and_sets(store: AffirmationStore) -> None:
    store.hide(WORDING.id)
    store.retire("calm-wave")
    store.put_in_sets("calm-floor", ["Evenings", "evenings", "Trains"])
    assert WORDING.id not in [one.id for one in store.cards()]
    assert [one.id for one in store.cards(CardFilter(show="hidden"))] == [WORDING.id]
    assert [one.id for one in store.cards(CardFilter(show="retired"))] == ["calm-wave"]
    assert [one.id for one in store.cards(CardFilter(set="trains"))] == ["calm-floor"]
    assert store.deck().sets() == ["Evenings", "Trains"]
    store.hide(WORDING.id, hidden=False)
    store.take_back("calm-wave")
    store.put_in_sets("calm-floor", [])
    assert [one.id for one in store.cards()] == list(LIBRARY)


def test_a_card_that_is_not_there_is_told(store: AffirmationStore) -> None:
    for act in (
        lambda: store.rate("no-such", 5),
        lambda: store.hide("no-such"),
        lambda: store.soften("no-such", "I can."),
        lambda: store.edit("no-such", "I can."),
        lambda: store.restore_wording("no-such"),
        lambda: store.remove("no-such"),
        lambda: store.after_practice("no-such", "worse"),
    ):
        with pytest.raises(InputRefusedError) as caught:
            act()
        assert caught.value.key == "no-such-record"
    assert (store.count(), store.practices.count()) == (0, 0)


# -- wording --------------------------------------------------------------------------------------------------------


def test_a_gentler_form_stands_in_for_the_sentence(store: AffirmationStore) -> None:
    store.rate(WORDING.id, 2)
    store.favour(WORDING.id)
    gentler = store.soften(WORDING.id, WORDING.gentler[0])
    assert (gentler.text, gentler.full, gentler.belief) == (WORDING.gentler[0], WORDING.text, None)
    assert (gentler.favourite, gentler.themes) == (True, WORDING.themes)
    store.rate(WORDING.id, 8)
    firmer = store.soften(WORDING.id, gentler.forms[1])
    assert (firmer.text, firmer.full, firmer.belief) == (WORDING.gentler[1], WORDING.text, None)
    full = store.soften(WORDING.id, firmer.full)
    assert (full.text, full.changed) == (WORDING.text, False)
    assert full.record is not None
    assert full.record.value.gentler_of == ""
    assert [value.belief for _, value in store.former(full.record.id)] == [None, 8, None, 2, 2]


def test_ones_own_gentler_words(store: AffirmationStore) -> None:
    mine = store.soften(WORDING.id, "  On some days I can hear a no. ")
    assert (mine.text, mine.full) == ("On some days I can hear a no.", WORDING.text)
    edited = store.edit(WORDING.id, "On most days I can hear a no.")
    assert (edited.text, edited.full) == ("On most days I can hear a no.", WORDING.text)
    back = store.restore_wording(WORDING.id)
    assert (back.text, back.full) == (WORDING.text, WORDING.text)


def test_an_edited_sentence_keeps_its_origin_and_what_else_was_kept(store: AffirmationStore) -> None:
    store.rate(WORDING.id, 4)
    store.put_in_sets(WORDING.id, ["Trains"])
    edited = store.edit(WORDING.id, "I ask once, kindly.", themes=["asking", "calming"], pull="")
    assert (edited.id, edited.text, edited.full) == (WORDING.id, "I ask once, kindly.", "I ask once, kindly.")
    assert (edited.belief, edited.themes, edited.pull, edited.sets) == (None, ("asking", "calming"), "", ("Trains",))
    assert edited.record is not None
    assert edited.record.value.origin == WORDING.id
    themes_only = store.edit(WORDING.id, edited.text, themes=["apart"])
    assert (themes_only.themes, themes_only.text) == (("apart",), edited.text)
    assert store.restore_wording(WORDING.id).text == WORDING.text


@pytest.mark.parametrize(
    ("text", "fault"),
    [("", "missing"), (" ", "blank"), ("x" * 20_000, "too-long"), (LIBRARY["calm-wave"].text, "sentence-exists")],
)
def test_words_that_cannot_be_kept_change_nothing(store: AffirmationStore, text: str, fault: str) -> None:
    store.rate(WORDING.id, 4)
    for act in (store.edit, store.soften):
        with pytest.raises(FaultsError) as caught:
            act(WORDING.id, text)
        assert faults(caught.value) == [("text", fault)]
    with pytest.raises(FaultsError) as caught:
        store.add_own(text)
    assert faults(caught.value) == [("text", fault)]
    assert (card(store).text, card(store).belief, store.count()) == (WORDING.text, 4, 1)


# -- the person's own -----------------------------------------------------------------------------------------------


def test_a_sentence_of_ones_own(store: AffirmationStore) -> None:
    mine = store.add_own(" I can try. ", themes=["calming"], pull="toward", sets=["Trains"])
    assert (mine.text, mine.themes, mine.pull, mine.sets, mine.own) == (
        "I can try.", ("calming",), "toward", ("Trains",), True,
    )  # fmt: skip
    assert store.card(mine.id) == mine
    assert store.cards()[0] == mine
    assert store.rate(mine.id, 3).belief == 3
    gentler = store.soften(mine.id, mine.forms[0])
    assert (gentler.text, gentler.full) == ("It is possible that I can try.", "I can try.")
    assert [one.id for one in store.cards(CardFilter(own=True, query="possible"))] == [mine.id]


def test_the_same_is_not_kept_twice(store: AffirmationStore) -> None:
    mine = store.add_own("I can try.")
    store.hide(mine.id)
    for text in ("I can try.", " i  CAN try. "):
        with pytest.raises(FaultsError) as caught:
            store.add_own(text)
        assert faults(caught.value) == [("text", "sentence-exists")]
    assert store.count() == 1


def test_an_unknown_theme_is_refused(store: AffirmationStore) -> None:
    with pytest.raises(FaultsError) as caught:
        store.add_own("I can try.", themes=["weather"])
    assert faults(caught.value) == [("themes", "not-a-choice")]
    with pytest.raises(FaultsError):
        store.edit(WORDING.id, "I can try.", themes=["weather"])
    assert store.count() == 0


def test_removing_can_be_undone(store: AffirmationStore) -> None:
    mine = store.add_own("I can try.")
    store.rate(WORDING.id, 3)
    tokens = store.remove(mine.id) + store.remove(WORDING.id)
    assert store.card(mine.id) is None
    assert card(store).record is None
    store.restore(tokens)
    assert (store.card(mine.id), card(store).belief) == (mine, 3)


def test_after_forgetting_a_sentence_of_the_library_begins_afresh(store: AffirmationStore) -> None:
    store.rate(WORDING.id, 3)
    store.favour(WORDING.id)
    store.remove(WORDING.id)
    again = store.hide(WORDING.id)
    assert (again.hidden, again.belief, again.favourite) == (True, None, False)
    assert (store.count(), store.binned()) == (1, [])


# -- from elsewhere -------------------------------------------------------------------------------------------------


def test_the_same_sentence_rated_in_two_vaults_becomes_one_record(vault_factory: Vaults, clock: FixedClock) -> None:
    here, there = AffirmationStore(vault_factory("here")), AffirmationStore(vault_factory("there"))
    here.rate(WORDING.id, 3)
    clock.advance(timedelta(hours=1))
    there.rate(WORDING.id, 8)
    for record in there.each():
        here.put(record)
    assert (card(here).belief, here.count()) == (8, 1)


def test_two_records_about_one_sentence_are_one_card_and_go_together(
    store: AffirmationStore, clock: FixedClock
) -> None:
    store.rate(WORDING.id, 3)
    later = clock.advance(timedelta(hours=1))
    store.put(Stored("by-hand", sentence(WORDING.text, origin=WORDING.id, belief=9), later, later))
    assert (card(store).belief, store.deck().card(WORDING.id)) == (9, card(store))
    clock.advance(timedelta(hours=1))
    assert store.rate(WORDING.id, 6).belief == 6
    assert (card(store).belief, len(store.deck())) == (6, len(LIBRARY))
    token = store.remove(WORDING.id)
    assert (len(token), card(store).record) == (2, None)


def test_an_id_that_another_record_has_is_no_hindrance(store: AffirmationStore) -> None:
    given = store.rate(WORDING.id, 3).record
    assert given is not None
    store.remove(WORDING.id)
    store.empty_bin()
    now = store.vault.clock.now()
    store.practices.put(Stored(given.id, Practice(at=AT, sentence="x", text="I."), now, now))
    assert (store.rate(WORDING.id, 4).belief, card(store).belief) == (4, 4)


# -- practice -------------------------------------------------------------------------------------------------------


def test_a_practice_is_kept_with_its_verdict(store: AffirmationStore) -> None:
    for verdict in ("", "better", "same"):
        outcome = store.after_practice(WORDING.id, verdict)
        assert (outcome.retired, outcome.card.id) == (False, WORDING.id)
    assert [one.value.after for one in store.practices.of(WORDING.id)] == ["same", "better", ""]
    assert [one.value.text for one in store.practices.of(WORDING.id)] == [WORDING.text] * 3
    assert store.count() == 0


def test_two_worse_lay_a_sentence_to_rest_and_it_can_be_taken_back(store: AffirmationStore) -> None:
    mine = store.add_own("I can try.")
    for name in (WORDING.id, mine.id):
        first = store.after_practice(name, "worse")
        store.after_practice(name, "better")
        second = store.after_practice(name, "worse")
        assert (first.retired, second.retired, second.card.retired) == (False, True, True)
        assert name not in [one.id for one in store.cards()]
        assert store.take_back(name).active
        assert not store.after_practice(name, "worse").retired
    assert store.practices.count() == 8


def test_a_gentler_wording_brings_a_resting_sentence_back(store: AffirmationStore) -> None:
    for _ in range(2):
        store.after_practice(WORDING.id, "worse")
    assert store.soften(WORDING.id, WORDING.gentler[0]).active


def test_worse_again_while_it_rests_is_no_news(store: AffirmationStore) -> None:
    told = [store.after_practice(WORDING.id, "worse").retired for _ in range(3)]
    assert told == [False, True, False]


def test_a_verdict_that_is_none_keeps_nothing(store: AffirmationStore) -> None:
    with pytest.raises(FaultsError) as caught:
        store.after_practice(WORDING.id, "splendid")
    assert faults(caught.value) == [("after", "not-a-choice")]
    assert (store.count(), store.practices.count()) == (0, 0)


def test_practice_and_rest_are_kept_together_and_told_once_on_disk(
    store: AffirmationStore, vault_factory: Vaults
) -> None:
    other = AffirmationStore(vault_factory())
    told: list[tuple[str, int, int]] = []
    for topic in ("affirmations", "practice"):
        store.vault.changes.subscribe(
            topic,
            lambda topic=topic: told.append((topic, other.count(), other.practices.count())),  # type: ignore[misc]
        )
    store.after_practice(WORDING.id, "better")
    assert told == [("practice", 0, 1)]
    told.clear()
    store.after_practice(WORDING.id, "worse")
    assert told == [("affirmations", 1, 2), ("practice", 1, 2)]


# -- today ----------------------------------------------------------------------------------------------------------


def test_the_one_of_today_stays_all_day_and_changes_with_the_persons_day(
    store: AffirmationStore, clock: FixedClock, vault_factory: Vaults
) -> None:
    today = store.today()
    assert today is not None
    assert store.day() == date(2026, 11, 8)
    clock.advance(timedelta(hours=6))  # 2:40 of the next date is still the same day
    assert store.today() == AffirmationStore(vault_factory()).today() == today
    seen = {today.id}
    for _ in range(5):
        clock.advance(timedelta(days=1))
        if card_of_day := store.today():
            seen.add(card_of_day.id)
    assert len(seen) > 2
    assert store.count() == 0


def test_another_one_stays_for_the_day(store: AffirmationStore, clock: FixedClock, vault_factory: Vaults) -> None:
    first, second = store.today(), store.another_today()
    assert first != second
    assert AffirmationStore(vault_factory()).today() == second
    assert store.another_today() not in (first, second)
    clock.advance(timedelta(days=1))
    store.vault.settings.set(ANOTHER_SETTING, {"day": "2026-11-09", "count": "many"})
    tomorrow = store.today()
    store.vault.settings.set(ANOTHER_SETTING, None)
    assert store.today() == tomorrow


def test_today_within_a_choice_and_where_nothing_is_left(store: AffirmationStore) -> None:
    calm = store.today(CardFilter(themes=("calming",)))
    assert calm is not None
    assert "calming" in calm.themes
    assert store.today(CardFilter(query="zebra")) is None
    with store.together():
        for one in store.cards():
            store.hide(one.id)
    assert store.today() is None


def test_hiding_the_one_of_today_brings_another(store: AffirmationStore) -> None:
    today = store.today()
    assert today is not None
    store.hide(today.id)
    assert store.today() not in (None, today)


def test_the_kind_is_the_documented_one(store: AffirmationStore) -> None:
    assert (store.kind, AFFIRMATIONS.name, AFFIRMATIONS.number) == (AFFIRMATIONS, "affirmations", 6)
