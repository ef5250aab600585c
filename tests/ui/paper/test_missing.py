from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

from attach_desktop.ui.paper.missing import missing_scripts

_CONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>"""
_PROGRAM = """import json
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
from attach_desktop.ui.paper.missing import missing_scripts
texts = ("plain", "हिन्दी", "தமிழ்", "漢字", "한국어", "かな", "🙂")
print(json.dumps([missing_scripts(text) for text in texts]))
"""
pytestmark = pytest.mark.usefixtures("qapp")


def test_what_has_a_font_is_not_missing() -> None:
    assert missing_scripts("abc éß “…” ελληνικά кириллица") == ()


def test_what_has_no_sign_of_its_own_needs_no_font() -> None:
    assert missing_scripts("\u200d\u200c\ufe0f\u202e\u2069\u00ad\u2028\U000e0101\u3000") == ()


def test_what_no_font_has_is_named_once() -> None:
    assert missing_scripts("a\ue123\ue124\U000f0000") == ("signs without a name",)


def test_scripts_are_called_by_their_names() -> None:
    # Few computers have fonts for these; where one has, there is nothing to name.
    for letter, name in (("\U00012f90", "Cypro-minoan"), ("\U00010e80", "Yezidi"), ("\U00011900", "Dives")):
        assert unicodedata.name(letter).lower().startswith(name.lower())
        assert missing_scripts(letter) in ((), (name,))


@pytest.mark.slow
def test_on_a_computer_with_one_font_all_that_it_lacks_is_named(tmp_path: Path) -> None:
    fonts = Path("/usr/share/fonts/truetype/dejavu")
    if not fonts.is_dir():
        pytest.skip("DejaVu is not installed where Debian has it")
    config = tmp_path / "fonts.conf"
    config.write_text(_CONFIG.format(fonts=fonts, cache=tmp_path / "cache"))
    environment = {**os.environ, "FONTCONFIG_FILE": str(config), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", _PROGRAM], env=environment, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    assert told[:1] == [[]]
    assert told[1:6] == [["Devanagari"], ["Tamil"], ["Chinese"], ["Korean"], ["Japanese"]]


def test_letters_of_every_kind_are_found_where_there_are_fonts() -> None:
    families = set(QFontDatabase.families())
    if not {"Noto Sans Devanagari", "Noto Sans CJK JP", "Noto Color Emoji"} <= families:
        pytest.skip("Noto is not installed (.ci/setup.sh dev installs it)")
    assert missing_scripts("हिन्दी தமிழ் 漢字 한국어 かな 🙂👍🏽 שָׁלוֹם كِتَابٌ ไทย น้ำ \u0301\u0323 𠮷 𝒜") == ()
