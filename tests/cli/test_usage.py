"""Finding one's way: help, version, and what is said when a command is not understood."""

from __future__ import annotations

import importlib
import io
import re
from pathlib import Path
from typing import Any, NoReturn, TextIO

import pytest

from attach_desktop import __version__, cli, resources
from attach_desktop.cli.grammar import Grammar
from tests.cli.conftest import Terminal

NAMES = [command.name for command in cli.COMMANDS]


@pytest.mark.parametrize("words", [("--version",), ("list", "--version"), ("--version", "list")])
def test_the_version_is_told(terminal: Terminal, words: tuple[str, ...]) -> None:
    assert terminal(*words).out == f"attach-desktop {__version__}\n"


@pytest.mark.parametrize("words", [("--help",), ("-h",)])
def test_help_lists_every_command_and_the_exit_codes(terminal: Terminal, words: tuple[str, ...]) -> None:
    outcome = terminal(*words)
    assert outcome.code == 0
    for name in NAMES:
        assert re.search(rf"^  {name} +\w", outcome.out, re.MULTILINE)
    assert "Exit codes: 0 done" in outcome.out


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself(terminal: Terminal, name: str) -> None:
    outcome = terminal(name, "--help")
    assert outcome.code == 0
    assert terminal("--help", name).out == outcome.out
    assert outcome.out.startswith(f"usage: attach-desktop {name}")
    for option in ("--data-dir", "--passphrase-file", "--version", "--help"):
        assert option in outcome.out
    assert not terminal.folder.exists(), "asking for help touches nothing"


@pytest.mark.parametrize("name", NAMES)
def test_no_help_text_is_left_over(name: str) -> None:
    asked: set[str] = set()

    class Listener(Grammar):
        def _help(self, name: str) -> str:
            asked.add(name)
            return super()._help(name)

    command = next(command for command in cli.COMMANDS if command.name == name)
    module: Any = importlib.import_module(f"attach_desktop.cli.{command.module}")
    module.arguments(Listener(name))
    assert set(resources.content("commands")["commands"][name]["options"]) <= asked


