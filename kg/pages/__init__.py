"""Interactive pages: self-contained files that make no request to any network."""
