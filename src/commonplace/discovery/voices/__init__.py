"""Readers' words in search: in the documents of titles, and in the reasons for finding them."""
