from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.ui.affirmations.practice_view import PracticeView
from attach_desktop.vault.vault import Vault
from tests.ui.affirmations.test_page import open_page
from tests.ui.hands import press, settle
from tests.ui.windows import Windows


def forms(view: PracticeView) -> list[QPushButton]:
    """The gentler forms that are offered."""
    items = [view._forms.itemAt(at) for at in range(view._forms.count())]
    found = [item.widget() for item in items if item is not None]
    return [one for one in found if isinstance(one, QPushButton) and not one.isHidden()]


def choose(view: PracticeView, words: str) -> None:
    """Practise another choice of sentences."""
    view.choice.setCurrentIndex(view.choice.findText(words))


def test_the_sentence_of_today_is_the_same_on_two_pages_and_another_is_allowed(windows: Windows, vault: Vault) -> None:
    first = open_page(windows, vault).practice.card
    windows.close()
    view = open_page(windows, vault).practice
    assert view.card == first
    view.go_on()
    assert view.card is not None
    assert view.card != first


def test_below_five_gentler_words_are_offered_and_one_is_taken(windows: Windows, vault: Vault) -> None:
    view = open_page(windows, vault).practice
    assert view.card is not None
    view.scale._points[3].setChecked(True)
    settle()
    offered = forms(view)
    assert offered
    words = offered[0].text()
    offered[0].click()
    assert view.card.text == words
    assert view.card.belief is None
    assert view._sentence.text() == words


def test_five_or_more_offers_nothing(windows: Windows, vault: Vault) -> None:
    view = open_page(windows, vault).practice
    view.scale._points[5].setChecked(True)
    assert forms(view) == []
    assert view._offer.isHidden()


def test_worse_twice_lets_it_rest_and_there_is_a_way_back(windows: Windows, vault: Vault) -> None:
    view = open_page(windows, vault).practice
    assert view.card is not None
    name = view.card.id
    store = AffirmationStore(vault)
    store.after_practice(name, "worse")
    view.show_card(name)
    view._verdicts[2].click()
    assert store.card(name).retired  # type: ignore[union-attr]
    view.show_card(name)
    assert view._take_back.isVisible()
    assert not view.scale.isVisible()
    view._take_back.click()
    assert not store.card(name).retired  # type: ignore[union-attr]
    assert view.scale.isVisible()


def test_hard_moments_show_only_what_is_believed(windows: Windows, vault: Vault) -> None:
    view = open_page(windows, vault).practice
    choose(view, "For hard moments")
    assert "rate a few" in view._offer.text()
    assert view._sentence.text() == ""
    store = AffirmationStore(vault)
    believed, doubted = (card.id for card in store.cards()[:2])
    store.rate(believed, 5)
    store.rate(doubted, 4)
    choose(view, "All sentences")
    choose(view, "For hard moments")
    assert view.card is not None
    for _ in range(3):
        assert view.card.id == believed
        view.go_on()


def test_keys_go_on_and_back(windows: Windows, vault: Vault) -> None:
    view = open_page(windows, vault).practice
    choose(view, "Calming")
    view.setFocus()
    first = view.card
    press(Qt.Key.Key_Space)
    second = view.card
    press(Qt.Key.Key_Left)
    assert view.card == first
    press(Qt.Key.Key_Right)
    assert view.card == second
    assert second != first
    press(Qt.Key.Key_F)
    assert view.card is not None
    assert view.card.favourite


def test_every_sentence_of_a_theme_comes_once_before_any_comes_twice(windows: Windows, vault: Vault) -> None:
    view = open_page(windows, vault).practice
    choose(view, "Repair")
    count = len(view._cards())
    seen = []
    for _ in range(count):
        assert view.card is not None
        seen.append(view.card.id)
        view.go_on()
    assert len(set(seen)) == count
