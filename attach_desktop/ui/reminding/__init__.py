"""A reminder in our own window: the bar above the tabs, and a small window for when everything else is out of sight."""
