from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from attach_desktop.ui.paper.sharing import _options, is_shared, told_to_be_shared


@pytest.mark.parametrize(
    "options",
    [
        "copies=1 device-uri=usb://Brother/HL-1110?serial=X printer-is-shared=false printer-info='At home'",
        "device-uri=ipp://localhost:60000/ipp/print printer-is-shared=false",
        "device-uri=ipp://127.0.0.1/printers/x",
        "device-uri=ipp://[::1]:631/printers/x",
        "device-uri=cups-pdf:/",
        "device-uri=hp:/usb/OfficeJet?serial=1",
        "printer-info='nothing known'",
        "printer-info='a quote without end",
        "",
    ],
)
def test_a_printer_at_this_computer_is_nobody_elses(options: str) -> None:
    assert not told_to_be_shared(options)


@pytest.mark.parametrize(
    "options",
    [
        "device-uri=usb://Brother/HL-1110 printer-is-shared=true",
        "device-uri=ipp://printer.example/ipp printer-is-shared=false",
        "device-uri=ipps://someone@192.0.2.7:631/ipp/print",
        "device-uri=socket://192.0.2.7:9100",
        "device-uri=dnssd://Printer._ipp._tcp.local/",
        "device-uri='smb://office/queue with spaces'",
        "device-uri=hp:/net/OfficeJet?ip=192.0.2.7",
    ],
)
def test_what_is_shared_or_in_a_network_is_told(options: str) -> None:
    assert told_to_be_shared(options)


@pytest.mark.usefixtures("qapp")
def test_a_file_is_not_shared() -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert not is_shared(printer)


@pytest.mark.parametrize(("does", "told"), [("echo asked $@", "asked -p A queue\n"), ("echo x; exit 3", "")])
def test_the_print_system_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str, told: str) -> None:
    program = tmp_path / "lpoptions"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    assert _options("A queue") == told


def test_another_print_system_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert _options("A queue") == ""
