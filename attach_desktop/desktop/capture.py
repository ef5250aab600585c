"""Keeps a window out of pictures of the screen. Windows 10 (2004) and later; elsewhere no program can ask for it.

Source: SetWindowDisplayAffinity, WDA_EXCLUDEFROMCAPTURE. Microsoft promises nothing by it, and so do we.
"""

from __future__ import annotations

import os

_EVERYWHERE, _EXCLUDED = 0x00, 0x11


def keep_out(window_id: int, on: bool) -> bool:
    """Keep the window out of pictures, or let it in again; whether the system did so."""
    if os.name != "nt":
        return False
    import ctypes

    user32 = getattr(ctypes, "windll").user32  # noqa: B009 (typed for Windows alone)
    return bool(user32.SetWindowDisplayAffinity(int(window_id), _EXCLUDED if on else _EVERYWHERE))
