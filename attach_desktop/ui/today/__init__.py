"""The tab "Today": what a person meets on opening."""
