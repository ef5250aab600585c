"""The keyboard as an X server knows it: whether Caps Lock is on, and which of its layouts is in use.

Qt does not say either on X11. Sources: XKB protocol (XkbGetState), and the property in which setxkbmap and desktops
write the layouts' names (_XKB_RULES_NAMES).
"""

from __future__ import annotations

import ctypes
from typing import NamedTuple

_CORE_KEYBOARD = 0x100
_LOCK_MASK = 2
_STRING = 31
_LAYOUTS = 2


class XKeyboard(NamedTuple):
    """``caps``: Caps Lock is on. ``layout``: its short name, such as "us"; empty where the server has no names."""

    caps: bool
    layout: str


class _State(ctypes.Structure):
    """XkbStateRec."""

    _fields_ = (
        ("group", ctypes.c_ubyte),
        ("locked_group", ctypes.c_ubyte),
        ("base_group", ctypes.c_ushort),
        ("latched_group", ctypes.c_ushort),
        ("mods", ctypes.c_ubyte),
        ("base_mods", ctypes.c_ubyte),
        ("latched_mods", ctypes.c_ubyte),
        ("locked_mods", ctypes.c_ubyte),
        ("compat_state", ctypes.c_ubyte),
        ("grab_mods", ctypes.c_ubyte),
        ("compat_grab_mods", ctypes.c_ubyte),
        ("lookup_mods", ctypes.c_ubyte),
        ("compat_lookup_mods", ctypes.c_ubyte),
        ("ptr_buttons", ctypes.c_ushort),
    )


def look(display: str | None = None) -> XKeyboard | None:
    """The keyboard of an X server (by default the environment's); None where there is none to ask."""
    try:
        x = ctypes.CDLL("libX11.so.6")
    except OSError:
        return None
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XOpenDisplay.argtypes = [ctypes.c_char_p]
    server = x.XOpenDisplay(None if display is None else display.encode())
    if not server:
        return None
    try:
        state = _State()
        if x.XkbGetState(ctypes.c_void_p(server), _CORE_KEYBOARD, ctypes.byref(state)):
            return None
        names = _layouts(x, server)
        layout = names[state.group] if state.group < len(names) else ""
        return XKeyboard(bool(state.locked_mods & _LOCK_MASK), layout)
    finally:
        x.XCloseDisplay(ctypes.c_void_p(server))


def _layouts(x: ctypes.CDLL, server: int) -> list[str]:
    x.XDefaultRootWindow.restype = ctypes.c_ulong
    x.XInternAtom.restype = ctypes.c_ulong
    handle = ctypes.c_void_p(server)
    root = ctypes.c_ulong(x.XDefaultRootWindow(handle))
    atom = ctypes.c_ulong(x.XInternAtom(handle, b"_XKB_RULES_NAMES", 1))
    if not atom.value:
        return []
    kind, form = ctypes.c_ulong(), ctypes.c_int()
    count, left = ctypes.c_ulong(), ctypes.c_ulong()
    value = ctypes.POINTER(ctypes.c_char)()
    failed = x.XGetWindowProperty(
        handle,
        root,
        atom,
        ctypes.c_long(0),
        ctypes.c_long(256),
        0,
        ctypes.c_ulong(_STRING),
        ctypes.byref(kind),
        ctypes.byref(form),
        ctypes.byref(count),
        ctypes.byref(left),
        ctypes.byref(value),
    )
    if failed or not value or form.value != 8:
        return []
    parts = ctypes.string_at(value, count.value).split(b"\0")
    x.XFree(value)
    return parts[_LAYOUTS].decode("ascii", "replace").split(",") if len(parts) > _LAYOUTS else []
