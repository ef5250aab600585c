"""The window: shell, theme, shared widgets, and one folder for each tab."""
