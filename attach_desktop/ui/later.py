"""``Qt``, made when something of it is first asked for.

PySide turns the hundred enums of ``PySide6.QtCore.Qt`` into Python's at the first use of any of them, also of one that
a method merely gives back. That takes 10 ms, a tenth of what an empty window needs to open. Modules that are imported
before the first paint take ``Qt`` from here, and what runs before it does without: properties are set by name, a
layout's stretch stands for an alignment. Afterwards there is nothing to heed. A test holds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtCore import Qt as Qt
else:

    class _Later:
        def __getattr__(self, name: str) -> Any:
            from PySide6.QtCore import Qt

            return getattr(Qt, name)

    Qt = _Later()
