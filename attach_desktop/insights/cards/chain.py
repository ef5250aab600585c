"""The chain: trigger → thought → urge → what was done → how it was after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from attach_desktop.insights.cards.triggers import pieces
from attach_desktop.insights.facts import Basis, Chain, Column, Link, Selection, Word
from attach_desktop.insights.records import NAMED, Records
from attach_desktop.vault.words import word_key

STEPS = ("thought", "urge", "did", "after")
#: So many items stand in a column.
SHOWN = 4
AFTER = ("lower", "same", "higher")


def chain(records: Records, selection: Selection, today: date) -> Chain:
    """Card "chain": of the selection's trigger, or of the most frequent one."""
    trigger = selection.trigger or _most_frequent(records, selection)
    ahead = selection.period.ahead(today)
    if not trigger:
        return Chain(basis=Basis(selection=selection, entries=0, days=0, ahead=ahead), trigger="", columns=())
    narrowed = replace(selection, trigger=trigger)
    # Found by the word, not among all entries of the period.
    rows = records.word_rows(
        f"{records.day('w.place')}, r.data ->> '$.thought', r.data ->> '$.urge', r.data ->> '$.did',"
        " r.data ->> '$.intensity_before', r.data ->> '$.intensity_after'",
        "triggers",
        replace(selection, trigger=""),
        source=NAMED,
        join="CROSS JOIN record r ON r.place = w.place",
        more="AND w.key = ? ORDER BY w.place",
        bindings=[word_key(trigger)],
    )
    said = [_said(*row[1:]) for row in rows]
    return Chain(
        basis=Basis(selection=narrowed, entries=len(rows), days=len({row[0] for row in rows}), ahead=ahead),
        trigger=trigger,
        columns=_columns(said),
    )


def _most_frequent(records: Records, selection: Selection) -> str:
    counts = records.most_frequent("triggers", selection)
    return records.labels("triggers", [counts[0][0]])[counts[0][0]] if counts else ""


def _said(
    thought: str | None, urge: str | None, did: str | None, before: int | None, after: int | None
) -> tuple[list[str], ...]:
    """What one entry says at each step."""
    change = [] if before is None or after is None else [AFTER[(after > before) - (after < before) + 1]]
    return _whole(thought), pieces(urge), _whole(did), change


def _whole(text: str | None) -> list[str]:
    return [" ".join(text.split())] if text and text.strip() else []


def _columns(said: Sequence[tuple[list[str], ...]]) -> tuple[Column, ...]:
    shown = [_items([entry[step] for entry in said], STEPS[step]) for step in range(len(STEPS))]
    columns = []
    for step, (key, items) in enumerate(zip(STEPS, shown, strict=True)):
        at = {word_key(word.label): number for number, word in enumerate(items)}
        spoken = [entry[step] for entry in said if entry[step]]
        links: Counter[tuple[int, int]] = Counter()
        if step + 1 < len(STEPS):
            following = {word_key(word.label): number for number, word in enumerate(shown[step + 1])}
            for entry in said:
                links.update(
                    (at[one], following[two])
                    for one in map(word_key, entry[step])
                    for two in map(word_key, entry[step + 1])
                    if one in at and two in following
                )
        columns.append(
            Column(
                key,
                items,
                said=len(spoken),
                rest=sum(1 for entry in spoken if not any(word_key(text) in at for text in entry)),
                links=tuple(Link(one, two, count) for (one, two), count in sorted(links.items())),
            )
        )
    return tuple(columns)


def _items(said: Sequence[list[str]], key: str) -> tuple[Word, ...]:
    """The most frequent of a column, the newest first among equals; "after" always in its own order."""
    counts: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for texts in reversed(said):
        for text in texts:
            counts[word_key(text)] += 1
            spelled.setdefault(word_key(text), text)
    if key == "after":
        return tuple(Word(name, counts[name]) for name in AFTER if counts[name])
    return tuple(Word(spelled[found], count) for found, count in counts.most_common(SHOWN))
