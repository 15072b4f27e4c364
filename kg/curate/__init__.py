"""Curation: a person writes the rows of one source beside its text. Desk, completion, screen."""
