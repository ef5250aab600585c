"""Finds the files of ``resources/`` in a wheel, a checkout and a frozen build."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

FALLBACK_LANGUAGE = "en"


@cache
def root() -> Path:
    """The folder that holds migrations, content, icons and translations."""
    package = Path(__file__).parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package / "_resources", package.parent / "resources"]
    if frozen:
        candidates.insert(0, Path(frozen) / "resources")
    for candidate in candidates:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError("the program's own files (resources/) are missing; please install it again")


def path(*parts: str) -> Path:
    """The path of one file or folder of resources/."""
    return root().joinpath(*parts)


@cache
def content(name: str, language: str = FALLBACK_LANGUAGE) -> Any:
    """The JSON document ``content/<language>/<name>.json``, falling back to English where it is not translated."""
    file = path("content", language, f"{name}.json")
    if not file.is_file():
        file = path("content", FALLBACK_LANGUAGE, f"{name}.json")
    return json.loads(file.read_text("utf-8"))


def sentence(group: str, key: str, **blanks: object) -> str:
    """One sentence of ``content/<language>/<group>.json`` with its blanks filled."""
    text: str = content(group)[key]
    return text.format(**blanks) if blanks else text
