"""Journeys begin where a person begins: in the window."""

from __future__ import annotations

from tests.ui.conftest import theme, windows

__all__ = ["theme", "windows"]
