"""The chain: trigger → thought → urge → what was done → how it was after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from attach_desktop.insights.cards.triggers import pieces
from attach_desktop.insights.facts.basis import Basis, Selection
from attach_desktop.insights.facts.feelings import Word
from attach_desktop.insights.facts.triggers import Chain, Column, Link
from attach_desktop.insights.records import Records
from attach_desktop.vault.words import word_key

STEPS = ("thought", "urge", "did", "after")
#: So many items stand in a column.
SHOWN = 4
#: Of a longer text only the beginning is shown, in signs.
LONGEST = 200
AFTER = ("lower", "same", "higher")


def chain(records: Records, selection: Selection, today: date) -> Chain:
    """Card "chain": of the selection's trigger, or of the most frequent one."""
    trigger = selection.trigger or _most_frequent(records, selection)
    ahead = selection.period.ahead(today)
    if not trigger:
        return Chain(basis=Basis(selection=selection, entries=0, days=0, ahead=ahead), trigger="", columns=())
    narrowed = replace(selection, trigger=trigger)
    # Found by the word, not among all entries of the period.
    key = word_key(trigger)
    rows = records.entries_of(
        f"{records.day('w.place')}, r.data ->> '$.thought', r.data ->> '$.urge', r.data ->> '$.did',"
        " r.data ->> '$.intensity_before', r.data ->> '$.intensity_after'",
        "triggers",
        [key],
        replace(selection, trigger=""),
    )[key]
    read = _Reading()
    said = [read.entry(*row[1:-1]) for row in rows]
    return Chain(
        basis=Basis(selection=narrowed, entries=len(rows), days=len({row[0] for row in rows}), ahead=ahead),
        trigger=trigger,
        columns=_columns(said, read.spelled),
    )


def _most_frequent(records: Records, selection: Selection) -> str:
    counts = records.most_frequent("triggers", selection)
    return records.labels("triggers", [counts[0][0]])[counts[0][0]] if counts else ""


#: What one entry says at each step: keys of texts.
_Said = tuple[tuple[str, ...], ...]


class _Reading:
    """Reads what entries say, each text once; ``spelled`` is how the text of a key was last written."""

    def __init__(self) -> None:
        self.spelled: dict[str, str] = {name: name for name in AFTER}
        self._whole: dict[str | None, tuple[str, ...]] = {}
        self._pieces: dict[str | None, tuple[str, ...]] = {}

    def entry(
        self, thought: str | None, urge: str | None, did: str | None, before: int | None, after: int | None
    ) -> _Said:
        """The keys of what one entry says at each step."""
        if thought not in self._whole:
            self._whole[thought] = self._keys(_as_one(thought))
        if did not in self._whole:
            self._whole[did] = self._keys(_as_one(did))
        if urge not in self._pieces:
            self._pieces[urge] = self._keys(pieces(urge))
        change = () if before is None or after is None else (AFTER[(after > before) - (after < before) + 1],)
        return self._whole[thought], self._pieces[urge], self._whole[did], change

    def _keys(self, texts: Sequence[str]) -> tuple[str, ...]:
        found = {word_key(text): _short(text) for text in texts}
        self.spelled |= found
        return tuple(found)


def _short(text: str) -> str:
    """As much of a text as a column can show."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"


def _as_one(text: str | None) -> list[str]:
    return [" ".join(text.split())] if text and text.strip() else []


def _columns(said: Sequence[_Said], spelled: dict[str, str]) -> tuple[Column, ...]:
    shown = [_items([entry[step] for entry in said], STEPS[step]) for step in range(len(STEPS))]
    columns = []
    for step, (key, items) in enumerate(zip(STEPS, shown, strict=True)):
        at = {name: number for number, (name, _) in enumerate(items)}
        spoken = [entry[step] for entry in said if entry[step]]
        links: Counter[tuple[int, int]] = Counter()
        if step + 1 < len(STEPS):
            following = {name: number for number, (name, _) in enumerate(shown[step + 1])}
            for entry in said:
                for one in entry[step]:
                    if one in at:
                        links.update((at[one], following[two]) for two in entry[step + 1] if two in following)
        columns.append(
            Column(
                key,
                tuple(Word(spelled[name], count) for name, count in items),
                said=len(spoken),
                rest=sum(1 for entry in spoken if at.keys().isdisjoint(entry)),
                links=tuple(Link(one, two, count) for (one, two), count in sorted(links.items())),
            )
        )
    return tuple(columns)


def _items(said: Sequence[tuple[str, ...]], key: str) -> list[tuple[str, int]]:
    """The most frequent of a column, the newest first among equals; "after" always in its own order."""
    counts = Counter(name for names in reversed(said) for name in names)
    if key == "after":
        return [(name, counts[name]) for name in AFTER if counts[name]]
    return counts.most_common(SHOWN)
