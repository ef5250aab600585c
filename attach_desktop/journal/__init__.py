"""The mood and trigger journal: what an entry is, how it is kept and found."""
