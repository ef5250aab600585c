"""Reminders: when something would like to be thought of, and what became of it. Pure rules of time; no Qt."""
