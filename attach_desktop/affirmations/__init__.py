"""Affirmations: a library of sentences, what a person makes of them, practice, and writing about values."""
