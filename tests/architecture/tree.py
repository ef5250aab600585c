"""Where the checkout and the modules of the package lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "attach_desktop"
TESTS = ROOT / "tests"
RESOURCES = ROOT / "resources"


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name, found by looking at the files alone."""
    found = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found
