from __future__ import annotations

import unicodedata

import pytest

from attach_desktop.ui.paper.missing import missing_scripts

pytestmark = pytest.mark.usefixtures("qapp")


def test_what_has_a_font_is_not_missing() -> None:
    assert missing_scripts("abc éß “…” ελληνικά кириллица") == ()


def test_what_has_no_sign_of_its_own_needs_no_font() -> None:
    assert missing_scripts("\u200d\u200c\ufe0f\u202e\u2069\u00ad\u2028\U000e0101\u3000") == ()


def test_what_no_font_has_is_named_once() -> None:
    assert missing_scripts("a\ue123\ue124\U000f0000") == ("signs without a name",)


def test_scripts_are_called_by_their_names() -> None:
    # Few computers have fonts for these; where one has, there is nothing to name.
    for letter, name in (("\U00012f90", "Cypro-minoan"), ("\U00010e80", "Yezidi"), ("\U00011900", "Dives")):
        assert unicodedata.name(letter).lower().startswith(name.lower())
        assert missing_scripts(letter) in ((), (name,))
