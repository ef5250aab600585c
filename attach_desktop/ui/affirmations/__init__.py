"""The tab "Affirmations": one sentence at a time, all of them as a list, and writing on what matters."""
