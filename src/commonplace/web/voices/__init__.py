"""What readers say, on pages: the ratings and comments of a work, and where one of them is."""
