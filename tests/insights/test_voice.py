from __future__ import annotations

from attach_desktop.insights.voice import Voice


def test_a_language_that_is_not_there_speaks_english() -> None:
    english, other = Voice(), Voice("xx")
    assert english.phrases.say("nothing", "ahead") == other.phrases.say("nothing", "ahead") != ""
    assert english.vocabulary.nothing_in_particular == other.vocabulary.nothing_in_particular == "Nothing in particular"
