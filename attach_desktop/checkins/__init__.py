"""Check-ins: a short look at a week or a month, alone or together, and how the answers go over time."""
