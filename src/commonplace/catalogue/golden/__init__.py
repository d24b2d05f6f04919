"""Golden queries: searches whose answer the staff know, and what became of each at its last run."""
