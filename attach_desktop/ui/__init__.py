"""The window: shell, theme, shared widgets, and one folder for each tab.

PySide puts an import of its own in the place of Python's. For the sake of ``from __feature__ import …``, which nobody
here uses, that one reads the source of every module which is imported from then on, looks for PySide's name in it, and
keeps all the lines it read: five megabytes, and a fifth of a millisecond a module. So Python's is put back, before
anything else is imported (PySide keeps it as ``__orig_import__``; where it does not, nothing is changed).
"""

import builtins

import PySide6.QtCore  # noqa: F401 (this is what puts it there)

vars(builtins)["__import__"] = getattr(builtins, "__orig_import__", builtins.__import__)
