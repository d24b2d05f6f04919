"""Walking the collection: the shelflist in call-number order, the headings titles stand under."""
