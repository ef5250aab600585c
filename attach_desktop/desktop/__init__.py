"""What the desktop around the window offers: notifications, tray, alarm, start with the session, a single instance."""
