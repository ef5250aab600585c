"""strace, where it is there and may watch: what a program asks of the system, and killing it at one of its calls."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache

import pytest


@cache
def _may_watch() -> bool:
    if not sys.platform.startswith("linux") or shutil.which("strace") is None:
        return False
    tried = subprocess.run(["strace", "-qq", "-e", "trace=none", "true"], capture_output=True, check=False)
    return tried.returncode == 0


needs_strace = pytest.mark.skipif(not _may_watch(), reason="strace is not here, or may not watch here")
