"""Every error and fault that the program can raise has its sentences, and every sentence keeps the house's tone."""

from __future__ import annotations

import ast
import inspect
import json
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from attach_desktop import errors, resources
from attach_desktop.errors import AttachError, FaultsError, StorageError, fault
from attach_desktop.sentences import MAX_NAMED, one_line, tell, tell_fault, tell_faults

PACKAGE = Path(errors.__file__).parent
GROUPS = ("errors", "faults", "commands")
ERROR_TYPES = {
    name for name, thing in vars(errors).items() if inspect.isclass(thing) and issubclass(thing, AttachError)
}


@dataclass(frozen=True)
class Raised:
    """One place that names a key: its blanks are the details it gives, or None where they are handed on whole."""

    place: str
    key: str
    details: frozenset[str] | None


def _strings(expression: ast.expr, function: ast.AST) -> set[str]:
    """The texts that ``expression`` may be: itself, both branches of a choice, or what a name was given before."""
    if isinstance(expression, ast.Constant):
        return {expression.value} if isinstance(expression.value, str) else set()
    if isinstance(expression, ast.IfExp):
        return _strings(expression.body, function) | _strings(expression.orelse, function)
    found: set[str] = set()
    if isinstance(expression, ast.Name):
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and any(
                isinstance(target, ast.Name) and target.id == expression.id for target in node.targets
            ):
                found |= _strings(node.value, ast.Module([], []))
    return found


def _raised(names: set[str], position: int) -> Iterator[Raised]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path == PACKAGE / "errors.py":
            continue
        tree = ast.parse(path.read_text("utf-8"))
        for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]:
            for call in ast.walk(function):
                if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in names):
                    continue
                if len(call.args) <= position:
                    continue
                given = [word.arg for word in call.keywords]
                details = None if None in given else frozenset(word for word in given if word)
                for key in _strings(call.args[position], function):
                    yield Raised(f"{path.relative_to(PACKAGE)}:{call.lineno}", key, details)


def _of_own_types() -> Iterator[Raised]:
    """Types of errors outside errors.py that bring their key with them: ``super().__init__("cancelled")``."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for found in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(found, ast.ClassDef) and any(
                isinstance(base, ast.Name) and base.id in ERROR_TYPES for base in found.bases
            ):
                for call in ast.walk(found):
                    if isinstance(call, ast.Call) and ast.unparse(call.func) == "super().__init__" and call.args:
                        for key in _strings(call.args[0], found):
                            yield Raised(f"{path.relative_to(PACKAGE)}:{call.lineno}", key, None)


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    else:
        for inner in value:
            yield from _texts(inner)


def test_every_error_has_its_three_sentences_and_the_blanks_they_need() -> None:
    sentences = resources.content("errors")
    raised = [*_raised(ERROR_TYPES - {"FaultsError"}, 0), *_of_own_types()]
    assert len(raised) > 40
    for found in raised:
        assert found.key in sentences, f"{found.place} raises {found.key!r}, which errors.json does not know"
        for text in sentences[found.key]:
            missing = set() if found.details is None else _blanks(text) - found.details
            assert not missing, f"{found.place} raises {found.key!r} without {missing}"


def test_every_fault_has_its_sentence_and_the_blanks_it_needs() -> None:
    sentences = resources.content("faults")
    raised = list(_raised({"fault"}, 1))
    assert len(raised) > 20
    for found in raised:
        assert found.key in sentences, f"{found.place} names {found.key!r}, which faults.json does not know"
        missing = set() if found.details is None else _blanks(sentences[found.key]) - found.details - {"field"}
        assert not missing, f"{found.place} names {found.key!r} without {missing}"


def test_every_error_tells_what_happened_what_is_safe_and_what_to_do_next() -> None:
    for key, texts in resources.content("errors").items():
        assert len(texts) == 3, key
        for text in texts:
            assert text == one_line(text).strip(), key
            assert text[0].isupper() or text[0] in "“-{", key
            assert text.endswith("."), key


def test_every_fault_names_its_field_first() -> None:
    for key, text in resources.content("faults").items():
        assert key == "more" or text.startswith("{field}: "), key
        assert not text.endswith("."), key


@pytest.mark.parametrize("group", GROUPS)
def test_no_sentence_shouts_commands_or_diagnoses(group: str) -> None:
    for text in _texts(resources.content(group)):
        assert "!" not in text, text
        assert not re.search(r"(?i)\b(invalid|illegal|fatal|must not|disorder|symptom|patient)\b", text), text


@pytest.mark.parametrize("group", GROUPS)
def test_no_key_is_given_twice(group: str) -> None:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        names = [name for name, _ in pairs]
        assert len(names) == len(set(names)), [name for name in names if names.count(name) > 1]
        return dict(pairs)

    text = resources.path("content", "en", f"{group}.json").read_text("utf-8")
    json.loads(text, object_pairs_hook=once)


def test_an_error_is_told_with_its_blanks_filled() -> None:
    told = tell(StorageError("folder", path="/journals", reason="Permission denied"))
    assert "/journals" in told.happened
    assert "Permission denied" in told.happened
    assert told.line == f"{told.happened} {told.safe} {told.next}"


def test_a_detail_that_was_forgotten_does_not_hide_the_error() -> None:
    assert "…" in tell(StorageError("folder")).happened


def test_an_error_without_sentences_is_told_as_unexpected() -> None:
    assert "no-such-key" in tell(AttachError("no-such-key")).happened


def test_a_value_that_cannot_be_is_told_with_each_of_its_faults() -> None:
    error = FaultsError([fault("mood", "out-of-range", low=1, high=5, given=6), fault("note", "nul")])
    happened = tell(error).happened
    assert "mood: 6 is not between 1 and 5" in happened
    assert "note: " in happened


def test_a_fault_without_a_sentence_still_names_its_field() -> None:
    assert tell_fault(fault("mood", "no-such-key")).startswith("mood: ")


def test_hundreds_of_faults_are_counted_and_not_listed() -> None:
    faults = [fault(f"answers[{place}]", "not-a-whole-number") for place in range(100)]
    told = tell_faults(faults)
    assert told.count(";") == MAX_NAMED
    assert told.endswith(f"and {100 - MAX_NAMED} more")


def test_the_same_fault_is_told_once() -> None:
    assert ";" not in tell_faults([fault("feelings", "blank-word")] * 3)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo\r\n three", "one two three"),
        ("\x1b[31mred", "\ufffd[31mred"),
        ("a\0b\x7f\x9b", "a\ufffdb\ufffd\ufffd"),
        ("byte \udcff", "byte \ufffd"),
        ("Żółć 世界 👩‍👩‍👧", "Żółć 世界 👩‍👩‍👧"),
    ],
)
def test_a_line_holds_no_line_breaks_and_nothing_that_a_terminal_would_obey(text: str, shown: str) -> None:
    assert one_line(text) == shown
