"""Libraries of other systems, as far as a test needs them: they note what they are called with, and answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Called = tuple[str, tuple[Any, ...]]


class Function:
    """One of them. ctypes has its arguments and results declared by setting attributes."""

    def __init__(self, name: str, called: list[Called], answer: Callable[..., Any]) -> None:
        self.argtypes: tuple[Any, ...] = ()
        self.restype: Any = None
        self._name, self._called, self._answer = name, called, answer

    def __call__(self, *given: Any) -> Any:
        assert len(given) == len(self.argtypes), f"{self._name} was declared with other arguments"
        self._called.append((self._name, given))
        return self._answer(*given)


class Library:
    """Has the functions that ``answers`` names; every other one is missing, as in an older version."""

    def __init__(self, **answers: Callable[..., Any]) -> None:
        self.called: list[Called] = []
        for name, answer in answers.items():
            setattr(self, name, Function(name, self.called, answer))

    def names(self) -> list[str]:
        """What was called, in order."""
        return [name for name, _ in self.called]

    def arguments(self, name: str) -> list[tuple[Any, ...]]:
        """What ``name`` was called with, each time."""
        return [given for called, given in self.called if called == name]
