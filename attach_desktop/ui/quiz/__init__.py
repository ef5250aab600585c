"""The tab "Style quiz": choosing whom to think of, answering, and the result."""
