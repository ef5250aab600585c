"""Keeping a window out of pictures of the screen."""

from __future__ import annotations

import os

import pytest

from attach_desktop.desktop.capture import keep_out


@pytest.mark.skipif(os.name == "nt", reason="Windows can do it")
def test_elsewhere_it_says_that_it_cannot() -> None:
    assert not keep_out(1, True)
    assert not keep_out(1, False)
