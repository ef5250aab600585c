"""How strong a passphrase is: told honestly, by what a guesser would try; nothing is refused but none at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attach_desktop import resources
from attach_desktop.vault.strength import Strength, estimate

_ORDER = list(Strength)


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", {Strength.NONE}),
        ("password", {Strength.WEAK}),
        ("P@ssw0rd1", {Strength.WEAK}),
        ("qwertzuiop", {Strength.WEAK}),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", {Strength.WEAK}),
        ("anna1987", {Strength.WEAK}),
        ("tulip lamp", {Strength.WEAK, Strength.FAIR}),
        ("tulip lamp harbour quietly", {Strength.GOOD, Strength.STRONG}),
        ("kettle moss orbit vanilla thursday gravel", {Strength.STRONG}),
        ("静かな夜の海に舟を浮かべて眠る", {Strength.GOOD, Strength.STRONG}),
    ],
)
def test_it_is_told_honestly(passphrase: str, expected: set[Strength]) -> None:
    assert estimate(passphrase).strength in expected


def test_one_more_unusual_word_is_worth_more_than_signs() -> None:
    assert estimate("tulip lamp harbour").guesses > estimate("Tulip lamp1!").guesses


def test_the_same_passphrase_of_another_keyboard_is_as_strong() -> None:
    assert estimate("\ufb01ne caf\u00e9 lamp") == estimate("fine cafe\u0301 lamp")


def test_a_very_long_one_is_looked_at_quickly() -> None:
    assert estimate("kettle moss orbit " * 5000).strength is Strength.STRONG


@given(st.text(max_size=80))
@settings(max_examples=50, deadline=None)
def test_every_text_has_an_estimate(text: str) -> None:
    found = estimate(text)
    assert found.guesses >= 0
    assert (found.strength is Strength.NONE) == (not text)


@pytest.mark.parametrize("strength", _ORDER)
def test_each_has_its_sentence(strength: Strength) -> None:
    assert resources.content("strength")[strength.value].endswith(".")
