"""Charts, drawn once: the same function paints the screen, the paper and any other device."""
