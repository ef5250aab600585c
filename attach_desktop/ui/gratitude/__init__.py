"""The tab "Gratitude": lists as paper slips, a line to write at the top of each."""