def test_the_commands_and_their_texts_agree() -> None:
    assert set(resources.content("commands")["commands"]) == set(NAMES)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--no-such-option",), "--no-such-option"),
        (("list", "--no-such-option"), "--no-such-option"),
        (("list", "--lim", "1"), "--lim"),
        (("list", "stray"), "stray"),
        (("lst",), "no command called “lst”"),
        (("",), "no command"),
        (("x" * 10_000,), "no command"),
        (("bad\udcff",), "no command"),
        (("show",), "ID"),
        (("delete",), "ID"),
        (("add", "--note"), "--note"),
        (("export", "--format", "pdf", "x"), "pdf"),
        (("--data-dir",), "--data-dir"),
        (("--data-dir", "", "list"), "cannot be a folder"),
        (("--data-dir", "a\0b", "list"), "cannot be a folder"),
        (("--data-dir", "a\udcff", "list"), "cannot be a folder"),
        (("list", "--data-dir="), "cannot be a folder"),
        (("list", "one\ntwo"), "one two"),
        (("list", "\x1b[31m"), "[31m"),
    ],
)
def test_what_is_not_understood_is_told_in_one_line(terminal: Terminal, words: tuple[str, ...], told: str) -> None:
    outcome = terminal(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err
    assert outcome.err.startswith("attach-desktop: ")
    assert outcome.err.count("\n") == 1
    assert "\x1b" not in outcome.err


def test_options_for_every_command_stand_before_or_after_its_name(tmp_path: Path, terminal: Terminal) -> None:
    folder = str(tmp_path / "elsewhere")
    for words in (
        ("--data-dir", folder, "paths"),
        (f"--data-dir={folder}", "paths"),
        ("paths", "--data-dir", folder),
        ("--data-dir", "first", "paths", "--data-dir", folder),
    ):
        outcome = cli_run(*words)
        assert f"data     {folder}\n" in outcome


def test_options_may_stand_between_several_ids(terminal: Terminal) -> None:
    first, second = terminal.add("--mood", "1"), terminal.add("--mood", "2")
    assert terminal("delete", first, "--data-dir", str(terminal.folder), second).code == 0
    assert terminal("list").out == ""


def cli_run(*words: str, environment: dict[str, str] | None = None) -> str:
    out = io.StringIO()
    assert cli.run(words, io.StringIO(), out, io.StringIO(), environment or {}) == 0
    return out.getvalue()


def test_paths_are_told_without_making_anything(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    told = cli_run("paths", environment={"ATTACH_DESKTOP_DATA_DIR": str(folder)})
    assert [line.split(None, 1) for line in told.splitlines()] == [
        ["data", str(folder)],
        ["vault", str(folder / "attach.vault")],
        ["backups", str(folder / "backups")],
        ["log", str(folder / "log")],
    ]
    assert not folder.exists()


class _Broken(io.StringIO):
    """A stream that fails as it is told to."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self._error = error

    def write(self, _text: str) -> NoReturn:
        raise self._error


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (BrokenPipeError(), 141, ""),
        (KeyboardInterrupt(), 130, ""),
        (OSError(28, "No space left on device"), 7, "The disk is full."),
        (OSError(5, "Input/output error"), 7, "Input/output error"),
        (RuntimeError("a secret that a person wrote"), 1, "RuntimeError"),
        (MemoryError(), 1, "MemoryError"),
    ],
)
def test_whatever_happens_ends_in_a_code_and_never_in_a_traceback(
    terminal: Terminal, error: BaseException, code: int, told: str
) -> None:
    err = io.StringIO()
    terminal.add("--mood", "3")
    stdout: TextIO = _Broken(error)
    argv = ("--data-dir", str(terminal.folder), "list")
    assert cli.run(argv, io.StringIO(), stdout, err, {}, terminal.clock) == code
    assert told in err.getvalue()
    assert err.getvalue().count("\n") == (1 if told else 0)
    assert "secret" not in err.getvalue()


def test_nobody_need_listen_to_a_complaint() -> None:
    assert cli.run(["no-such"], io.StringIO(), io.StringIO(), _Broken(BrokenPipeError()), {}) == 2


def test_the_same_numbers_make_the_same_made_up_records(tmp_path: Path, terminal: Terminal) -> None:
    def demo(folder: str, *words: str) -> Any:
        assert terminal("--data-dir", str(tmp_path / folder), "demo", "--entries", "40", *words).code == 0
        return terminal("--data-dir", str(tmp_path / folder), "list", "--json").records

    first = demo("one", "--seed", "5", "--years", "1")
    assert len(first) == 40
    assert demo("two", "--seed", "5", "--years", "1") == first
    assert demo("three", "--seed", "6", "--years", "1") != first


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--entries", "many"), 2),
        (("--years", "long"), 2),
        (("--seed", "x"), 2),
        (("--entries", "-5"), 5),
        (("--entries", "99999999"), 5),
        (("--years", "nan"), 5),
        (("--years", "-1"), 5),
    ],
)
def test_made_up_records_need_numbers_that_make_sense(terminal: Terminal, words: tuple[str, ...], code: int) -> None:
    outcome = terminal("demo", *words)
    assert outcome.code == code
    assert outcome.err.count("\n") == 1


def test_made_up_records_are_not_mixed_with_a_persons_own(terminal: Terminal) -> None:
    terminal.add("--note", "mine")
    outcome = terminal("demo", "--entries", "5")
    assert outcome.code == 5
    assert len(terminal("list", "--json").records) == 1


def test_a_sound_vault_is_told_to_be_one(terminal: Terminal) -> None:
    terminal.add("--mood", "3")
    told = terminal("check").out
    assert "is sound. Journal entries: 1." in told
    assert "not encrypted" in told
