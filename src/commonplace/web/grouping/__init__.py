"""A work as pages show it: its editions in order, what tells them apart, why they are together."""
