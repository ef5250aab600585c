"""The bulletin board between stores and pages."""

from __future__ import annotations

from collections.abc import Callable

from attach_desktop.changes import Changes


def test_listeners_of_a_topic_are_told_in_their_order() -> None:
    changes = Changes()
    told: list[str] = []
    changes.subscribe("journal", lambda: told.append("first"))
    changes.subscribe("settings", lambda: told.append("other"))
    changes.subscribe("journal", lambda: told.append("second"))
    changes.notify("journal")
    assert told == ["first", "second"]


def test_a_topic_without_listeners_is_fine() -> None:
    Changes().notify("journal")


def test_an_ended_subscription_is_not_told() -> None:
    changes = Changes()
    told: list[str] = []
    end = changes.subscribe("journal", lambda: told.append("heard"))
    end()
    changes.notify("journal")
    assert told == []


def test_ending_a_subscription_twice_leaves_another_of_the_same_listener() -> None:
    changes = Changes()
    told: list[str] = []

    def listen() -> None:
        told.append("heard")

    end = changes.subscribe("journal", listen)
    changes.subscribe("journal", listen)
    end()
    end()
    changes.notify("journal")
    assert told == ["heard"]


def test_a_listener_that_was_unsubscribed_by_another_is_not_told_any_more() -> None:
    changes = Changes()
    told: list[str] = []
    ends: list[Callable[[], None]] = []

    def close_the_other() -> None:
        told.append("closing")
        ends[0]()

    changes.subscribe("journal", close_the_other)
    ends.append(changes.subscribe("journal", lambda: told.append("closed")))
    changes.notify("journal")
    assert told == ["closing"]


def test_a_listener_may_end_its_own_subscription() -> None:
    changes = Changes()
    told: list[str] = []
    ends: list[Callable[[], None]] = []

    def once() -> None:
        told.append("once")
        ends[0]()

    ends.append(changes.subscribe("journal", once))
    changes.notify("journal")
    changes.notify("journal")
    assert told == ["once"]


def test_one_that_subscribes_while_others_are_told_hears_the_next_time() -> None:
    changes = Changes()
    told: list[str] = []

    def open_another() -> None:
        if not told:
            changes.subscribe("journal", lambda: told.append("new"))
        told.append("opening")

    changes.subscribe("journal", open_another)
    changes.notify("journal")
    assert told == ["opening"]
    changes.notify("journal")
    assert told == ["opening", "opening", "new"]
