"""Gratitude: lists of things to be grateful for, why they mattered, and what to bring back to mind."""
