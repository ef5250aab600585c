"""What is shown while no vault is open, and what decides that it is time to lock."""
