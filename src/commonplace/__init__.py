"""A public library's discovery catalogue with its readers in it."""
