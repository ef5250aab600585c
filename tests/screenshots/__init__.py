"""The pictures in docs/: drawn anew by ``make screenshots`` from made-up records."""
