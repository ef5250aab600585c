"""The charts of the insights: facts in, charts out; for the cards of the window, for paper and for HTML."""
