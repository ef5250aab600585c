"""The grammar of one command: argparse with this program's own sentences, errors and manners."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from functools import cache
from typing import Any, NoReturn

from attach_desktop import __version__, resources
from attach_desktop.errors import UsageError

PROGRAM = "attach-desktop"


class WantedError(Exception):
    """Not an error: somebody asked for a text (help, version) instead of the work."""

    def __init__(self, text: str) -> None:
        """Carry ``text`` to where it can be printed."""
        super().__init__(text)
        self.text = text


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        name = self.prog.removeprefix(PROGRAM)
        raise UsageError("usage", problem=message, help=f"{PROGRAM}{name} --help")


class _Formatter(argparse.HelpFormatter):
    # argparse makes a formatter for every argument, and without a width it imports shutil (2 ms) to find one.
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=_width())

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        # Paragraphs and tables stay apart; each line is filled for itself.
        return "\n".join(
            line if line.startswith(" ") else super(_Formatter, self)._fill_text(line, width, indent)
            for line in text.split("\n")
        )


@cache
def _width() -> int:
    """How wide a help text may be, in signs: as the terminal, within reason."""
    try:
        return min(max(os.get_terminal_size().columns - 2, 40), 98)
    except OSError:
        return 78


class _Help(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: Any, **__: Any) -> NoReturn:
        raise WantedError(parser.format_help())


class _Version(argparse.Action):
    def __call__(self, *_: Any, **__: Any) -> NoReturn:
        raise WantedError(f"{PROGRAM} {__version__}\n")


_EVERYWHERE: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (("--data-dir",), {"metavar": "FOLDER"}),
    (("--passphrase-file",), {"metavar": "FILE"}),
    (("--version",), {"action": _Version, "nargs": 0}),
    (("-h", "--help"), {"action": _Help, "nargs": 0}),
)


class Grammar:
    """The arguments of one command, each with its help text from ``content/<language>/commands.json``."""

    def __init__(self, command: str) -> None:
        """The grammar of ``command``; an empty name is the program itself."""
        self._texts = resources.content("commands")
        self._own: dict[str, Any] = self._texts["commands"].get(command, self._texts["program"])
        self._places = 0
        self._parser = _Parser(
            prog=f"{PROGRAM} {command}".rstrip(),
            description=self._own["about"],
            epilog=self._own.get("more"),
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )

    def commands(self, names: Sequence[str]) -> None:
        """Tell of the commands there are, each in a line."""
        width = max(map(len, names)) + 2
        lines = [f"  {name:{width}}{self._texts['commands'][name]['summary']}" for name in names]
        self._parser.usage = self._own["usage"]
        self._parser.epilog = "\n".join([self._own["commands"], *lines, "", self._own["more"]])

    def option(self, *names: str, **keywords: Any) -> None:
        """An option, by its names, with argparse's own keywords. Its help text goes by the last of the names."""
        self._parser.add_argument(*names, help=self._help(names[-1]), **keywords)

    def switch(self, name: str) -> None:
        """An option that is either there or not."""
        self.option(name, action="store_true")

    def several(self, name: str, *, metavar: str, field: str) -> None:
        """An option that may be given any number of times; None if it was not given at all."""
        self.option(name, metavar=metavar, dest=field, action="append")

    def place(self, name: str, **keywords: Any) -> None:
        """An argument that goes by its place."""
        self._places += 1
        self._parser.add_argument(name, help=self._help(name), **keywords)

    def parse(self, argv: Sequence[str]) -> argparse.Namespace:
        """The arguments read. Raises UsageError, or WantedError where only a text is wanted."""
        group = self._parser.add_argument_group(self._texts["program"]["everywhere"])
        for names, keywords in _EVERYWHERE:
            group.add_argument(*names, help=self._help(names[-1]), **keywords)
        # Intermixed, so that an option may stand between two places: "quiz score --questionnaire NAME FILE".
        return self._parser.parse_intermixed_args(argv) if self._places else self._parser.parse_args(argv)

    def _help(self, name: str) -> str:
        text: str = self._own["options"].get(name) or self._texts["options"][name]
        return text.replace("%", "%%")
