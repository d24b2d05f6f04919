"""Joining the library to the search engine: documents, the follower of the change logs, answers."""
