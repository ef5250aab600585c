"""Keeps Python from looking for garbage while, and for as long as, there is a lot to look through.

A search goes through everything there is while the whole program stands still: a third of a second with the pages of
ten years. What is laid out makes hardly any garbage, and is freed by itself as soon as nobody holds on to it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unsearched() -> Iterator[None]:
    """No search meanwhile; what there is afterwards is left out of every search until ``searched_again``."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was:
            gc.enable()


def searched_again() -> None:
    """What was left out is looked through again, when it is time for it."""
    gc.unfreeze()
