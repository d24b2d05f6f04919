"""What is offered beside an answer: other spellings, completions, titles like a title."""
