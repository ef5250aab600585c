"""How fast it is: ratios to floors that are measured in the same run, so that a slow machine is no fault."""
