"""What this library has: source records, the titles and works made from them, change logs."""
