"""Finding kept things again: search, filters, a calendar and a list by days; the same parts for every room."""
