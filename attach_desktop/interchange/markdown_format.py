"""Records as Markdown for people to read: the journal day by day, the library as lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any, TextIO, TypeVar

from attach_desktop import resources
from attach_desktop.clock import DEFAULT_DAY_START, day_of
from attach_desktop.days import Days
from attach_desktop.interchange.markup import inline, paragraphs
from attach_desktop.interchange.progress import Meter, Progress
from attach_desktop.rooms import KINDS, names_of_keys, title_of
from attach_desktop.vault.kind import JsonObject, Kind, Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault

T = TypeVar("T")
ENCODING = "utf-8"
#: The field that names a record of a library; records that have it are listed by it, not by day. One that is called
#: as the program calls it has only a key.
_NAME, _KEY = "name", "key"
#: Fields that are light Markdown themselves.
_LIGHT = frozenset({"note"})
_NOT_SHOWN = frozenset({"at", "zone", _NAME, _KEY, "order", "position", "sentence", "origin", "worse_count"})
#: Lists of questions: each is told with the sentence that was asked, and what was said to it.
_ASKED = "asked"
#: What people call the keys that stand in a field, by field.
Names = Mapping[str, Mapping[str, str]]
_NO_NAMES: Names = {}


def export_markdown(
    vault: Vault,
    out: TextIO,
    begin: date | None = None,
    end: date | None = None,
    progress: Progress | None = None,
) -> None:
    """Write every record of the days ``begin`` to ``end`` (both included), oldest first.

    Private entries are among them: the file is the person's own. Raises Cancelled if ``progress`` returns False.
    """
    with vault.connection.snapshot():
        stores = [RecordStore(vault, kind) for kind in KINDS]
        counts = [store.count(begin, end) for store in stores]
        meter = Meter(sum(counts), progress)
        names = names_of_keys(vault)
        for store, count in zip(stores, counts, strict=True):
            if count:
                export_records_markdown(store.kind, store.each(begin, end), out, store.day_start, meter, names)
        if not any(counts):
            out.write(f"{_words()['nothing']}\n")


def export_records_markdown(
    kind: Kind[T],
    records: Iterable[Stored[T]],
    out: TextIO,
    day_start: time = DEFAULT_DAY_START,
    meter: Meter | None = None,
    names: Names = _NO_NAMES,
) -> None:
    """Write these records, in the order in which they come, below a heading with the name of their list."""
    out.write(f"# {title_of(kind.name)}\n\n")
    day: date | None = None
    days = Days()
    for record in records:
        fields = kind.to_json(record.value)
        if _NAME in fields:
            out.write(_list_item(fields, names))
        else:
            moment = kind.moment(record.value)
            if day != (day := day_of(moment.wall, day_start)):
                out.write(f"## {days.full(day)}\n\n")
            out.write(_entry(fields, days.time(moment, day), names))
        if meter is not None:
            meter.tick()
    if day is None:
        out.write("\n")


def record_markdown(kind: Kind[T], value: T, day_start: time = DEFAULT_DAY_START, names: Names = _NO_NAMES) -> str:
    """One record by itself, below a heading with its day; one of a library below its name."""
    fields = kind.to_json(value)
    if _NAME in fields:
        title, details = _of_library(fields, names)
        return (
            "\n\n".join([f"## {title}", *(["\n".join(f"- {detail}" for detail in details)] if details else [])]) + "\n"
        )
    moment = kind.moment(value)
    day = day_of(moment.wall, day_start)
    days = Days()
    return f"## {days.full(day)}\n\n{_entry(fields, days.time(moment, day), names)}"


def _entry(fields: JsonObject, time_of_day: str, names: Names) -> str:
    facts = [fact for name, value in fields.items() if (fact := _fact(name, _called(name, value, names)))]
    parts = [f"### {time_of_day}"]
    if facts:
        parts.append("\n".join(facts))
    parts += [part for value in fields.values() if _is_asked(value) for part in _asked(value)]
    for name, value in fields.items():
        if _is_text(name, value):
            parts += _text(name, value)
    return "\n\n".join(parts) + "\n\n"


def _text(name: str, value: str) -> list[str]:
    # What a record is all about needs no label.
    return [*([f"**{label}**"] if (label := _label(name)) else []), paragraphs(value, light=name in _LIGHT)]


def _fact(name: str, value: Any) -> str:
    """A field that is not a text of its own, as an item of a list; empty if there is nothing to say."""
    if name in _NOT_SHOWN or _is_text(name, value) or value is False or value in (None, "", []) or _is_asked(value):
        return ""
    if value is True:
        return f"- {_label(name)}"
    if isinstance(value, list):
        return f"- {_label(name)}: " + ", ".join(_item(item) for item in value)
    pattern: str = _words()["values"].get(name, "{value}")
    return f"- {_label(name)}: {pattern.format(value=inline(str(value)))}"


def _is_asked(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, Mapping) and _ASKED in item for item in value)


def _asked(questions: Iterable[Mapping[str, Any]]) -> list[str]:
    """Points as a list, then each text below its question; what was skipped is left out."""
    pattern: str = _words()[_ASKED]
    points = [
        "- " + pattern.format(asked=inline(item[_ASKED] or item["question"]), value=item["value"])
        for item in questions
        if item.get("value") is not None
    ]
    texts = [
        part
        for item in questions
        if str(item.get("text") or "").strip()
        for part in (f"**{inline(item[_ASKED] or item['question'])}**", paragraphs(item["text"], light=False))
    ]
    return ["\n".join(points), *texts] if points else texts


def _is_text(name: str, value: Any) -> bool:
    """Whether a field is a person's own text, which has a paragraph of its own; names and choices have not."""
    shown = name not in _NOT_SHOWN and name not in _words()["facts"]
    return shown and isinstance(value, str) and bool(value.strip())


def _item(item: Any) -> str:
    if item is None:
        return "–"
    if not isinstance(item, Mapping):
        return inline(str(item))
    shown, *rest = ((name, value) for name, value in item.items() if value is not None)
    details = ", ".join(_detail(name, value) for name, value in rest)
    return inline(str(shown[1])) + (f" ({details})" if details else "")


def _detail(name: str, value: Any) -> str:
    pattern: str = _words()["details"].get(name, f"{_label(name)} {{value}}")
    return pattern.format(value=inline(str(value)))


def _list_item(fields: JsonObject, names: Names) -> str:
    title, details = _of_library(fields, names)
    return f"- **{title}**" + (f": {', '.join(details)}" if details else "") + "\n"


def _of_library(fields: JsonObject, names: Names) -> tuple[str, list[str]]:
    """The name of a record of a library, and the rest of what it says, each as a detail."""
    details = [
        _detail(name, value)
        for name, value in fields.items()
        if name not in _NOT_SHOWN and value is not False and value not in (None, "", [])
    ]
    return inline(str(fields[_NAME] or _called(_KEY, fields.get(_KEY, ""), names))), details


def _called(name: str, value: Any, names: Names) -> Any:
    """The value of a field as people call it, where it is a key."""
    return names[name].get(value, value) if name in names else value


def _label(name: str) -> str:
    label: str = _words()["fields"].get(name, name.replace("_", " "))
    return label


def _words() -> Any:
    return resources.content("markdown")
