"""The pages of golden queries: how each stands, and where one is kept."""
