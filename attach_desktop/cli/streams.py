"""Reading and writing the streams of a terminal without ever falling over them."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from typing import TextIO

from attach_desktop.errors import FaultsError, InputRefusedError, fault

_BOM = "\ufeff"


def forgive(stdout: TextIO) -> None:
    """Let a stream that cannot show a sign show a question mark instead of failing."""
    reconfigure = getattr(stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")


def finish(stdout: TextIO) -> None:
    """Bring out what was written before something failed; what cannot come out is let go."""
    try:
        stdout.flush()
    except OSError:
        silence(stdout)


def silence(stdout: TextIO) -> None:
    """Lead a stream that cannot be written any more into nothing, so that closing it does not fail as well."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stdout.fileno())
        os.close(nothing)
    except OSError:
        pass  # it has no file behind it (io.UnsupportedOperation is an OSError)


def complain(stderr: TextIO, line: str) -> None:
    """One line on standard error, if there is anybody left to read it."""
    try:
        stderr.write(f"attach-desktop: {line}\n")
        stderr.flush()
    except OSError:
        silence(stderr)


def write_out(stdout: TextIO, write: Callable[[TextIO], None], encoding: str) -> None:
    """Bytes as they would be in a file, whatever the terminal's own encoding and line ends are."""
    buffer = getattr(stdout, "buffer", None)
    if buffer is None:
        write(stdout)
        return
    out = io.TextIOWrapper(buffer, encoding=encoding, newline="")
    try:
        write(out)
    finally:
        out.detach()


def read_text(stdin: TextIO, field: str, limit: int) -> str:
    """All of standard input as UTF-8, without the last line break. ``limit`` is the most characters it may hold.

    Raises InputRefusedError for what is not UTF-8 and FaultsError, naming ``field``, for what is too long.
    """
    buffer = getattr(stdin, "buffer", None)
    if buffer is None:
        text = stdin.read()
    else:
        # Four bytes are the longest sign of UTF-8; a line break and a byte order mark may come on top.
        raw: bytes = buffer.read(4 * limit + 8)
        if len(raw) == 4 * limit + 8:
            raise FaultsError([fault(field, "too-long", limit=limit, length=len(raw))])
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            raise InputRefusedError("input-not-utf-8") from error
    text = text.removeprefix(_BOM).replace("\r\n", "\n")
    return text.removesuffix("\n")
