"""Executors for tests of long work: one that does it at once, one that does it when it is told to."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class AtOnce(Executor):
    """Works in the caller's thread, before ``submit`` returns."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


class WhenTold(Executor):
    """Holds the work until ``go``, then does it in the caller's thread: for looking at a window that waits."""

    def __init__(self) -> None:
        self._held: list[Callable[[], object]] = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        self._held.append(partial(fn, *args, **kwargs))
        return Future()

    def go(self) -> None:
        """Do all that was held."""
        held, self._held = self._held, []
        for work in held:
            work()
