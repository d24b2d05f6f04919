"""Engines: one contract, the plainest way to keep it, and ways that keep it for millions."""
