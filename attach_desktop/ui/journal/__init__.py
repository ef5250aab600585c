"""The tab "Journal": the form, the list, and an entry to read."""
