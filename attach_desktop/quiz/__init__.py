"""The style quiz: questionnaires as data, answers, honest scores, and takes kept over the years."""
