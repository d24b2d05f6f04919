"""What readers mean by a branch: a copy that is in there now, and the branches near their own."""
