"""What readers and staff leave on works, and taking in what was left elsewhere."""
