"""Where a job waits until the print system has taken it: in a folder of its own that nobody else can open."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PLACE, _RUNTIME = "TMPDIR", "XDG_RUNTIME_DIR"


@contextmanager
def private_spool() -> Iterator[Path]:
    """A folder in which Qt puts the pages before it hands them over. It goes, with all that is in it.

    It lies in the person's runtime folder where there is one, which systems keep in memory; else among the temporary
    files. CUPS asks the environment where that is when a job begins.
    """
    before = os.environ.get(_PLACE)
    folder = Path(tempfile.mkdtemp(prefix="job-", dir=_runtime()))
    os.environ[_PLACE] = str(folder)
    try:
        yield folder
    finally:
        if before is None:
            del os.environ[_PLACE]
        else:
            os.environ[_PLACE] = before
        shutil.rmtree(folder, ignore_errors=True)


def _runtime() -> str | None:
    """The person's runtime folder, if it is theirs alone."""
    place = os.environ.get(_RUNTIME, "")
    if not place or not hasattr(os, "getuid"):
        return None
    try:
        found = Path(place).stat()
    except (OSError, ValueError):
        return None
    own = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not stat.S_IMODE(found.st_mode) & 0o077
    return place if own and os.access(place, os.W_OK | os.X_OK) else None
