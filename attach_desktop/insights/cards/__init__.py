"""One module for each group of cards: from the records to the facts."""
