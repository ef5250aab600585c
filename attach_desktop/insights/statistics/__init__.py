"""Pure functions over numbers; every one names the paper or book its formula is from."""
