"""Records changed: subscribe to a topic, be told when it changes. No Qt, no threads, no payload."""

from __future__ import annotations

from collections.abc import Callable

Listener = Callable[[], None]


class Changes:
    """A small bulletin board between stores, which notify, and pages, which refresh when next visible.

    A topic is the name of a kind of record ("journal") or "settings". Listeners are called in the order in
    which they subscribed, in the caller's thread.
    """

    def __init__(self) -> None:
        self._listeners: dict[str, dict[object, Listener]] = {}

    def subscribe(self, topic: str, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` whenever ``topic`` changes; the returned function ends the subscription."""
        subscription = object()
        self._listeners.setdefault(topic, {})[subscription] = listener

        def unsubscribe() -> None:
            self._listeners[topic].pop(subscription, None)

        return unsubscribe

    def notify(self, topic: str) -> None:
        """Tell every listener of ``topic``. A listener may subscribe or unsubscribe while being told.

        One that was unsubscribed meanwhile is no longer told: what it would refresh may be gone.
        """
        listeners = self._listeners.get(topic, {})
        for subscription in tuple(listeners):
            listener = listeners.get(subscription)
            if listener is not None:
                listener()
