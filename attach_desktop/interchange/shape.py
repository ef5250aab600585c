"""What shape each field of a kind has, asked of the kind itself: it is handed nonsense and says what it wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from attach_desktop.errors import FaultsError
from attach_desktop.vault.kind import Kind

Shape = Literal["text", "number", "flag", "words", "json"]
_WANTED: dict[str, Shape] = {
    "not-a-text": "text",
    "not-a-whole-number": "number",
    "not-true-or-false": "flag",
    "not-a-list-of-texts": "words",
}


class _Nonsense(Mapping[str, Any]):
    """An object in which every field is there and none is what anybody wants."""

    def __getitem__(self, name: str) -> Any:
        return self

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def shapes(kind: Kind[Any]) -> dict[str, Shape]:
    """The fields of ``kind`` with their shapes; ``json`` is whatever is none of the simple ones."""
    found: dict[str, Shape] = {}
    try:
        kind.from_json(_Nonsense())
    except FaultsError as error:
        for fault in error.faults:
            if "." not in fault.field:
                found.setdefault(fault.field, _WANTED.get(fault.key, "json"))
    return found
