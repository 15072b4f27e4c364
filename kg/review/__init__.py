"""Review: a person decides on what the extractor proposes. Queue, decisions, sheet, screen."""
