"""Attach: a private, offline companion for understanding how you attach to others."""

__version__ = "0.1.0"
