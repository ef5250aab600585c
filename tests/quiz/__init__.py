"""The style quiz: its questionnaires, its figures, and the takes that are kept."""
