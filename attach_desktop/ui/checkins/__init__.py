"""The tab "Check-ins": a quiet look back now and then, and the reminders that may bring one to mind."""
