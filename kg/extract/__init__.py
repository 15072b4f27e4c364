"""Claims out of any text, offline: each with its sentence, its voice, and the rule that found it."""
