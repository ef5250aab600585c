"""What the records carry, counted honestly: statistics, the questions asked of the records, the answers in words."""
