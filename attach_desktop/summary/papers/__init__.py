"""What is printed by itself, each as a document: a quiz result, one entry, a list, a card, a form to fill by hand."""
