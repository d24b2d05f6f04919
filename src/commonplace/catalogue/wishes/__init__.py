"""What readers ask the library to get, and what staff answer."""
