#!/bin/sh
# Gets this checkout ready: system libraries (Debian and its relatives), .venv, exact versions from constraints.txt.
# Quick, silent and without network when there is nothing to do.
#
#   .ci/setup.sh run    what the program needs, a window on X11 included
#   .ci/setup.sh dev    the same, the parts of a desktop that journeys use, and the tools of the "dev" extra
#
# PYTHON names the Python to use; else the first of python3, python3.13, … that is 3.11 or newer.
set -eu
cd "$(dirname "$0")/.."

profile=${1:-run}
qt_libraries="libglib2.0-0 libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 tzdata fonts-dejavu-core"
x11_libraries="libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
# Without it there is no printer, only PDF files.
print_libraries="libcups2"
# What journeys use as a desktop; where one is missing its tests are skipped and say so.
desktop_parts="xvfb xdotool dbus dunst tint2 x11-utils strace poppler-utils at-spi2-core gir1.2-atspi-2.0 python3-gi"
desktop_parts="$desktop_parts cups-daemon cups-client"
# Fonts for every script, with which paper is tested. They are 100 MB more on a disk, and only for development.
fonts="fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji"
case $profile in
    run) system_packages="$qt_libraries $x11_libraries $print_libraries" target="." ;;
    dev) system_packages="$qt_libraries $x11_libraries $print_libraries $fonts $desktop_parts" target=".[dev]" ;;
    *) echo "usage: .ci/setup.sh run|dev" >&2; exit 2 ;;
esac

say() { printf '%s\n' "$*" >&2; }

has() { command -v "$1" >/dev/null 2>&1; }

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for candidate in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if has "$candidate" && new_enough "$candidate"; then
            echo "$candidate"
            return
        fi
    done
}

# Those of the given Debian packages that are not installed. Newer releases call some of them <name>t64.
lacking() {
    installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ' 2>/dev/null)"
    for package in "$@"; do
        case $installed in
            *" installed:$package "* | *" installed:${package}t64 "*) ;;
            *) printf ' %s' "$package" ;;
        esac
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_be_root() { [ "$(id -u)" = 0 ] || { has sudo && sudo -n true 2>/dev/null; }; }

show_command() {
    say "$1 This command installs what is missing:"
    say "    sudo apt-get update && sudo apt-get install -y --no-install-recommends$wanted"
}

# Installs Debian packages, or prints the one command that does and returns 1.
install_packages() {
    if may_be_root; then
        say "Installing system packages:$wanted"
        as_root apt-get update -qq || say "Some package lists could not be refreshed; trying with what is known."
        as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends "$@" >/dev/null && return 0
    fi
    show_command "Some system packages could not be installed."
    return 1
}

# --- system packages ---------------------------------------------------------------------------------------------
python=$(find_python)
complete=yes
if has dpkg-query && has apt-get; then
    wanted=$(lacking $system_packages)
    if [ ! -x .venv/bin/pip ]; then
        if [ -z "$python" ]; then
            wanted="$wanted python3 python3-venv"
        elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
            wanted="$wanted $("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
        fi
    fi
    if [ -n "$wanted" ]; then
        install_packages $wanted || complete=no
        python=$(find_python)
    fi
fi

# --- .venv -------------------------------------------------------------------------------------------------------
# The stamp holds where the checkout lies, too: the programs in a virtual environment do not survive a move.
stamp=.venv/.ready
place=$(pwd)
if [ -f "$stamp" ] && [ "$(sed -n 1p "$stamp")" != "$place" ]; then
    say "This checkout has moved; making .venv anew."
    rm -rf .venv
fi
if ! { [ -x .venv/bin/pip ] && new_enough .venv/bin/python; }; then
    if [ -z "$python" ]; then
        say "Attach needs Python 3.11 or newer, and none was found. PYTHON=/path/to/python names one."
        exit 1
    fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        say "$python cannot make virtual environments: its venv module is missing (python3-venv on Debian and Ubuntu)."
        exit 1
    fi
    "$python" -m venv --clear .venv
fi

# --- Python packages ---------------------------------------------------------------------------------------------
sum=$(cat pyproject.toml constraints.txt | cksum)
if ! { [ -f "$stamp" ] && grep -qx "$profile $sum" "$stamp"; }; then
    say "Installing Python packages into .venv (the first time this fetches some 250 MB) ..."
    quiet=-q
    if [ -t 2 ]; then quiet=; fi
    rm -f "$stamp"
    # The build backend first and no isolation afterwards: so the backend's version is exact as well.
    for what in hatchling "--editable=$target"; do
        .venv/bin/python -m pip install $quiet --disable-pip-version-check --no-build-isolation \
            --constraint constraints.txt "$what" >&2
    done
    # "dev" is more than "run".
    { echo "$place"; echo "run $sum"; if [ "$profile" = dev ]; then echo "dev $sum"; fi; } >"$stamp"
fi

# As pip does for a package that it copies: where Python may not keep byte code of its own (PYTHONDONTWRITEBYTECODE, a
# folder that is not ours), compiling it anew would be a third of every start. Takes a tenth of a second when all is there.
.venv/bin/python -m compileall -q attach_desktop || true

# What a package is called differs; whether Qt loads is what counts.
if [ "$complete" = no ] && ! QT_QPA_PLATFORM=offscreen .venv/bin/python -c 'import PySide6.QtWidgets' 2>/dev/null; then
    show_command "Qt cannot be loaded."
    exit 1
fi
