"""Two quiet pages of the Help menu: which keys there are, and what this program is and is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

import attach_desktop
from attach_desktop.ui.dialogs.sheet import Sheet
from attach_desktop.ui.theme.tokens import NORMAL, SMALL, TIGHT, WIDE
from attach_desktop.ui.widgets.labels import label
from attach_desktop.ui.widgets.safe_area import SafeArea
from attach_desktop.vault.vault import Vault


class KeysDialog(Sheet):
    """All keys, by where they work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """A page to read."""
        super().__init__(parent, 600, 680)
        self.set_title(self.tr("Keys"))
        inside = QWidget()
        inside.setProperty("role", "plain")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, NORMAL, 0)
        grid.setHorizontalSpacing(WIDE)
        grid.setVerticalSpacing(TIGHT + 2)
        grid.setColumnStretch(1, 1)
        for title, keys in self.groups():
            row = grid.rowCount()
            grid.setRowMinimumHeight(row, SMALL if row > 1 else 0)
            grid.addWidget(label(title, "lead"), row + 1, 0, 1, 2)
            for at, (key, does) in enumerate(keys, row + 2):
                grid.addWidget(label(key, wrap=False), at, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(label(does, "muted"), at, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        area = SafeArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        # To be scrolled with the arrow keys.
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("Keys"))
        area.setAccessibleDescription(". ".join(f"{key}: {does}" for _, keys in self.groups() for key, does in keys))
        self.column.addWidget(area, 1)
        close = self.primary(self.tr("Close"), self.reject)
        self.foot.addStretch()
        self.foot.addWidget(close)
        close.setFocus()

    def groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """The keys and what they do, under the words for where they work."""
        return [
            (
                self.tr("Anywhere"),
                [
                    (_shown("Ctrl+N"), self.tr("log a mood, from wherever you are")),
                    (_shown("Ctrl+F"), self.tr("find, on the page that is on show; else entries")),
                    (_shown("Ctrl+Z"), self.tr("undo typing; else take back what was done last, such as deleting")),
                    (_shown("Ctrl+1") + " …", self.tr("go to the first tab, the second, and so on")),
                    (_shown("Ctrl+R"), self.tr("go to the reminder that is waiting")),
                    (_shown("Ctrl+P"), self.tr("print a summary, beginning with what is on show")),
                    (_shown("Ctrl+Shift+P"), self.tr("print only what is on show: an entry, a result, cards, a list")),
                    (_shown("Ctrl+E"), self.tr("export to a file")),
                    (_shown("Ctrl+Shift+E"), self.tr("export what the list on show holds")),
                    (_shown("F1"), self.tr("show these keys")),
                    (_shown("Ctrl+L"), self.tr("lock now, where there is a passphrase")),
                    (
                        _shown("Escape") + " " + _shown("Escape"),
                        self.tr("hide the window; Privacy has other keys for it"),
                    ),
                    (_shown("Ctrl+Q"), self.tr("quit; what is half-written is kept")),
                ],
            ),
            (
                self.tr("In the mood grid"),
                [
                    (
                        self.tr("two digits, then {enter}").format(enter=_shown("Return")),
                        self.tr("pleasantness 1 to 5, energy 1 to 5, save"),
                    ),
                    (self.tr("arrow keys"), self.tr("go from cell to cell")),
                    (_shown("Backspace"), self.tr("no mood after all")),
                ],
            ),
            (
                self.tr("In gratitude"),
                [
                    (_shown("Return"), self.tr("in a list’s line: add it; on an item: edit it")),
                    (
                        self.tr("{up} and {down}").format(up=_shown("Alt+Up"), down=_shown("Alt+Down")),
                        self.tr("move an item up or down in its list"),
                    ),
                    (_shown("Ctrl+Return"), self.tr("keep what is being edited")),
                    (_shown("Delete"), self.tr("put an item in the bin")),
                    (_shown("Escape"), self.tr("from what was found, back to the lists")),
                ],
            ),
            (
                self.tr("In affirmations"),
                [
                    (self.tr("a digit"), self.tr("how far you believe the sentence")),
                    (
                        self.tr("{space} or {right}").format(space=_shown("Space"), right=_shown("Right")),
                        self.tr("another one"),
                    ),
                    (_shown("Left"), self.tr("the one before")),
                    (_shown("F"), self.tr("make it a favourite, or no longer")),
                ],
            ),
            (
                self.tr("In the style quiz"),
                [
                    (self.tr("a digit"), self.tr("answer and go on to the next sentence")),
                    (self.tr("arrow keys"), self.tr("choose an answer and stay")),
                    (
                        self.tr("{back} and {enter}").format(back=_shown("Backspace"), enter=_shown("Return")),
                        self.tr("go back, go on"),
                    ),
                    (_shown("Delete"), self.tr("no answer after all")),
                    (_shown("Escape"), self.tr("stop here; your answers are kept. From a result: all takes")),
                ],
            ),
            (
                self.tr("In a drawing of the insights"),
                [
                    (self.tr("arrow keys"), self.tr("read it, value by value")),
                    (
                        self.tr("{one} and {other}").format(one=_shown("Home"), other=_shown("End")),
                        self.tr("read the first value, the last"),
                    ),
                    (self.tr("+ and −"), self.tr("zoom in and out where there is time along the foot; 0 shows all")),
                    (
                        self.tr("{one} and {other}").format(one=_shown("PgUp"), other=_shown("PgDown")),
                        self.tr("go back and forth in time"),
                    ),
                    (_shown("Return"), self.tr("show the entries behind the value, where there are such")),
                ],
            ),
            (
                self.tr("In Print summary"),
                [
                    (
                        self.tr("{up} and {down}").format(up=_shown("Alt+Up"), down=_shown("Alt+Down")),
                        self.tr("move a section up or down"),
                    ),
                    (
                        self.tr("{one} and {other}").format(one=_shown("PgUp"), other=_shown("PgDown")),
                        self.tr("on the pages: the one before, the next one"),
                    ),
                    (self.tr("Ctrl with + and −"), self.tr("on the pages: larger and smaller; with 0 the full width")),
                    (_shown("Ctrl+P"), self.tr("print")),
                ],
            ),
            (
                self.tr("While writing"),
                [
                    (_shown("Ctrl+Return"), self.tr("save the entry")),
                    (self.tr("{enter} or comma").format(enter=_shown("Return")), self.tr("end a feeling, tag or name")),
                    (_shown("Down"), self.tr("in an empty field for words: show suggestions")),
                    (_shown("Escape"), self.tr("stop editing an entry; it stays as it was")),
                ],
            ),
            (
                self.tr("In the list, or reading an entry"),
                [
                    (
                        self.tr("{one} or {other}").format(one=_shown("E"), other=_shown("F2")),
                        self.tr("edit the entry"),
                    ),
                    (
                        self.tr("{one} or {other}").format(one=_shown("Delete"), other=_shown("Ctrl+Del")),
                        self.tr("put the entry in the bin"),
                    ),
                    (_shown("P"), self.tr("print the entry that is being read")),
                    (_shown("Escape"), self.tr("close the entry; in the search line: show everything again")),
                ],
            ),
        ]


class AboutDialog(Sheet):
    """What this is, what it is not, where the records lie, and who can read them."""

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        """About the program with ``vault`` open."""
        super().__init__(parent, 560)
        self.set_title(self.tr("About Attach"))
        self.column.setSpacing(NORMAL)
        version = label(self.tr("Version {version}").format(version=attach_desktop.__version__), "muted")
        self.column.addWidget(version)
        for title, text in self.sections(vault):
            part = QVBoxLayout()
            part.setSpacing(TIGHT)
            part.addWidget(label(title, "lead"))
            for sentence in text:
                body = label(sentence)
                body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                part.addWidget(body)
            self.column.addLayout(part)
        self.column.addStretch()
        close = self.primary(self.tr("Close"), self.reject)
        self.foot.addStretch()
        self.foot.addWidget(close)
        close.setFocus()

    def sections(self, vault: Vault) -> list[tuple[str, list[str]]]:
        """Each heading with its sentences."""
        if vault.encrypted:
            locked = self.tr("The file is encrypted; without your passphrase nobody can read it.")
        else:
            locked = self.tr("The file is not encrypted: whoever can use this account or this disk can read it.")
        return [
            (
                self.tr("What it is"),
                [
                    self.tr(
                        "A private notebook for noticing what happens in you when somebody comes close or stays away,"
                        " and for growing steadier in it, at your own pace."
                    )
                ],
            ),
            (
                self.tr("What it is not"),
                [
                    self.tr(
                        "It is for looking at yourself, not therapy, and it tells nobody what they have or are."
                        " It is not made for emergencies: if you may be in danger, people near you or your country's"
                        " emergency number can do what no program can."
                    )
                ],
            ),
            (
                self.tr("Where your records lie"),
                [
                    _breakable(str(vault.path)),
                    f"{locked} "
                    + self.tr("This program never uses a network: nothing leaves this computer by itself."),
                ],
            ),
            (
                self.tr("Licence"),
                [self.tr("Free software under the MIT licence; it comes without a warranty.")],
            ),
        ]


def _shown(keys: str) -> str:
    """A key as this system writes it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _breakable(path: str) -> str:
    """A path that can be wrapped after each folder."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")
