from __future__ import annotations

from attach_desktop.ui.reminding.reach import Reach, sentences, ways_words


def test_what_the_desktop_has_is_said_first() -> None:
    assert "notifications (dunst), with buttons" in sentences(Reach("dunst", True))[0]
    assert "without buttons" in sentences(Reach("plain", False))[0]
    assert "icon in the tray" in sentences(Reach(tray=True, messages=True))[0]
    assert "small window of our own" in sentences(Reach())[0]
    # A tray that cannot show messages is none for this.
    assert "small window of our own" in sentences(Reach(tray=True))[0]


def test_staying_and_being_locked_are_said_as_they_are() -> None:
    assert any("nothing comes until it is opened again" in text for text in sentences(Reach()))
    assert any("stays in the background" in text for text in sentences(Reach(stays=True)))
    assert any("unlocked" in text for text in sentences(Reach(sealed=True)))
    assert not any("unlocked" in text for text in sentences(Reach()))
    assert any("history" in text for text in sentences(Reach("dunst")))
    assert not any("history" in text for text in sentences(Reach()))


def test_where_it_came_up_is_said() -> None:
    assert "notification" in ways_words(("bar", "notification"))
    assert "tray" in ways_words(("bar", "tray"))
    assert "small window" in ways_words(("bar", "window"))
    assert "nothing else" in ways_words(("bar",))
