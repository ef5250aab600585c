"""What a printed summary contains: the choices, the sections, and the document that every way out shows."""
