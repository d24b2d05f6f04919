"""What a reader asks for: text → tree → words of explanation."""
