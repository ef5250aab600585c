"""Design tokens and how they become a palette and a style sheet."""
