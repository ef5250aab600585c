"""Practice: one sentence, how far it is believed, gentler words, and how it felt."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from attach_desktop.affirmations.library import texts
from attach_desktop.affirmations.rules import gentler_forms
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.ui.affirmations.page import AffirmationsPage
from attach_desktop.ui.affirmations.practice_view import PracticeView
from tests.affirmations.samples import WORDING
from tests.ui.eyes import buttons, push, read
from tests.ui.hands import press, settle

Open = Callable[[], AffirmationsPage]


def showing(view: PracticeView) -> str:
    """The id of the card on show."""
    assert view.card is not None
    return view.card.id


def choose(view: PracticeView, key: str) -> None:
    """Choose which sentences to practise with."""
    view.choice.setCurrentIndex(view.choice.findData(key))
    settle()


def test_todays_sentence_comes_first_and_the_keys_go_on(open_affirmations: Open, sentences: AffirmationStore) -> None:
    page = open_affirmations()
    today = sentences.today()
    assert today is not None
    assert showing(page.practice) == today.id
    assert today.text in read(page.practice)
    page.start()
    press(Qt.Key.Key_Space)
    assert showing(page.practice) != today.id


def test_a_round_goes_on_and_back(open_affirmations: Open) -> None:
    page = open_affirmations()
    choose(page.practice, "theme:boundaries")
    page.practice.setFocus()
    first = showing(page.practice)
    press(Qt.Key.Key_Right)
    second = showing(page.practice)
    press(Qt.Key.Key_Left)
    assert showing(page.practice) == first != second


def test_below_five_gentler_words_are_offered_and_one_is_taken(
    open_affirmations: Open, sentences: AffirmationStore
) -> None:
    view = open_affirmations().practice
    view.show_card(WORDING.id)
    view.scale.set_value(3)
    card = sentences.card(WORDING.id)
    assert card is not None
    assert card.belief == 3
    forms = gentler_forms(card)
    assert forms
    assert set(forms) <= set(buttons(view))
    push(view, forms[0])
    card = sentences.card(WORDING.id)
    assert card is not None
    assert (card.text, card.belief) == (forms[0], None)
    assert forms[0] in read(view)
    assert texts()["offer"]["gentler"] not in read(view)


def test_from_five_on_nothing_is_offered(open_affirmations: Open) -> None:
    view = open_affirmations().practice
    view.show_card(WORDING.id)
    view.scale.set_value(5)
    assert texts()["offer"]["gentler"] not in read(view)


def test_two_times_worse_lays_it_to_rest_with_a_way_back(open_affirmations: Open, sentences: AffirmationStore) -> None:
    view = open_affirmations().practice
    for _ in range(2):
        view.show_card(WORDING.id)
        push(view, texts()["after"]["worse"])
    assert showing(view) == WORDING.id
    assert any(text.startswith(texts()["retired"]["happened"]) for text in read(view))
    card = sentences.card(WORDING.id)
    assert card is not None
    assert card.retired
    push(view, "Take it back")
    card = sentences.card(WORDING.id)
    assert card is not None
    assert card.active
    assert texts()["after"]["worse"] in buttons(view)


def test_hard_moments_show_only_what_is_believed(open_affirmations: Open, sentences: AffirmationStore) -> None:
    view = open_affirmations().practice
    choose(view, "hard")
    assert view.card is None
    assert texts()["hard_moments"]["empty"] in read(view)
    believed, doubted, *_ = sentences.cards()
    sentences.rate(believed.id, 5)
    sentences.rate(doubted.id, 4)
    choose(view, "today")
    choose(view, "hard")
    assert showing(view) == believed.id
    view.go_on()
    assert showing(view) == believed.id


def test_favourites_and_sets_are_choices(open_affirmations: Open, sentences: AffirmationStore) -> None:
    view = open_affirmations().practice
    name = showing(view)
    push(view, "Make it a favourite")
    sentences.put_in_sets(name, ["Mornings"])
    for key in ("favourites", "set:Mornings"):
        choose(view, key)
        assert showing(view) == name


def test_what_is_hidden_does_not_come_up(open_affirmations: Open, sentences: AffirmationStore) -> None:
    view = open_affirmations().practice
    name = showing(view)
    push(view, "Hide")
    assert showing(view) != name
    card = sentences.card(name)
    assert card is not None
    assert card.hidden
