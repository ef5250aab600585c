"""Whether others may see what a printer gets: it is reached over a network, or others use it as well."""

from __future__ import annotations

import shlex
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

#: What is known of a queue is asked of the print system's own program, and not waited for long (seconds).
_ASK, _PATIENCE = "lpoptions", 3
#: Where a printer at this computer is reached.
_HERE = ("usb", "parallel", "serial", "hp", "hpfax", "file", "cups-pdf", "folder", "gutenprint53+usb")
_THIS_COMPUTER = ("localhost", "127.0.0.1", "[::1]", "::1")


def is_shared(printer: QPrinter) -> bool:
    """Whether the printer is, as far as the system tells, shared or in a network. Files are not."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    if printer.outputFormat() != QPrinter.OutputFormat.NativeFormat:
        return False
    return QPrinterInfo(printer).isRemote() or told_to_be_shared(_options(printer.printerName()))


def told_to_be_shared(options: str) -> bool:
    """What the options of a queue say, as the print system lists them; nothing known is nothing said."""
    try:
        known = dict(one.split("=", 1) for one in shlex.split(options) if "=" in one)
    except ValueError:
        return False
    if known.get("printer-is-shared", "").lower() == "true":
        return True
    scheme, _, rest = known.get("device-uri", "").partition(":")
    if not scheme or scheme.lower() in _HERE:
        # A printer at a print server of the manufacturer's may say so behind the scheme.
        return rest.startswith("/net/")
    host = rest.removeprefix("//").split("/", 1)[0].rsplit("@", 1)[-1]
    return host.rsplit(":", 1)[0].lower() not in _THIS_COMPUTER


def _options(name: str) -> str:
    try:
        done = subprocess.run([_ASK, "-p", name], capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.SubprocessError, ValueError):
        # Another print system than CUPS, or none that answers.
        return ""
    return done.stdout if done.returncode == 0 else ""
