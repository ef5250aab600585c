"""What a command is given: its options, the streams, the environment and the clock; and the vault, once it asks."""

from __future__ import annotations

import math
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from attach_desktop import paths, resources
from attach_desktop.clock import Clock, SystemClock
from attach_desktop.errors import PassphraseError, StorageError, UsageError

if TYPE_CHECKING:
    from attach_desktop.vault.attempts import Attempts
    from attach_desktop.vault.key import Key
    from attach_desktop.vault.vault import Ask, Vault

#: Nobody's passphrase is longer; a film that was named by mistake is.
_LONGEST_PASSPHRASE = 64 * 1024


class Request:
    """One run of one command."""

    def __init__(
        self,
        options: Namespace,
        stdin: TextIO,
        stdout: TextIO,
        stderr: TextIO,
        environment: dict[str, str],
        clock: Clock | None = None,
    ) -> None:
        """The command's ``options`` and the world around it."""
        self.options = options
        self.stdin = stdin
        self.stdout = stdout
        self.stderr = stderr
        self.environment = environment
        self.clock = clock or SystemClock()
        self._attempts: Attempts | None = None

    def say(self, text: str) -> None:
        """One line on standard output."""
        self.stdout.write(f"{text}\n")

    def json(self, value: object, indent: int | None = None) -> str:
        """``value`` as JSON that standard output can carry: escaped where it is not UTF-8, never replaced."""
        import json

        encoding = getattr(self.stdout, "encoding", None) or "utf-8"
        plain = encoding.lower().replace("-", "").replace("_", "") == "utf8"
        return json.dumps(value, ensure_ascii=not plain, indent=indent)

    def message(self, key: str, **blanks: object) -> str:
        """A sentence of ``content/<language>/commands.json`` with its blanks filled."""
        text: str = resources.content("commands")["messages"][key]
        return text.format(**blanks)

    @cached_property
    def paths(self) -> paths.Paths:
        """Where this person's files lie."""
        given: str | None = self.options.data_dir
        if given is not None and not given.strip():
            raise UsageError("data-dir")
        return paths.find(given, self.environment)

    def ask_file(self) -> Ask | None:
        """Hands over the passphrase in the file that was named, if one was.

        The file is read at once, so that a wrong name is told even where no passphrase turns out to be needed.
        """
        file: str | None = self.options.passphrase_file
        if file is None:
            return None
        passphrase = read_passphrase(file)
        return lambda: passphrase

    def ask(self, file: Path | None = None) -> Ask | None:
        """Who knows the passphrase: the file that was named, else whoever sits at the terminal, else nobody.

        At the terminal only an existing vault (or backup, ``file``) is asked for: a new one is not encrypted by a word
        typed once, unseen.
        """
        asked = self.ask_file()
        if asked is None and self.stdin.isatty() and (file or self.paths.vault).exists():
            return self._ask_at_terminal
        return asked

    def key(self) -> Key | None:
        """The key of the vault, which is there; None if it is plain. Raises as opening it does."""
        from attach_desktop.vault.vault import key_of

        with self._counted():
            return key_of(self.paths.vault, self.ask())

    @contextmanager
    def vault(self) -> Iterator[Vault]:
        """The person's vault, open for as long as the block lasts."""
        from attach_desktop.changes import Changes
        from attach_desktop.vault.vault import Vault

        ask = self.ask()
        self.paths.make()
        with self._counted():
            vault = Vault.open(self.paths.vault, self.clock, Changes(), ask)
        try:
            yield vault
        finally:
            vault.close()

    def ask_hidden(self, key: str) -> str:
        """What the person at the terminal types unseen after the sentence ``key``."""
        from getpass import getpass

        try:
            return getpass(self.message(key) + " ", stream=self.stderr)
        except EOFError as error:
            raise PassphraseError("passphrase-needed") from error

    def _ask_at_terminal(self) -> str:
        from attach_desktop.vault.attempts import Attempts

        self._attempts = Attempts(self.paths.vault, self.clock)
        wait = self._attempts.wait().total_seconds()
        if wait > 0:
            raise PassphraseError("passphrase-wait", seconds=math.ceil(wait))
        return self.ask_hidden("passphrase")

    @contextmanager
    def _counted(self) -> Iterator[None]:
        """Unlocking, with failures counted where a person typed: a script that errs must not make a person wait."""
        try:
            yield
        except PassphraseError as error:
            if self._attempts is not None and error.key in ("passphrase-wrong", "code-wrong"):
                self._attempts.failed()
            raise
        if self._attempts is not None:
            self._attempts.succeeded()


def read_passphrase(name: str) -> str:
    """The passphrase in a file: UTF-8, with or without a byte order mark, without its last line break.

    Raises PassphraseError where there is no such file or no passphrase in it, StorageError where it cannot be read.
    """
    try:
        with Path(name).open("rb") as file:
            raw = file.read(_LONGEST_PASSPHRASE + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise PassphraseError("passphrase-file-missing", path=name) from error
    except OSError as error:
        raise StorageError("passphrase-file-unreadable", path=name, reason=error.strerror or "") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PassphraseError("passphrase-file-not-text", path=name) from error
    if len(raw) > _LONGEST_PASSPHRASE or "\0" in text:
        raise PassphraseError("passphrase-file-not-text", path=name)
    passphrase = text[:-1].removesuffix("\r") if text.endswith("\n") else text
    if not passphrase:
        raise PassphraseError("passphrase-file-empty", path=name)
    return passphrase
