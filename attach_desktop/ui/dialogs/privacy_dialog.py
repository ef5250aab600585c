"""Privacy, told live: where everything lies, who can read it, when it locks, and what no program can protect from."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.sentences import one_line
from attach_desktop.ui.dialogs.locking_choices import LockingChoices
from attach_desktop.ui.dialogs.privacy_facts import Facts, Place
from attach_desktop.ui.dialogs.sheet import Sheet, Trouble, counted
from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, NORMAL, SMALL, TIGHT
from attach_desktop.ui.widgets.column import scrolled
from attach_desktop.ui.widgets.days import shown_moment
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.vault.keeping import Settings


class Ways(NamedTuple):
    """Where the dialog leads. All of them close it first."""

    set_passphrase: Callable[[], None]
    change_passphrase: Callable[[], None]
    remove_passphrase: Callable[[], None]
    backups: Callable[[], None]
    hide: Callable[[], None]
    lock: Callable[[], None]
    wipe: Callable[[], None]


class Discretion(NamedTuple):
    """Whether the program is discreet, and how to make it so; what the system tells it."""

    discreet: bool
    set_discreet: Callable[[bool], None]
    heard: str


class KeyStore(NamedTuple):
    """The key store of the system: whether the key lies in it, and how to put it there or take it out."""

    remembers: bool
    set_remembered: Callable[[bool], None]


class PrivacyDialog(Sheet):
    """One column to read, with the choices among it."""

    def __init__(
        self,
        facts: Facts,
        settings: Settings,
        ways: Ways,
        discretion: Discretion,
        store: KeyStore | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``facts`` as they are now; without ``store`` there is no key store that could remember the key."""
        super().__init__(parent, 760, 560)
        self._facts, self._ways, self._store = facts, ways, store
        self.set_title(self.tr("Privacy"))
        self.trouble = Trouble()
        self.choices = LockingChoices(
            settings,
            encrypted=facts.encrypted,
            discreet=discretion.discreet,
            set_discreet=discretion.set_discreet,
            complain=self.trouble.tell,
        )
        inside = QWidget()
        self._parts = QVBoxLayout(inside)
        self._parts.setContentsMargins(0, 0, NORMAL, 0)
        self._parts.setSpacing(LARGE)
        self._add(self.tr("Who can read your records"), *self._readers())
        self._add(self.tr("When it locks, and how it hides"), self.choices, *self._said([discretion.heard]))
        self._add(self.tr("Where everything lies"), self._places(), *self._said([self._backed_up()]))
        nothing = self.tr(
            "Nothing. This program has no network code: it cannot send anything, and asks for no updates."
        )
        self._add(self.tr("What leaves this computer"), *self._said([nothing]))
        self._add(self.tr("What it cannot protect from"), *self._said(self.limits()))
        self._parts.addStretch()
        self.column.addWidget(scrolled(inside), 1)
        self.column.addWidget(self.trouble)
        self._build_foot()

    def limits(self) -> list[str]:
        """What no program can do, openly."""
        return [
            self.tr("Somebody who watches you type, or a program on this computer that records what is typed."),
            self.tr("Whoever administers this computer, and whoever can make you open it."),
            self.tr("That the program is installed, and how large its files are and when they changed, can be seen."),
            self.tr("Exports, prints and their queues, and what you copied elsewhere are outside of its reach."),
            self.tr("A disk may keep traces of what was deleted; so may backups that other programs make of it."),
            self.tr(
                "If you think that you are being watched, a safer device is the better place. A sudden change of habits"
                " can be noticed, too."
            ),
        ]

    # -- building --------------------------------------------------------------------------------------------------

    def _add(self, title: str, *parts: QWidget) -> None:
        box = QVBoxLayout()
        box.setSpacing(SMALL)
        box.addWidget(label(title, "lead"))
        for part in parts:
            box.addWidget(part)
        self._parts.addLayout(box)

    def _said(self, sentences: list[str]) -> list[QWidget]:
        return [label(sentence, "muted") for sentence in sentences if sentence]

    def _readers(self) -> list[QWidget]:
        row = QWidget()
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SMALL)
        if self._facts.encrypted:
            text = self.tr(
                "Whoever knows the passphrase or has the recovery code. Every byte of the file is encrypted"
                " (ChaCha20-Poly1305); the key comes from the passphrase by scrypt, which makes guessing slow."
            )
            inside.addWidget(self._way(self.tr("Change the passphrase …"), self._ways.change_passphrase))
            inside.addWidget(self._way(self.tr("Remove it …"), self._ways.remove_passphrase))
        else:
            text = self.tr("Whoever can use this account on this computer. There is no passphrase.")
            inside.addWidget(self._way(self.tr("Set a passphrase …"), self._ways.set_passphrase))
        inside.addStretch()
        parts: list[QWidget] = [label(text)]
        if self._facts.encrypted and self._facts.plain_backups:
            parts.append(
                label(
                    counted(
                        self._facts.plain_backups,
                        self.tr("1 backup is older than the passphrase, and can be read by anybody who has its file."),
                        self.tr(
                            "{count} backups are older than the passphrase, and can be read by anybody who has their"
                            " files."
                        ),
                    )
                )
            )
        return [*parts, row, *self._remembering()]

    def _remembering(self) -> list[QWidget]:
        if self._store is None:
            return []
        self.remember = QCheckBox(self.tr("Have this computer’s key store open them at the start"))
        self.remember.setChecked(self._store.remembers)
        self.remember.toggled.connect(self._store.set_remembered)
        warning = self.tr(
            "Then whoever can use this account while you are logged in can start the program and read everything. Once"
            " it has locked, it asks for the passphrase all the same."
        )
        self.remember.setAccessibleDescription(warning)
        return [self.remember, label(warning, "muted")]

    def _places(self) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(LARGE)
        grid.setVerticalSpacing(MEDIUM)
        grid.setColumnStretch(1, 1)
        for row, place in enumerate(self._facts.places):
            grid.addWidget(label(self._name(place), wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(TIGHT)
            # Zero-width spaces let a long path break where a folder ends.
            path = label(one_line(str(place.path)).replace("/", "/\u200b"))
            path.setAccessibleName(str(place.path))
            words.addWidget(path)
            words.addWidget(label(self.about(place), "muted"))
            grid.addLayout(words, row, 1)
        return box

    def about(self, place: Place) -> str:
        """How large it is, who can read it, and whether that would help them."""
        parts = [QLocale().formattedDataSize(place.size, 1)] if place.size else []
        if place.mode is not None:
            whose = self.tr("only your account opens it") if place.is_private else self.tr("other accounts can open it")
            parts.append(f"{whose} ({place.mode:04o})")
        if place.encrypted is not None:
            parts.append(self.tr("encrypted") if place.encrypted else self.tr("not encrypted"))
        return " · ".join(parts)

    def _name(self, place: Place) -> str:
        return {
            "folder": self.tr("Folder"),
            "records": self.tr("Records"),
            "recent": self.tr("Latest changes"),
            "backups": self.tr("Backups"),
            "aside": self.tr("Set aside"),
            "log": self.tr("Log"),
        }[place.key]

    def _backed_up(self) -> str:
        last = self._facts.last_backup
        if last is None:
            return self.tr("There is no backup yet.")
        return self.tr("The last backup is of {when}.").format(when=shown_moment(last.made))

    def _build_foot(self) -> None:
        for text, way in (
            (self.tr("Delete for good …"), self._ways.wipe),
            (self.tr("Backups …"), self._ways.backups),
            (self.tr("Hide"), self._ways.hide),
        ):
            self.foot.addWidget(self._way(text, way))
        if self._facts.encrypted:
            self.foot.addWidget(self._way(self.tr("Lock now"), self._ways.lock))
        self.foot.addStretch()
        close = self.primary(self.tr("Close"), self.reject)
        self.foot.addWidget(close)
        close.setFocus()

    def _way(self, text: str, way: Callable[[], None]) -> QWidget:
        def go() -> None:
            self.accept()
            way()

        return button(text, go)
