"""The tests of Attach: a mirror of ``attach_desktop``, and the whole program, its architecture and its benchmarks."""
