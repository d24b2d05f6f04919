"""Something wrong here? The form a reader sends, and the receipt that says what became of it."""
