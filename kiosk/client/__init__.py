"""The terminal's side of the central holds API v1; the only package that imports requests."""
