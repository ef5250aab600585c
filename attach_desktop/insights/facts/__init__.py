"""The answers: for every card one frozen value with all that its drawing, its words and its table need.

Nothing in here is worded; ``words.py`` says it, the same for window, paper, terminal and screen reader. Moods are 1
(unpleasant) to 5 (pleasant), energies 1 (calm) to 5 (charged), intensities 0 to 10, changes of intensity after minus
before: below zero is easier. "Day" is the person's day everywhere.
"""
