"""The window: shell, theme, shared widgets, and one folder for each tab.

PySide puts an import of its own in the place of the one before, for ``from __feature__ import …``, which nobody here
uses: it reads the source of every module that is imported from then on, looks for PySide's name in it, and keeps all
the lines that it read. That is five megabytes, and a fifth of a millisecond a module. So the one before is put back.
"""

import builtins

import PySide6.QtCore  # noqa: F401 (this is what changes it)

# PySide keeps it by this name; where it does not, nothing is changed.
vars(builtins)["__import__"] = getattr(builtins, "__orig_import__", builtins.__import__)
