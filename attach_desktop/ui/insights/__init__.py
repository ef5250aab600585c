"""The tab "Insights": cards that say what one's own records carry, and no more."""
