"""Where the program starts: hands the arguments, streams and environment over to the command line."""

from __future__ import annotations

import gc
import os
import sys


def main() -> int:
    """Run the program with the arguments of this process; the exit code is 0 when all went well."""
    # A command lives for some thirty milliseconds; a fifth of them went into looking for garbage among the classes
    # that were only just imported, and again at the end. The search begins and ends with the work (cli.run).
    gc.disable()
    try:
        from attach_desktop import cli
    except KeyboardInterrupt:
        return 130
    code = cli.run(
        sys.argv[1:],
        sys.stdin or open(os.devnull, encoding="utf-8"),  # noqa: PTH123, SIM115 (a window has no streams)
        sys.stdout or open(os.devnull, "w", encoding="utf-8"),  # noqa: PTH123, SIM115
        sys.stderr or open(os.devnull, "w", encoding="utf-8"),  # noqa: PTH123, SIM115
        dict(os.environ),
    )
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
